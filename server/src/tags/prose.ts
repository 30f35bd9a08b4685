import { append } from '../ground/append.ts';
import { type ExclusiveGroup, EYE_NEIGHBOURS, GROUPS, HAIR_NEIGHBOURS } from './data/exclusive.ts';
import { listOf } from './data/list.ts';
import { isFunctionWord } from './function-words.ts';
import { normalTag } from './normal.ts';
import { otherSeparator } from './separators.ts';
import { vocabulary } from './vocabulary.ts';
import { flag, trait, type Word, wordsOf } from './word.ts';

/** A phrase of a prose caption. Offsets are UTF-16, half-open. */
export interface ProsePhrase {
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
}

/** Two phrases of a prose caption that cannot both be true. */
export interface ProseContradiction {
  readonly a: ProsePhrase;
  readonly b: ProsePhrase;
  readonly level: 'warning';
  readonly group: string;
  /** One English sentence; the key of its translation. */
  readonly why: string;
}

interface ProseRule {
  readonly group: ExclusiveGroup;
  readonly a: RegExp;
  readonly b: RegExp;
  /** Only where the caption clearly shows one subject. */
  readonly oneSubject?: boolean;
}

/** Only phrases that can hardly mean anything else; "under a blue sky during night time" is odd but stays silent. */
const RULES: readonly ProseRule[] = [
  {
    group: 'time',
    a: /\b(?:at night|at night[- ]?time|during (?:the )?night(?:[- ]?time)?|in the middle of the night|at midnight)\b/gi,
    b: /\b(?:in (?:broad |full )?daylight|broad daylight|during (?:the )?day(?:[- ]?time)?|at noon|at midday|in the midday sun)\b/gi,
  },
  { group: 'time', a: /\bat sunrise\b/gi, b: /\bat sunset\b/gi },
  {
    group: 'weather',
    a: /\b(?:cloudless|clear blue|completely clear) sky\b/gi,
    b: /\b(?:overcast|heavily clouded|completely clouded) sky\b/gi,
  },
  { group: 'season', a: /\bin (?:the )?(?:middle of )?summer\b/gi, b: /\bin (?:the )?(?:middle of )?winter\b/gi },
  {
    group: 'colour mode',
    a: /\b(?:black[- ]and[- ]white|monochrome|greyscale|grayscale) (?:photo|photograph|picture|image|drawing|illustration|painting|portrait)\b/gi,
    b: /\b(?:vibrant|vivid|bright) colou?rs\b|\bcolou?rful (?:photo|photograph|picture|image|drawing|illustration|painting|portrait)\b/gi,
  },
  {
    group: 'framing',
    a: /\b(?:extreme )?close[- ]?up (?:shot|photo|photograph|portrait|view|of)\b/gi,
    b: /\b(?:full[- ]body (?:shot|photo|photograph|portrait|view)|(?:extreme )?(?:wide|long) shot)\b/gi,
  },
  {
    group: 'angle',
    a: /\b(?:(?:taken|shot|seen|viewed|photographed) from above|bird'?s[- ]eye view|high[- ]angle (?:shot|view))\b/gi,
    b: /\b(?:(?:taken|shot|seen|viewed|photographed) from below|worm'?s[- ]eye view|low[- ]angle (?:shot|view))\b/gi,
  },
  {
    group: 'eyes',
    a: /\b(?:(?:his|her|their) eyes (?:are )?closed|with closed eyes|eyes shut)\b/gi,
    b: /\b(?:looking|gazing|staring|looks|gazes|stares) (?:directly |straight )?(?:at|into) the (?:viewer|camera)\b/gi,
    oneSubject: true,
  },
  {
    group: 'mouth',
    a: /\b(?:(?:his|her|their) mouth (?:is )?(?:wide )?open|with (?:an )?open mouth)\b/gi,
    b: /\b(?:(?:his|her|their) mouth (?:is )?closed|with (?:a )?closed mouth)\b/gi,
    oneSubject: true,
  },
];

/** One person doing two things at once, or with two heads of hair: told of "she" and of the one person that is named. */
const LOOKS: readonly ProseRule[] = [
  {
    group: 'pose',
    a: /\b(?:stands|standing)(?= (?:sitting|seated|lying|kneeling)\b)/gi,
    b: /(?<=\b(?:stands|standing) )(?:sitting|seated|lying|kneeling)\b/gi,
  },
  {
    group: 'pose',
    a: /\b(?:sits|sitting|lies|lying|kneels|kneeling)(?= standing\b)/gi,
    b: /(?<=\b(?:sits|sitting|lies|lying|kneels|kneeling) )standing\b/gi,
  },
  {
    group: 'pose',
    a: /\b(?:woman|man|girl|boy|person|he|she) (?:is )?(?:standing|stands)\b/gi,
    b: /\b(?:woman|man|girl|boy|person|he|she) (?:is )?(?:sitting|sits|seated|lying down|kneeling|kneels)\b/gi,
    oneSubject: true,
  },
  {
    group: 'hair length',
    a: /\b(?:very )?short(?:,? (?!sleeve)[a-z]+){0,2} hair\b/gi,
    b: /\b(?:very )?long(?:,? (?!sleeve)[a-z]+){0,2} hair\b/gi,
    oneSubject: true,
  },
  { group: 'place', a: /\bindoors\b/gi, b: /\boutdoors\b/gi, oneSubject: true },
  {
    group: 'hair style',
    a: /\bstraight (?:[a-z]+ )?hair\b/gi,
    b: /\b(?:curly|wavy) (?:[a-z]+ )?hair\b/gi,
    oneSubject: true,
  },
  {
    group: 'eyes',
    a: /\b(?:(?:his|her|their) eyes (?:are )?closed|with closed eyes|eyes shut)\b/gi,
    b: /\b(?:(?:his|her|their) eyes (?:are )?(?:wide )?open|with (?:wide )?open eyes|wide-open eyes)\b/gi,
    oneSubject: true,
  },
];

const HAIR =
  /\b(black|brown|blonde?|red|blue|green|pink|purple|white|grey|gray|orange)(?:,? (?:long|short|wavy|curly|straight|[a-z]+ly))?(?: [a-z-]+)? hair\b/gi;
const EYES = /\b(blue|green|brown|red|purple|yellow|amber|hazel|grey|gray) eyes\b/gi;
/** Words that give one head several colours. */
const MIXED =
  /\b(?:streaks?|streaked|highlights?|tips|ombre|roots|gradient|dyed|faded?|fading|mix(?:ed)?|multi\w*|two-tone|heterochromia|mismatched|odd|hint|tint(?:ed)?|shades?|strands?|wig|blend\w*|transition\w*)\b/i;

/** Words that set two phrases against each other on purpose, or split the picture. */
const GUARD =
  /\b(?:or|not|no|never|without|instead|unlike|whereas|while|versus|vs|from day|to night|day and night|night and day|turning|transition|time[- ]?lapse|split|collage|panels?|before and after|half|left|right|top|bottom|series|sequence|comic|diptych|triptych|mirror|reflection|screen|poster|background shows|other)\b/i;

/** The same for looks, which a caption may speak of at length: only words that show the subject twice. */
const LOOKS_GUARD =
  /\b(?:or|not|no|never|without|instead|unlike|versus|vs|split|collage|panels?|before and after|series|sequence|comic|diptych|triptych|mirror|reflection|poster|another|other)\b/i;
const PERSONS = /\b(?:woman|man|girl|boy|child|lady|gentleman|baby|toddler|dog|cat|horse|doll|statue|figure)\b/gi;

const PEOPLE =
  /\b(?:two|three|four|five|six|several|many|both|group|couple|people|women|men|girls|boys|crowd|another|others|they|each|friends|siblings|sisters|brothers|family|pair)\b/i;

/**
 * Contradictions between phrases of a prose caption. Only where precise: both phrases are unambiguous and nothing in the
 * caption hints at a comparison, a sequence, a split picture or (for looks) several people.
 */
export function proseContradictions(text: string): ProseContradiction[] {
  const found: ProseContradiction[] = [];
  const rules = [...(GUARD.test(text) ? [] : RULES), ...(LOOKS_GUARD.test(text) ? [] : LOOKS)];
  let people: boolean | null = null;
  for (const rule of rules) {
    const a = firstMatch(text, rule.a);
    if (a === null) continue;
    const b = firstMatch(text, rule.b);
    if (b === null || (a.start < b.end && b.start < a.end)) continue;
    if (rule.oneSubject === true) {
      people ??= hasSeveral(text);
      if (people) continue;
    }
    const [first, second] = a.start < b.start ? [a, b] : [b, a];
    if (found.some((other) => other.group === rule.group)) continue;
    found.push({ a: first, b: second, level: 'warning', group: rule.group, why: GROUPS[rule.group] });
  }
  if (!LOOKS_GUARD.test(text) && !MIXED.test(text) && !hasSeveral(text)) {
    for (const [group, pattern, neighbours] of [
      ['hair colour', HAIR, HAIR_NEIGHBOURS],
      ['eye colour', EYES, EYE_NEIGHBOURS],
    ] as const)
      append(found, twoColours(text, group, pattern, new Set(listOf(neighbours))));
  }
  return found;
}

/** Whether a text speaks of several people or creatures. */
function hasSeveral(text: string): boolean {
  return PEOPLE.test(text) || new Set(text.toLowerCase().match(PERSONS)).size > 1;
}

/** Two colours that one head cannot have, at their first places. */
function twoColours(
  text: string,
  group: ExclusiveGroup,
  pattern: RegExp,
  neighbours: ReadonlySet<string>,
): ProseContradiction[] {
  const [first, ...others] = [...text.matchAll(pattern)].map((match) => ({
    phrase: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
    colour: match[1]
      .toLowerCase()
      .replace('gray', 'grey')
      .replace(/^blond$/, 'blonde'),
  }));
  const other = others.find(({ colour }) => colour !== first?.colour);
  if (first === undefined || other === undefined) return [];
  if (neighbours.has(`${first.colour} ${other.colour}`) || neighbours.has(`${other.colour} ${first.colour}`)) return [];
  return [{ a: first, b: other, level: 'warning', group, why: GROUPS[group] }];
}

function firstMatch(text: string, pattern: RegExp): ProsePhrase | null {
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  if (match === null) return null;
  return { phrase: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length };
}

export type CaptionStyle = 'tags' | 'prose' | 'mixed';

/** Short pieces that no sentence has between its commas. */
const MANY_PIECES = 10;

/** A piece of a caption that reads as part of a sentence. */
const SENTENCE_WORDS = 5;

/**
 * How a caption is written, from its comma-separated pieces (as written or normal). Prose: sentences, with their commas.
 * Tags: names. Mixed: at least three tags beside at least one sentence. A caption of one or two words counts as tags.
 */
export function captionStyle(tags: readonly string[] | readonly Word[]): CaptionStyle {
  const words = wordsOf(tags);
  let flags = 0;
  for (let at = 0; at < words.length; at++) flags |= words[at].flags;
  if (((flags & isField) !== 0 && areForm(words)) || isListElsewhere(words)) return 'tags';
  if (isOneSentence(words)) return 'prose';
  if ((flags & isOfSentence) === 0) return 'tags';
  let booru = 0;
  let plain = 0;
  let sentences = 0;
  let fragments = 0;
  for (const word of words) {
    const piece = pieceKind(word);
    if (piece === 'booru') booru++;
    else if (piece === 'sentence') sentences++;
    else if (piece === 'fragment') fragments++;
    else if (piece === 'plain') plain++;
  }
  const evidence = booru >= 3 || (booru >= 1 && booru + plain >= 5);
  if (sentences > 0) return evidence ? 'mixed' : 'prose';
  // Fragments alone ("and a city park", "near water."): prose unless tags are the bulk.
  // Many short pieces are a list even where the vocabulary knows none of them.
  const listed = booru > 0 || plain >= MANY_PIECES;
  return booru + plain >= 3 * fragments && listed ? 'tags' : 'prose';
}

/** What a piece of a caption reads like by itself. */
const pieceKind = trait((word): 'booru' | 'sentence' | 'fragment' | 'plain' | 'blank' => {
  const written = word.written.trim();
  if (written === '') return 'blank';
  const words = word.norm.split(/\s+/);
  if (isTagLike(written, word.norm) && words.length <= SENTENCE_WORDS) return 'booru';
  if (words.length >= SENTENCE_WORDS && functionWords(words) >= 1) return 'sentence';
  if (isFragment(words, written)) return 'fragment';
  return words.length > 8 ? 'sentence' : 'plain';
});

/** Set for a piece that reads as a sentence or a part of one. */
const isOfSentence = flag((word) => pieceKind(word) === 'sentence' || pieceKind(word) === 'fragment');

/** A list that something else than the separator takes apart is a list, though its only piece reads like a sentence. */
const isListElsewhere = (words: readonly Word[]): boolean =>
  words.length < TELLING_PIECES && words.some(({ written }) => otherSeparator(written, ',') !== null);

/** Fields and share of the pieces that begin with one from which a caption is a form. */
const fewestFields = 2;
const fieldShare = 0.3;
const field = /^[\p{L}][\p{L} _-]{1,23}:\s*\S/u;

/** A caption as a form with a name before each value, `background: park, mood: calm`: pieces, whatever the values are. */
export function isForm(tags: readonly string[]): boolean {
  return areForm(wordsOf(tags));
}

const isField = flag(({ written }) => field.test(written.trim()));

function areForm(words: readonly Word[]): boolean {
  let named = 0;
  for (let at = 0; at < words.length; at++) if ((words[at].flags & isField) !== 0) named++;
  return named >= fewestFields && named >= words.length * fieldShare;
}

/** Fewer pieces than this say nothing about how a folder is written. */
const TELLING_PIECES = 3;

/**
 * `captionStyle` for comparing captions of a folder, or null when the caption is too short to tell: "CN Tower, Canada" among
 * sentences, or a lone trigger among tags, is no other style.
 */
export function tellingStyle(tags: readonly string[]): CaptionStyle | null {
  const style = captionStyle(tags);
  if (style !== 'tags') return style;
  const written = tags.filter((tag) => tag.trim() !== '');
  return written.length < TELLING_PIECES && !written.some((tag) => isTagLike(tag.trim(), normalTag(tag)))
    ? null
    : style;
}

/** Words of a piece that is a sentence whatever stands around it, and those in it that only join others. */
const clearlyWords = 6;
const clearlyJoining = 2;
/** Words of a piece on average up to which unknown words are a list of tags. */
const plainWords = 1.5;
/** Words of a tag at the most, and the share of pieces that may be phrases, where a caption is clearly tags. */
const tagWords = 3;
const phraseShare = 0.25;

/**
 * A style that can be set against another one, or null: lists of phrases ("front view, on a wooden table, soft light") lie between
 * tags and sentences, and are no other style than either.
 */
export function clearStyle(tags: readonly string[], style: CaptionStyle | null): CaptionStyle | null {
  if (style === null || isForm(tags)) return style;
  const pieces = tags.map((tag) => tag.trim()).filter((tag) => tag !== '');
  const phrases = pieces.filter((piece) => isPhrase(piece));
  if (style === 'tags') {
    const known = pieces.filter((piece) => isTagLike(piece, normalTag(piece))).length;
    if (pieces.length < TELLING_PIECES) return known === pieces.length ? style : null;
    const isList = known * 2 >= pieces.length || wordCount(pieces) <= pieces.length * plainWords;
    return isList && phrases.length <= pieces.length * phraseShare ? style : null;
  }
  const isClear = (piece: string): boolean => {
    const words = piece.toLowerCase().split(/\s+/);
    return words.length >= clearlyWords && functionWords(words) >= clearlyJoining;
  };
  const clear = pieces.filter((piece) => isClear(piece) || /\w\s\w.*[.!?]["'”’]?$/.test(piece));
  return isOneSentence(wordsOf(tags)) || wordCount(clear) * 2 >= wordCount(pieces) ? style : null;
}

const wordCount = (pieces: readonly string[]): number =>
  pieces.reduce((sum, piece) => sum + piece.split(/\s+/).length, 0);

/** A piece of some words that is no tag: it joins words, or is long. */
function isPhrase(piece: string): boolean {
  const words = piece.toLowerCase().split(/\s+/);
  if (words.length < 2 || isTagLike(piece, normalTag(piece))) return false;
  return words.length > tagWords || functionWords(words) > 0;
}

/** A capital at the start and a full stop at the end, with no booru underscore between: commas then list within a sentence. */
function isOneSentence(words: readonly Word[]): boolean {
  let first = 0;
  while (first < words.length && words[first].written.trim() === '') first++;
  if (first === words.length || !opensSentence(words[first])) return false;
  let last = words.length - 1;
  while (words[last].written.trim() === '') last--;
  return endsSentence(words[last]) && !words.some(({ written }) => /[A-Za-z0-9]_[A-Za-z0-9(]/.test(written));
}

const opensSentence = trait(({ written }) => /^["'“‘]?\p{Lu}/u.test(written.trim()));
const endsSentence = trait(({ written }) => /[.!?]["'”’]?$/.test(written.trim()));

function isTagLike(written: string, norm: string): boolean {
  if (/[A-Za-z0-9]_[A-Za-z0-9(]/.test(written)) return true;
  // A capital or a full stop is how a sentence starts or ends, and no tag does.
  if (/^[A-Z]|[.!?]$/.test(written) && /[a-z]/.test(written)) return false;
  return vocabulary().has(norm);
}

function functionWords(words: readonly string[]): number {
  return words.filter((word) => isFunctionWord(word)).length;
}

function isFragment(words: readonly string[], written: string): boolean {
  if (words.length < 2) return false;
  const first = words[0] ?? '';
  return (
    first === 'and' ||
    first === 'a' ||
    first === 'an' ||
    first === 'the' ||
    (words.length >= 3 && /[a-z]\.$/.test(written)) ||
    (words.length >= 3 &&
      functionWords(words) >= 1 &&
      !vocabulary().has(words.join(' ')) &&
      functionWords(words) * 4 >= words.length)
  );
}
