import type { ConfigDocument } from './documents/parsed.ts';
import type { TrainerId } from './trainer-profile.ts';

/** What a file is to its trainer, in the trainer's own word: `dataset_config`, `job`, `concepts`. */
export type TrainerFileRole = string;

/** A configuration text as it was read. */
export interface ConfigText {
  /** Absolute, "/" between names. */
  readonly path: string;
  readonly text: string;
  readonly document: ConfigDocument;
}

/** A configuration file that was recognised. */
export interface TrainerConfig extends ConfigText {
  readonly trainer: TrainerId;
  readonly role: TrainerFileRole;
}
