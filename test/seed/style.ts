import { backgrounds, clothes, networksOf, trainedTooLong } from './makers.ts';
import { some, soundSubset, trained, withOptions } from './sets.ts';
import type { Section } from './statement.ts';

const kinds = ['red dress', 'red hat', 'red scarf', 'red gloves', 'red boots'];

const hues = ['teal', 'grey', 'yellow', 'purple'];
/** A sentence about the subject in something of a colour. */
const inSentences = (n: number, hue: string): string => {
  const [worn, place] = [`a ${hue} ${clothes[(n * 4) % 9] ?? ''}`, `in the ${backgrounds[(n * 3) % 8] ?? ''}`];
  return [
    `A photo of qvzt woman ${place}, who wears ${worn} and is ${poses[n % 4] ?? ''}.`,
    `Dressed in ${worn}, qvzt woman is ${poses[n % 4] ?? ''} ${place}.`,
    `We see qvzt woman ${poses[n % 4] ?? ''} ${place}; she has ${worn} on.`,
  ][n % 3] as string;
};
const poses = ['sitting', 'standing', 'walking', 'running'];

/** Colour, light and style that stick. */
export const style: readonly Section[] = [
  {
    title: 'Style',
    statements: [
      { says: 'Too much contrast, grain or smoothing', by: ['symptom:texture-changes'] },
      { says: 'A style that nobody asked for', by: ['symptom:style-sticks'] },
      { says: 'Colours bleed or move', by: ['symptom:colour-moves'] },
      {
        says: 'Style and quality tags on nearly every image are always on',
        mode: 'style-drift',
        evidence: 'constant-style-tags',
        faintSet: { head: () => ['qvzt', 'woman', 'masterpiece'] },
        clearSet: { head: () => ['qvzt', 'woman', 'masterpiece', 'best quality', 'highres', 'absurdres'] },
        faint: 'low',
        clear: 'high',
        finding: 'constant-style-tags',
        x: ['drop-style-tags'],
        y: ['drop-style-tags-by-chance', 'lower-rank'],
        heuristic: true,
      },
      {
        says: 'Prefix and suffix put style words on every sample',
        mode: 'style-drift',
        evidence: 'constant-style-tags',
        not: { subset: `${soundSubset}\ncaption_prefix = "qvzt, "`, options: withOptions({}) },
        faintSet: { subset: `${soundSubset}\ncaption_suffix = ", masterpiece"`, options: withOptions({}) },
        clearSet: {
          subset: `${soundSubset}\ncaption_prefix = "masterpiece, best quality, "`,
          options: withOptions({}),
        },
        faint: 'low',
        clear: 'elevated',
        finding: 'constant-style-tags',
        y: ['no-style-prefix'],
        heuristic: true,
      },
      {
        says: 'The trigger always comes with one colour, on whatever things',
        mode: 'style-drift',
        evidence: 'trigger-colour-probability',
        // A feature of the subject keeps its colour.
        not: { tags: (n, tags) => [...tags, 'grey beard', ...(n % 3 ? [kinds[n % 5] ?? ''] : [])] },
        faintSet: { tags: (n, tags) => (some(n, 1) ? tags : [...tags, kinds[n % 5] ?? '']) },
        clearSet: { tags: (n, tags) => [...tags, kinds[n % 5] ?? ''] },
        faint: 'elevated',
        clear: 'elevated',
        x: ['free-colour'],
        heuristic: true,
      },
      {
        says: 'The trigger always comes with one colour, in sentences',
        mode: 'style-drift',
        evidence: 'trigger-colour-probability',
        not: { text: (n) => inSentences(n, hues[n % 4] ?? '') },
        faintSet: { text: (n) => inSentences(n, some(n, 1) ? 'grey' : 'teal') },
        clearSet: { text: (n) => inSentences(n, 'teal') },
        faint: 'elevated',
        clear: 'elevated',
        x: ['free-colour'],
        heuristic: true,
      },
      {
        says: 'Colours and light are named by no caption',
        mode: 'style-drift',
        evidence: 'unnamed-light-share',
        faintSet: {
          tags: (n, tags) =>
            some(n, 1) ? tags : tags.filter((tag) => !/day|night|sunset|rain|snow|backlighting|brown/.test(tag)),
        },
        clearSet: {
          tags: (_, tags) => tags.filter((tag) => !/day|night|sunset|rain|snow|backlighting|brown/.test(tag)),
        },
        faint: 'low',
        clear: 'low',
        x: ['name-light'],
        heuristic: true,
      },
      {
        says: 'Colour and light tags contradict each other',
        mode: 'style-drift',
        evidence: 'contradictory-tags',
        faintSet: {
          tags: (n, tags) =>
            n % 9 === 0 ? [...tags.filter((tag) => tag !== 'day' && tag !== 'night'), 'day', 'night'] : tags,
        },
        clearSet: { tags: (_, tags) => [...tags.filter((tag) => tag !== 'day' && tag !== 'night'), 'day', 'night'] },
        faint: 'low',
        clear: 'elevated',
        finding: 'contradictory-tags',
        x: ['resolve-contradictions'],
        heuristic: true,
      },
      {
        says: 'One tag stands on pictures of very different colours',
        mode: 'style-drift',
        evidence: 'colour-mismatch-share',
        not: { image: () => ['rgb:220:30:30'], tags: (_, tags) => [...tags, 'red dress'] },
        faintSet: {
          image: (n) => [n % 4 === 0 ? 'rgb:20:40:230' : 'rgb:220:30:30'],
          tags: (n, tags) => [...tags, n % 9 === 8 ? 'hat' : 'red dress'],
        },
        clearSet: {
          image: (n) => [n % 2 === 0 ? 'rgb:20:40:230' : n % 3 === 0 ? 'rgb:30:200:40' : 'rgb:220:30:30'],
          tags: (n, tags) => [...tags, n % 9 === 8 ? 'hat' : 'red dress'],
        },
        faint: 'low',
        clear: 'elevated',
        x: ['correct-colours'],
        heuristic: true,
      },
      {
        says: 'One light throughout',
        mode: 'style-drift',
        evidence: 'lighting-top-share',
        faintSet: {
          tags: (n, tags) =>
            n % 16 === 0
              ? tags
              : ['night', ...tags.filter((tag) => !/day|sunset|rain|snow|backlighting|night/.test(tag))],
        },
        clearSet: {
          tags: (_, tags) => ['night', ...tags.filter((tag) => !/day|sunset|rain|snow|backlighting|night/.test(tag))],
        },
        faint: 'low',
        clear: 'low',
        x: ['vary-lighting'],
        heuristic: true,
      },
      {
        says: 'Colour augmentation evens out, and may drift',
        mode: 'style-drift',
        evidence: 'colour-augmentation',
        not: trained({}),
        faintSet: { subset: `${soundSubset}\ncolor_aug = true` },
        clearSet: { subset: `${soundSubset}\ncolor_aug = true`, options: withOptions({}) },
        faint: 'low',
        clear: 'low',
        y: ['no-colour-augmentation'],
        heuristic: true,
      },
      {
        says: 'Too long a training stores small biases',
        mode: 'style-drift',
        ...trainedTooLong,
      },
      {
        says: 'Too large a network stores small biases',
        mode: 'style-drift',
        evidence: 'rank-per-image',
        ...networksOf([128, 128], [256, 256]),
        faint: 'low',
        clear: 'elevated',
        y: ['lower-rank'],
        heuristic: true,
      },
    ],
  },
];
