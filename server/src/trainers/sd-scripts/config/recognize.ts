import { type ConfigFormat, rootDict } from '../../documents/document.ts';
import type { ConfigDocument } from '../../documents/parsed.ts';
import { flattenSections } from '../../documents/sections.ts';
import { isKnownArgument } from './script-arguments.ts';

/** `gui-preset`: a JSON file of kohya_ss, with the names of its own fields; gui-preset.ts turns them into options. */
export type ConfigRole = 'dataset_config' | 'config_file' | 'gui-preset';

/** Options that hardly occur in any other program's file. */
const TELLING = ['pretrained_model_name_or_path', 'network_module', 'train_data_dir', 'dataset_config', 'network_dim'];

/** Fields of kohya_ss presets that the trainer itself does not have. */
const PRESET_FIELDS = ['LoRA_type', 'max_resolution', 'caption_file_extension', 'epoch', 'stop_text_encoder_training'];

/** Keys of the settings of the kohya_ss form itself, which is no training: where it looks for models, presets and the like. */
const FORM_FOLDERS = ['models_dir', 'config_dir', 'state_dir', 'vae_dir', 'log_tracker_config_dir', 'images_folder'];

/**
 * What a TOML or JSON file is to the trainer, told by its content; null when it is something else. A file being written counts as
 * soon as its table headers or two options stand there.
 */
export function recognizeConfig(document: ConfigDocument, format: ConfigFormat): ConfigRole | null {
  const root = rootDict(document);
  const datasets = root.entries.get('datasets')?.value;
  const isListOfTables =
    datasets?.type === 'list' && datasets.items.length > 0 && datasets.items.every((d) => d.type === 'dict');
  if (isListOfTables && datasets.items.some(looksLikeDataset)) return 'dataset_config';
  const names = [...flattenSections(root).keys()];
  if (FORM_FOLDERS.filter((name) => names.includes(name)).length >= 2) return null;
  if (format === 'json') {
    return PRESET_FIELDS.some((field) => root.entries.has(field)) && countKnown(names) >= 2 ? 'gui-preset' : null;
  }
  return TELLING.some((name) => names.includes(name)) || countKnown(names) >= 3 ? 'config_file' : null;

  function looksLikeDataset(value: (typeof document)['root']): boolean {
    return (
      value.type === 'dict' &&
      ['subsets', 'resolution', 'enable_bucket', 'batch_size'].some((key) => value.entries.has(key))
    );
  }
}

function countKnown(names: readonly string[]): number {
  return names.filter((name) => isKnownArgument(name)).length;
}
