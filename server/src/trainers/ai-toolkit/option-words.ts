import { t } from '../../ground/l10n.ts';
import type { ConfigPath } from '../documents/document.ts';
import { toPlain } from '../documents/python-value.ts';
import type { OptionDictionary, OptionWords } from '../option-dictionary.ts';
import type { TrainerConfig } from '../trainer.ts';
import { ARCHITECTURES } from './architectures.ts';
import { DATASET_OPTIONS, TRAIN_OPTIONS } from './options.ts';
import { typeName } from './value-types.ts';

/** Options of the table at a path: datasets and train; other tables are not known well enough. */
function optionsIn(_config: TrainerConfig, path: ConfigPath): OptionWords[] {
  const place = path.filter((step) => !/^\d+$/.test(step)).join('.');
  if (place === 'config.process.model')
    return [
      {
        name: 'arch',
        type: t('a text'),
        default: 'sd1',
        tables: ['model'],
        values: [...ARCHITECTURES.keys()],
      },
    ];
  const isDatasets = place === 'config.process.datasets';
  if (!isDatasets && place !== 'config.process.train') return [];
  const tables = [isDatasets ? 'datasets' : 'train'];
  return [...(isDatasets ? DATASET_OPTIONS : TRAIN_OPTIONS)].map(([name, option]) => {
    const value = toPlain(option.default);
    return {
      name,
      type: typeName(option.type),
      default: value === null ? null : JSON.stringify(value),
      tables,
      values: option.type === 'bool' ? ['true', 'false'] : [...(option.values ?? [])],
    };
  });
}

export const AI_TOOLKIT_WORDS: OptionDictionary = {
  headers: () => [],
  optionsIn,
};
