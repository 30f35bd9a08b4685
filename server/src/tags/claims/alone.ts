import type { Cast } from './who.ts';

/** Whether a text speaks of one alone: everybody whom it names is the one that it is about. */
export const isAlone = ({ mentions }: Cast): boolean =>
  mentions.every(({ entity }) => entity === null || entity.isTopic || entity.isSeveral || entity.kind === 'thing');
