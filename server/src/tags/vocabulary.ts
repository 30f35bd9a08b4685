import { EXPRESSION, EYES, GAZE, HAIR } from './data/face.ts';
import { listOf } from './data/list.ts';
import { QUALITY, STYLE } from './data/look.ts';
import { CLOTHING_NOUNS, COLOUR_WORDS, EYE_NOUNS, HAIR_NOUNS, PATTERN_WORDS } from './data/modifiers.ts';
import { CLOTHING, POSE } from './data/outfit.ts';
import { BODY, COLOUR, SUBJECT } from './data/people.ts';
import { PLACES } from './data/places.ts';
import { BACKGROUND, FRAMING, LIGHTING } from './data/scene.ts';

/** What a tag speaks about. `background` covers the place, `lighting` also time of day, season and weather. */
export const CATEGORIES = [
  'subject',
  'background',
  'framing',
  'lighting',
  'style',
  'quality',
  'expression',
  'gaze',
  'pose',
  'clothing',
  'hair',
  'eyes',
  'body',
  'colour',
] as const;

export type Category = (typeof CATEGORIES)[number];

const TEXTS: Record<Category, string> = {
  subject: SUBJECT,
  background: `${BACKGROUND},${PLACES}`,
  framing: FRAMING,
  lighting: LIGHTING,
  style: STYLE,
  quality: QUALITY,
  expression: EXPRESSION,
  gaze: GAZE,
  pose: POSE,
  clothing: CLOTHING,
  hair: HAIR,
  eyes: EYES,
  body: BODY,
  colour: COLOUR,
};

let tagCategories: Map<string, Category> | null = null;
let words: Set<string> | null = null;

/** Every tag of the built-in vocabulary with its category; built at first use. */
export function vocabulary(): ReadonlyMap<string, Category> {
  if (tagCategories === null) {
    tagCategories = new Map();
    for (const category of CATEGORIES) {
      for (const tag of listOf(TEXTS[category])) if (!tagCategories.has(tag)) tagCategories.set(tag, category);
    }
  }
  return tagCategories;
}

/** Every word that occurs in the built-in vocabulary, hyphenated words also in parts. */
export function vocabularyWords(): ReadonlySet<string> {
  if (words === null) {
    const texts = [vocabulary().keys(), COLOUR_WORDS, PATTERN_WORDS, CLOTHING_NOUNS, HAIR_NOUNS, EYE_NOUNS];
    // One cut through everything: thousands of small ones took as long as the rest of a short audit.
    words = new Set(
      texts
        .flatMap((list) => [...list])
        .join(' ')
        .split(' '),
    );
    for (const word of words) if (word.includes('-')) for (const part of word.split('-')) words.add(part);
  }
  return words;
}
