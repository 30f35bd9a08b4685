import { captions } from './captions.ts';
import { concepts } from './concepts.ts';
import { diversity } from './diversity.ts';
import { formats } from './formats.ts';
import { health } from './health.ts';
import { identity } from './identity.ts';
import { memorization } from './memorization.ts';
import { resolution } from './resolution.ts';
import type { Section } from './statement.ts';
import { style } from './style.ts';

/** The failure map, statement by statement, in the order of the page. */
export const sections: readonly Section[] = [
  ...memorization,
  ...diversity,
  ...concepts,
  ...style,
  ...identity,
  ...captions,
  ...formats,
  ...health,
  ...resolution,
];
