import { listOf } from './data/list.ts';

/** How far a picture is from its subject, and from which side it shows it. */
export const framingKinds = ['face', 'bust', 'thighs', 'whole', 'front', 'side', 'back', 'above', 'below'] as const;
export type FramingKind = (typeof framingKinds)[number];

/** The words of each kind, in normal form. Words for focus, blur and layout are of none. */
const words: Readonly<Record<FramingKind, string>> = {
  face: `close-up, closeup, close-up shot, close up of, extreme close-up, face, face focus, face shot, face only, face close-up,
head focus, portrait, studio portrait, headshot, head shot, head and shoulders, mugshot, shoulders up, tight shot`,
  bust: `upper body, upper body shot, bust, bust shot, half body, half body shot, half length,
waist up, waist shot, chest up, medium shot, mid shot, medium close-up`,
  thighs: 'cowboy shot, american shot, knees up, knee shot',
  whole: `full body, full body shot, full shot, full length, whole body, head to toe, wide shot,
very wide shot, extreme wide shot, long shot, establishing shot`,
  front: 'straight-on, front view, from front, from the front, frontal view',
  side: 'from side, from the side, side view, profile, side profile',
  back: 'from behind, back view, rear view, view from behind, from the back',
  above: `from above, view from above, high angle, high angle view, overhead shot, overhead view, top-down view, aerial view,
aerial photo, aerial photograph, aerial photography, drone shot, bird's-eye view`,
  below: "from below, view from below, low angle, low angle view, worm's-eye view",
};

const kindByWord = new Map<string, FramingKind>();
const plain = (norm: string): string => norm.replaceAll('-', ' ');
for (const kind of framingKinds) for (const word of listOf(words[kind])) kindByWord.set(plain(word), kind);

const wordsOfFramings = new Set([...kindByWord.keys()].flatMap((phrase) => phrase.split(' ')));

/** Whether a text (normal form) has a word that stands in the name of a framing: without one no phrase of it names any. */
export const mayNameFraming = (norm: string): boolean =>
  plain(norm)
    .split(' ')
    .some((word) => wordsOfFramings.has(word));

/** The kind of framing that a tag or a known phrase (normal form) names, hyphens or not; null for none. */
export const framingKind = (norm: string): FramingKind | null => kindByWord.get(plain(norm)) ?? null;

/** Whether a kind says how far the subject is; else from which side it is seen. */
export const isDistance = (kind: FramingKind): boolean => framingKinds.indexOf(kind) <= framingKinds.indexOf('whole');
