import { t } from '../../ground/l10n.ts';
import type { LoraFile } from '../lora-file.ts';
import type { ConfigLike } from './form.ts';
import { presentLines, tomlComment, tomlLine } from './toml.ts';

/** Options that a dataset_config holds instead of the config_file. */
export const ofDataset = [
  'resolution',
  'train_batch_size',
  'enable_bucket',
  'min_bucket_reso',
  'max_bucket_reso',
  'bucket_no_upscale',
] as const;

/** True for an option of the dataset, not of the run. */
export const isOfDataset = (name: string): boolean => (ofDataset as readonly string[]).includes(name);

/** What stands where a folder is named. */
export const folderRemark = (): string =>
  tomlComment(t('The file keeps the last part of the folder only, and not the ending of the captions.'));

/**
 * A config_file, headed by the command that takes it, with the dataset file it names.
 * @param script the training script; null where it is not known
 */
export function runAndDataset(
  file: LoraFile,
  name: string,
  script: string | null,
  options: readonly (string | null)[],
  dataset: readonly (string | null)[],
): ConfigLike {
  const datasetName = `${name.replace(/\.toml$/i, '')}.dataset.toml`;
  const head = tomlComment(t('Like the training of {0}, as far as the file tells.', file.record.name));
  const command = script === null ? [] : [tomlComment(`accelerate launch ${script} --config_file "${name}"`)];
  const run = [...command, '', tomlLine('dataset_config', datasetName), ...options, ...optimizerLines(file)];
  const textOf = (lines: readonly (string | null)[]): string => `${presentLines([head, ...lines]).join('\n')}\n`;
  return {
    files: [
      { name, text: textOf(run) },
      { name: datasetName, text: textOf(['', ...dataset]) },
    ],
  };
}

/** `AdamW8bit` and `["weight_decay=0.1"]`, out of what was noted of the class. */
function optimizerLines({ record: { settings } }: LoraFile): (string | null)[] {
  const args = settings.get('optimizer_args');
  return [
    tomlLine('optimizer_type', settings.get('optimizer')),
    typeof args === 'string' ? tomlLine('optimizer_args', args.split(/,(?=\w+=)/)) : null,
  ];
}
