import type { ConfigDocument } from './documents/parsed.ts';
import type { ModelFamily } from './families.ts';
import type { TrainerFiles } from './files/files.ts';
import type { TrainerId, TrainerProfile } from './profiles.ts';
import type { WhatTrains } from './trains.ts';

/** What a file is to its trainer; each trainer knows its own words. */
export type TrainerFileRole = 'dataset_config' | 'config_file' | 'gui-preset' | 'job' | 'train_config' | 'concepts';

/** A configuration text as it was read. */
export interface ConfigText {
  /** Absolute, "/" between names. */
  readonly path: string;
  readonly text: string;
  readonly document: ConfigDocument;
}

/** Whose file it is, and how that is known. */
export interface Recognition {
  readonly role: TrainerFileRole;
  /** `likely`: enough stands there while it is being written, but another program could have written it. */
  readonly certainty: 'certain' | 'likely';
  /** The keys that tell, as written, e.g. `datasets[].image_directory`. */
  readonly because: readonly string[];
}

/** A configuration file that was recognised. */
export interface TrainerConfig extends ConfigText {
  readonly trainer: TrainerId;
  readonly role: TrainerFileRole;
}

/** How a configuration is meant to run, as far as its files leave it open. */
export interface RunChoice {
  readonly family: ModelFamily;
  /** Words of a command line; empty where there is none. */
  readonly argv: readonly string[];
}

/**
 * A trainer, as everybody above asks it. What one trainer does not have is absent from its answers. All methods are pure and never
 * throw; files are asked for synchronously (see `TrainerFiles`).
 */
export interface Trainer {
  readonly id: TrainerId;
  /** What it does with a folder when nothing is configured. */
  readonly profile: TrainerProfile;
  /** Whether a text is a file of this trainer; null when it is not. */
  recognise(config: ConfigText): Recognition | null;
  /** What trains: images, videos, their companions and captions; and what does not, with the reason. */
  list(configs: readonly TrainerConfig[], files: TrainerFiles, run: RunChoice): WhatTrains;
}
