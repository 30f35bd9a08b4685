import { t } from '../../ground/l10n.ts';
import type { ConfigPath } from '../documents/document.ts';
import type { OptionDictionary, OptionWords } from '../option-dictionary.ts';
import { plainTypeName } from '../option-help.ts';
import type { TrainerConfig } from '../trainer.ts';
import type { TrainerArgument } from './config/arguments.ts';
import { DATASET_OPTIONS, type DatasetOption } from './config/dataset-options.ts';
import { argumentNames, argumentOf } from './config/script-arguments.ts';
import { levelName, levelOf } from './config/validate.ts';

/** A type in words. */
function typeName(type: DatasetOption['type'] | TrainerArgument['type']): string {
  switch (type) {
    case 'flag':
      return plainTypeName('bool');
    case 'number':
    case 'warmup':
      return plainTypeName('float');
    case 'size':
      return t('an integer or two of them');
    case 'float-pair':
      return t('two numbers with a decimal point');
    default:
      return plainTypeName(type);
  }
}

function ofDataset(name: string, option: DatasetOption): OptionWords {
  const values = option.values?.map((value) => JSON.stringify(value)) ?? [];
  const levels = option.levels.map((level) => `\`${levelName(level)}\``).join(', ');
  const argument = option.argument === undefined ? [] : [t('on the command line {0}', `\`--${option.argument}\``)];
  return {
    name,
    // Its schema takes no integer for a float.
    type: option.type === 'float' ? t('a number with a decimal point') : typeName(option.type),
    default: option.default === null ? null : defaultText(option.default, option.type),
    remarks: [levels, ...argument],
    tables: ['datasets'],
    values:
      option.type === 'bool' ? ['true', 'false'] : name === 'caption_extension' ? ['".txt"', '".caption"'] : values,
  };
}

/** The default in the type the option takes: a float must be written with its point. */
function defaultText(value: boolean | number | string, type: DatasetOption['type']): string {
  if (type === 'float' && Number.isInteger(value)) return `${value}.0`;
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function ofArgument(name: string, argument: TrainerArgument | null): OptionWords {
  const value = argument?.default ?? null;
  const values = argument?.choices?.map((choice) => JSON.stringify(choice)) ?? [];
  return {
    name,
    type: typeName(argument?.type ?? 'flag'),
    default: value === null || value === '' ? null : JSON.stringify(value),
    tables: ['arguments', 'datasets'],
    values: argument?.type === 'flag' || !argument ? ['true', 'false'] : values,
  };
}

/** Options of the table at a path; those of a config_file may stand at its top and in any section. */
function optionsIn({ role }: TrainerConfig, path: ConfigPath): OptionWords[] {
  if (role !== 'dataset_config')
    return argumentNames(null).map((name) => ofArgument(name, argumentOf(name, null) ?? null));
  const level = levelOf(path);
  return Object.entries(DATASET_OPTIONS).flatMap(([name, option]) =>
    level !== null && option.levels.includes(level) ? [ofDataset(name, option)] : [],
  );
}

export const SD_SCRIPTS_WORDS: OptionDictionary = {
  headers: ({ role }) => (role === 'dataset_config' ? ['[general]', '[[datasets]]', '[[datasets.subsets]]'] : []),
  optionsIn,
};
