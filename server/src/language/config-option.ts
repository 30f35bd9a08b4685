import { t } from '../ground/l10n.ts';
import { ARGUMENT_MEANINGS } from '../trainers/sd-scripts/config/argument-meanings.ts';
import type { TrainerArgument } from '../trainers/sd-scripts/config/arguments.ts';
import { DATASET_OPTIONS, type DatasetOption } from '../trainers/sd-scripts/config/dataset-options.ts';
import type { ConfigRole } from '../trainers/sd-scripts/config/recognize.ts';
import { argumentNames, argumentOf } from '../trainers/sd-scripts/config/script-arguments.ts';
import { levelName } from '../trainers/sd-scripts/config/validate.ts';

/** An option of a configuration as completion and hover show it. */
export interface ConfigOption {
  readonly name: string;
  /** In words, display language. */
  readonly type: string;
  /** As the file writes it; null when there is none. */
  readonly default: string | null;
  /** Where it may stand, as table headers; empty in a config_file. */
  readonly levels: readonly string[];
  /** What it does; empty where the product has no words for it. */
  readonly meaning: string;
  /** Values to choose from, as the file writes them. */
  readonly values: readonly string[];
  /** Its name on the command line where that differs. */
  readonly argument: string | null;
}

const datasetTypes: Readonly<Record<DatasetOption['type'], () => string>> = {
  bool: () => t('true or false'),
  int: () => t('an integer'),
  float: () => t('a number with a decimal point'),
  number: () => t('a number'),
  str: () => t('a text'),
  size: () => t('an integer or two of them'),
  'float-pair': () => t('two numbers with a decimal point'),
  table: () => t('a table'),
};

/** The option of a name in a file of this role; null when the trainer has none. */
export function configOption(role: ConfigRole, name: string): ConfigOption | null {
  const dataset = Object.hasOwn(DATASET_OPTIONS, name) ? DATASET_OPTIONS[name] : undefined;
  if (role === 'dataset_config') return dataset ? ofDataset(name, dataset) : null;
  const argument = argumentOf(name, null);
  const meaning = Object.hasOwn(ARGUMENT_MEANINGS, name) ? ARGUMENT_MEANINGS[name] : dataset?.meaning;
  if (!argument && meaning === undefined) return null;
  return ofArgument(name, argument ?? null, meaning ?? '');
}

function ofDataset(name: string, option: DatasetOption): ConfigOption {
  const values = option.values?.map((value) => JSON.stringify(value)) ?? [];
  return {
    name,
    type: datasetTypes[option.type](),
    default: option.default === null ? null : defaultText(option.default, option.type),
    levels: option.levels.map(levelName),
    meaning: t(option.meaning),
    values:
      option.type === 'bool' ? ['true', 'false'] : name === 'caption_extension' ? ['".txt"', '".caption"'] : values,
    argument: option.argument ?? null,
  };
}

/** The default in the type the option takes: a float must be written with its point. */
function defaultText(value: boolean | number | string, type: DatasetOption['type']): string {
  if (type === 'float' && Number.isInteger(value)) return `${value}.0`;
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function ofArgument(name: string, argument: TrainerArgument | null, meaning: string): ConfigOption {
  const types = {
    flag: t('true or false'),
    str: t('a text'),
    int: t('an integer'),
    float: t('a number'),
    warmup: t('a number'),
  };
  const value = argument?.default ?? null;
  const values = argument?.choices?.map((choice) => JSON.stringify(choice)) ?? [];
  return {
    name,
    type: argument ? types[argument.type] : t('true or false'),
    default: value === null || value === '' ? null : JSON.stringify(value),
    levels: [],
    meaning: meaning === '' ? '' : t(meaning),
    values: argument?.type === 'flag' || !argument ? ['true', 'false'] : values,
    argument: null,
  };
}

/** The names of all options of a config_file, and of a dataset_config. */
export function optionNames(role: ConfigRole): readonly string[] {
  return role === 'dataset_config' ? Object.keys(DATASET_OPTIONS) : argumentNames(null);
}

/** Type, default and level in one line, and the meaning below it. Markdown. */
export function describeOption(option: ConfigOption): string {
  const facts = [option.type];
  if (option.default !== null) facts.push(t('default {0}', `\`${option.default}\``));
  if (option.levels.length > 0) facts.push(option.levels.map((level) => `\`${level}\``).join(', '));
  if (option.argument !== null) facts.push(t('on the command line {0}', `\`--${option.argument}\``));
  const lines = [`\`${option.name}\`: ${facts.join(' · ')}`];
  if (option.meaning !== '') lines.push(option.meaning);
  if (option.values.length > 0 && option.values[0] !== 'true')
    lines.push(option.values.map((value) => `\`${value}\``).join(', '));
  return lines.join('\n\n');
}
