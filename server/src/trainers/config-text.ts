import type { ConfigDocument } from './documents/parsed.ts';
import type { TrainerId } from './trainer-profile.ts';

/** What a file is to its trainer; each trainer knows its own words. */
export type TrainerFileRole = 'dataset_config' | 'config_file' | 'gui-preset' | 'job' | 'train_config' | 'concepts';

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
