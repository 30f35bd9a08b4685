import { lettersPattern } from '../ground/letters.ts';
import { listOf } from './data/list.ts';
import { CLOTHING_NOUNS, COLOUR_WORDS, EYE_NOUNS, HAIR_NOUNS, PATTERN_WORDS } from './data/modifiers.ts';
import { type Category, vocabulary } from './vocabulary.ts';

/** A phrase of a sentence that speaks about a category. Offsets are UTF-16, half-open. */
export interface CategoryPhrase {
  readonly category: Category;
  /** The words in lower case, single spaces. */
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
}

/** Ordinary words in a sentence that say nothing about the category they have as a tag of their own. */
const NOT_IN_PROSE = new Set(
  listOf(`
v, light, dark, short, tall, old, young, early, mid, recent, general, safe, cover, short, fall, spring, space, stage, path,
train, field, square, head, watch, ring, mask, group, figure, original, space, waves, bar, table, stream, early, beautiful,
professional, detailed, door, floor, wall, neck, skin, hands, legs, feet, shoulders, nails, old, ink, pale, gold, cream,
explicit, sensitive, questionable, original, bust, lace, pocket, zipper, perspective, abstract, inset, gate, dock, general,
school, water, tiles, sand, rock, rocks, hug, desk, teeth, tongue, crown, scales, mole, dome, bow, collar, hood, tan, orange,
nature, mall, arena, calm, relaxed, store, bush, hedge, inside, outside, closet, gym, market, carpet, corner, muscular, slim,
holding, reading, eating, writing, driving, riding, falling, flying, reaching, carrying, drinking, throwing, pointing,
floating, swimming, dancing, crazy, mature, cropped, macro, hills, hill, aiming, vector, realism, render, train, fat, fur,
beads, denim, suit, headset, buttons, belt`),
);

/** Phrases of sentences that are no tags. */
const PROSE_PHRASES: Record<string, Category> = Object.fromEntries(
  (
    [
      [
        'lighting',
        'at night, at dusk, at dawn, at sunset, at sunrise, during the day, during daytime, in the rain, in the snow, soft light, candlelight, by candlelight, ray of light, under the sun, in the dark, broad daylight, day time, during night',
      ],
      [
        'background',
        'in the background, in the city, on the beach, in the forest, city street, busy street, in front of a window, body of water, at home, on the street',
      ],
      [
        'framing',
        'close up of, from the side, from the back, view of, in the foreground, eye level, macro photograph, macro photo, macro shot, macro view, macro photography, wide-angle shot, wide-angle photo, aerial photo, aerial photograph, studio portrait, low angle view, high angle view, from a distance, drone shot, aerial photography',
      ],
      [
        'gaze',
        'looking at the camera, looking at camera, facing the camera, looking into the camera, looks at the camera, looking straight at the viewer, looking off into the distance, gazing at the viewer, looking over his shoulder, looking over her shoulder, looks away',
      ],
      [
        'style',
        'a photo of, photo of, painting of, drawing of, illustration of, in the style of, digital art, time lapse, timelapse, black and white, black-and-white',
      ],
      [
        'pose',
        'arms crossed, sitting on, standing in, standing on, lying on, leaning on, leaning against, kneeling on, walking on, walking down, hands on hips, crossing the street, sits, kneels, crouches, squats, jumps, sleeps, walks, lies on, lies in, lies down, stands on, stands in, stands at, stands by, stands beside, stands before, leans on, leans against',
      ],
      [
        'expression',
        'laughs, laughing, smiles, smiling, grins, grinning, frowns, frowning, scowls, scowling, cries, crying, yawns, yawning, winks, pouts, grimaces, sobs, expression, expressions, facial expression, tired look, serious look',
      ],
      ['quality', 'high resolution, high quality, highly detailed'],
    ] as const
  ).flatMap(([category, text]) => listOf(text).map((phrase) => [phrase, category] as const)),
);

interface Entry {
  readonly words: readonly string[];
  readonly category: Category;
}

let byFirstWord: Map<string, Entry[]> | null = null;

function entries(): Map<string, Entry[]> {
  if (byFirstWord !== null) return byFirstWord;
  const index = new Map<string, Entry[]>();
  const add = (phrase: string, category: Category): void => {
    const words = phrase.split(/[ -]/);
    const first = words[0] ?? '';
    const list = index.get(first);
    if (list) list.push({ words, category });
    else index.set(first, [{ words, category }]);
  };
  for (const [phrase, category] of Object.entries(PROSE_PHRASES)) add(phrase, category);
  for (const [tag, category] of vocabulary()) {
    if (NOT_IN_PROSE.has(tag) || !/^[a-z' -]+$/.test(tag)) continue;
    if (category === 'colour') continue;
    add(tag, category);
  }
  for (const noun of CLOTHING_NOUNS) if (!NOT_IN_PROSE.has(noun) && !vocabulary().has(noun)) add(noun, 'clothing');
  for (const noun of HAIR_NOUNS) if (!vocabulary().has(noun)) add(noun, 'hair');
  for (const noun of EYE_NOUNS) if (!vocabulary().has(noun)) add(noun, 'eyes');
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  byFirstWord = index;
  return index;
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

function entryAt(words: readonly Word[], at: number): Entry | null {
  const first = words[at]!.text;
  return longestEntry(entries().get(first), words, at) ?? longestEntry(pluralEntries(first), words, at);
}

/** Single-word entries whose plural the word is: "buildings" speaks about a building. */
function pluralEntries(word: string): Entry[] | undefined {
  if (word.length < 5 || !word.endsWith('s') || word.endsWith('ss')) return undefined;
  return entries()
    .get(word.slice(0, -1))
    ?.filter((entry) => entry.words.length === 1);
}

function longestEntry(list: readonly Entry[] | undefined, words: readonly Word[], at: number): Entry | null {
  for (const entry of list ?? []) {
    let k = 1;
    while (k < entry.words.length && words[at + k]?.joined && isForm(words[at + k]!.text, entry, k)) k++;
    if (k === entry.words.length) return entry;
  }
  return null;
}

function isForm(word: string, entry: Entry, k: number): boolean {
  const expected = entry.words[k];
  return word === expected || (k === entry.words.length - 1 && word === `${expected}s`);
}
