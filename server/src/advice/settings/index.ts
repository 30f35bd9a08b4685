import { captionSettings } from './captions.ts';
import { modelSettings } from './model.ts';
import { lengthSettings } from './training.ts';

export type { SettingsAdvice, TrainerSetting } from './define.ts';

/** Playbook Y. */
export const settingsAdvice = [...captionSettings, ...lengthSettings, ...modelSettings];
