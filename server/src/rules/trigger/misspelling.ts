import { distance } from 'fastest-levenshtein';
import { isCoinedWord } from '../../tags/trigger-words.ts';

/** Shorter triggers have too many neighbours. */
const shortest = 4;
/** Two edits are believed from this length. */
const long = 8;

/** Whether a word is the trigger with a slip: one edit or two letters swapped, two edits in long words. Both in normal form. */
export function isMisspelt(word: string, trigger: string): boolean {
  if (trigger.length < shortest || word === trigger || Math.abs(word.length - trigger.length) > 2) return false;
  if (!isCoinedWord(word) || trigger.startsWith(word)) return false;
  const edits = distance(word, trigger);
  return edits === 1 || (edits === 2 && (trigger.length >= long || isSwap(word, trigger)));
}

function isSwap(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}
