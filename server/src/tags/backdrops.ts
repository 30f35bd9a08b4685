import { lettersPattern } from '../ground/letters.ts';
import { COLOUR_WORDS } from './data/modifiers.ts';

/** A plain backdrop as a text names it. */
export interface Backdrop {
  /** Its colour; '' where none is said. */
  readonly colour: string;
  /** As written, in lower case: "white seamless backdrop". */
  readonly words: string;
}

/** Words before "background" that leave it plain. */
const plain: ReadonlySet<string> = new Set(
  'plain simple solid seamless studio pure clean blank empty neutral paper minimalist minimal uniform flat monochrome'.split(
    ' ',
  ),
);
/** Shades, which change no colour. */
const shades: ReadonlySet<string> = new Set('light dark pale bright off deep soft'.split(' '));
const same: Readonly<Record<string, string>> = { gray: 'grey', ivory: 'white', cream: 'white' };

const piece = lettersPattern(String.raw`[\p{L}\p{N}'’]+|[^\p{L}\p{N}'’\s_-]`, 'g');

/**
 * The plain backdrops that a text names: "on a white seamless background", "plain backdrop". A backdrop of something else ("a backdrop of
 * trees", "forest background") is none.
 */
export function backdropsIn(text: string): Backdrop[] {
  const lower = text.toLowerCase();
  if (!/back(?:ground|drop)/.test(lower)) return [];
  const words = lower.match(piece(lower)) ?? [];
  const found: Backdrop[] = [];
  for (const [at, word] of words.entries()) {
    if (!/^back(?:ground|drop)s?$/.test(word) || words[at + 1] === 'of') continue;
    let first = at;
    while (first > 0 && isModifier(words[first - 1] ?? '')) first--;
    const modifiers = words.slice(first, at);
    const isPlain = modifiers.some((one) => plain.has(one) || COLOUR_WORDS.has(one));
    const before = words[first - 1] ?? '.';
    // "in front of a backdrop" is one; before "forest background" stands what it shows.
    if (!isPlain && !(word.startsWith('backdrop') && articles.has(before))) continue;
    if (!articles.has(before) && !/^[^\p{L}\p{N}]/u.test(before)) continue;
    // "black and white background" is a pattern, and so is what has two colours at once.
    if (before === 'and' && COLOUR_WORDS.has(words[first - 2] ?? '')) continue;
    const colours = new Set(modifiers.filter((one) => COLOUR_WORDS.has(one)).map((one) => same[one] ?? one));
    if (colours.size > 1) continue;
    found.push({ colour: [...colours][0] ?? '', words: words.slice(first, at + 1).join(' ') });
  }
  return found;
}

const isModifier = (word: string): boolean => plain.has(word) || shades.has(word) || COLOUR_WORDS.has(word);
const articles: ReadonlySet<string> = new Set(
  'a an the this its his her their on with in against and of over before'.split(' '),
);
