import { categoryOf } from './categories.ts';
import { COLOUR_WORDS } from './data/modifiers.ts';
import { isEnglish, isName } from './english.ts';
import { isParticiple, isPlural, isSolidAnyway, isTooLong } from './glued-words.ts';
import { isUsual } from './misspelt.ts';
import { isModified } from './separators.ts';
import { vocabulary } from './vocabulary.ts';

/** Shortest word that two words without a blank between them make, and letters that each of them has at the least. */
const shortest = 6;
/** The same where not both are tags that the folder has again and again. */
const shortestOther = 8;
const shortestPart = 3;
/** Letters of the words on both sides of a lost separator that only their form tells. */
const shortestOfForm = 4;
/** Letters of both words from which nobody writes them as one. */
const neverSolid = 6;
/** Words of a tag at the most. */
const mostWords = 4;

/** What a folder writes, by tags in normal form. */
export interface Written {
  /** So often that it is surely a tag. */
  readonly isOwn: (norm: string) => boolean;
  /** At least once. */
  readonly isWritten: (norm: string) => boolean;
}

/** Whether a tag in normal form has a word that may be the end of one tag and the beginning of the next. */
export const mayBeGlued = (norm: string): boolean =>
  norm.length >= shortest && norm.split(' ').some((word) => isLongRun(word) && !isEnglishPart(word));

/** A word of a hyphen is as long as its longest part: "curtainwind-up". */
const isLongRun = (word: string): boolean => word.length >= shortest && /^[a-z0-9]{6,}(?:-[a-z0-9]+)*$/.test(word);

/** Whether a word, or each part of one with hyphens, is one of English. */
const isEnglishPart = (word: string): boolean =>
  isEnglish(word) || (word.includes('-') && word.split('-').every((part) => part.length > 1 && isEnglish(part)));

/**
 * The two tags that have lost both comma and blank between them: `puffy sleevescorset` → `puffy sleeves`, `corset`. Null where neither
 * what the folder writes nor the form of the words tells that they are two: both might be one name or one compound.
 */
export function gluedTags(norm: string, { isOwn, isWritten }: Written): [string, string] | null {
  const words = norm.split(' ');
  for (const [at, word] of words.entries()) {
    if (!isLongRun(word) || isEnglishPart(word)) continue;
    const cuts = cutsOf(words, at);
    for (const { pair } of cuts) {
      if (pair.every(isOwn)) return pair;
      if (word.length < shortestOther) continue;
      // One that the folder has, beside one of several words that everybody knows, or two of these.
      if (pair.every((tag) => isKnownPhrase(tag) || isOwn(tag)) && pair.some(isPhrase)) return pair;
      // "silver hairponytail": behind hair and eyes that everybody knows, another tag of a person begins.
      if (/ (?:hair|eyes)$/.test(pair[0]) && isKnownPhrase(pair[0]) && isOfPeople(pair[1])) return pair;
      if (pair.every(isWritten) && pair.some(isPhrase)) return pair;
    }
    // What is explained in brackets is a name.
    const found =
      isName(word) || norm.includes('(') || word.length < shortestOther
        ? undefined
        : cuts.find((cut) => isHalfWritten(cut, isWritten) || isTwoByForm(cut));
    if (found) return found.pair;
  }
  return null;
}

/** A word taken apart: the tags that end and begin there, and its two parts. */
interface Cut {
  readonly pair: [string, string];
  readonly end: string;
  readonly beginning: string;
}

function cutsOf(words: readonly string[], at: number): readonly Cut[] {
  const word = words[at];
  const found: Cut[] = [];
  for (let cut = shortestPart; cut <= word.length - shortestPart; cut++) {
    const [end, beginning] = [word.slice(0, cut), word.slice(cut)];
    const left = [...words.slice(0, at), end];
    const right = [beginning, ...words.slice(at + 1)];
    if (left.length > mostWords || right.length > mostWords) continue;
    found.push({ pair: [left.join(' '), right.join(' ')], end, beginning });
  }
  return found;
}

