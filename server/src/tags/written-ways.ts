import { lettersPattern } from '../ground/letters.ts';
import { COLOUR_WORDS } from './data/modifiers.ts';
import { isEnglish, isName } from './english.ts';
import { isFunctionWord } from './function-words.ts';
import { memoized } from './memo.ts';
import { isThingWord, oppositesOf } from './opposite-words.ts';
import { isWrittenSolid } from './prose-variants.ts';
import { foldSpelling, hasSpellings, oneSpelling, withoutAccents } from './spelling.ts';

/** A word or compound of a text in the way that it is written there. Offsets are UTF-16, half-open. */
export interface WrittenWord {
  /** Equal for all ways to write it. */
  readonly key: string;
  /** As written, in the singular: `half-moon`, `halfmoon`, `half moon`. */
  readonly form: string;
  /** The word that it stands before without a mark; null before a mark, a small word and the end. */
  readonly next: string | null;
  readonly start: number;
  readonly end: number;
}

/** Letters of a compound, and of each part, at the least. */
const shortest = 6;
const shortestPart = 3;
/** A word in small letters, hyphens within; a name is written as it is. */
const word = lettersPattern(String.raw`(?<![\p{L}\p{N}_'’.-])[a-zà-öø-ÿ]+(?:-[a-zà-öø-ÿ]+)*(?![\p{L}\p{N}_'’-])`, 'g');
const bySpelling = '=';
/** Letters that British and American words differ by: a quick look. */
const mayBeSpelt =
  /our|tre|bre|[iy][sz][ei]|[iy][sz]ation|ll|l(?:ed|ing|er)|ogue?s?$|en[cs]e|ae|oe|gr[ae]y|ter|ber|or|og/;
/** What makes another word of what stands behind it: "re-cover", "co-op". */
const prefixes = new Set('re co pro un de ex'.split(' '));
/** Participles that say how something is behind any word: "the room is well lit", "a well-lit room". */
const howWell = /^(?:well|ill|half|fully|newly|freshly|partly|badly|much|ever)$|ly$/;

/** A word in the one spelling that all of its spellings have. */
const spelt = memoized((own) => oneSpelling(foldSpelling(own)));
/** Whether people may spell a word in another way. */
const isSpeltTwice = (own: string): boolean =>
  hasSpellings(own) || withoutAccents(own) !== own || (own.length >= shortest && mayBeSpelt.test(own));

/** What one does behind the name of who does it: "the sun sets", "hair cut short" are no sunset and no haircut. */
const verbs =
  /^(?:cut|set|(?:set|fall|rise|break|hold|shake|beat|slide|shine|drop|stand|play|work|run|lift|guard|walk|light)s)$/;

/** What stands behind a verb that has no ending. */
const behindVerb =
  /^(?:short|long|close|low|out|back|off|away|down|up|with|by|into|from|against|behind|over|at|in|on)$/;

/** A text with the first letter of each sentence small: "Tumble weed rolls by". */
const inSmallLetters = (text: string): string => text.replace(sentenceStart(text), (start) => start.toLowerCase());
const sentenceStart = lettersPattern(String.raw`(?<=^|[.!?]\s+)[\p{Lu}](?=[\p{Ll}])`, 'gm');

const single = (text: string): string => text.replace(/(?<=[^su])s$/, '');
const joinedOf = (text: string): string => single(text.replace(/[- ]/g, ''));

/** The words and compounds of a text that may be written in other ways, as far as their keys are asked for. */
export function writtenWords(written: string, keys: (key: string) => boolean): WrittenWord[] {
  const text = inSmallLetters(written);
  const found: WrittenWord[] = [];
  const words = Array.from(text.matchAll(word(text)), ({ 0: own, index }) => ({
    own,
    start: index,
    end: index + own.length,
  }));
  for (const [at, { own, start }] of words.entries()) {
    const nextTo = (from: number): string | null => {
      const [last, next] = [words[from], words[from + 1]];
      if (next === undefined || !isJoined(text, last.end, next.start) || isFunctionWord(next.own)) return null;
      const thing = single(next.own);
      // "A stilt-walker sits": a verb is no thing that a hyphen stands before.
      return /(?:s|ing|ed)$/.test(next.own) && !isThingWord(thing) ? null : thing;
    };
    const add = (key: string, form: string, to: number): void => {
      if (keys(key)) found.push({ key, form, next: nextTo(to), start, end: words[to].end });
    };
    if (own.length >= shortest) add(joinedOf(own), single(own), at);
    if (!own.includes('-')) add(bySpelling + spelt(own), own, at);
    const isVerb = (to: number): boolean =>
      verbs.test(words[to].own) ||
      (/^(?:cut|set)$/.test(words[to].own) &&
        behindVerb.test(words[to + 1]?.own ?? '') &&
        isJoined(text, words[to].end, words[to + 1].start));
    let phrase = own;
    for (let to = at + 1; to < Math.min(at + 3, words.length); to++) {
      if (!isJoined(text, words[to - 1].end, words[to].start)) break;
      phrase += ` ${words[to].own}`;
      // Of three words the middle one may be small: "wet on wet".
      const isEdge = isFunctionWord(own) || isFunctionWord(words[to].own);
      if (!isEdge && phrase.length > shortest && !isVerb(to)) add(joinedOf(phrase), single(phrase), to);
    }
  }
  return found;
}

