import { LateMap } from '../ground/late-map.ts';
import { once } from '../ground/once.ts';
import { listOf } from './data/list.ts';
import { CLOTHING_NOUNS, EYE_NOUNS, HAIR_NOUNS } from './data/modifiers.ts';
import { type Category, tagsBeginning, vocabulary } from './vocabulary.ts';

/** Ordinary words in a sentence that say nothing about the category they have as a tag of their own. */
const notInProse = once(
  () =>
    new Set(
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
    ),
);

/** Phrases of sentences that are no tags. */
const PROSE_PHRASES: readonly (readonly [Category, string])[] = [
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
];

/** A phrase by its words. */
export interface PhraseEntry {
  readonly words: readonly string[];
  readonly category: Category;
}

type Phrase = readonly [phrase: string, category: Category];

/** {@link PROSE_PHRASES} with their categories. */
const ofProse = once(
  () => new Map(PROSE_PHRASES.flatMap(([category, text]) => listOf(text).map((phrase) => [phrase, category] as const))),
);

/** Whether a tag speaks of its category in a sentence as well. */
const isOfProse = ([tag, category]: Phrase): boolean =>
  category !== 'colour' && !notInProse().has(tag) && /^[a-z' -]+$/.test(tag);

const nounsWithHyphen = once(() =>
  [...CLOTHING_NOUNS, ...HAIR_NOUNS, ...EYE_NOUNS].filter((noun) => noun.includes('-')),
);

/** The nouns of a list that are no tags, each with its category. */
function nounsOf(list: readonly string[]): Phrase[] {
  const others = list.filter((noun) => !vocabulary().has(noun));
  return [
    ...others
      .filter((noun) => CLOTHING_NOUNS.has(noun) && !notInProse().has(noun))
      .map((noun) => [noun, 'clothing'] as const),
    ...others.filter((noun) => HAIR_NOUNS.has(noun)).map((noun) => [noun, 'hair'] as const),
    ...others.filter((noun) => EYE_NOUNS.has(noun)).map((noun) => [noun, 'eyes'] as const),
  ];
}

function byFirstWord(phrases: Iterable<Phrase>): Map<string, PhraseEntry[]> {
  const index = new Map<string, PhraseEntry[]>();
  for (const [phrase, category] of phrases) {
    const words = phrase.split(/[ -]/);
    const entry = { words, category };
    const list = index.get(words[0]!);
    if (list) list.push(entry);
    else index.set(words[0]!, [entry]);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** The phrases of sentences that have a category, by their first word; the longest first. */
export const phraseEntries = new LateMap<readonly PhraseEntry[]>(
  (first) => {
    const tags = [...tagsBeginning(first)].filter(isOfProse);
    const nouns = nounsOf([first, ...nounsWithHyphen().filter((noun) => noun.startsWith(`${first}-`))]);
    const prose = [...ofProse()].filter(([phrase]) => phrase.startsWith(first));
    return byFirstWord([...prose, ...tags, ...nouns]).get(first);
  },
  () =>
    byFirstWord([
      ...ofProse(),
      ...[...vocabulary().all].filter(isOfProse),
      ...nounsOf([...new Set([...CLOTHING_NOUNS, ...HAIR_NOUNS, ...EYE_NOUNS])]),
    ]),
  8,
);

/** The phrases of sentences that have a category and begin with a word, the longest first. */
export const phrasesBeginning = (first: string): readonly PhraseEntry[] => phraseEntries.get(first) ?? [];
