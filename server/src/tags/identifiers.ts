import { categoryOf } from './categories.ts';
import { CLASS_WORDS, OVERLOADED, RARE_TOKENS } from './data/identifiers.ts';
import { listOf } from './data/list.ts';
import { canonicalTag } from './synonyms.ts';
import { isVocabularyWord, vocabulary } from './vocabulary.ts';

let classWords: ReadonlySet<string> | null = null;
let rareTokens: ReadonlySet<string> | null = null;
let meanings: ReadonlyMap<string, string> | null = null;

/** Whether a tag or word (normal form) is one that people use as the class word: `man`, `1girl`, `dog`, `style`. */
export function isClassWord(norm: string): boolean {
  classWords ??= new Set(listOf(CLASS_WORDS));
  return classWords.has(norm) || classWords.has(canonicalTag(norm));
}

/** Whether a word is one of the made-up words that guides recommend as triggers. */
export function isRareToken(norm: string): boolean {
  rareTokens ??= new Set(listOf(RARE_TOKENS));
  return rareTokens.has(norm);
}

/** Why a trigger already means something to the text encoder. */
export interface TriggerOverload {
  readonly kind: 'known meaning' | 'class word' | 'tag' | 'word';
  /** The meaning in English for `known meaning`; else the class word, the category or the word. */
  readonly detail: string;
}

/**
 * What a trigger (normal form) already means, or null when nothing is known: a word with a known meaning (`sks` is a
 * rifle), a class word, a tag of the vocabulary, or a single everyday word of it.
 */
export function triggerOverload(norm: string): TriggerOverload | null {
  meanings ??= new Map(
    OVERLOADED.split('\n')
      .map((line) => line.split(': '))
      .filter((pair) => pair.length === 2)
      .map(([word = '', meaning = '']) => [word, meaning] as const),
  );
  const meaning = meanings.get(norm);
  if (meaning !== undefined) return { kind: 'known meaning', detail: meaning };
  if (isRareToken(norm)) return null;
  if (isClassWord(norm)) return { kind: 'class word', detail: norm };
  // By its shape alone "krsm style" would be a style as well; nobody knows which.
  const category = vocabulary().get(norm);
  if (category !== undefined) return { kind: 'tag', detail: category };
  if (/^[a-z]{3,}$/.test(norm) && isVocabularyWord(norm)) return { kind: 'word', detail: norm };
  return null;
}

/**
 * Whether a word looks made up to serve as a trigger: a recommended one, letters mixed with digits (`zxc4`, `ohwx_2`), or
 * letters without a vowel. A hint for trigger inference, never proof.
 */
export function looksLikeIdentifier(norm: string): boolean {
  if (isRareToken(norm)) return true;
  if (norm.includes(' ') || isClassWord(norm) || categoryOf(norm) !== null || isVocabularyWord(norm)) return false;
  if (!/^[a-z][a-z0-9]{1,15}$/.test(norm)) return false;
  return (/\d/.test(norm) && /[a-z]{2}/.test(norm)) || !/[aeiouy]/.test(norm);
}
