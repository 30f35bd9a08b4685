import { categoryOf } from './categories.ts';
import { listOf } from './data/list.ts';
import { isEnglish, isName } from './english.ts';
import { isRareToken, looksLikeIdentifier } from './identifiers.ts';
import { memoized } from './memo.ts';
import { normalTag } from './normal.ts';
import { isClassWord } from './trigger-words.ts';
import { vocabulary } from './vocabulary.ts';

/** What a word looks like that could be a trigger, the likeliest first. */
export type TriggerKind =
  /** A trainer puts the trigger in its place: `[trigger]`. */
  | 'placeholder'
  /** A recommended word, or letters no word is made of: ohwx, zxc4. */
  | 'identifier'
  /** No dictionary has it. */
  | 'coined'
  /** Words of a dictionary joined by a mark: blue-bowl, aria_vale. */
  | 'joined'
  /** A name of several words: Anna Smith. */
  | 'full name'
  /** A name of one word. */
  | 'name'
  /** An ordinary word that stands first, or that is written with a capital within a sentence. */
  | 'ordinary';

/** A word or name of a caption that could be its trigger. */
export interface TriggerUse {
  /** Lower case, single spaces. */
  readonly word: string;
  /** As written. */
  readonly written: string;
  /** The caption begins with it, or with it behind a phrase such as "a photo of". */
  readonly first: boolean;
  /** The caption ends with it. */
  readonly last: boolean;
  /** It is the second piece of the caption. */
  readonly second: boolean;
  /** The class word that follows it, null when none does. */
  readonly classWord: string | null;
}

/** What ai-toolkit replaces by its trigger_word (toolkit/prompt_utils.py), and what people write by that custom. */
const placeholder =
  /^(?:\[(?:trigger|name|token|subject|instance)(?:[ _]?(?:word|token))?\]|<(?:trigger|token|s\*?|name)>|\{(?:trigger|name|token)\})$/i;

