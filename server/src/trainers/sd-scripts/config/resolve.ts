import type { TextRange } from '../../../ground/text.ts';
import { rootDict } from '../../documents/document.ts';
import type { ConfigDocument } from '../../documents/parsed.ts';
import {
  type Plain,
  type PyDictValue,
  type PyValue,
  pyEquals,
  pyFloat,
  pyInt,
  pyList,
  pyTypeName,
  toPlain,
} from '../../documents/python-value.ts';
import { flattenSections } from '../../documents/sections.ts';
import { pythonInt } from '../../python/python-text.ts';
import { isTrue } from '../../python/truth.ts';
import { TRAINER_ARGUMENTS } from './arguments.ts';
import { defaultOf, parseCommandLine, pythonFloat } from './command-line.ts';
import { type ResolvedDataset, resolveDatasets } from './resolve-datasets.ts';
import { checkArguments, checkDatasetConfig, type SchemaProblem } from './schema.ts';

/** The step of the trainer's start at which it stops. */
export type ConfigStage = 'argparse' | 'config_file' | 'prepare_dataset_args' | 'dataset_config';

export interface ConfigError {
  readonly stage: ConfigStage;
  /** The Python exception class. */
  readonly exception: string;
  readonly message: string;
  /** Places that are refused, in the dataset configuration; a path of one key can be an option of the command line. */
  readonly problems: readonly SchemaProblem[];
  /** Syntax errors only: where in the document. */
  readonly range: TextRange | null;
}

export interface ConfigSources {
  readonly datasetConfig?: ConfigDocument | null;
  readonly configFile?: ConfigDocument | null;
  /** Words of the command line after the script name. */
  readonly argv?: readonly string[];
}

/** All options after command line and `config_file`, by name; keys no option claims are among them. */
export type TrainerArguments = ReadonlyMap<string, PyValue>;

export interface ResolvedArguments {
  readonly args: TrainerArguments;
  /** Keys of the `config_file` that no option claims. The trainer keeps them without a word. */
  readonly unknown: readonly string[];
}

export type ResolvedConfig =
  | (ResolvedArguments & { readonly error: null; readonly datasets: readonly ResolvedDataset[] | null })
  | (Partial<ResolvedArguments> & { readonly error: ConfigError; readonly datasets: null });

/**
 * What the trainer makes of its configuration: options of the command line over those of the `config_file` over built-in values, then
 * for each dataset and subset: subset, dataset, general, options, built-in (sd-scripts train_network.py and library/config_util.py).
 * `datasets` is null without a `datasetConfig`: folder mode needs the disk, see `planDatasets`. Never throws.
 */
export function resolveConfig(sources: ConfigSources): ResolvedConfig {
  const resolved = resolveArguments(sources);
  if (resolved.error) return { ...resolved, datasets: null };
  const { args, unknown } = resolved;
  const document = sources.datasetConfig;
  if (!document) return { args, unknown, datasets: null, error: null };
  const syntax = document.errors[0];
  if (syntax) {
    const error: ConfigError = { stage: 'dataset_config', ...syntax, problems: [] };
    return { args, unknown, datasets: null, error };
  }
  const outcome = resolveUserConfig(document.root, args);
  return outcome.error ? { args, unknown, datasets: null, error: outcome.error } : { args, unknown, ...outcome };
}

/** Checks a dataset configuration and fills in every option. The last step of {@link resolveConfig}, also used for folder mode. */
export function resolveUserConfig(
  userConfig: PyValue,
  args: TrainerArguments,
): { datasets: ResolvedDataset[]; error: null } | { datasets: null; error: ConfigError } {
  const maskedLoss = isTrue(args.get('masked_loss'));
  let problems = checkDatasetConfig(userConfig, maskedLoss);
  if (problems.length === 0) problems = checkArguments(args);
  const first = problems[0];
  if (!first) return { datasets: resolveDatasets(userConfig as PyDictValue, args), error: null };
  const exception = first.kind === 'crash' ? first.detail : 'MultipleInvalid';
  return {
    datasets: null,
    error: {
      stage: 'dataset_config',
      exception,
      message: describe(first),
      problems: first.kind === 'crash' ? [] : problems,
      range: null,
    },
  };
}

