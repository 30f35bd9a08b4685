import { type Comparison, compareInBreaths } from './compare.ts';
import { type ExposureChanges, exposureChanges } from './exposure-changes.ts';
import { hasImageChanges, type ImageChanges, imageChanges } from './image-changes.ts';
import { type DatasetLock, lockRecord } from './lock.ts';
import type { TrainingRecord } from './record.ts';
import { riskChanges } from './risk-changes.ts';

/** A comparison with the images, where both sides know them. */
export interface DatasetDiff extends Comparison {
  /** Null: a LoRA file knows no image by name. */
  readonly images: ImageChanges | null;
  /** What is fed, where both sides know it and it changed. */
  readonly exposure: ExposureChanges | null;
}

/** A dataset as it was locked, or as it would be locked now. */
export interface LockedSide {
  readonly kind: 'folder' | 'lock';
  /** As the user named it. */
  readonly name: string;
  readonly lock: DatasetLock;
}

/** Compares two trainings of which one keeps no images. */
export const diffRecords = async (from: TrainingRecord, to: TrainingRecord): Promise<DatasetDiff> => ({
  ...(await compareInBreaths(from, to)),
  images: null,
  exposure: null,
});

/** Compares two states of a dataset. Risks are those of their audits where both looked as far into the images. */
export async function diffLocks(from: LockedSide, to: LockedSide, signal?: AbortSignal): Promise<DatasetDiff> {
  const [a, b] = [from.lock, to.lock];
  const record = ({ kind, name, lock }: LockedSide): TrainingRecord => ({ ...lockRecord(lock, name), kind });
  return {
    ...(await compareInBreaths(record(from), record(to), signal)),
    ...(a.imageLevel === b.imageLevel && { risks: riskChanges(a.risks, b.risks) }),
    images: imageChanges(a.images, b.images),
    exposure: a.exposure && b.exposure && exposureChanges(a.exposure, b.exposure),
  };
}

/** Whether anything changed. */
export function hasChanges({ settings, subsets, tags, images, risks, exposure }: DatasetDiff): boolean {
  const some = (...lists: (readonly unknown[] | undefined)[]): boolean => lists.some((list) => (list?.length ?? 0) > 0);
  return (
    some(settings, risks, subsets?.added, subsets?.gone, subsets?.changed, tags?.added, tags?.gone, tags?.moved) ||
    exposure !== null ||
    (images !== null && hasImageChanges(images))
  );
}
