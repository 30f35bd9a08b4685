import type { Trainer, TrainerConfig } from '../trainers/trainer.ts';

/** The configuration of a trainer other than the default one, with the files that belong to it. */
export interface OtherSetup {
  readonly trainer: Trainer;
  /** The file that was found or named, first. */
  readonly configs: readonly [TrainerConfig, ...TrainerConfig[]];
}
