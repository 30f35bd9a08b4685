import type { Category } from '../tags/vocabulary.ts';

/** What a concept is, as its user says. */
export const conceptKinds = ['character', 'person', 'style', 'outfit', 'object', 'pose'] as const;
export type ConceptKind = (typeof conceptKinds)[number];

/** What a rule of practice rests on. `map`: the failure map, section after the colon. */
export type PracticeSource = `map: ${string}` | 'practice';

/**
 * What belongs to a concept of a kind and is left to its trigger, and what has to stay changeable and is written. That what belongs is
 * left out of captions is practice of LoRA trainers and a heuristic; that background, clothing and style must not always come along is
 * in the failure map (co-occurrence, style).
 */
export interface Practice {
  readonly belongs: readonly Category[];
  readonly changes: readonly Category[];
}

const SCENE: readonly Category[] = ['background', 'framing', 'lighting'];
const ACTING: readonly Category[] = ['expression', 'pose', 'gaze'];

export const practice: Readonly<Record<ConceptKind, Practice>> = {
  character: { belongs: ['hair', 'eyes', 'body'], changes: ['clothing', ...ACTING, ...SCENE] },
  // A person changes their hair; its colour and cut are asked for in words.
  person: { belongs: ['eyes', 'body'], changes: ['hair', 'clothing', ...ACTING, ...SCENE] },
  style: {
    belongs: ['style', 'quality'],
    changes: ['hair', 'eyes', 'body', 'clothing', 'colour', ...ACTING, ...SCENE],
  },
  outfit: { belongs: ['clothing'], changes: ['hair', 'eyes', 'body', ...ACTING, ...SCENE] },
  object: { belongs: [], changes: ['clothing', 'colour', ...ACTING, ...SCENE] },
  pose: { belongs: ['pose', 'gaze'], changes: ['hair', 'eyes', 'body', 'clothing', 'expression', ...SCENE] },
};

/** Words that are always on wherever they stand on every caption: no concept but a style wants them. */
export const alwaysOn: readonly Category[] = ['style', 'quality'];

/** Clothes that a picture cut above them cannot show, by their last word. */
export const belowTheWaist: ReadonlySet<string> = new Set(
  'shoes boots footwear sandals sneakers heels loafers slippers socks kneehighs thighhighs pantyhose legwear stockings leggings barefoot'.split(
    ' ',
  ),
);

/** Framings that end above the waist. */
export const cutAboveTheWaist: ReadonlySet<string> = new Set([
  'portrait',
  'close-up',
  'close up',
  'face',
  'upper body',
  'head shot',
  'headshot',
  'bust',
]);
