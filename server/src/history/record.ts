import type { SettingValue } from '../advice/facts.ts';
import type { ModelFamilyId } from '../trainers/families.ts';
import type { PixelSize } from '../trainers/pixel-size.ts';
import type { TrainerId } from '../trainers/profiles.ts';

/** Images that train together: a folder with its repeats. */
export interface RecordSubset {
  /** Last part of the folder's path, as a trainer notes it. */
  readonly name: string;
  readonly regularization: boolean;
  /** Uses of each image per epoch; null where nobody says. */
  readonly repeats: number | null;
  readonly images: number | null;
  /** What trains for images without a caption; null where none is known. */
  readonly classTokens: string | null;
  /** Options of its own, by the names of sd-scripts: `shuffle_caption`, `keep_tokens`, … */
  readonly options: ReadonlyMap<string, SettingValue>;
  /**
   * Occurrences of each tag in its captions, repeats not counted: cut at commas, lower case, as sd-scripts notes them; null where they are not
   * known.
   */
  readonly tags: ReadonlyMap<string, number> | null;
}

export interface RecordBucket {
  readonly bucket: PixelSize;
  /** Uses per epoch. */
  readonly samples: number;
}

/** How far a training went, or will go. */
export interface RecordRun {
  /** Optimizer steps. */
  readonly steps: number | null;
  /** Not rounded. */
  readonly epochs: number | null;
  /** Uses of images of the subject in an epoch: images × repeats. */
  readonly samplesPerEpoch: number | null;
  /** Images in one step: batch size × gradient accumulation. */
  readonly samplesPerStep: number | null;
}

/** Where a record comes from. */
export type RecordKind = 'lora' | 'folder' | 'lock';

/**
 * What a model was trained on, or would be: the one form that a LoRA file, a folder with its configuration and a lock are compared in. What
 * is not known is null or absent, never a default.
 */
export interface TrainingRecord {
  readonly kind: RecordKind;
  /** As the user named it. */
  readonly name: string;
  readonly trainer: TrainerId | null;
  readonly family: ModelFamilyId | null;
  /** Null where the source keeps no subsets. */
  readonly subsets: readonly RecordSubset[] | null;
  /** Options of the whole training by the names of sd-scripts, see settings-compared.ts; null: known to be unset. */
  readonly settings: ReadonlyMap<string, SettingValue>;
  readonly buckets: readonly RecordBucket[] | null;
  readonly run: RecordRun;
  /** Whether a text encoder trains; null where nothing says. */
  readonly trainsTextEncoder: boolean | null;
  /** Trigger, where the source tells it or every caption does. */
  readonly trigger: string | null;
}

export const unknownRun: RecordRun = { steps: null, epochs: null, samplesPerEpoch: null, samplesPerStep: null };

/** The subsets of the subject: regularization sets show other things on purpose. */
export const subjectSubsets = ({ subsets }: TrainingRecord): readonly RecordSubset[] =>
  (subsets ?? []).filter(({ regularization }) => !regularization);

/** A sum, or null where a part of it is not known or there are none. */
export function sumKnown(values: readonly (number | null)[]): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** Images of the subject, each once; null where not all are counted. */
export const subjectImages = (record: TrainingRecord): number | null =>
  sumKnown(subjectSubsets(record).map(({ images }) => images));

/** Occurrences of each tag over the subsets of the subject; null where not all of them say. */
export function subjectTagCounts(record: TrainingRecord): ReadonlyMap<string, number> | null {
  const subsets = subjectSubsets(record);
  if (subsets.length === 0) return null;
  const sum = new Map<string, number>();
  for (const { tags } of subsets) {
    if (tags === null) return null;
    for (const [tag, count] of tags) sum.set(tag, (sum.get(tag) ?? 0) + count);
  }
  return sum;
}

/** Images × repeats of the subject; null where a number is missing. */
export const samplesOf = (record: Pick<TrainingRecord, 'subsets'>): number | null =>
  sumKnown(
    (record.subsets ?? [])
      .filter(({ regularization }) => !regularization)
      .map(({ images, repeats }) => (images === null || repeats === null ? null : images * repeats)),
  );
