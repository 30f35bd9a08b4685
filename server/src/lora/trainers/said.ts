import type { SettingValue } from '../../advice/facts.ts';
import type { Steps } from '../../ground/steps.ts';
import type { RecordBucket, RecordRun, RecordSubset } from '../../history/record.ts';
import type { ModelFamilyId } from '../../trainers/families.ts';
import type { TrainerId } from '../../trainers/profiles.ts';

export type Metadata = ReadonlyMap<string, string>;

/** What the metadata of one trainer say. What it does not note is null or absent. */
export interface Said {
  /** Commit, branch or number of the program. */
  readonly version: string | null;
  /** Its word for the base model, and the name of the model's file. */
  readonly baseModel: string | null;
  readonly modelName: string | null;
  /** Where the trainer's word is no name of a model. */
  readonly family?: ModelFamilyId | null;
  readonly settings: ReadonlyMap<string, SettingValue>;
  readonly subsets: readonly RecordSubset[] | null;
  readonly buckets: readonly RecordBucket[] | null;
  readonly run: RecordRun;
  readonly trigger: string | null;
  readonly rank: number | null;
  readonly alpha: number | null;
  /** Kept by the trainer as a whole, for a configuration like it: JSON. */
  readonly config?: string;
}

/** How a trainer describes its runs in a file. */
export interface MetadataReader {
  readonly id: TrainerId;
  /** The keys that show that it wrote the file; none: it did not. */
  because(metadata: Metadata): readonly string[];
  read(metadata: Metadata): Steps<Said>;
}

/** The keys that stand there. */
export const presentKeys = (metadata: Metadata, keys: readonly string[]): string[] =>
  keys.filter((key) => metadata.has(key));

/** A number of times, 1 where none is given. */
export const countOf = (value: SettingValue | undefined): number =>
  typeof value === 'number' && Number.isFinite(value) && value > 1 ? value : 1;
