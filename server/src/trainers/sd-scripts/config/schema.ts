import { append } from '../../../ground/append.ts';
import type { ConfigPath } from '../../documents/document.ts';
import type { PyDictValue, PyEntry, PyValue } from '../../documents/python-value.ts';
import {
  DATASET_OPTIONS,
  type DatasetKind,
  type DatasetOption,
  type OptionLevel,
  type OptionType,
  optionsAt,
} from './dataset-options.ts';

/** Why the trainer refuses a place of the configuration. */
export type SchemaProblemKind =
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  /** Subsets with and without `metadata_file` in one dataset. */
  | 'mixed-subsets'
  /** Not a refusal but a crash of the checking code itself, e.g. a number where a table belongs. */
  | 'crash';

export interface SchemaProblem {
  readonly kind: SchemaProblemKind;
  readonly path: ConfigPath;
  /** For `wrong-type` what was expected; for `crash` the Python exception. */
  readonly detail: string;
}

type Fields = Map<string, { type: OptionType | 'subsets'; required: boolean }>;

/**
 * Checks a dataset configuration as the trainer does (sd-scripts library/config_util.py, ConfigSanitizer over voluptuous):
 * unknown keys, missing keys and types, never values. Like there, the first faulty subset of a list hides the following ones.
 *
 * @param maskedLoss the `masked_loss` option: only with it may subsets name `conditioning_data_dir`.
 * @param everything also look behind the first faulty subset, where the trainer does not get to; for editors.
 */
export function checkDatasetConfig(root: PyValue, maskedLoss: boolean, everything = false): SchemaProblem[] {
  if (root.type !== 'dict') return [wrong([], 'a dictionary')];
  const problems: SchemaProblem[] = [];
  for (const [key, entry] of root.entries) {
    const path = [key];
    if (key === 'general') append(problems, checkFields(entry.value, path, generalFields()));
    else if (key !== 'datasets') problems.push(unknownKey(path));
    else if (entry.value.type !== 'list') problems.push(wrong(path, 'a list'));
    else append(problems, checkDatasets(entry.value.items, path, maskedLoss, everything));
  }
  return everything ? problems : crashOnly(problems);
}

/**
 * Checks the options of command line and `config_file` that datasets fall back to. Wrong types come from a `config_file` only, which
 * is read without any check of its own.
 */
export function checkArguments(args: ReadonlyMap<string, PyValue>): SchemaProblem[] {
  const types = new Map<string, OptionType>(
    [...generalFields()].map(([key, field]) => [key, field.type as OptionType]),
  );
  types.set('debug_dataset', 'bool');
  types.set('max_token_length', 'int');
  types.set('prior_loss_weight', 'number');
  for (const [key, option] of Object.entries(DATASET_OPTIONS))
    if (option.argument) types.set(option.argument, types.get(key) as OptionType);
  const problems: SchemaProblem[] = [];
  for (const [key, value] of args) {
    const type = types.get(key);
    if (type && value.type !== 'none' && !fits(value, type)) problems.push(wrong([key], expected(type)));
  }
  return problems;
}

/** Which schema a dataset is held against, or why it cannot be told. Decided by its subsets alone. */
export function datasetKind(dataset: PyDictValue, maskedLoss: boolean): DatasetKind | 'mixed' | 'crash' {
  const subsets = subsetsOf(dataset);
  if (subsets === null) return 'crash';
  const all = (key: string) => subsets.every((subset) => containsKey(subset, key));
  if (subsets.some((subset) => containsKey(subset, 'metadata_file') === null)) return 'crash';
  if (maskedLoss && all('conditioning_data_dir')) return 'controlnet';
  if (all('metadata_file')) return 'finetuning';
  return subsets.some((subset) => containsKey(subset, 'metadata_file')) ? 'mixed' : 'dreambooth';
}

/** What Python iterates over for `subsets`: list items, or the keys of a table written as `[datasets.subsets]`. */
function subsetsOf(dataset: PyDictValue): PyValue[] | null {
  const subsets = dataset.entries.get('subsets')?.value;
  if (subsets === undefined) return [];
  if (subsets.type === 'list') return [...subsets.items];
  if (subsets.type === 'dict') return [...subsets.entries.keys()].map((value) => ({ type: 'str', value, range: null }));
  if (subsets.type === 'str') return [...subsets.value].map((value) => ({ type: 'str', value, range: null }));
  return null;
}

/** Python's `key in value`; null where that raises TypeError. */
function containsKey(value: PyValue, key: string): boolean | null {
  if (value.type === 'dict') return value.entries.has(key);
  if (value.type === 'str') return value.value.includes(key);
  if (value.type === 'list') return value.items.some((item) => item.type === 'str' && item.value === key);
  return null;
}

