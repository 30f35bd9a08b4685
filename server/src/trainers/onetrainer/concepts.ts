import { append } from '../../ground/append.ts';
import type { ConfigDocument } from '../documents/parsed.ts';
import type { Plain, PyValue } from '../documents/python-value.ts';
import { isTrue } from '../python/truth.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import { CONCEPT_OPTIONS, type ConfigOption, IMAGE_OPTIONS, TEXT_OPTIONS } from './concept-options.ts';
import { convert, REFUSED } from './convert.ts';

export type Values = ReadonlyMap<string, Plain>;

/** A concept with every option filled in. `seed` is null where it is drawn. */
export interface Concept {
  readonly values: Values;
  readonly image: Values;
  readonly text: Values;
}

export interface ConceptList {
  readonly concepts: readonly Concept[];
  /** Keys whose values were refused and replaced by their default, in the order they are met. */
  readonly refused: readonly string[];
}

/** The concepts of a file: an array of objects (OneTrainer modules/util/config/ConceptConfig.py). */
export function readConcepts(document: ConfigDocument): Outcome<ConceptList> {
  const [syntax] = document.errors;
  if (syntax) return stops('JSONDecodeError', syntax.message);
  const { root } = document;
  if (root.type === 'dict' && root.entries.size === 0) return answer({ concepts: [], refused: [] });
  if (root.type === 'dict' || root.type === 'str')
    return root.type === 'str' && root.value === ''
      ? answer({ concepts: [], refused: [] })
      : stops('AttributeError', 'no list');
  if (root.type !== 'list') return stops('TypeError', 'no list');
  const concepts: Concept[] = [];
  const refused: string[] = [];
  for (const item of root.items) {
    const concept = conceptOf(item);
    if (concept.error) return concept;
    append(refused, concept.value.refused);
    concepts.push(concept.value.concept);
  }
  const odd = concepts.find(
    ({ values }) => !['STANDARD', 'VALIDATION', 'PRIOR_PREDICTION'].includes(String(values.get('type'))),
  );
  return odd ? stops('ValueError', `type ${odd.values.get('type')}`) : answer({ concepts, refused });
}

/** One concept; without a version it is of the oldest form. */
export function conceptOf(item: PyValue): Outcome<{ concept: Concept; refused: string[] }> {
  if (item.type === 'str' || item.type === 'list') return stops('AttributeError', 'a concept is no table');
  if (item.type !== 'dict') return stops('TypeError', 'a concept is no table');
  const given = new Map([...item.entries].map(([key, entry]) => [key, entry.value]));
  migrate(given);
  const refused: string[] = [];
  const image = part(given.get('image'), IMAGE_OPTIONS, refused, 'image');
  const text = part(given.get('text'), TEXT_OPTIONS, refused, 'text');
  const values = filled(given, CONCEPT_OPTIONS, refused);
  return answer({ concept: { values, image, text }, refused });
}

/** Version 0 counted repeats, version 1 had a flag for validation; later versions ignore both. */
function migrate(given: Map<string, PyValue>): void {
  const version = given.get('__version');
  const number = version === undefined ? 0 : versionOf(version);
  if (number === 0) {
    const repeats = given.get('repeats');
    if (repeats) given.set('balancing', repeats);
  }
  if (number !== 0 && number !== 1) return;
  const flag = given.get('validation_concept');
  if (!flag) return;
  const type = isTrue(flag) ? 'VALIDATION' : 'STANDARD';
  given.set('type', { type: 'str', value: type, range: flag.range });
}

/** A version as Python compares it: numbers and booleans; a text is none. */
export function versionOf(value: PyValue): number | null {
  return value.type === 'int' || value.type === 'float' || value.type === 'bool' ? Number(value.value) : null;
}

function part(
  value: PyValue | undefined,
  options: ReadonlyMap<string, ConfigOption>,
  refused: string[],
  name: string,
): Values {
  if (value && (value.type === 'none' || value.type === 'int' || value.type === 'float' || value.type === 'bool'))
    refused.push(name);
  const given = value?.type === 'dict' ? value.entries : new Map<string, { value: PyValue }>();
  return filled(new Map([...given].map(([key, entry]) => [key, entry.value])), options, refused);
}

/** All options of a table: converted, or the default where that fails. */
export function filled(
  given: ReadonlyMap<string, PyValue>,
  options: ReadonlyMap<string, ConfigOption>,
  refused: string[],
): Map<string, Plain> {
  return new Map(
    [...options].map(([name, option]) => {
      const value = given.get(name);
      if (!value) return [name, option.default];
      const converted = convert(value, option);
      if (converted !== REFUSED) return [name, converted];
      refused.push(name);
      return [name, option.default];
    }),
  );
}
