import type { Steps } from '../../ground/steps.ts';
import type { TrainerFiles } from '../files/files.ts';
import type { PixelSize } from '../pixel-size.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import { type Placement, placeImage } from './buckets.ts';
import { drawTarget, modulesOf } from './draws.ts';
import { type CollectedImage, type ConceptGroup, type DatasetPlan, drawSample } from './plan.ts';

/** Draws that are made for one count: more variations than these are not counted. */
const MOST_DRAWS = 200_000;

/** One image in an epoch. */
export interface CountedImage {
  readonly image: CollectedImage;
  /** The first of its places. */
  readonly placement: Placement;
  /** Uses by bucket. */
  readonly buckets: readonly { readonly bucket: PixelSize; readonly samples: number }[];
}

/** What of an epoch follows from numbers alone. */
export interface CountedEpoch {
  /** Images by group, in the order of the plan; those that are not used are left out. */
  readonly groups: readonly (readonly CountedImage[])[];
  readonly samples: number;
  /** Full batches by bucket over all groups; null: with so many variations they are not counted. */
  readonly batches:
    | readonly { readonly bucket: PixelSize; readonly samples: number; readonly batches: number }[]
    | null;
}

/**
 * Counts an epoch, from 0, without going through its samples: an image that is drawn the same way is placed once, however often it is
 * used. The error is the one its first samples end with.
 */
export function* countEpoch(plan: DatasetPlan, epoch: number, files: TrainerFiles): Steps<Outcome<CountedEpoch>> {
  const found = new Map<string, { bucket: PixelSize; samples: number }>();
  const groups: CountedImage[][] = [];
  let draws = 0;
  let samples = 0;
  for (const group of plan.groups) {
    const own: CountedImage[] = [];
    for (const [place, image] of group.images.entries()) {
      yield;
      const passes = passesOf(group, place, epoch);
      if (passes.count <= 0) continue;
      samples += passes.count;
      const first = drawSample(plan, group, image, passes.first, epoch, files);
      if (first.error) return first;
      const drawn = drawsOf(plan, group, passes, epoch);
      draws += drawn.length;
      const counted = draws > MOST_DRAWS ? answer([]) : placesOf(plan, group, image, drawn);
      if (counted.error) return counted;
      own.push({ image, placement: first.value.placement, buckets: counted.value });
      for (const { bucket, samples: uses } of counted.value) {
        const key = `${bucket.width}x${bucket.height}`;
        const entry = found.get(key) ?? { bucket, samples: 0 };
        found.set(key, { bucket, samples: entry.samples + uses });
      }
    }
    groups.push(own);
  }
  if (plan.batchSize === 0) return stops('ZeroDivisionError', 'batch_size');
  const batches = [...found.values()].map((entry) => ({
    ...entry,
    batches: Math.floor(entry.samples / plan.batchSize),
  }));
  return answer({ groups, samples, batches: draws > MOST_DRAWS ? null : batches });
}

interface Passes {
  readonly first: number;
  readonly count: number;
}

/** The passes over its concept in which an image is used: sample j of the epoch is image (j + epoch · samples) mod images. */
function passesOf({ images, samples }: ConceptGroup, place: number, epoch: number): Passes {
  const start = epoch * samples;
  const first = Math.ceil((start - place) / images.length);
  return { first, count: Math.ceil((start + samples - place) / images.length) - first };
}

/** The variations that decide where an image goes, with the uses of each. */
function drawsOf(
  plan: DatasetPlan,
  { concept, targets }: ConceptGroup,
  passes: Passes,
  epoch: number,
): [number, number][] {
  if (targets.length === 1) return [[0, passes.count]];
  if (!plan.cachesImages) return [[epoch, passes.count]];
  const variations = Math.abs(Number(concept.values.get('image_variations')));
  const kinds = Math.min(variations, passes.count, MOST_DRAWS + 1);
  return Array.from({ length: kinds }, (_, at) => [
    (passes.first + at) % variations,
    Math.ceil((passes.count - at) / variations),
  ]);
}

function placesOf(
  plan: DatasetPlan,
  { targets }: ConceptGroup,
  { index, size }: CollectedImage,
  drawn: readonly [number, number][],
): Outcome<{ bucket: PixelSize; samples: number }[]> {
  const modules = modulesOf(plan.model, plan.masks);
  const frames = plan.buckets || !plan.model.frameAxis ? null : 1;
  const found = new Map<string, { bucket: PixelSize; samples: number }>();
  for (const [variation, uses] of drawn) {
    const target = targets[drawTarget(modules, variation, index, targets.length)];
    const placed: Outcome<Placement> = target ? placeImage(target, size, frames) : stops('IndexError', 'resolution');
    if (placed.error) return placed;
    const { bucket } = placed.value;
    const key = `${bucket.width}x${bucket.height}`;
    found.set(key, { bucket, samples: (found.get(key)?.samples ?? 0) + uses });
  }
  return answer([...found.values()]);
}
