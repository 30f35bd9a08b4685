import { lettersPattern } from '../ground/letters.ts';
import { listOf } from './data/list.ts';
import { COLOUR_WORDS, PATTERN_WORDS } from './data/modifiers.ts';
import { type PhraseEntry, phrasesBeginning } from './phrase-entries.ts';
import type { Category } from './vocabulary.ts';

/** A phrase of a sentence that speaks about a category. Offsets are UTF-16, half-open. */
export interface CategoryPhrase {
  readonly category: Category;
  /** The words in lower case, single spaces. */
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether only spaces, underscores or hyphens stand between this word and the one before. */
  readonly joined: boolean;
}

const word = lettersPattern(String.raw`[\p{L}\p{N}]+(?:['’][\p{L}]+)?`, 'g');

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(word(text))) {
    const start = match.index;
    const end = start + match[0].length;
    const joined = words.length > 0 && /^[\s_-]{1,3}$/.test(text.slice(previousEnd, start));
    words.push({ text: match[0].toLowerCase().replace('’', "'"), start, end, joined });
    previousEnd = end;
  }
  return words;
}

/** Things and creatures that a word of weather or of an hour gives its name to. */
const namesThing: ReadonlySet<string> = new Set(
  listOf(`globe, globes, leopard, leopards, owl, owls, fox, goose, angel, angels, cone, cones, machine, boots, shoes, suit, pants, goggles,
board, mobile, plow, plough, coat, jacket, hat, dress, glasses, flower, flowers, gown, lamp, stand, lounger, screen, visor, barrel, gauge,
shovel, tire, tires, chain, chains`),
);

/**
 * The phrases of a sentence whose category is known, in order and without overlap; the longest wins. Colour and material
 * words before hair, eyes and clothing belong to the phrase: "a long red dress" gives `long red dress`.
 */
export function phrasesIn(text: string): CategoryPhrase[] {
  const words = wordsOf(text);
  const found: CategoryPhrase[] = [];
  let free = 0;
  for (let i = 0; i < words.length; ) {
    const entry = entryAt(words, i);
    if (entry === null) {
      i++;
      continue;
    }
    const last = i + entry.words.length - 1;
    // A snow globe says nothing of the weather.
    if (entry.category === 'lighting' && words[last + 1]?.joined && namesThing.has(words[last + 1]!.text)) {
      i = last + 1;
      continue;
    }
    let first = i;
    if (entry.category === 'clothing' || entry.category === 'hair' || entry.category === 'eyes') {
      while (first > free && words[first]!.joined && isModifier(words[first - 1]!.text)) first--;
    }
    found.push({
      category: entry.category,
      phrase: words
        .slice(first, last + 1)
        .map((word) => word.text)
        .join(' '),
      start: words[first]!.start,
      end: words[last]!.end,
    });
    i = last + 1;
    free = i;
  }
  return found;
}

function isModifier(word: string): boolean {
  return COLOUR_WORDS.has(word) || PATTERN_WORDS.has(word);
}

function entryAt(words: readonly Word[], at: number): PhraseEntry | null {
  const first = words[at]!.text;
  return longestEntry(phrasesBeginning(first), words, at) ?? longestEntry(pluralEntries(first), words, at);
}

/** Single-word entries whose plural the word is: "buildings" speaks about a building. */
function pluralEntries(word: string): PhraseEntry[] {
  if (word.length < 5 || !word.endsWith('s') || word.endsWith('ss')) return [];
  return phrasesBeginning(word.slice(0, -1)).filter((entry) => entry.words.length === 1);
}

function longestEntry(list: readonly PhraseEntry[], words: readonly Word[], at: number): PhraseEntry | null {
  for (const entry of list) {
    let k = 1;
    while (k < entry.words.length && words[at + k]?.joined && isForm(words[at + k]!.text, entry, k)) k++;
    if (k === entry.words.length) return entry;
  }
  return null;
}

function isForm(word: string, entry: PhraseEntry, k: number): boolean {
  const expected = entry.words[k];
  return word === expected || (k === entry.words.length - 1 && word === `${expected}s`);
}
