import { extensionOf } from '../ground/paths.ts';
import type { TrainerId, TrainerProfile } from './trainer-profile.ts';
import { TRAINERS, trainerOf } from './trainers.ts';

export type { CaptionFate, TrainerId, TrainerProfile } from './trainer-profile.ts';

/** The profiles of all trainers, the default first. */
export const TRAINER_PROFILES: readonly TrainerProfile[] = TRAINERS.map(({ profile }) => profile);

/** The id of the trainer that counts where nothing names one. */
export const DEFAULT_TRAINER: TrainerId = TRAINERS[0].id;

/** The profile of an id; that of the default trainer for an id that is not known. */
export const trainerProfile = (id: string): TrainerProfile => trainerOf(id).profile;

/** True when a file of this name is an image of the profile; names that start with a dot never are. */
export const isImageName = (profile: TrainerProfile, name: string): boolean =>
  !name.startsWith('.') && isImageExtension(profile, extensionOf(name));

/** True when the profile takes a file of this extension (with the dot, as written) for an image. */
export function isImageExtension(profile: TrainerProfile, extension: string): boolean {
  const lower = extension.toLowerCase();
  if (!profile.imageExtensions.includes(lower)) return false;
  return profile.imageExtensionCase === 'any' || extension === lower || extension === extension.toUpperCase();
}
