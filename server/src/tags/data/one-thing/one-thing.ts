import { ANIMALS } from './animals.ts';
import { CLOTHES } from './clothes.ts';
import { EVERYDAY } from './everyday.ts';
import { HOME } from './home.ts';
import { NATURE } from './nature.ts';
import { PEOPLE } from './people.ts';
import { PLACES } from './places.ts';
import { STREETS } from './streets.ts';
import { TRADES } from './trades.ts';
import { WARDROBE } from './wardrobe.ts';

/**
 * Words for one thing, one set between semicolons: names of one animal or plant, American and British, everyday and exact. A word in the plural is
 * meant in the plural only. Whoever has two of them in a folder means one thing as a rule, and may mean two: told as a question. Left out: kinds of
 * one another (boot, shoe), what differs to the eye (frog, toad; palace, castle), words that are other things besides (box, tap, bow), and words
 * that differ in blanks and hyphens only, which all words may.
 */
export const ONE_THING: string = [EVERYDAY, CLOTHES, HOME, NATURE, PLACES, PEOPLE, TRADES, WARDROBE, ANIMALS, STREETS]
  .map((list) => list.trim())
  .join(';\n');
