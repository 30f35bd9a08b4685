import { Mersenne } from '../python/mersenne.ts';
import type { RandomSource } from '../python/random-source.ts';
import { hashTuple } from '../python/tuple-hash.ts';
import type { Outcome } from '../trainer-error.ts';
import type { Placement } from './buckets.ts';
import { type CaptionOptions, trainedCaption } from './caption.ts';
import type { ModelType } from './model-types.ts';

/** The seed of the data loader; no setting changes it (mgds MGDS.py). */
const SEED = 42;

/** Numbers of the modules that draw, which are part of each draw's seed. */
export interface DrawModules {
  readonly line: number;
  readonly target: number;
  readonly crop: number;
  readonly drop: number;
  readonly caps: number;
  readonly shuffle: number;
}

/** Where the drawing modules stand: a frame axis and masks put others in front of them. */
export function modulesOf({ frameAxis }: ModelType, masks: boolean): DrawModules {
  const s = Number(frameAxis);
  const m = Number(masks);
  const target = 13 + 2 * s + 5 * m;
  const line = 11 + s + m;
  return { line, target, crop: target + 1, drop: target + 8, caps: target + 9, shuffle: target + 10 };
}

/** One generator for each kind of module, seeded for each draw: making its 624 words anew takes longer than a draw. */
const generators = new Map<keyof DrawModules, Mersenne>();

/**
 * The chances of one module for one image, the same in every run. Seeded when first asked: most modules of a concept draw nothing.
 * They hold until the next chances of that kind are asked for.
 */
function chancesOf(modules: DrawModules, kind: keyof DrawModules, variation: number, index: number): RandomSource {
  let seeded: Mersenne | null = null;
  const own = (): Mersenne => {
    if (seeded) return seeded;
    const seed = hashTuple([SEED, modules[kind], variation, index]);
    seeded = generators.get(kind) ?? new Mersenne(seed);
    generators.set(kind, seeded);
    seeded.seed(seed);
    return seeded;
  };
  return {
    random: () => own().random(),
    choice: (count) => own().choice(count),
    shuffle: (items) => own().shuffle(items),
  };
}

/** Which of several resolutions an image gets. */
export function drawTarget(modules: DrawModules, variation: number, index: number, count: number): number {
  return count === 1 ? 0 : chancesOf(modules, 'target', variation, index).choice(count);
}

/** Where an image is cut with crop jitter: top first, then left. */
export function drawCrop(modules: DrawModules, variation: number, index: number, { jitter }: Placement) {
  const chance = chancesOf(modules, 'crop', variation, index);
  const y = chance.choice(Math.max(0, jitter.y) + 1);
  return { y, x: chance.choice(Math.max(0, jitter.x) + 1) };
}

/** The caption of one use: one line, then its tags. */
export function drawCaption(
  modules: DrawModules,
  variation: number,
  index: number,
  lines: readonly string[],
  options: CaptionOptions,
): Outcome<string> {
  const line = lines[lines.length === 1 ? 0 : chancesOf(modules, 'line', variation, index).choice(lines.length)] ?? '';
  return trainedCaption(line, options, {
    drop: chancesOf(modules, 'drop', variation, index),
    caps: chancesOf(modules, 'caps', variation, index),
    shuffle: chancesOf(modules, 'shuffle', variation, index),
  });
}