const isJoined = (text: string, end: number, start: number): boolean => start === end + 1 && text[end] === ' ';

/** A way to write a word, and where texts have it. */
interface Way {
  readonly form: string;
  captions: number;
  readonly before: Set<string | null>;
}

/** A word that texts write in several ways, most texts first. */
export interface Ways {
  readonly key: string;
  readonly forms: readonly (readonly [form: string, captions: number])[];
}

/**
 * The words that texts write in more than one way without meaning two things: with a hyphen, with a blank, in one word ("half-moon", "halfmoon"), or
 * as British and American do. A hyphen that only stands before a noun, and words that only happen to stand side by side, are none.
 * @param isOwn whether a word is a name of the folder's own, which is looked after elsewhere
 */
export function waysOf(texts: readonly string[], isOwn: (word: string) => boolean): readonly Ways[] {
  const known = new Set<string>();
  for (const text of texts)
    for (const { 0: own } of inSmallLetters(text).matchAll(word(text))) {
      if (!own.includes('-') && isSpeltTwice(own)) known.add(bySpelling + spelt(own));
      if (own.length >= shortest) known.add(joinedOf(own));
    }
  const all = new Map<string, Map<string, Way>>();
  for (const text of texts) {
    const told = new Set<Way>();
    for (const { key, form, next } of writtenWords(text, (one) => known.has(one))) {
      const ways = all.get(key) ?? new Map<string, Way>();
      const way = ways.get(form) ?? { form, captions: 0, before: new Set() };
      if (!told.has(way)) way.captions++;
      told.add(way);
      way.before.add(next);
      all.set(key, ways.set(form, way));
    }
  }
  const found: Ways[] = [];
  for (const [key, ways] of all) {
    if (ways.size < 2 || [...ways.keys()].some((form) => form.split(/[ -]/).some(isOwn))) continue;
    const list = [...ways.values()].sort((a, b) => b.captions - a.captions || (a.form < b.form ? -1 : 1));
    const [most] = list;
    const forms = list.filter((way) => way === most || areOneWord(key, most, way));
    if (forms.length > 1) found.push({ key, forms: forms.map(({ form, captions }) => [form, captions] as const) });
  }
  return found;
}

/** Whether two ways to write the same letters are of one word. */
function areOneWord(key: string, a: Way, b: Way): boolean {
  if (key.startsWith(bySpelling)) return [a, b].every(({ form }) => isEnglish(withoutAccents(form)));
  const [hyphen, blank, solid] = ['-', ' ', null].map((mark) =>
    [a, b].find(({ form }) =>
      mark === null ? !/[- ]/.test(form) : form.includes(mark) && (mark === '-' || !form.includes('-')),
    ),
  );
  if (hyphen && solid) return isCompound(hyphen.form.split('-'));
  if (hyphen && blank) return isCompound(hyphen.form.split('-')) && haveOnePlace(hyphen, blank);
  // Two things beside each other are the one that is called so, wherever they stand.
  return blank !== undefined && solid !== undefined && isOneWord(blank.form.split(' '), solid.form);
}

const isCompound = (parts: readonly string[]): boolean =>
  parts.some((part) => part.length >= shortestPart) &&
  !prefixes.has(parts[0]) &&
  parts.every((part) => part.length > 1);

/** Both stand before one word, or both before none. */
function haveOnePlace(a: Way, b: Way): boolean {
  const [first, ...others] = a.form.split(/[ -]/);
  // "is well lit" and "a well-lit room" are both right, and so is either at the end.
  const isHow = howWell.test(first) && /(?:ed|en|ing|lit|made|worn|kept|built|cut)$/.test(others.at(-1) ?? '');
  return [...a.before].some((next) => b.before.has(next) && (next !== null || !isHow));
}

/** Whether two words are a solid one with a blank in it: none that a dictionary has may begin with what a thing is like. */
function isOneWord(parts: readonly string[], solid: string): boolean {
  if (parts.length !== 2 || parts.some((part) => part.length < shortestPart || !isEnglish(part))) return false;
  if (isWrittenSolid(parts.join(' '))) return true;
  if (!isEnglish(solid)) return !isName(solid);
  const [first, last] = parts;
  const isOfThings = isThingWord(solid) || isThingWord(first) || isThingWord(last);
  return isOfThings && !COLOUR_WORDS.has(first) && oppositesOf(first).length === 0;
}
