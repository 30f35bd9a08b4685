import { categoryOf } from './categories.ts';
import { isEnglish } from './english.ts';
import { isModified } from './separators.ts';
import { vocabulary } from './vocabulary.ts';

/** Shortest word that two words without a blank between them make, and letters that each of them has at the least. */
const shortest = 8;
const shortestPart = 3;
/** Words of a tag at the most. */
const mostWords = 4;

/** Whether a tag in normal form has a word that may be the end of one tag and the beginning of the next. */
export const mayBeGlued = (norm: string): boolean =>
  norm.length >= shortest && norm.split(' ').some((word) => isLongRun(word) && !isEnglish(word));

const isLongRun = (word: string): boolean => word.length >= shortest && /^[a-z0-9]+$/.test(word);

/**
 * The two tags that have lost both comma and blank between them: `puffy sleevescorset` → `puffy sleeves`, `corset`. Null where one of them
 * is not a tag of the folder, or both are single words and might be one name.
 * @param isOwn whether the folder writes a tag (normal form) so often that it is surely one
 */
export function gluedTags(norm: string, isOwn: (norm: string) => boolean): [string, string] | null {
  const words = norm.split(' ');
  for (const [at, word] of words.entries()) {
    if (!isLongRun(word) || isEnglish(word)) continue;
    for (let cut = shortestPart; cut <= word.length - shortestPart; cut++) {
      const left = [...words.slice(0, at), word.slice(0, cut)];
      const right = [word.slice(cut), ...words.slice(at + 1)];
      if (left.length > mostWords || right.length > mostWords) continue;
      const pair: [string, string] = [left.join(' '), right.join(' ')];
      if (pair.every(isOwn)) return pair;
      // One that the folder has, beside one of several words that everybody knows, or two of these.
      if (pair.every((tag) => isKnownPhrase(tag) || isOwn(tag)) && pair.some((tag) => tag.includes(' '))) return pair;
      // "silver hairponytail": behind hair and eyes that everybody knows, another tag of a person begins.
      if (/ (?:hair|eyes)$/.test(pair[0]) && isKnownPhrase(pair[0]) && isOfPeople(pair[1])) return pair;
    }
  }
  return null;
}

/** Letters of a tag of one word from which the end of another word is none by chance. */
const longTag = 5;
const isOfPeople = (tag: string): boolean =>
  tag.length >= longTag && vocabulary().has(tag) && ['hair', 'clothing', 'expression'].includes(categoryOf(tag) ?? '');

const isKnownPhrase = (tag: string): boolean => tag.includes(' ') && (vocabulary().has(tag) || isModified(tag));
