import { once } from '../../ground/once.ts';
import { listOf } from '../data/list.ts';
import { isThingWord } from '../opposite-words.ts';

const irregular: Readonly<Record<string, string>> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  feet: 'foot',
  teeth: 'tooth',
  geese: 'goose',
  mice: 'mouse',
  wolves: 'wolf',
  knives: 'knife',
  leaves: 'leaf',
  scarves: 'scarf',
  shelves: 'shelf',
  loaves: 'loaf',
  jewellery: 'jewelry',
};

/** The singular of a noun (lower case), as far as its letters tell: "branches" → "branch"; a singular stays. */
export function singular(noun: string): string {
  const odd = irregular[noun];
  if (odd !== undefined) return odd;
  if (noun.length < 4 || !noun.endsWith('s') || /(?:ss|us|is)$/.test(noun)) return noun;
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  return /(?:sh|ch|x|ss|zz)es$/.test(noun) ? noun.slice(0, -2) : noun.slice(0, -1);
}

/** Words in -less that say something else than that a thing is missing. */
const figurative = once(
  () =>
    new Set(
      listOf(
        'homeless, wireless, cordless, endless, timeless, careless, countless, stainless, priceless, useless, topless, bottomless, shapeless, boundless, seamless, flawless, tireless, tasteless, weightless, spotless, ruthless, restless, fearless, harmless, hopeless, helpless, heartless, backless, breathless, lifeless, headless',
      ),
    ),
);

/** The thing that a word says is missing: "handleless" → "handle", "leafless" → "leaf"; null for other words. */
export function missingIn(word: string): string | null {
  if (word === 'headless') return 'head';
  if (!word.endsWith('less') || word.length < 7 || figurative().has(word)) return null;
  const stem = word.slice(0, -4).replace(/-$/, '');
  return isThingWord(stem) ? stem : null;
}

const small = 'one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve'.split(', ');
const ones = new Set(['single', 'lone', 'solitary', 'one', '1']);

/** What a word (lower case) counts: "three" and "3" are 3, "single" is 1; 0 where it is no number up to twelve. */
export function numberOf(word: string): number {
  if (ones.has(word)) return 1;
  const at = small.indexOf(word);
  if (at >= 0) return at + 1;
  return /^(?:[2-9]|1[0-2])$/.test(word) ? Number(word) : 0;
}

/** A pattern for the numbers that {@link numberOf} reads. */
export const NUMBERS = `(?:${[...small, ...ones].join('|')}|[2-9]|1[0-2])`;