/** The options alone: command line, then `config_file`, then the clean-up the trainer does before it looks at datasets. */
export function resolveArguments(
  sources: Pick<ConfigSources, 'argv' | 'configFile'>,
): (ResolvedArguments & { error: null }) | (Partial<ResolvedArguments> & { error: ConfigError }) {
  const given = parseCommandLine(sources.argv ?? []);
  if (given.error) return { error: stopAt('argparse', given.error.exception, given.error.message) };
  const syntax = sources.configFile?.errors[0];
  if (syntax) return { error: { stage: 'config_file', ...syntax, problems: [] } };

  const args = new Map<string, PyValue>(sources.configFile ? flattenSections(rootDict(sources.configFile)) : []);
  const unknown = [...args.keys()].filter((key) => !TRAINER_ARGUMENTS.has(key));
  for (const [name, argument] of TRAINER_ARGUMENTS) if (!args.has(name)) args.set(name, defaultOf(argument));
  for (const [name, value] of given.value) args.set(name, value);
  const error = prepareDatasetOptions(args);
  return error ? { args, unknown, error } : { args, unknown, error: null };
}

/** Options that differ from their default, as plain data. The two file options themselves are left out. */
export function changedArguments(args: TrainerArguments): Record<string, Plain> {
  const changed: Record<string, Plain> = {};
  for (const [name, value] of args) {
    const argument = TRAINER_ARGUMENTS.get(name);
    if (!argument || name === 'config_file' || name === 'dataset_config') continue;
    if (!pyEquals(value, defaultOf(argument))) changed[name] = toPlain(value);
  }
  return changed;
}

/** library/train_util.py, prepare_dataset_args: the old spelling, and the two options that are lists written as text. */
function prepareDatasetOptions(args: Map<string, PyValue>): ConfigError | null {
  const oldSpelling = args.get('caption_extention');
  if (oldSpelling && oldSpelling.type !== 'none') {
    args.set('caption_extension', oldSpelling);
    args.set('caption_extention', { type: 'none', range: null });
  }
  const resolution = splitText(args.get('resolution'), 'resolution', pythonInt, pyInt);
  if ('error' in resolution) return resolution.error;
  if (resolution.items) {
    const items = resolution.items.length === 1 ? [resolution.items[0], resolution.items[0]] : resolution.items;
    args.set('resolution', pyList(items as PyValue[]));
    if (items.length !== 2)
      return stopAt('prepare_dataset_args', 'AssertionError', "resolution must be 'size' or 'width,height'");
  }
  const range = splitText(args.get('face_crop_aug_range'), 'face_crop_aug_range', pythonFloat, pyFloat);
  if ('error' in range) return range.error;
  if (range.items) {
    const [low, high] = range.items.map((item) => Number(toPlain(item)));
    args.set('face_crop_aug_range', pyList(range.items));
    if (range.items.length !== 2 || !((low as number) <= (high as number))) {
      return stopAt(
        'prepare_dataset_args',
        'AssertionError',
        'face_crop_aug_range must be two floats, the smaller first',
      );
    }
  }
  return null;
}

function splitText(
  value: PyValue | undefined,
  name: string,
  read: (text: string) => number | null,
  make: (n: number) => PyValue,
): { items: PyValue[] | null } | { error: ConfigError } {
  if (!value || value.type === 'none') return { items: null };
  if (value.type !== 'str') {
    const message = `${name} must be a text, not ${pyTypeName(value)}`;
    return { error: stopAt('prepare_dataset_args', 'AttributeError', message, name) };
  }
  const items: PyValue[] = [];
  for (const part of value.value.split(',')) {
    const number = read(part);
    if (number === null) {
      return { error: stopAt('prepare_dataset_args', 'ValueError', `${name}: '${part}' is not a number`, name) };
    }
    items.push(make(number));
  }
  return { items };
}

function stopAt(stage: ConfigStage, exception: string, message: string, option?: string): ConfigError {
  const problems: SchemaProblem[] = option ? [{ kind: 'wrong-type', path: [option], detail: '' }] : [];
  return { stage, exception, message, problems, range: null };
}

/** One problem in words, English, without its place. */
export function describe(problem: SchemaProblem): string {
  const key = problem.path.at(-1) ?? '';
  switch (problem.kind) {
    case 'unknown-key':
      return `unknown key ${key}`;
    case 'missing-key':
      return `${key} is missing`;
    case 'wrong-type':
      return `${key} must be ${problem.detail}`;
    case 'mixed-subsets':
      return 'subsets with and without metadata_file in one dataset';
    case 'crash':
      return `the trainer crashes here (${problem.detail})`;
  }
}
