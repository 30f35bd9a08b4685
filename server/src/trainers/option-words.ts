import { AI_TOOLKIT_WORDS } from './ai-toolkit/option-words.ts';
import { MUSUBI_TUNER_WORDS } from './musubi-tuner/option-words.ts';
import { ONETRAINER_WORDS } from './onetrainer/option-words.ts';
import type { OptionDictionary } from './option-dictionary.ts';
import type { TrainerId } from './profiles.ts';
import { SD_SCRIPTS_WORDS } from './sd-scripts/option-words.ts';

/** The options of each trainer in words: the editor asks it, and nothing else loads it. A new trainer is added here. */
export const OPTION_WORDS: Readonly<Record<TrainerId, OptionDictionary>> = {
  'sd-scripts': SD_SCRIPTS_WORDS,
  'musubi-tuner': MUSUBI_TUNER_WORDS,
  'ai-toolkit': AI_TOOLKIT_WORDS,
  onetrainer: ONETRAINER_WORDS,
};
