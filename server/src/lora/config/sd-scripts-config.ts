import { t } from '../../ground/l10n.ts';
import { comparedSettings, subsetSettings } from '../../history/settings-compared.ts';
import type { ModelFamilyId } from '../../trainers/families.ts';
import { TRAINER_ARGUMENTS } from '../../trainers/sd-scripts/config/arguments.ts';
import type { LoraFile } from '../lora-file.ts';
import type { ConfigLike } from './form.ts';
import { tomlComment, tomlLine } from './toml.ts';
import { folderRemark, isOfDataset, ofDataset, runAndDataset } from './toml-files.ts';

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
  const { settings, family } = file.record;
  const script = family === null ? null : (scripts[family] ?? null);
  const options = comparedSettings.flatMap((option) => {
    if (!TRAINER_ARGUMENTS.has(option) || isOfDataset(option) || subsetSettings.includes(option)) return [];
    if (option === 'optimizer_args') return [];
    return [tomlLine(option, settings.get(option))];
  });
  const modelRemark = settings.has('pretrained_model_name_or_path')
    ? [tomlComment(t('The file keeps the name of the model without its folder.'))]
    : [];
  const ownLast = tomlLine('network_train_unet_only', settings.get('network_train_unet_only'));
  return runAndDataset(file, name, script, [...modelRemark, ...options, ownLast], datasetLines(file));
}

function datasetLines({ record: { settings, subsets } }: LoraFile): (string | null)[] {
  const size = settings.get('resolution');
  return [
    '[[datasets]]',
    tomlLine('resolution', typeof size === 'string' ? size.split(/[,x]/).map(Number) : size),
    tomlLine('batch_size', settings.get('train_batch_size')),
    ...ofDataset.slice(2).map((option) => tomlLine(option, settings.get(option))),
    ...(subsets ?? []).flatMap(({ name, repeats, regularization, classTokens, options }) => [
      '',
      '  [[datasets.subsets]]',
      `  ${folderRemark()}`,
      indented(tomlLine('image_dir', name)),
      '  # caption_extension = ".txt"',
      indented(tomlLine('num_repeats', repeats)),
      regularization ? '  is_reg = true' : null,
      indented(tomlLine('class_tokens', classTokens)),
      ...subsetSettings.map((option) => indented(tomlLine(option, options.get(option) ?? settings.get(option)))),
    ]),
  ];
}

const indented = (line: string | null): string | null => (line === null ? null : `  ${line}`);
