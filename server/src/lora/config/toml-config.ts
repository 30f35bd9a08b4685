import type { SettingValue } from '../../advice/facts.ts';
import { t } from '../../ground/l10n.ts';
import type { RecordSubset } from '../../history/record.ts';
import { comparedSettings, subsetSettings } from '../../history/settings-compared.ts';
import type { ModelFamilyId } from '../../trainers/families.ts';
import { ARCHITECTURES } from '../../trainers/musubi-tuner/architectures.ts';
import { TRAINER_ARGUMENTS } from '../../trainers/sd-scripts/config/arguments.ts';
import type { LoraFile } from '../lora-file.ts';
import type { ConfigLike } from './form.ts';
import { presentLines, tomlComment, tomlLine } from './toml.ts';

/** Options that a dataset_config holds instead of the config_file. */
const ofDataset = [
  'resolution',
  'train_batch_size',
  'enable_bucket',
  'min_bucket_reso',
  'max_bucket_reso',
  'bucket_no_upscale',
] as const;

const scripts: Partial<Record<ModelFamilyId, string>> = {
  sd15: 'train_network.py',
  sd2: 'train_network.py',
  sdxl: 'sdxl_train_network.py',
  pony: 'sdxl_train_network.py',
  illustrious: 'sdxl_train_network.py',
  sd3: 'sd3_train_network.py',
  flux: 'flux_train_network.py',
  'flux-schnell': 'flux_train_network.py',
  chroma: 'flux_train_network.py',
  lumina2: 'lumina_train_network.py',
  'hunyuan-image': 'hunyuan_image_train_network.py',
  anima: 'anima_train_network.py',
};

/** A config_file and a dataset_config of sd-scripts. */
export function kohyaConfig(file: LoraFile, name: string): ConfigLike {
  const { settings, subsets, family } = file.record;
  const script = family === null ? null : (scripts[family] ?? null);
  const options = comparedSettings.flatMap((option) => {
    if (!TRAINER_ARGUMENTS.has(option) || isOfDataset(option) || subsetSettings.includes(option)) return [];
    if (option === 'optimizer_args') return [];
    return [tomlLine(option, settings.get(option))];
  });
  const datasetName = datasetNameOf(name);
  return {
    files: [
      {
        name,
        text: textOf([
          ...headOf(file),
          ...(script === null ? [] : [tomlComment(`accelerate launch ${script} --config_file "${name}"`)]),
          '',
          tomlLine('dataset_config', datasetName),
          ...(settings.has('pretrained_model_name_or_path')
            ? [tomlComment(t('The file keeps the name of the model without its folder.'))]
            : []),
          ...options,
          ...optimizerLines(settings),
          tomlLine('network_train_unet_only', settings.get('network_train_unet_only')),
        ]),
      },
      { name: datasetName, text: kohyaDataset(file, subsets ?? []) },
    ],
  };
}

const isOfDataset = (name: string): boolean => (ofDataset as readonly string[]).includes(name);

/** `AdamW8bit` and `["weight_decay=0.1"]`, out of what was noted of the class. */
function optimizerLines(settings: ReadonlyMap<string, SettingValue>): (string | null)[] {
  const args = settings.get('optimizer_args');
  return [
    tomlLine('optimizer_type', settings.get('optimizer')),
    typeof args === 'string' ? tomlLine('optimizer_args', args.split(/,(?=\w+=)/)) : null,
  ];
}

function kohyaDataset(file: LoraFile, subsets: readonly RecordSubset[]): string {
  const { settings } = file.record;
  const size = settings.get('resolution');
  return textOf([
    ...headOf(file),
    '',
    '[[datasets]]',
    tomlLine('resolution', typeof size === 'string' ? size.split(/[,x]/).map(Number) : size),
    tomlLine('batch_size', settings.get('train_batch_size')),
    ...ofDataset.slice(2).map((option) => tomlLine(option, settings.get(option))),
    ...subsets.flatMap(({ name, repeats, regularization, classTokens, options }) => [
      '',
      '  [[datasets.subsets]]',
      `  ${tomlComment(t('The file keeps the last part of the folder only, and not the ending of the captions.'))}`,
      indented(tomlLine('image_dir', name)),
      '  # caption_extension = ".txt"',
      indented(tomlLine('num_repeats', repeats)),
      regularization ? '  is_reg = true' : null,
      indented(tomlLine('class_tokens', classTokens)),
      ...subsetSettings.map((option) => indented(tomlLine(option, options.get(option) ?? settings.get(option)))),
    ]),
  ]);
}

const indented = (line: string | null): string | null => (line === null ? null : `  ${line}`);

/** A config_file and a dataset file of musubi-tuner, whose script is named in a comment. */
export function musubiConfig(file: LoraFile, name: string): ConfigLike {
  const { settings, subsets } = file.record;
  const script = ARCHITECTURES.find(({ key }) => musubiKeys[file.baseModel ?? ''] === key)?.script ?? null;
  const datasetName = datasetNameOf(name);
  const options = comparedSettings.flatMap((option) =>
    isOfDataset(option) || option === 'optimizer' || option === 'optimizer_args' || option === 'vae'
      ? []
      : [tomlLine(option === 'pretrained_model_name_or_path' ? 'dit' : option, settings.get(option))],
  );
  return {
    files: [
      {
        name,
        text: textOf([
          ...headOf(file),
          ...(script === null ? [] : [tomlComment(`accelerate launch ${script} --config_file "${name}"`)]),
          '',
          tomlLine('dataset_config', datasetName),
          ...options,
          ...optimizerLines(settings),
        ]),
      },
      {
        name: datasetName,
        text: textOf([
          ...headOf(file),
          '',
          '[general]',
          tomlLine('resolution', settings.get('resolution')),
          tomlLine('batch_size', settings.get('train_batch_size')),
          tomlLine('enable_bucket', settings.get('enable_bucket')),
          tomlLine('bucket_no_upscale', settings.get('bucket_no_upscale')),
          '# caption_extension = ".txt"',
          ...(subsets ?? []).flatMap(({ name: folder, repeats }) => [
            '',
            '[[datasets]]',
            tomlComment(t('The file keeps the last part of the folder only, and not the ending of the captions.')),
            tomlLine('image_directory', folder),
            tomlLine('num_repeats', repeats),
          ]),
        ]),
      },
    ],
  };
}

/** Its names of models and the keys of its architectures (musubi-tuner dataset/architectures.py). */
const musubiKeys: Readonly<Record<string, string>> = {
  hunyuan_video: 'hv',
  hunyuan_video_1_5: 'hv15',
  wan: 'wan',
  framepack: 'fp',
  flux_kontext: 'fk',
  flux_2_dev: 'f2d',
  flux_2_klein_4b: 'f2k4b',
  flux_2_klein_9b: 'f2k9b',
  qwen_image: 'qi',
  qwen_image_edit: 'qie',
  qwen_image_layered: 'qil',
  kandinsky5: 'k5',
  z_image: 'zi',
};

const datasetNameOf = (name: string): string => `${name.replace(/\.toml$/i, '')}.dataset.toml`;

const headOf = (file: LoraFile): string[] => [
  tomlComment(t('Like the training of {0}, as far as the file tells.', file.record.name)),
];

const textOf = (lines: readonly (string | null)[]): string => `${presentLines(lines).join('\n')}\n`;
