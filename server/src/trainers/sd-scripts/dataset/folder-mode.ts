import {
  NONE,
  type PyDictValue,
  type PyValue,
  pyBool,
  pyDict,
  pyInt,
  pyList,
  pyStr,
  toPlain,
} from '../../documents/python-value.ts';
import type { TrainerFiles } from '../../files/files.ts';
import { joinPath, normalizePath } from '../../files/paths.ts';
import { parseSubsetName } from '../../subset-name.ts';
import type { TrainerArguments } from '../config/resolve.ts';
import type { Warn } from './builder.ts';

/**
 * The dataset configuration the trainer makes up when it is given none: one dataset of the sub-folders of `train_data_dir` and
 * `reg_data_dir`, or of one metadata file with `in_json` (sd-scripts train_network.py and library/config_util.py).
 */
export function folderModeConfig(files: TrainerFiles, args: TrainerArguments, warn: Warn): PyDictValue {
  const trainDirectory = args.get('train_data_dir') ?? NONE;
  const metadataFile = args.get('in_json') ?? NONE;
  const subsets =
    metadataFile.type === 'none'
      ? [
          ...folderSubsets(files, trainDirectory, false, warn),
          ...folderSubsets(files, args.get('reg_data_dir') ?? NONE, true, warn),
        ]
      : [
          pyDict([
            ['image_dir', trainDirectory],
            ['metadata_file', metadataFile],
          ]),
        ];
  return pyDict([['datasets', pyList([pyDict([['subsets', pyList(subsets)]])])]]);
}

function folderSubsets(files: TrainerFiles, base: PyValue, isReg: boolean, warn: Warn): PyValue[] {
  const written = toPlain(base);
  if (typeof written !== 'string' || files.kind(written) !== 'directory') return [];
  const directory = normalizePath(written);
  const subsets: PyValue[] = [];
  for (const entry of files.list(directory)) {
    if (entry.kind !== 'directory') continue;
    const name = parseSubsetName(entry.name);
    if (!name.accepted) {
      if (name.reason === 'no-repeats') warn('folder-without-repeats', joinPath(directory, entry.name));
      continue;
    }
    subsets.push(
      pyDict([
        ['image_dir', pyStr(joinPath(directory, entry.name))],
        ['num_repeats', pyInt(name.repeats)],
        ['is_reg', pyBool(isReg)],
        ['class_tokens', pyStr(name.classTokens)],
      ]),
    );
  }
  return subsets;
}
