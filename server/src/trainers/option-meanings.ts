import { AI_TOOLKIT_MEANINGS } from './ai-toolkit/option-meanings.ts';
import { MUSUBI_TUNER_MEANINGS } from './musubi-tuner/option-meanings.ts';
import { ONETRAINER_MEANINGS } from './onetrainer/option-meanings.ts';
import type { OptionMeanings } from './option-dictionary.ts';
import type { TrainerId } from './profiles.ts';
import { SD_SCRIPTS_MEANINGS } from './sd-scripts/option-meanings.ts';

/** What the options of each trainer do. Data alone: it has a bundle of its own, loaded when an option is first asked about. A new trainer is added here. */
export const OPTION_MEANINGS: Readonly<Record<TrainerId, OptionMeanings>> = {
  'sd-scripts': SD_SCRIPTS_MEANINGS,
  'musubi-tuner': MUSUBI_TUNER_MEANINGS,
  'ai-toolkit': AI_TOOLKIT_MEANINGS,
  onetrainer: ONETRAINER_MEANINGS,
};
