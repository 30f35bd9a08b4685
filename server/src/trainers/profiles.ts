import { AI_TOOLKIT_PROFILE } from './ai-toolkit/profile.ts';
import { MUSUBI_TUNER_PROFILE } from './musubi-tuner/profile.ts';
import { ONETRAINER_PROFILE } from './onetrainer/profile.ts';
import { SD_SCRIPTS_PROFILE } from './sd-scripts/profile.ts';
import type { TrainerProfile } from './trainer-profile.ts';

export type { CaptionFate, TrainerId, TrainerProfile } from './trainer-profile.ts';

/** All profiles, the default first. A new trainer is added here. */
export const TRAINER_PROFILES: readonly TrainerProfile[] = [
  SD_SCRIPTS_PROFILE,
  MUSUBI_TUNER_PROFILE,
  AI_TOOLKIT_PROFILE,
  ONETRAINER_PROFILE,
];

/** The profile of an id; sd-scripts, the default, for an id that is not known. */
export function trainerProfile(id: string): TrainerProfile {
  return TRAINER_PROFILES.find((profile) => profile.id === id) ?? SD_SCRIPTS_PROFILE;
}

/** True when the profile takes a file of this extension (with the dot, as written) for an image. */
export function isImageExtension(profile: TrainerProfile, extension: string): boolean {
  const lower = extension.toLowerCase();
  if (!profile.imageExtensions.includes(lower)) return false;
  return profile.imageExtensionCase === 'any' || extension === lower || extension === extension.toUpperCase();
}
