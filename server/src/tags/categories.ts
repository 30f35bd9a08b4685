import { listOf } from './data/list.ts';
import { CLOTHING_NOUNS, EYE_NOUNS, HAIR_NOUNS } from './data/modifiers.ts';
import { PLACES_ALONE } from './data/places.ts';
import { emoticonForm } from './emoticons.ts';
import { memoized } from './memo.ts';
import { CATEGORIES, type Category, vocabulary } from './vocabulary.ts';
import { trait } from './word.ts';

export { CATEGORIES, type Category } from './vocabulary.ts';

/** Tags that only look like a member of their last word's category: a hair ornament is no hair, a bow may be a weapon. */
const LAST_WORD: Record<string, Category> = {
  background: 'background',
  backdrop: 'background',
  floor: 'background',
  wall: 'background',
  room: 'background',
  interior: 'background',
  shot: 'framing',
  view: 'framing',
  angle: 'framing',
  focus: 'framing',
  sky: 'lighting',
  clouds: 'lighting',
  lighting: 'lighting',
  moonlight: 'lighting',
  sunlight: 'lighting',
  theme: 'style',
  style: 'style',
  '(style)': 'style',
  '(medium)': 'style',
  '(artwork)': 'style',
  quality: 'quality',
  smile: 'expression',
  mouth: 'expression',
  expression: 'expression',
  frown: 'expression',
  blush: 'expression',
  ears: 'body',
  tail: 'body',
  tails: 'body',
  horns: 'body',
  wings: 'body',
  fur: 'body',
  paws: 'body',
  skin: 'body',
  antlers: 'body',
  nails: 'body',
  scar: 'body',
  print: 'clothing',
  ornament: 'clothing',
};

/** Places that are one only where they stand alone. */
const placesAlone = new Set(listOf(PLACES_ALONE));

/** Rooms are named by their ending: a stockroom, a sunroom. */
const ROOM = /^(?!(?:mush|bride?g|g|b|tap)room$)[a-z]{2,}room$/;

const FIRST_WORD: Record<string, Category> = {
  holding: 'pose',
  hugging: 'pose',
  looking: 'gaze',
  facing: 'gaze',
  wearing: 'clothing',
};

const COUNT = /^(?:\d+\+?|one|two|three|four|five|six)[ -]?(?:girl|boy|other|woman|man|person|people)s?$|^rating[: ]/;
/** Ends of {@link COUNT}, without plural. */
const counted = ['girl', 'boy', 'other', 'woman', 'man', 'person', 'people'];
const mayCount = (norm: string): boolean =>
  norm.startsWith('rating') || counted.some((noun) => norm.endsWith(noun) || norm.endsWith(`${noun}s`));
const LIMB = /^(?:hands?|arms?|legs?|finger|fingers|knees?) (?:on|in|up|to|over|behind|under|around|between|at) /;

/** The tags of a folder of 50,000 captions are asked for again and again, in turn. */
const mostTags = 25_000;

/**
 * The category of a tag in normal form, or null when the product does not know. Looks the tag up in the built-in
 * vocabulary, then goes by its shape: the last word (`blue shirt` is clothing), the first (`holding cup` is a pose).
 */
export const categoryOf: (norm: string) => Category | null = memoized(
  (norm) => vocabulary().get(norm) ?? byShape(norm),
  mostTags,
);

/** {@link categoryOf} of a tag that a folder holds: without looking its name up again. */
export const categoryOfWord = trait(({ norm }) => categoryOf(norm));

/** A set of categories as the bits of a number, for what is asked of every tag of a folder. */
export type CategorySet = number;

const bits: Readonly<Record<Category, CategorySet>> = Object.fromEntries(
  CATEGORIES.map((category, at) => [category, 1 << at]),
) as Record<Category, CategorySet>;

/** The set of one category, and of several; null is none. */
export function categorySet(...categories: readonly (Category | null)[]): CategorySet {
  let set = 0;
  for (const category of categories) if (category !== null) set |= bits[category];
  return set;
}

function byShape(norm: string): Category | null {
  if (norm === '') return null;
  if (emoticonForm(norm) !== null) return /[\p{L}\p{N}:;=^>@+*|]/u.test(norm) ? 'expression' : null;
  if (mayCount(norm) && COUNT.test(norm)) return norm.startsWith('rating') ? 'quality' : 'subject';
  const words = norm.split(' ');
  if (words.length > 6) return null;
  if (words.length > 2 && LIMB.test(norm)) return 'pose';
  const first = words[0] ?? '';
  if (words.length > 1) {
    const byFirst = FIRST_WORD[first];
    if (byFirst !== undefined && Object.hasOwn(FIRST_WORD, first)) return byFirst;
  }
  const last = words[words.length - 1] ?? '';
  if (HAIR_NOUNS.has(last)) return 'hair';
  if (EYE_NOUNS.has(last)) return 'eyes';
  if (CLOTHING_NOUNS.has(last)) return 'clothing';
  if (words.length > 1 || last.startsWith('(')) {
    if (Object.hasOwn(LAST_WORD, last)) return LAST_WORD[last] ?? null;
    return !placesAlone.has(last) && vocabulary().get(last) === 'background' ? 'background' : null;
  }
  return ROOM.test(last) ? 'background' : null;
}
