import { lettersPattern, opensWithCapital } from '../ground/letters.ts';
import type { TextRange } from '../ground/text.ts';
import { categoryOf } from './categories.ts';
import { COLOUR_WORDS, PATTERN_WORDS } from './data/modifiers.ts';
import { isFunctionWord } from './function-words.ts';
import { normalTag } from './normal.ts';
import { vocabulary } from './vocabulary.ts';
import { flag, type Word } from './word.ts';

/** A list of tags that something else than the separator takes apart. */
export interface OtherSeparator {
  /** `;`, `|`, `. ` …; a blank where nothing but blanks stands between the tags. */
  readonly text: string;
  /** The places between two tags, blanks around the mark included; UTF-16 offsets into the text given. */
  readonly places: readonly TextRange[];
}

/** What people take for a separator, with the pattern of its places. */
const marks: readonly { readonly text: string; readonly pattern: RegExp }[] = [
  // What ends a character as HTML writes it takes nothing apart.
  { text: ';', pattern: /\s*(?<!&#?[a-z\d]{2,8});\s*/gi },
  { text: '；', pattern: /\s*；\s*/g },
  { text: '：', pattern: /\s*：\s*/g },
  { text: '，', pattern: /\s*，\s*/g },
  { text: '、', pattern: /\s*、\s*/g },
  { text: '。', pattern: /\s*[。．]\s*/g },
  { text: '،', pattern: /\s*،\s*/g },
  { text: '|', pattern: /\s*\|(?!\|)\s*/g },
  { text: '/', pattern: /\s+\/\s+/g },
  { text: '\t', pattern: /\s*\t\s*/g },
  { text: '.', pattern: /\.\s+/g },
  { text: '·', pattern: /\s*·\s*/g },
  { text: '•', pattern: /\s*•\s*/g },
  // Of Japanese writing, where it stands within words of other languages.
  { text: '・', pattern: /\s*[・･]\s*/g },
  { text: '-', pattern: /\s+[-–]\s+/g },
  { text: ' ', pattern: / {2,}/g },
];

/** Tags that a mark must take apart. */
const fewestPieces = 3;
/** Share of the pieces that must be tags, and words of a piece at the most. */
const tagShare = 0.6;
const mostWords = 5;
/** Pieces that commas make up to which blanks may separate tags. */
const fewestTold = 2;
/** Words that blanks must take apart into tags, and the share of them that must be covered. */
const fewestSpaced = 4;
const coveredShare = 0.8;
/** Words of a tag at the most. */
const longestTag = 4;

/** A field that ends with a full stop, before the next one: such a form has commas in its values. */
const fieldBehind = lettersPattern(String.raw`\.\s+[\p{L}][\p{L} _-]{1,23}:\s`);

const underscored = lettersPattern(String.raw`^[\p{L}\p{N}]+(?:_[\p{L}\p{N}()'-]+)+$`);
const booruTag = lettersPattern(String.raw`[\p{L}\p{N}]_[\p{L}\p{N}]|^\d\+?(?:girl|boy|other)s?$|^solo$`);

/** Whether a text is a tag that the product knows, or one written with underscores. */
export function isKnownTag(written: string): boolean {
  const text = written.trim();
  if (text.includes('_') && underscored(text).test(text)) return true;
  const norm = normalTag(text);
  return vocabulary().has(norm) || (norm.split(' ').length <= longestTag && categoryOf(norm) !== null);
}

/** A tag in which a mark may take tags apart: most have none of them, or a hyphen between two letters. */
export const takenApart = flag(({ written }) =>
  /[;；：，、。．،|\t.·•・･]|\s[-–/]|[-–/]\s|^[-–/]|[-–/]$/.test(written),
);

/**
 * Whether something else than commas may separate the tags of a line, given what stands between its commas: false is sure. Asked of all
 * captions of a folder, of which hardly one is such a list.
 */
export const mayBeListElsewhere = (line: string, words: readonly Word[], flags: number): boolean =>
  words.length <= fewestTold || (flags & takenApart) !== 0 || line.includes('  ') || line.includes('\t');

/**
 * What separates the tags of a line where it is not the separator of the trainer; null for sentences and for lists as they
 * should be.
 * @param isTag whether a piece is a tag, by the product's vocabulary or by what the folder writes
 */
export function otherSeparator(
  line: string,
  separator: string,
  isTag: (piece: string) => boolean = isKnownTag,
): OtherSeparator | null {
  let own = -1;
  for (const { text, pattern } of marks) {
    if (separator.includes(text) || !occurs(line, text) || (text === '|' && /\{|<\|/.test(line))) continue;
    if (text === '.' && fieldBehind(line).test(line)) continue;
    const places = [...line.matchAll(pattern)].map(({ 0: match, index }) => ({
      start: index,
      end: index + match.length,
    }));
    if (places.length < fewestPieces - 1) continue;
    own = own < 0 ? piecesOf(line, separator) : own;
    if (own > places.length / 2 + 1) continue;
    const pieces = between(line, places).filter((piece) => piece.trim() !== '');
    if (pieces.length < fewestPieces) continue;
    // A full stop ends sentences; only a list of short tags has it between them.
    // A sentence may follow the tags.
    const behind =
      text !== '.' && pieces.length > fewestPieces && /^\p{Lu}.*[.!]$/su.test(pieces[pieces.length - 1].trim());
    if (
      pieces.some((piece, at) => piece.trim().split(/\s+/).length > mostWords && !(behind && at === pieces.length - 1))
    )
      continue;
    const tags = pieces.filter((piece) => isTag(piece.replace(/\.$/, '')));
    if (tags.length >= pieces.length * tagShare) return { text, places };
  }
  return (own < 0 ? piecesOf(line, separator) : own) <= fewestTold ? spacedTags(line, isTag) : null;
}

/** Marks that take phrases apart, and words of a phrase at the most and on average: longer pieces are clauses. */
const phraseMarks = '|;；：，、،/\t·•・.';
const mostPhraseWords = 8;
const fewPhraseWords = 5;
/** Words that make a phrase a sentence, for which a semicolon or a full stop is right. */
const sentence =
  /\b(?:is|are|was|were|has|have|had|stands?|sits?|lies|wears?|holds?|looks?|walks?|runs?|shows?|features?|appears?|seems?|can|will|there (?:is|are)|he|she|they)\b/i;

/**
 * What takes a line apart into phrases that are no tags anybody knows: "a lamp on a desk | oak | warm light". Null for sentences, and where
 * the separator takes more apart.
 */
export function phrasesApart(line: string, separator: string): OtherSeparator | null {
  for (const { text, pattern } of marks) {
    if (!phraseMarks.includes(text) || separator.includes(text) || !occurs(line, text)) continue;
    if (text === '|' && /\{|\|\||<\|/.test(line)) continue;
    if (text === '.' && fieldBehind(line).test(line)) continue;
    // Sentences of East Asia and Arabic have their own commas.
    if (/[^\x00-\x7f]/.test(text) && /[\u0590-\u07ff\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(line))
      continue;
    const places = [...line.matchAll(pattern)].map(({ 0: match, index }) => ({
      start: index,
      end: index + match.length,
    }));
    if (places.length < fewestPieces - 1 || piecesOf(line, separator) > places.length / 2 + 1) continue;
    const pieces = between(line, places).filter((piece) => piece.trim() !== '');
    const words = pieces.map((piece) => piece.trim().split(/\s+/).length);
    const isBar = !/[;/.]/.test(text);
    if (pieces.length < fewestPieces || Math.max(...words) > mostPhraseWords * (isBar ? 2 : 1)) continue;
    if (words.reduce((sum, count) => sum + count, 0) > pieces.length * fewPhraseWords * (isBar ? 2 : 1)) continue;
    if (!isBar && pieces.some((piece) => sentence.test(piece))) continue;
    // "zork / blimp" may be a name.
    if (/[/.·•・]/.test(text) && Math.max(...words) === 1) continue;
    if (text === '.' && pieces.slice(1).some((piece) => !/^\p{Ll}/u.test(piece.trim()))) continue;
    return { text, places };
  }
  return null;
}

/** The pieces that the separator makes, blank ones left out. */
const piecesOf = (line: string, separator: string): number =>
  line.split(separator).filter((piece) => piece.trim() !== '').length;

/** Whether a mark can stand in a line at all; asking is cheaper than looking for its places. */
function occurs(line: string, mark: string): boolean {
  if (mark === ' ') return line.includes('  ');
  return line.includes(mark) || (mark === '・' && line.includes('･')) || (mark === '-' && line.includes('–'));
}

/** The pieces of a line between the places of a mark. */
function between(line: string, places: readonly TextRange[]): string[] {
  const starts = [0, ...places.map(({ end }) => end)];
  return starts.map((start, at) => line.slice(start, places[at]?.start ?? line.length));
}

/**
 * The places of a mark that takes a piece of a comma list apart into tags: "long hair. blue eyes", "smile | hat". Null where a part is
 * none that the product or the folder knows.
 */
export function takenApartIn(piece: string, isTag: (piece: string) => boolean): OtherSeparator | null {
  const tight = tightlyApart(piece, isTag);
  if (tight !== null) return tight;
  for (const { text, pattern } of marks) {
    if (!'.|/\t·•・'.includes(text) || !occurs(piece, text)) continue;
    // "<|im_end|>" is a mark of a model.
    if (text === '|' && /<\|/.test(piece)) continue;
    // Fields that end with a full stop are a form, whose values have the commas.
    if (text === '.' && fieldBehind(piece).test(piece)) continue;
    const places = [...piece.matchAll(pattern)].map(({ 0: match, index }) => ({
      start: index,
      end: index + match.length,
    }));
    const parts = between(piece, places).filter((part) => part.trim() !== '');
    const isList = parts.length >= 2 && parts.every((part) => part.trim().split(/\s+/).length <= mostWords);
    // A sentence begins with a capital, and of a phrase among tags the others vouch for it.
    if (!isList || parts.slice(1).some((part) => opensWithCapital(part))) continue;
    const tags = parts.filter((part) => isTag(part.replace(/\.$/, '')));
    // In a list nothing else has a full stop before a small letter than a slip, but for what is shortened: "st. bernard".
    if (
      text === '.' &&
      parts.length === 2 &&
      tags.length > 0 &&
      !/(?:^|\s)\S{1,3}$|\d$/.test(parts[0]) &&
      small(parts[1])
    )
      return { text, places };
    if (tags.length === parts.length || (tags.length >= fewestPieces && tags.length >= parts.length - 1))
      return { text, places };
  }
  return null;
}

/** A full stop and a small letter behind it in a tag: "threshing machine. straw". Nothing else is written so but what is shortened: "st. bernard". */
export function stopInTag(piece: string): TextRange | null {
  const at = piece.search(/\.\s+\S/);
  if (at < 0 || /(?:^|\s)\S{1,3}$|\d$|[.:]/.test(piece.slice(0, at)) || /[.:]\s/.test(piece.slice(at + 1))) return null;
  const [before, behind] = [piece.slice(0, at), piece.slice(at + 1)];
  const isShort = before.trim().split(/\s+/).length <= longestTag;
  return isShort && small(behind) ? { start: at, end: at + 1 + behind.length - behind.trimStart().length } : null;
}

/** Whether a part begins with a small letter, and is short. */
const small = (part: string): boolean => smallFirst(part).test(part) && part.trim().split(/\s+/).length <= longestTag;
const smallFirst = lettersPattern('^\\s*[\\p{Ll}]');

/** A full stop or a semicolon between two words, without a blank. */
const tightMark = lettersPattern(String.raw`(?<=[\p{L}\p{N})]{2})[.;](?=[\p{L}\p{N}]{2})`, 'g');

/**
 * A mark without a blank between two tags that are known: "glasses.close-up". Titles such as "steins;gate" have one word on either side;
 * beside a tag of several words the other part need not be known: "red hair;gold outline".
 */
function tightlyApart(piece: string, isTag: (piece: string) => boolean): OtherSeparator | null {
  if (!/[.;]/.test(piece)) return null;
  const places = [...piece.matchAll(tightMark(piece))];
  if (places.length !== 1 || opensWithCapital(piece)) return null;
  const [{ 0: text, index: start }] = places;
  const parts = [piece.slice(0, start), piece.slice(start + 1)];
  if (parts.some((part) => /[.;:/]/.test(part) || part.split(/\s+/).length > mostWords)) return null;
  const known = parts.filter(isTag);
  const isSure = known.length === parts.length || (text === ';' && known.some((part) => part.trim().includes(' ')));
  return isSure ? { text, places: [{ start, end: start + 1 }] } : null;
}

/** Tags with blanks between them: `1girl solo long_hair blue_eyes`. */
function spacedTags(line: string, isTag: (piece: string) => boolean): OtherSeparator | null {
  const words = [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
  if (words.length <= fewestSpaced || words.some(({ text }) => /[,.!?]/.test(text) && text !== words.at(-1)?.text))
    return null;
  if (words.filter(({ text }) => isFunctionWord(text.toLowerCase())).length > words.length * 0.1) return null;
  const places: TextRange[] = [];
  let covered = 0;
  let tags = 0;
  let booru = 0;
  for (let at = 0; at < words.length; ) {
    let length = 1;
    for (let take = Math.min(longestTag, words.length - at); take > 0; take--) {
      const text = line.slice(words[at].start, words[at + take - 1].end);
      if (take > 1 ? !isPlainTag(text, isTag) : !isTag(text)) continue;
      length = take;
      covered += take;
      tags++;
      if (booruTag(text).test(text)) booru++;
      break;
    }
    const next = words[at + length];
    if (next) places.push({ start: words[at + length - 1].end, end: next.start });
    at += length;
  }
  const isList = tags >= fewestSpaced && covered >= words.length * coveredShare;
  return isList && booru > 0 ? { text: ' ', places } : null;
}

/** A tag of several words that the vocabulary has as it stands; what only looks like one may be two. */
function isPlainTag(text: string, isTag: (piece: string) => boolean): boolean {
  if (/_/.test(text)) return false;
  return (
    vocabulary().has(normalTag(text)) ||
    (isTag !== isKnownTag && isTag(text) && !isKnownTag(text)) ||
    isModified(normalTag(text))
  );
}

/** A colour or pattern with a thing: `blue eyes`, `striped shirt`. */
export function isModified(norm: string): boolean {
  const blank = norm.indexOf(' ');
  if (blank < 0 || norm.includes(' ', blank + 1)) return false;
  const before = norm.slice(0, blank);
  return (
    (COLOUR_WORDS.has(before) || PATTERN_WORDS.has(before)) &&
    categoryOf(norm) !== null &&
    categoryOf(norm.slice(blank + 1)) !== null
  );
}
