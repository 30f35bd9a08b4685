import { LateMap } from '../ground/late-map.ts';
import { once } from '../ground/once.ts';
import { EXPRESSION, EYES, GAZE, HAIR } from './data/face.ts';
import { listOf, searchable } from './data/list.ts';
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

/** All tags in one text, and where those of each category begin. */
const together = once(() => {
  const starts: number[] = [];
  let text = '';
  for (const category of CATEGORIES) {
    starts.push(text.length);
    text += searchable(TEXTS[category]);
  }
  return { text, starts };
});

const categoryAt = (at: number): Category => CATEGORIES[together().starts.findLastIndex((start) => start <= at)]!;

const tagCategories = new LateMap<Category>(
  (tag) => {
    // No tag of the vocabulary has a comma or no letter.
    const at = tag === '' || tag.includes(',') ? -1 : together().text.indexOf(`,${tag},`);
    return at < 0 ? undefined : categoryAt(at);
  },
  () => {
    const all = new Map<string, Category>();
    for (const category of CATEGORIES)
      for (const tag of listOf(TEXTS[category])) if (!all.has(tag)) all.set(tag, category);
    return all;
  },
  80,
);

/** Every tag of the built-in vocabulary with its category. */
export const vocabulary = (): LateMap<Category> => tagCategories;

/** The tags of the vocabulary that begin with a word, behind it a blank, a hyphen or nothing, each with its category, in order. */
export function* tagsBeginning(word: string): Iterable<readonly [string, Category]> {
  const { text } = together();
  for (let at = text.indexOf(`,${word}`); at >= 0; at = text.indexOf(`,${word}`, at + 1)) {
    if (!', -'.includes(text[at + 1 + word.length]!)) continue;
    const tag = text.slice(at + 1, text.indexOf(',', at + 1));
    const category = categoryAt(at);
    // A tag that stands under several categories is of the first.
    if (tag !== '' && text.indexOf(`,${tag},`) === at) yield [tag, category];
  }
}

const wordTexts = once(() => [
  together().text,
  ...[COLOUR_WORDS, PATTERN_WORDS, CLOTHING_NOUNS, HAIR_NOUNS, EYE_NOUNS].map((list) => `,${[...list].join(',')},`),
]);

/** The words of the built-in vocabulary, hyphenated words also in parts. */
export const wordsOfVocabulary = new LateMap<true>(
  (word) => (wordTexts().some((text) => holdsWord(text, word)) ? true : undefined),
  () => {
    const texts = [tagCategories.all.keys(), COLOUR_WORDS, PATTERN_WORDS, CLOTHING_NOUNS, HAIR_NOUNS, EYE_NOUNS];
    // One cut through everything: thousands of small ones took as long as the rest of a short audit.
    const all = new Map<string, true>();
    for (const word of texts
      .flatMap((list) => [...list])
      .join(' ')
      .split(' ')) {
      all.set(word, true);
    }
    for (const word of all.keys()) if (word.includes('-')) for (const part of word.split('-')) all.set(part, true);
    return all;
  },
  30,
);

/** Every word that occurs in the built-in vocabulary, hyphenated words also in parts. */
export const vocabularyWords = (): Iterable<string> => wordsOfVocabulary.all.keys();

/** Whether a word is one of {@link vocabularyWords}. */
export const isVocabularyWord = (word: string): boolean => wordsOfVocabulary.has(word);

/** Whether a word stands in a text between commas and blanks, or between hyphens as a part of a longer one. */
function holdsWord(text: string, word: string): boolean {
  if (word === '' || /[ ,]/.test(word)) return false;
  const around = word.includes('-') ? ', ' : ', -';
  for (let at = text.indexOf(word, 1); at >= 0; at = text.indexOf(word, at + 1))
    if (around.includes(text[at - 1]!) && around.includes(text[at + word.length]!)) return true;
  return false;
}
