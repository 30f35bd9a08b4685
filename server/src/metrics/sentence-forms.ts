import { lettersPattern } from '../ground/letters.ts';
import type { Form } from './tag-forms.ts';

const gap = '…';

const word = lettersPattern(String.raw`[\p{L}\p{N}'_-]+|[.,;:]`, 'g');
/** Words and marks of a text, in lower case. */
export function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  return lower.match(word(lower)) ?? [];
}

/** Two neighbours as one text. */
export const pairOf = (words: readonly string[], at: number): string => `${words[at]} ${words[at + 1]}`;

/** The form of a sentence whose words are fixed where they stand in pairs that most sentences hold. */
export function formOfWords(words: readonly string[], pairs: ReadonlySet<string>): Form {
  const form: string[] = [];
  let fixed = 0;
  for (const [at, word] of words.entries()) {
    const isFixed = pairs.has(pairOf(words, at)) || (at > 0 && pairs.has(pairOf(words, at - 1)));
    if (isFixed) {
      form.push(word);
      fixed++;
    } else if (form.at(-1) !== gap) form.push(gap);
  }
  return { key: written(withoutLinks(form)), isProse: true, fixed, pieces: words.length };
}

/**
 * The form of a sentence by single words: what most sentences hold stays, whatever stands beside it, and words that go with a slot
 * belong to it. It finds templates whose slots lie close together, or are filled by other kinds of words. Pieces are
 * counted without articles and prepositions.
 */
export function formOfSlots(words: readonly string[], common: ReadonlySet<string>): Form {
  const form: string[] = [];
  let pieces = 0;
  for (const word of words) {
    if (!links.has(word)) pieces++;
    if (common.has(word)) form.push(word);
    else if (form.at(-1) !== gap) form.push(gap);
  }
  const kept = withoutLinks(form);
  const fixed = kept.filter((word) => word !== gap && !links.has(word)).length;
  return { key: written(kept), isProse: true, fixed, pieces };
}

const written = (form: readonly string[]): string => form.join(' ').replace(/ ([.,;:])/g, '$1');

/** Words that go with what they stand before or after: "a coat" and "an apron", "on a beach" and "in a bedroom" are one form. */
const links = new Set([
  'a',
  'an',
  'the',
  'in',
  'on',
  'at',
  'by',
  'with',
  'of',
  'to',
  'from',
  'inside',
  'under',
  'near',
]);

/** A form whose gaps take in the words that go with what fills them. */
function withoutLinks(form: readonly string[]): string[] {
  const left: string[] = [];
  for (const [at, word] of form.entries()) {
    if (word === gap) {
      while (links.has(left.at(-1) ?? '')) left.pop();
      if (left.at(-1) !== gap) left.push(gap);
      continue;
    }
    // An article that is left between two gaps says nothing.
    if (left.at(-1) === gap && links.has(word) && form.slice(at).find((other) => !links.has(other)) === gap) continue;
    left.push(word);
  }
  return left;
}
