import { concepts } from './concepts.ts';
import type { DataAdvice } from './define.ts';
import { looks } from './looks.ts';
import { variety } from './variety.ts';
import { wording } from './wording.ts';

export type { DataAdvice } from './define.ts';

/** Playbook X; of what cures as much, the first. */
export const dataAdvice: readonly DataAdvice[] = [...variety, ...concepts, ...wording, ...looks];