function checkDatasets(
  items: readonly PyValue[],
  path: ConfigPath,
  maskedLoss: boolean,
  everything: boolean,
): SchemaProblem[] {
  const shallow: SchemaProblem[] = [];
  const deep: SchemaProblem[] = [];
  for (const [i, dataset] of items.entries()) {
    const problems = checkDataset(dataset, [...path, String(i)], maskedLoss, everything);
    if (problems.length === 0) continue;
    if (problems[0]?.kind === 'mixed-subsets') append(shallow, problems);
    else if (everything) append(deep, problems);
    else return problems;
  }
  return everything ? [...shallow, ...deep] : shallow;
}

function checkDataset(dataset: PyValue, path: ConfigPath, maskedLoss: boolean, everything: boolean): SchemaProblem[] {
  if (dataset.type !== 'dict') return [{ kind: 'crash', path, detail: 'AttributeError' }];
  const kind = datasetKind(dataset, maskedLoss);
  if (kind === 'crash') return [{ kind: 'crash', path: [...path, 'subsets'], detail: 'TypeError' }];
  if (kind === 'mixed') return [{ kind: 'mixed-subsets', path, detail: '' }];
  return checkFields(dataset, path, datasetFields(kind), kind, everything);
}

function checkFields(
  value: PyValue,
  path: ConfigPath,
  fields: Fields,
  kind: DatasetKind = 'dreambooth',
  everything = false,
): SchemaProblem[] {
  if (value.type !== 'dict') return [wrong(path, 'a dictionary')];
  const problems: SchemaProblem[] = [];
  for (const [key, entry] of value.entries) {
    const field = fields.get(key);
    const here = [...path, key];
    if (!field) problems.push(unknownKey(here));
    else if (field.type === 'subsets') append(problems, checkSubsets(entry, here, kind, everything));
    else if (!fits(entry.value, field.type)) problems.push(wrong(here, expected(field.type)));
  }
  for (const [key, field] of fields) {
    if (field.required && !value.entries.has(key))
      problems.push({ kind: 'missing-key', path: [...path, key], detail: '' });
  }
  return problems;
}

function checkSubsets(entry: PyEntry, path: ConfigPath, kind: DatasetKind, everything: boolean): SchemaProblem[] {
  if (entry.value.type !== 'list') return [wrong(path, 'a list')];
  const notTables: SchemaProblem[] = [];
  const found: SchemaProblem[] = [];
  for (const [i, subset] of entry.value.items.entries()) {
    const here = [...path, String(i)];
    if (subset.type !== 'dict') {
      notTables.push(wrong(here, 'a dictionary'));
      continue;
    }
    const problems = checkFields(subset, here, levelFields('subset', kind), kind);
    if (problems.length > 0 && !everything) return problems;
    append(found, problems);
  }
  return [...notTables, ...found];
}

function levelFields(level: OptionLevel, kind: DatasetKind): Fields {
  const field = ([key, option]: [string, DatasetOption]) =>
    [key, { type: option.type, required: level === 'subset' && isRequired(key, kind) }] as const;
  return new Map(optionsAt(level, kind).map(field));
}

/** `image_dir` may only be left out where a metadata file names the images. */
function isRequired(key: string, kind: DatasetKind): boolean {
  return key === 'image_dir' ? kind !== 'finetuning' : DATASET_OPTIONS[key]?.requiredFor === kind;
}

const generalFields = (): Fields => levelFields('general', 'dreambooth');

function datasetFields(kind: DatasetKind): Fields {
  return levelFields('dataset', kind).set('subsets', { type: 'subsets', required: false });
}

/** Whether a value passes the type of the schema. Python's bool is an int; an int is no float. */
export function fits(value: PyValue, type: OptionType): boolean {
  const isInt = value.type === 'int' || value.type === 'bool';
  const pairOf = (test: (item: PyValue) => boolean) =>
    value.type === 'list' && value.items.length === 2 && value.items.every(test);
  switch (type) {
    case 'bool':
    case 'float':
    case 'str':
      return value.type === type;
    case 'int':
      return isInt;
    case 'number':
      return isInt || value.type === 'float';
    case 'size':
      return isInt || pairOf((item) => fits(item, 'int'));
    case 'float-pair':
      return pairOf((item) => fits(item, 'float'));
    case 'table':
      return value.type === 'dict';
  }
}

const EXPECTED: Record<OptionType, string> = {
  bool: 'true or false',
  int: 'an integer',
  float: 'a number with a decimal point',
  number: 'a number',
  str: 'a text',
  size: 'an integer or two of them',
  'float-pair': 'two numbers with a decimal point',
  table: 'a table',
};

function expected(type: OptionType): string {
  return EXPECTED[type];
}

function wrong(path: ConfigPath, detail: string): SchemaProblem {
  return { kind: 'wrong-type', path, detail };
}

function unknownKey(path: ConfigPath): SchemaProblem {
  return { kind: 'unknown-key', path, detail: '' };
}

/** A crash ends the check at once; what it had found before is never shown. */
function crashOnly(problems: SchemaProblem[]): SchemaProblem[] {
  const crash = problems.find((problem) => problem.kind === 'crash');
  return crash ? [crash] : problems;
}
