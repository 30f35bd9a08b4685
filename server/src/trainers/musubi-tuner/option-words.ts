import { type ConfigPath, findInConfig } from '../documents/document.ts';
import type { OptionDictionary, OptionWords } from '../option-dictionary.ts';
import { plainTypeName } from '../option-help.ts';
import type { TrainerConfig } from '../trainer.ts';
import { kindAt, typeName } from './documents.ts';
import { DATASET_OPTIONS, optionsAt, SOURCES } from './options.ts';
import { PRECISIONS, RUN_OPTIONS } from './run-options.ts';

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

/** What the programs take where a file of training options is silent, as it would be written. */
const RUN_DEFAULTS: Readonly<Record<string, string>> = {
  network_alpha: '1',
  learning_rate: '2e-6',
  lr_scheduler: '"constant"',
  max_grad_norm: '1',
  max_train_steps: '1600',
  gradient_accumulation_steps: '1',
  gradient_checkpointing: 'false',
  mixed_precision: '"no"',
  timestep_sampling: '"sigma"',
  discrete_flow_shift: '1',
  fp8_base: 'false',
  fp8_scaled: 'false',
};

/** Options that may stand at the top of a file of training options or in a section. */
function runOptions(): OptionWords[] {
  return [...RUN_OPTIONS].map(([name, type]) => ({
    name,
    type: plainTypeName(type),
    default: RUN_DEFAULTS[name] ?? null,
    tables: ['run'],
    values:
      type === 'bool'
        ? ['true', 'false']
        : name === 'mixed_precision'
          ? PRECISIONS.map((one) => JSON.stringify(one))
          : [],
  }));
}

export const MUSUBI_TUNER_WORDS: OptionDictionary = {
  headers: ({ role }) => (role === 'dataset_config' ? ['[general]', '[[datasets]]'] : []),
  optionsIn: (config, path) => (config.role === 'config_file' ? runOptions() : datasetOptionsIn(config, path)),
};