const word =
  /\[[\p{L}_ ]{3,14}\]|<[\p{L}*]{1,8}>|\{[\p{L}]{3,8}\}|[\p{L}\p{N}][\p{L}\p{N}_]*(?:(?:['’](?!s\b)|-)[\p{L}\p{N}_]+)*/gu;

/** Phrases that a caption opens with before it comes to its subject. */
const opener =
  /^(?:(?:(?:an?|the|this|one)\s+)?(?:(?:[\p{L}-]+\s+){0,3}(?:photo|photograph|picture|image|portrait|drawing|painting|illustration|sketch|render|rendering|shot|closeup|close-up|close up|selfie|view|model sheet|artwork|style)\s+(?:of|featuring|showing)\s+)?(?:an?\s+|the\s+)?)$/iu;

/** Words that begin a caption and name nothing. */
const openingWords = new Set(
  listOf(`a, an, the, this, that, these, there, it, in, on, at, with, of, and, one, two, three, four, five, six, several, many,
some, photo, photograph, photography, picture, image, portrait, drawing, painting, illustration, sketch, render, rendering, shot,
close, closeup, close-up, selfie, view, digital, black, white, full, upper, medium, wide, solo, young, old, beautiful, high, low, here,
scene, artwork, concept, mid, extreme, aerial, overhead, side, front, back, top, cinematic, professional, candid, a-line, half-body,
full-body, upper-body, black-and-white, head-and-shoulders, top-down, low-angle, high-angle, eye-level, wide-angle, mid-shot,
three-quarter, score, rating, source, style, subject, composition, background, character, description, caption, tags, title`),
);

/** Series that taggers name beside their characters; a set of one of them is named after something else. */
const series = new Set(
  listOf(`vocaloid, touhou, hololive, nijisanji, pokemon, precure, idolmaster, umamusume, genshin, arknights, danganronpa, gundam,
evangelion, naruto, kancolle, precure, voiceroid, voicevox, utau, digimon, overwatch, honkai, shingeki, kyojin, kimetsu, yaiba, jujutsu,
kaisen, boku, academia, kantai, shoujo, honzuki, sousou, jojo, bouken, isekai, madoka, magica, sailormoon, persona, nier, zelda, marvel`),
);

/** Class words that are never a name. */
const people = new Set(
  listOf(
    'man, woman, girl, boy, person, guy, lady, male, female, child, kid, baby, people, character, 1girl, 1boy, 1other',
  ),
);

/** Words of a dictionary joined by a hyphen that say how something is, not what it is: long-haired, close-fitting. */
const describing =
  /-(?:\w+ed|\w+ing|style|like|length|sized?|tone|up|shot|angle|eye|level|colou?r|neck|sleeves?|piece|scale|year-old|old|free|less|top|down|shirt|century|res|resolution|quality|definition|[a-z])$|^(?:non|semi|multi|anti|pre|post|ultra|over|half|self|well|high|low|full|long|short|old|dark|light|mid|two|three|four|one|single|double|black-and|off|in|out|up|co|ex|re|un|sun|t|x|v)-/;

/** What a word of a caption looks like, null when it is a word like others. `lower` in lower case, one word. */
const kindOfWord = memoized((lower: string): TriggerKind | null => {
  if (placeholder.test(lower)) return 'placeholder';
  if (isRareToken(lower)) return 'identifier';
  if (!/\p{L}/u.test(lower) || lower.length < 2 || isClassWord(lower)) return null;
  if (vocabulary().has(lower.replaceAll('_', ' '))) return null;
  const parts = lower.split(/[_'’-]/).filter((part) => part !== '');
  if (series.has(lower)) return null;
  // `pokemon_(creature)`: the name of a tag that goes on in brackets.
  if (lower.endsWith('_')) return null;
  if (parts.length > 1) {
    if (/['’]/.test(lower)) return kindOfWord(lower.replace(/['’].*$/u, '')) === 'coined' ? 'coined' : null;
    const kinds = parts.map((part) =>
      isEnglish(part) || /^\d+$/.test(part) || part.length < 2 ? null : kindOfWord(part),
    );
    if (kinds.some((kind) => kind === 'coined' || kind === 'identifier')) return 'coined';
    if (kinds.some((kind) => kind === 'name')) return 'full name';
    if (/^(?:score|rating|source|by|artist|year|style)_/.test(lower) || /_(?:up|style)$/.test(lower)) return null;
    if (categoryOf(lower.replaceAll('_', ' ')) !== null) return null;
    return describing.test(lower) || parts.every((part) => part.length < 2 || /^\d+$/.test(part)) ? null : 'joined';
  }
  if (isEnglish(lower)) return null;
  if (isName(lower)) return 'name';
  if (/^\d|^[a-z]$|^(\w)\1+$/.test(lower)) return null;
  if (/[^\x00-\x7f]/.test(lower)) return /^[\p{Script=Latin}]+$/u.test(lower) ? 'coined' : null;
  if (isDerived(lower)) return null;
  return looksLikeIdentifier(lower) ? 'identifier' : 'coined';
});

/** Words made of English ones that dictionaries leave out: storyteller's, moonlit, unbuttoned, backlighting. */
function isDerived(lower: string): boolean {
  if (/^(?:un|re|pre|non|over|under|out|semi|multi|mid|super|ultra|photo|micro|mini)/.test(lower))
    for (const at of [2, 3, 4, 5]) if (lower.length - at >= 4 && isEnglish(lower.slice(at))) return true;
  for (const ending of ['s', 'es', 'ed', 'd', 'ing', 'ly', 'er', 'y', 'like', 'less', 'ish', 'esque', 'ness']) {
    const stem = lower.slice(0, -ending.length);
    if (lower.endsWith(ending) && stem.length >= 4 && (isEnglish(stem) || isEnglish(`${stem}e`))) return true;
  }
  for (let at = 4; at <= lower.length - 4; at++)
    if (isEnglish(lower.slice(0, at)) && isEnglish(lower.slice(at))) return isCompoundEnd(lower.slice(at));
  return false;
}

/** Ends of English compounds; other joined words ("purplecurly") are made up. */
function isCompoundEnd(end: string): boolean {
  return /^(?:light|lights|lit|lamp|lamps|house|room|wear|shirt|coat|board|wall|side|line|work|ware|like|shot|scape|front|back|stand|shelf|shelves|post|tail|hair|haired|piece|band|strap|sleeve|ground|time|light(?:ing|ed)|mount|top|tops|pack|bags?|book|books|walk|way|yard|door|window|seat|stool|holder|paper|glass|glasses|ball)$/.test(
    end,
  );
}

/** What a word or name looks like, for one as {@link TriggerUse.word} gives it. */
export function triggerKind(text: string): TriggerKind {
  const words = text.split(' ');
  if (words.length === 1 && !otherScript.test(text)) return kindOfWord(text) ?? 'ordinary';
  if (otherScript.test(words.join(''))) return 'name';
  const kinds = words.map(kindOfWord);
  for (const kind of ['placeholder', 'identifier', 'coined'] as const) if (kinds.includes(kind)) return kind;
  return 'full name';
}

/** A word of a text, lower case, with its place in UTF-16 offsets. */
export interface TextWord {
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text, placeholders and joined words as one; a possessive's `'s` is no part of its word. */
export function wordsIn(text: string): TextWord[] {
  return [...text.matchAll(word)].map((match) => ({
    lower: match[0].toLowerCase().replaceAll('’', "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly kind: TriggerKind | null;
  /** Begins a piece or a sentence. */
  readonly opens: boolean;
  /** Number of the piece it stands in. */
  readonly piece: number;
}

/** Letters of a name in another script at the most. */
const longestOther = 12;
/** Most words that a name has. */
const longestName = 3;

/**
 * The words and names of a caption that could be its trigger: words no dictionary has, names, joined words, placeholders,
 * and an ordinary word where it stands first. Each once, at its first place. Costs what the text holds.
 */
export function triggerUses(text: string): TriggerUse[] {
  const found = new Map<string, TriggerUse>();
  const head = headOf(text);
  const tokens = tellingTokens(text, head);
  const add = (from: number, to: number): void => {
    const [a, b] = [tokens[from], tokens[to]];
    const key = tokens
      .slice(from, to + 1)
      .map(({ lower }) => lower)
      .join(' ');
    if (found.has(key)) return;
    // A tag is no name, unless a capital makes one of it ("Fox").
    if (vocabulary().has(key.replaceAll('_', ' ')) && (people.has(key) || !/^\p{Lu}/u.test(a.text))) return;
    const next = tokens[to + 1];
    found.set(key, {
      word: key,
      written: text.slice(a.start, b.end),
      first: opener.test(text.slice(Math.min(head, a.start), a.start)),
      last: /^[\s.!,;|"']*$/.test(text.slice(b.end)),
      second: a.piece === 1 && a.opens,
      classWord:
        next !== undefined &&
        next.piece === b.piece &&
        /^ +$/.test(text.slice(b.end, next.start)) &&
        isClassWord(next.lower)
          ? next.lower
          : null,
    });
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (isUnusual(tokens, at)) {
      add(at, at);
      for (let end = at + 1; end < tokens.length && end < at + longestName; end++) {
        if (!isBeside(text, tokens[end - 1], tokens[end]) || !isUnusual(tokens, end)) break;
        add(at, end);
      }
    } else if (startsName(text, tokens, at)) {
      for (let end = at + 1; end < tokens.length && end < at + longestName; end++) {
        if (!isBeside(text, tokens[end - 1], tokens[end]) || !isUnusual(tokens, end)) break;
        add(at, end);
      }
    }
    // What a caption begins with is its trigger often enough, even an ordinary word.
    if (
      token.start === head &&
      token.lower.length > 2 &&
      !otherScript.test(token.lower) &&
      !openingWords.has(token.lower) &&
      !isPlainClass(token) &&
      /^\p{L}/u.test(token.lower)
    ) {
      add(at, at);
      const second = tokens[at + 1];
      const isWhole = tokens[at + 2]?.piece !== token.piece;
      if (second && isBeside(text, token, second) && isWhole && !isClassWord(second.lower)) add(at, at + 1);
    }
  }
  return [...found.values()];
}

/** Where a caption begins behind what taggers and people put before everything: `score_9, source_anime, masterpiece, …`. */
function headOf(text: string): number {
  let start = 0;
  for (;;) {
    const end = text.indexOf(',', start);
    if (end < 0) return 0;
    const piece = text.slice(start, end).trim();
    if (!/^(?:score|source|rating)[_: ]/i.test(piece) && categoryOf(normalTag(piece)) !== 'quality') return start;
    start = end + 1;
    while (text[start] === ' ') start++;
  }
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const otherScript = /[^\p{Script=Latin}\p{N}\p{P}\p{M}]/u;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  // Among Latin letters a word of other letters is a name; a sentence of them has no blanks to tell words by.
  const isLatin =
    !/[^\x00-\u024f]/.test(text) || count(text, /\p{Script=Latin}/gu) >= count(text, /[^\P{L}\p{Script=Latin}]/gu);
  let piece = 0;
  for (const match of text.matchAll(word)) {
    const before = tokens.at(-1);
    const gap = before === undefined ? '' : text.slice(before.end, match.index);
    // Sentences go on over a blank; a comma, a full stop and other marks end a piece.
    if (before !== undefined && /[,;|\n\t/]|[.!?:]\s/.test(gap)) piece++;
    const lower = match[0].toLowerCase().replaceAll('’', "'");
    tokens.push({
      text: match[0],
      lower,
      start: match.index,
      end: match.index + match[0].length,
      kind: kindOfWord(lower) ?? (isLatin && otherScript.test(lower) && lower.length <= longestOther ? 'name' : null),
      opens: before === undefined || piece !== before.piece,
      piece,
    });
  }
  return tokens;
}

/**
 * The tokens of a text that a trigger can be made of: those of the pieces that say anything, and of the one that begins at `head`.
 * Nothing reaches over a comma, and most tags are words like others: what is known of a tag is not found out again.
 */
function tellingTokens(text: string, head: number): Token[] {
  // What a word of other letters is depends on the whole text.
  if (/[^\x00-\u024f]/.test(text)) return tokensOf(text);
  const telling: Token[] = [];
  let pieces = 0;
  for (let start = 0; start <= text.length; ) {
    const comma = text.indexOf(',', start);
    const end = comma < 0 ? text.length : comma;
    const part = text.slice(start, end);
    const known = partKind(part);
    if (known.tells || (start <= head && head <= end))
      for (const token of tokensOf(part))
        telling.push({ ...token, start: start + token.start, end: start + token.end, piece: pieces + token.piece });
    pieces += known.pieces;
    start = end + 1;
  }
  return telling;
}

/** The texts between commas are those of a whole folder, asked for caption by caption. */
const mostParts = 25_000;

/** Of a text between two commas: how many pieces it is, and whether a word or name in it stands out. */
const partKind = memoized((part): { readonly pieces: number; readonly tells: boolean } => {
  const tokens = tokensOf(part);
  const tells = tokens.some((_, at) => isUnusual(tokens, at) || startsName(part, tokens, at));
  return { pieces: (tokens.at(-1)?.piece ?? -1) + 1, tells };
}, mostParts);

/** A class word that is no name here: only a capital makes one of a "Fox", and nothing of a "Woman". */
const isPlainClass = ({ text, lower }: Token): boolean =>
  isClassWord(lower) && (people.has(lower) || !/^\p{Lu}/u.test(text));

/** A word that stands out: by itself, or by a capital where no sentence or tag begins. */
function isUnusual(tokens: readonly Token[], at: number): boolean {
  const { kind, text, lower, opens } = tokens[at];
  if (kind !== null) return true;
  if (opens || lower.length < 3 || people.has(lower) || !/^\p{Lu}/u.test(text)) return false;
  // "A Drawing Of Mickey": capitals everywhere say nothing.
  return !tokens.some((other) => other.piece === tokens[at].piece && other !== tokens[at] && isCapitalFiller(other));
}

function isCapitalFiller({ text, lower, opens }: Token): boolean {
  return (
    !opens &&
    /^\p{Lu}/u.test(text) &&
    /^(?:of|with|and|in|on|at|by|for|to|from|hair|eyes|dress|background)$/.test(lower)
  );
}

/** A capital at the start of a piece with another one right behind it: Luna Star. */
function startsName(text: string, tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token.opens || !/^\p{Lu}\p{Ll}/u.test(token.text) || next === undefined || openingWords.has(token.lower))
    return false;
  return isBeside(text, token, next) && isUnusual(tokens, at + 1);
}

const isBeside = (text: string, a: Token, b: Token): boolean =>
  a.piece === b.piece && /^ +$/.test(text.slice(a.end, b.start));
