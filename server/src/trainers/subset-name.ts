import { pythonInt } from './python/python-text.ts';

/** What a folder directly under `train_data_dir` or `reg_data_dir` means to the trainer. */
export type SubsetName =
  | {
      readonly accepted: true;
      /** How often each image is used per epoch, 1 or more. */
      readonly repeats: number;
      /** The rest of the name, unchanged (not stripped): the caption of images that have no caption file. */
      readonly classTokens: string;
    }
  | {
      readonly accepted: false;
      /** `no-repeats`: not a number before the first `_`, the trainer warns. `not-positive`: below 1, it says nothing. */
      readonly reason: 'no-repeats' | 'not-positive';
    };

/**
 * Reads a folder name as `REPEATS_CLASS` (sd-scripts library/config_util.py, generate_dreambooth_subsets_config_by_subdirs).
 * Only for folder mode: with a dataset config the name of `image_dir` is not read at all.
 *
 * The number follows Python's `int()`: spaces around it, a sign, leading zeros and digits of other scripts (`１０`) are accepted;
 * `10-sks` or `1e1` are not. A bare `10` means 10 repeats with an empty class.
 */
export function parseSubsetName(folder: string): SubsetName {
  const cut = folder.indexOf('_');
  const repeats = pythonInt(cut < 0 ? folder : folder.slice(0, cut));
  if (repeats === null) return { accepted: false, reason: 'no-repeats' };
  if (repeats < 1) return { accepted: false, reason: 'not-positive' };
  return { accepted: true, repeats, classTokens: cut < 0 ? '' : folder.slice(cut + 1) };
}
