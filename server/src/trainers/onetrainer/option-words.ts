import type { ConfigPath } from '../documents/document.ts';
import type { OptionDictionary, OptionWords } from '../option-dictionary.ts';
import type { TrainerConfig } from '../trainer.ts';
import { CONCEPT_OPTIONS, type ConfigOption, IMAGE_OPTIONS, TEXT_OPTIONS } from './concept-options.ts';
import { typeName } from './documents.ts';
import { ENCODER_OPTIONS, TEXT_ENCODERS, TRAIN_OPTIONS } from './train-config.ts';

/** A table of options, with that of what they mean. */
type Table = readonly [ReadonlyMap<string, ConfigOption>, string];

const OF_CONCEPTS: Readonly<Record<string, Table>> = {
  '': [CONCEPT_OPTIONS, 'concept'],
  image: [IMAGE_OPTIONS, 'image'],
  text: [TEXT_OPTIONS, 'text'],
};

function tableAt({ role }: TrainerConfig, path: ConfigPath): Table | null {
  const names = path.filter((step) => !/^\d+$/.test(step));
  const inConcept = role === 'concepts' ? names : names[0] === 'concepts' ? names.slice(1) : null;
  if (inConcept && (role === 'concepts' ? path.length > 0 : path.length > 1))
    return OF_CONCEPTS[inConcept.join('.')] ?? null;
  if (names.length === 0) return [TRAIN_OPTIONS, 'training'];
  return TEXT_ENCODERS.some((name) => name === names[0]) ? [ENCODER_OPTIONS, 'encoder'] : null;
}

/** Options of the table at a path of a configuration or a list of concepts. */
function optionsIn(config: TrainerConfig, path: ConfigPath): OptionWords[] {
  const found = tableAt(config, path);
  if (!found) return [];
  const [table, meanings] = found;
  return [...table].map(([name, option]) => ({
    name,
    type: typeName(option.type),
    default: option.default === null ? null : JSON.stringify(option.default),
    tables: [meanings],
    values: option.type === 'bool' ? ['true', 'false'] : (option.values?.map((value) => JSON.stringify(value)) ?? []),
  }));
}

export const ONETRAINER_WORDS: OptionDictionary = {
  headers: () => [],
  optionsIn,
};
