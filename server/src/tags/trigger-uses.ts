import { isPythonSpace } from '../caption/space.ts';
import { once } from '../ground/once.ts';
import { categoryOf } from './categories.ts';
import { listOf } from './data/list.ts';
import { memoized } from './memo.ts';
import { normalTag } from './normal.ts';
import { hasOtherScript, kindOfWord, type TriggerKind } from './trigger-kinds.ts';
import { isClassWord } from './trigger-words.ts';
import { vocabulary } from './vocabulary.ts';
import { trait, type Word } from './word.ts';

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

const word = once(
  () =>
    /\[[\p{L}_ ]{3,14}\]|<[\p{L}*]{1,8}>|\{[\p{L}]{3,8}\}|[\p{L}\p{N}][\p{L}\p{N}_]*(?:(?:['’](?!s\b)|-)[\p{L}\p{N}_]+)*/gu,
);
/** The same for a text of ASCII, compiled in a tenth of the time. */
const plainWord = /\[[A-Za-z_ ]{3,14}\]|<[A-Za-z*]{1,8}>|\{[A-Za-z]{3,8}\}|[A-Za-z0-9]\w*(?:(?:'(?!s\b)|-)\w+)*/g;
const wordsOfText = (text: string): Iterable<RegExpExecArray> =>
  text.matchAll(/[^\x00-\x7f]/.test(text) ? word() : plainWord);

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

/** Class words that are never a name. */
const people = new Set(
  listOf(
    'man, woman, girl, boy, person, guy, lady, male, female, child, kid, baby, people, character, 1girl, 1boy, 1other',
  ),
);

/** A word of a text, lower case, with its place in UTF-16 offsets. */
export interface TextWord {
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text, placeholders and joined words as one; a possessive's `'s` is no part of its word. */
export function wordsIn(text: string): TextWord[] {
  return [...wordsOfText(text)].map((match) => ({
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

/** Small words within names. */
const particle = /^(?:de|del|della|di|da|du|la|le|el|al|van|von|der|den|of|the|no|ibn|bin)$/;
/** Letters of a name in another script at the most. */
const longestOther = 12;
/** Most words that a name has. */
const longestName = 3;

/**
 * A part of a caption that nothing reaches over, and the words and names in it that could be a trigger, at their offsets in it. Most
 * parts are tags that come again and again: what is in them is found out once.
 */
interface Part {
  /** Pieces that marks within it take apart. */
  readonly pieces: number;
  readonly uses: readonly PartUse[];
}

interface PartUse extends Pick<TriggerUse, 'word' | 'written' | 'classWord'> {
  readonly start: number;
  readonly end: number;
  /** The piece of the part that it begins in, and whether it begins it. */
  readonly piece: number;
  readonly opens: boolean;
}

/** Uses of a caption up to which their list is searched; more get a set. */
const listedUses = 32;

/** The texts between commas are those of a whole folder, asked for caption by caption. */
const mostParts = 25_000;

const partOfText = memoized((text) => partOf(text), mostParts);
const partOfWord = trait(({ written }) => partOf(written));
const firstPartOfWord = trait(({ written }) => partOf(written, 0));

/**
 * The words and names of a caption that could be its trigger: words no dictionary has, names, joined words, placeholders,
 * and an ordinary word where it stands first. Each once, at its first place. Costs what the text holds.
 * @param words the tags of the text, where they are what stands between its commas
 */
export function triggerUses(text: string, words?: readonly Word[]): TriggerUse[] {
  const found: TriggerUse[] = [];
  const head = headOf(text, words);
  const opened = text.indexOf(',', head);
  const end = endOf(text);
  let pieces = 0;
  let known: Set<string> | null = null;
  // A caption has a handful: looking through them is cheaper than a set for each caption.
  const isKnown = (word: string): boolean => {
    if (found.length < listedUses) return found.some((other) => other.word === word);
    known ??= new Set(found.map((other) => other.word));
    const size = known.size;
    return known.add(word).size === size;
  };
  eachPart(text, head, words, (start, part) => {
    for (const use of part.uses) {
      if (isKnown(use.word)) continue;
      const at = start + use.start;
      found.push({
        word: use.word,
        written: use.written,
        // No opening phrase goes on behind a comma.
        first: at <= head || ((opened < 0 || at <= opened) && opener.test(text.slice(head, at))),
        last: start + use.end >= end,
        second: pieces + use.piece === 1 && use.opens,
        classWord: use.classWord,
      });
    }
    pieces += part.pieces;
  });
  return found;
}

/** Where a text ends before the blanks and marks at its end. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && /[\s.!,;|"']/.test(text[end - 1])) end--;
  return end;
}

/** Calls back with the parts of a text and their offsets. */
function eachPart(
  text: string,
  head: number,
  words: readonly Word[] | undefined,
  take: (start: number, part: Part) => void,
): void {
  // What a word of other letters is depends on the whole text.
  if (/[^\x00-\u024f]/.test(text)) {
    take(0, partOf(text, head));
    return;
  }
  if (words) {
    eachTag(text, head, words, take);
    return;
  }
  for (let start = 0; start <= text.length; ) {
    const comma = text.indexOf(',', start);
    const end = comma < 0 ? text.length : comma;
    const part = text.slice(start, end);
    take(start, start <= head && head <= end ? partOf(part, head - start) : partOfText(part));
    start = end + 1;
  }
}

const comma = 0x2c;

/** {@link eachPart} of a list of tags: what a tag is is known, and where the next one begins follows from its length. */
function eachTag(text: string, head: number, words: readonly Word[], take: (start: number, part: Part) => void): void {
  let start = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    let from = start;
    for (; from < text.length; from++) {
      const unit = text.charCodeAt(from);
      if (unit === comma) start = from + 1;
      else if (!isPythonSpace(unit)) break;
    }
    let end = from + word.written.length;
    while (end < text.length && text.charCodeAt(end) !== comma) end++;
    if (start > head || head > end) take(from, partOfWord(word));
    else take(from, head === from ? firstPartOfWord(word) : partOf(word.written, head - from));
    start = end + 1;
  }
}

/** @param head where the caption begins, when it begins in this part */
function partOf(text: string, head?: number): Part {
  const tokens = tokensOf(text);
  const uses: PartUse[] = [];
  const add = (from: number, to: number): void => {
    const [a, b] = [tokens[from], tokens[to]];
    const key = tokens
      .slice(from, to + 1)
      .map(({ lower }) => lower)
      .join(' ');
    // A tag is no name, unless a capital makes one of it ("Fox").
    if (vocabulary().has(key.replaceAll('_', ' ')) && (people.has(key) || !/^\p{Lu}/u.test(a.text))) return;
    const next = tokens[to + 1];
    const classWord =
      next !== undefined &&
      next.piece === b.piece &&
      /^ +$/.test(text.slice(b.end, next.start)) &&
      isClassWord(next.lower)
        ? next.lower
        : null;
    const written = text.slice(a.start, b.end);
    uses.push({ word: key, written, classWord, start: a.start, end: b.end, piece: a.piece, opens: a.opens });
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
      !hasOtherScript(token.lower) &&
      !openingWords.has(token.lower) &&
      !isPlainClass(token) &&
      /^\p{L}/u.test(token.lower)
    ) {
      add(at, at);
      const second = tokens[at + 1];
      const isWhole = tokens[at + 2]?.piece !== token.piece;
      if (second && isBeside(text, token, second) && isWhole && !isClassWord(second.lower)) add(at, at + 1);
      // A particle ends no name: "luna del mar", "joan of arc".
      const third = tokens[at + 2];
      const isTitle = third !== undefined && tokens[at + 3]?.piece !== token.piece && particle.test(second.lower);
      if (isTitle && isBeside(text, token, second) && isBeside(text, second, third)) add(at, at + 2);
    }
  }
  return { pieces: (tokens.at(-1)?.piece ?? -1) + 1, uses };
}

/** Where a caption begins behind what taggers and people put before everything: `score_9, source_anime, masterpiece, …`. */
function headOf(text: string, words: readonly Word[] | undefined): number {
  let start = 0;
  // Tags come again and again: what stands before everything is asked of each once, as long as pieces and tags are the same.
  for (let at = 0; ; at++) {
    const end = text.indexOf(',', start);
    if (end < 0) return 0;
    const piece = text.slice(start, end).trim();
    const word = words?.[at];
    if (word?.written === piece ? !standsBefore(word) : !isBeforeAll(piece)) return start;
    start = end + 1;
    while (text[start] === ' ') start++;
  }
}

const isBeforeAll = (piece: string): boolean =>
  /^(?:score|source|rating)[_: ]/i.test(piece) || categoryOf(normalTag(piece)) === 'quality';
const standsBefore = trait(({ written }) => isBeforeAll(written));

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  // Among Latin letters a word of other letters is a name; a sentence of them has no blanks to tell words by.
  const isLatin =
    !/[^\x00-\u024f]/.test(text) || count(text, /\p{Script=Latin}/gu) >= count(text, /[^\P{L}\p{Script=Latin}]/gu);
  let piece = 0;
  for (const match of wordsOfText(text)) {
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
      kind: kindOfWord(lower) ?? (isLatin && hasOtherScript(lower) && lower.length <= longestOther ? 'name' : null),
      opens: before === undefined || piece !== before.piece,
      piece,
    });
  }
  return tokens;
}

/** A class word that is no name here: only a capital makes one of a "Fox", and nothing of a "Woman". */
const isPlainClass = ({ text, lower }: Token): boolean =>
  isClassWord(lower) && (people.has(lower) || !/^\p{Lu}/u.test(text));

/** A word that stands out: by itself, or by a capital where no sentence or tag begins. */
function isUnusual(tokens: readonly Token[], at: number): boolean {
  const { kind, text, lower, opens } = tokens[at];
  if (kind !== null) return true;
  if (opens || lower.length < 3 || people.has(lower) || !/^\p{Lu}/u.test(text)) return false;
  // "A Drawing Of Mickey": capitals everywhere say nothing.
  const others = fillersIn(tokens).get(tokens[at].piece) ?? 0;
  return others - Number(isCapitalFiller(tokens[at])) === 0;
}

const fillers = new WeakMap<readonly Token[], ReadonlyMap<number, number>>();

/** How many words that only a title writes with a capital each piece has, by its number; counted once for all tokens of a text, and only when asked for. */
function fillersIn(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const known = fillers.get(tokens);
  if (known) return known;
  const counts = new Map<number, number>();
  for (const token of tokens) if (isCapitalFiller(token)) counts.set(token.piece, (counts.get(token.piece) ?? 0) + 1);
  fillers.set(tokens, counts);
  return counts;
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
