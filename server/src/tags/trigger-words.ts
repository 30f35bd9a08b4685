import { hasLetter, lettersPattern } from '../ground/letters.ts';
import { categoryOf } from './categories.ts';
import { CLASS_NOUNS, CLASS_PHRASES } from './data/classes.ts';
import { listOf } from './data/list.ts';
import { isEnglish } from './english.ts';
import { isRareToken } from './identifiers.ts';
import { normalTag } from './normal.ts';

const countTag = /^1(?:girl|boy|other)$/;

/** What a class word is a class of. */
export type ClassKind = 'person' | 'creature' | 'thing' | 'place' | 'style';

const kinds = new Map<string, ClassKind>();
for (const kind of ['person', 'creature', 'place', 'style', 'thing'] as const)
  for (const noun of listOf(CLASS_NOUNS[kind])) kinds.set(noun, kind);
/** The general words that a trigger goes with. */
const classNouns: ReadonlySet<string> = new Set(kinds.keys());
const classPhrases = new Set(listOf(CLASS_PHRASES));
// "a … photo" is a style, but no class of things.
kinds.set('photo', 'style');

/** What a class word (normal form) says of its concept; null without one. */
export function classKind(classWord: string | null): ClassKind | null {
  if (classWord === null) return null;
  if (countTag.test(classWord)) return 'person';
  // "pixel art" is art.
  return kinds.get(classWord) ?? kinds.get(classWord.slice(classWord.lastIndexOf(' ') + 1)) ?? 'thing';
}

/** The general words that a trigger goes with, in normal form. */
export const classWords: readonly string[] = ['1girl', '1boy', '1other', ...classNouns];

/** Whether a tag in normal form counts who is there: `1girl`. */
export const isCountTag = (norm: string): boolean => countTag.test(norm);

/** Whether a tag in normal form can be the class word of a concept. */
export function isClassWord(norm: string): boolean {
  return countTag.test(norm) || classNouns.has(norm);
}

/** Whether two triggers are one, written with and without its class word, or its words joined: "zorv" and "zorv_girl". */
export function isSameTrigger(a: string, b: string): boolean {
  const [short, long] = [normalTag(a), normalTag(b)].sort((one, other) => one.length - other.length) as [
    string,
    string,
  ];
  return long === short || (long.startsWith(`${short} `) && isClassWord(long.slice(short.length + 1)));
}

/** Whether a word (lower case) is one that neither the tag vocabulary nor a dictionary of English knows: a made-up one, or a name. */
export function isCoinedWord(word: string): boolean {
  if (!hasLetter(word) || word.length < 2 || classNouns.has(word)) return false;
  if (isRareToken(word)) return true;
  if (isEnglish(word)) return false;
  // "paw-print" is made of known words.
  return !word.includes('-') || !word.split('-').every((part) => isEnglish(part) || part.length < 2);
}

/** Words a tag that names a trigger has at the most. */
const mostWords = 4;

/** Whether a tag in normal form holds a made-up word and is none the product knows. */
export function isCoinedTag(norm: string): boolean {
  if (categoryOf(norm) !== null || /[()]/.test(norm)) return false;
  const words = norm.split(' ');
  return words.length <= mostWords && words.some(isCoinedWord);
}

/** A phrase taken apart: the made-up words and the class word behind them ("ohwx woman" → ohwx, woman). */
export function splitPhrase(phrase: string): { trigger: string | null; classWord: string | null } {
  const words = phrase
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const last = words.at(-1)?.toLowerCase() ?? '';
  if (words.length === 0) return { trigger: null, classWord: null };
  const two = words.slice(-2).join(' ').toLowerCase();
  if (words.length > 1 && classPhrases.has(two))
    return { trigger: words.length === 2 ? null : words.slice(0, -2).join(' '), classWord: two };
  if (!isClassWord(last)) return { trigger: words.join(' '), classWord: null };
  return { trigger: words.length === 1 ? null : words.slice(0, -1).join(' '), classWord: last };
}

/** Most words of a class that a folder's name gives. */
const longestClass = 3;

/**
 * What a folder's name gives as the class behind a made-up word, where no list of class words has it (`10_zkv scooter`): its captions
 * decide. Null where the name says something else, such as how a picture is taken or what is done in it.
 */
export function namedClass(folder: string): string | null {
  const [first, ...rest] = folder
    .toLowerCase()
    .replace(/^\d+_/, '')
    .split(/[\s_-]+/);
  const last = rest.at(-1);
  if (first === undefined || last === undefined || rest.length > longestClass || !isCoinedWord(first)) return null;
  if (isClassWord(last) || rest.some((word) => !/^[a-z]{3,}$/.test(word) || !isEnglish(word))) return null;
  const kind = categoryOf(last);
  return (kind === null || kind === 'subject') && !/(?:ing|ed|ly)$/.test(last) ? rest.join(' ') : null;
}

/** Whether a tag in normal form is the trigger or holds it as whole words. `trigger` in normal form. */
export function holdsTrigger(norm: string, trigger: string): boolean {
  if (norm === trigger) return true;
  for (let at = norm.indexOf(trigger); at >= 0; at = norm.indexOf(trigger, at + 1)) {
    if (isEdge(norm, at - 1) && isEdge(norm, at + trigger.length)) return true;
  }
  return false;
}

const letterOrDigit = lettersPattern(String.raw`[\p{L}\p{N}]`);

function isEdge(text: string, at: number): boolean {
  return at < 0 || at >= text.length || !letterOrDigit(text[at]).test(text[at]);
}
