import { LONE_WORD, SHORTEST } from './near-words.ts';
import { vocabulary } from './vocabulary.ts';

/** Whether two words differ by two neighbouring letters in the wrong order: hardly ever two real words. */
export function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < SHORTEST) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

/**
 * Whether a word lacks a letter of a tag that the product knows: one behind the first ("sunet"), in a word of four letters one that stands
 * twice ("dres").
 */
export function lacksLetter(word: string, other: string): boolean {
  if (other.length !== word.length + 1 || word[0] !== other[0] || !vocabulary().has(other)) return false;
  let at = 0;
  while (at < word.length && word[at] === other[at]) at++;
  if (word.slice(at) !== other.slice(at + 1)) return false;
  return word.length >= LONE_WORD || (word.length === LONE_WORD - 1 && other[at] === other[at - 1]);
}

/** Letters of a name from which one letter more or less is a slip and no other name. */
const longName = 9;

/** Whether a long word that is no English has a letter too many or too few of another, or two in the wrong order: "phalaenopsiss". */
export function isSlipOfName(word: string, other: string): boolean {
  if (Math.min(word.length, other.length) < longName || word[0] !== other[0]) return false;
  if (word.length === other.length) return isSwap(word, other);
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  // At the end another letter makes another form: "dendrobiums", "quercetorum".
  return short.slice(at) === long.slice(at + 1) && (at < short.length - 1 || long[at] === long[at - 1]);
}

const ENDINGS = ['s', 'es', 'ed', 'ing', 'ly', 'er', 'ish'];

/** Two forms of one word or two real words: singular and plural, walk and walking, left and right by one letter. */
export function isVariant(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  for (const ending of ENDINGS) {
    // "dres" is no singular of "dress".
    if (ending === 's' && short.endsWith('s')) continue;
    if (short + ending === long) return true;
    for (const other of ENDINGS) {
      if (ending === other || !short.endsWith(ending) || !long.endsWith(other)) continue;
      const stem = short.slice(0, -ending.length);
      if (stem.length >= 4 && stem + other === long) return true;
    }
  }
  return false;
}
