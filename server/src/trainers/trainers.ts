import type { TrainerId } from './profiles.ts';
import { SD_SCRIPTS } from './sd-scripts/trainer.ts';
import type { Trainer } from './trainer.ts';

/** All trainers, the default first. A new one is added here. */
export const TRAINERS: readonly Trainer[] = [SD_SCRIPTS];

/** The trainer of an id; the default for an id without one. */
export function trainerOf(id: TrainerId): Trainer {
  return TRAINERS.find((trainer) => trainer.id === id) ?? SD_SCRIPTS;
}
