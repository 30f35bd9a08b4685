import type { OptionMeanings } from '../../../server/src/trainers/option-dictionary.ts';

export const TOY_MEANINGS: OptionMeanings = {
  run: { toy_folder: 'Folder whose images train.', toy_side: 'Side of the square that is trained, in pixels.' },
};
