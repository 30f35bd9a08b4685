import { type ConfigPath, findInConfig } from '../documents/document.ts';
import type { OptionDictionary, OptionWords } from '../option-dictionary.ts';
import { plainTypeName } from '../option-help.ts';
import type { TrainerConfig } from '../trainer.ts';
import { kindAt, typeName } from './documents.ts';
import { DATASET_OPTIONS, optionsAt, SOURCES } from './options.ts';
import { RUN_OPTIONS } from './run-options.ts';

/** Options that may stand in the table at a path of a dataset file. */
function datasetOptionsIn({ document }: TrainerConfig, path: ConfigPath): OptionWords[] {
  const place =
    path[0] === 'general' ? 'general' : path[0] === 'datasets' && path.length >= 2 ? kindAt(document.root, path) : null;
  const table = findInConfig(document.root, path.slice(0, 2))?.value;
  const hasSource = table?.type === 'dict' && SOURCES.some((key) => table.entries.has(key));
  const names =
    place === null
      ? []
      : place === 'general' || hasSource
        ? optionsAt(place)
        : [...new Set([...optionsAt('image'), ...optionsAt('video')])];
  return names.flatMap((name) => {
    const option = DATASET_OPTIONS[name];
    if (!option) return [];
    const { type, values } = option;
    return [
      {
        name,
        type: typeName(type),
        default: option.default === null ? null : JSON.stringify(option.default),
        tables: ['datasets'],
        values: type === 'bool' ? ['true', 'false'] : (values?.map((value) => JSON.stringify(value)) ?? []),
      },
    ];
  });
}

/** Options that may stand at the top of a file of training options or in a section. */
function runOptions(): OptionWords[] {
  return Object.entries(RUN_OPTIONS).map(([name, { type, default: fallback, values }]) => ({
    name,
    type: plainTypeName(type),
    default: fallback === null || fallback === '' ? null : JSON.stringify(fallback),
    tables: ['run'],
    values: type === 'bool' ? ['true', 'false'] : (values?.map((value) => JSON.stringify(value)) ?? []),
  }));
}

export const MUSUBI_TUNER_WORDS: OptionDictionary = {
  headers: ({ role }) => (role === 'dataset_config' ? ['[general]', '[[datasets]]'] : []),
  optionsIn: (config, path) => (config.role === 'config_file' ? runOptions() : datasetOptionsIn(config, path)),
};