/** A phrase that the folder writes, and before or behind it one of words that everybody knows. */
function isHalfWritten({ pair: [left, right], end, beginning }: Cut, isWritten: (norm: string) => boolean): boolean {
  if (!isEnglish(end) || !isEnglishPart(beginning) || isSolidAnyway(end, beginning)) return false;
  if (isPhrase(right) && isWritten(right)) return isPhrase(left) || end.length > shortestOfForm;
  // "stainless steeltrucker": a word that goes on with the phrase would be known as one.
  const isThing = beginning.length >= shortestOfForm && end.length >= shortestOfForm && !isPlural(beginning);
  return isPhrase(left) && isWritten(left) && (isPhrase(right) || isThing);
}

/**
 * Whether two words of English are no compound whatever the folder writes: a plural before another thing ("pads|fishnet tights"), a colour
 * that goes on ("paint|yellow chassis"), shoes or gloves behind a garment, or two words so long that nobody writes them as one.
 */
function isTwoByForm({ pair: [left, right], end, beginning }: Cut): boolean {
  if (end.length < shortestOfForm || beginning.length < shortestOfForm) return false;
  if (!isEnglish(end) || !isEnglish(beginning) || isSolidAnyway(end, beginning)) return false;
  // Nobody writes a compound so long that no dictionary has; "sunflowerdress" by itself may be a name.
  if ((isPhrase(left) || isPhrase(right)) && isTooLong(end, beginning) && !isParticiple(end)) return true;
  // "polishedmarble" has lost a blank only: the one word says how the other is.
  if (isParticiple(end)) return false;
  if (isPhrase(left) || isPhrase(right)) {
    // "redstart" and "oilstone" have the letter on the other side.
    if (isPlural(end)) return !(isEnglish(end.slice(0, -1)) && isEnglish(`s${beginning}`));
    // "granblue fantasy" is a name.
    const isThing = end.length > shortestOfForm || isUsual(end);
    if (isPhrase(right) && COLOUR_WORDS.has(beginning) && isThing && !isShade(end)) return true;
    // "oystercatcher": whoever does something with a thing.
    if (end.length >= neverSolid && beginning.length >= neverSolid && !/ers?$/.test(beginning)) return true;
  }
  return isWornTag(end) && isWornTag(beginning) && isPlural(beginning);
}

/** Words that say which red or blue: "navyblue dress" has one colour. */
const isShade = (word: string): boolean =>
  COLOUR_WORDS.has(word) ||
  /^(?:light|dark|deep|pale|bright|soft|dull|warm|cold|cool|baby|royal|navy|midnight|forest|olive|lime|lemon|mint|mustard|rose|blood|brick|wine|cherry|coral|peach|salmon|steel|slate|smoke|charcoal|jade|emerald|ruby|sapphire|turquoise|cobalt|electric|neon|pastel|dusty|burnt|off|snow|milk|cream|ivory|pearl|jet|coal|ash|sand|honey|amber|copper|bronze|chestnut|chocolate|coffee|moss|grass|leaf|bottle|apple|pea|avocado|sage|teal|aqua|ocean|powder|azure|indigo|violet|lavender|plum|berry|crimson|scarlet|tomato|rust)$/.test(
    word,
  );

/** Letters of a tag of one word from which the end of another word is none by chance. */
const longTag = 5;
const isOfPeople = (tag: string): boolean =>
  tag.length >= longTag && vocabulary().has(tag) && ['hair', 'clothing', 'expression'].includes(categoryOf(tag) ?? '');

const isWornTag = (tag: string): boolean => vocabulary().has(tag) && categoryOf(tag) === 'clothing';

const isPhrase = (tag: string): boolean => tag.includes(' ');

const isKnownPhrase = (tag: string): boolean => isPhrase(tag) && (vocabulary().has(tag) || isModified(tag));
