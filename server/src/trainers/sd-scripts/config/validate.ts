import { append } from '../../../ground/append.ts';
import { t } from '../../../ground/l10n.ts';
import { type ConfigPath, rangeOfPath, rootDict } from '../../documents/document.ts';
import type { ConfigDocument } from '../../documents/parsed.ts';
import { type PyValue, toPlain } from '../../documents/python-value.ts';
import { flattenSections, pathOfOption } from '../../documents/sections.ts';
import type { TrainerArgument } from './arguments.ts';
import type { ConfigProblem } from './config-problem.ts';
import { DATASET_OPTIONS, type OptionLevel } from './dataset-options.ts';
import { familyOfOptions } from './family-of-options.ts';
import { isLeftByForm, worksUnchecked } from './form-file.ts';
import { optionClashes } from './option-clashes.ts';
import type { ConfigStage } from './resolve.ts';
import { checkArguments, checkDatasetConfig, type SchemaProblem } from './schema.ts';
import { argumentOf, isKnownArgument } from './script-arguments.ts';
import { scalingFault, valueProblems } from './value-problems.ts';

/**
 * Everything in a `dataset_config` the trainer refuses. The trainer itself shows less: it gives up at the first faulty subset.
 * @param maskedLoss whether the training uses `masked_loss`, which allows `conditioning_data_dir`.
 */
export function validateDatasetConfig(document: ConfigDocument, maskedLoss = false): ConfigProblem[] {
  const problems = syntaxProblems(document, 'dataset_config');
  // A file with syntax errors may be understood only in part; what is missing there is no finding.
  const isWhole = document.errors.length === 0;
  for (const problem of checkDatasetConfig(document.root, maskedLoss, true)) {
    if (!isWhole && problem.kind === 'missing-key') continue;
    problems.push({
      stage: 'dataset_config',
      kind: problem.kind,
      path: problem.path,
      message: datasetMessage(problem),
      range: rangeOfPath(document.root, problem.path),
    });
  }
  append(problems, valueProblems(document));
  return problems;
}

/**
 * What is wrong in a `config_file`. The trainer checks nothing there: an unknown key is kept without a word, a value outside the
 * choices of the command line is used. Only wrong types of dataset options stop it, and `resolution` that is no text.
 */
export function validateConfigFile(document: ConfigDocument): ConfigProblem[] {
  const problems = syntaxProblems(document, 'config_file');
  const options = flattenSections(rootDict(document));
  const stopping = new Set(checkArguments(withoutTexts(options)).map((problem) => problem.path[0]));
  const script = familyOfOptions(options)?.script ?? null;
  for (const [name, value] of options) {
    const path = pathOfOption(document, name);
    const add = (stage: ConfigStage | null, kind: ConfigProblem['kind'], message: string) =>
      problems.push({ stage, kind, path, message, range: rangeOfPath(document.root, path) });
    const argument = argumentOf(name, script);
    if (!argument) {
      // An option of another script than the one that trains: kept without a word too, but no slip of the pen.
      if (isKnownArgument(name)) continue;
      if (isLeftByForm(name, options))
        add(null, 'left-by-form', t('{0} is a field of the kohya_ss form: the trainer does not read it.', name));
      else
        add(
          null,
          'unknown-option',
          t('No option is called {0}: the trainer keeps it without a word and nothing uses it.', name),
        );
    } else if ((name === 'resolution' || name === 'face_crop_aug_range') && value.type !== 'str') {
      add(
        'prepare_dataset_args',
        'wrong-type',
        t('{0} must be a text such as "{1}" in a config_file.', name, example(name)),
      );
    } else if (stopping.has(name)) {
      add('dataset_config', 'wrong-type', t('{0} must be {1}: training stops.', name, typeName(argument)));
    } else if (!fitsArgument(value, argument)) {
      add(null, 'wrong-type', t('{0} must be {1}.', name, typeName(argument)));
    } else if (name === 'resize_interpolation' && scalingFault(value) !== null) {
      add('config_file', 'refused', scalingFault(value) ?? '');
    } else if (
      argument.choices &&
      value.type !== 'none' &&
      !worksUnchecked(name, value, options) &&
      !argument.choices.includes(toPlain(value) as string | number)
    ) {
      add(
        null,
        'not-a-choice',
        t('{0} should be one of {1}; a config_file is not checked for it.', name, argument.choices.join(', ')),
      );
    }
  }
  const faulty = new Set(problems.map(({ path }) => path.at(-1)));
  for (const { option, kind, message } of optionClashes(options)) {
    if (faulty.has(option)) continue;
    const path = pathOfOption(document, option);
    const range = rangeOfPath(document.root, path);
    const stage = kind === 'refused' ? 'config_file' : null;
    problems.push({ stage, kind: kind === 'doubtful' ? 'not-a-choice' : kind, path, message, range });
  }
  return problems;
}

function syntaxProblems(document: ConfigDocument, stage: ConfigStage): ConfigProblem[] {
  return document.errors.map((error) => ({
    stage,
    kind: 'syntax',
    path: [],
    message: t('The trainer cannot read this file: {0}.', error.message),
    range: error.range,
  }));
}

/** The two options that are still texts here; the schema sees them after they were split. */
function withoutTexts(options: ReadonlyMap<string, PyValue>): Map<string, PyValue> {
  return new Map([...options].filter(([name]) => name !== 'resolution' && name !== 'face_crop_aug_range'));
}

const example = (name: string): string => (name === 'resolution' ? '1024,1024' : '2.0,4.0');

/** Whether the value has the type the command line would give it; an int serves as a float. */
function fitsArgument(value: PyValue, argument: TrainerArgument): boolean {
  if (value.type === 'none') return true;
  if (argument.list && value.type === 'list') return value.items.every((item) => fitsScalar(item, argument));
  // One value in place of a list works for text_encoder_lr and its like.
  return fitsScalar(value, argument);
}

function fitsScalar(value: PyValue, argument: TrainerArgument): boolean {
  switch (argument.type) {
    case 'flag':
      // Python takes 1 and 0 for true and false.
      return value.type === 'bool' || (value.type === 'int' && (value.value === 0 || value.value === 1));
    case 'str':
      return value.type === 'str';
    case 'int':
      return value.type === 'int';
    default:
      return value.type === 'int' || value.type === 'float';
  }
}

function typeName(argument: TrainerArgument): string {
  switch (argument.type) {
    case 'flag':
      return t('true or false');
    case 'str':
      return argument.list ? t('a list of texts') : t('a text');
    case 'int':
      return t('an integer');
    default:
      return argument.list ? t('a list of numbers') : t('a number');
  }
}

function datasetMessage(problem: SchemaProblem): string {
  const key = problem.path.at(-1) ?? '';
  switch (problem.kind) {
    case 'missing-key':
      return t('{0} is missing: training stops.', key);
    case 'wrong-type':
      return problem.path.length === 0
        ? t('The file must hold a table.')
        : t('{0} must be {1}: training stops.', key, t(problem.detail));
    case 'mixed-subsets':
      return t('Subsets with and without metadata_file cannot stand in one dataset: training stops.');
    case 'crash':
      return t('The trainer crashes here: a table or list is expected.');
    default:
      return unknownKeyMessage(problem.path);
  }
}

/** A key at the wrong level, one that belongs to the command line, or a slip of the pen. */
function unknownKeyMessage(path: ConfigPath): string {
  const key = path.at(-1) ?? '';
  const option = Object.hasOwn(DATASET_OPTIONS, key) ? DATASET_OPTIONS[key] : undefined;
  if (option) {
    const level = levelOf(path);
    if (level && option.levels.includes(level)) {
      return t('{0} does not fit this kind of dataset ({1} only): training stops.', key, option.kinds.join(', '));
    }
    return t('{0} cannot stand here, only in {1}: training stops.', key, option.levels.map(levelName).join(', '));
  }
  const renamed = Object.entries(DATASET_OPTIONS).find(([, other]) => other.argument === key);
  if (renamed) return t('{0} is called {1} in a dataset_config: training stops.', key, renamed[0]);
  if (key === 'caption_extention')
    return t('{0} is called {1} in a dataset_config: training stops.', key, 'caption_extension');
  if (isKnownArgument(key)) return t('{0} belongs on the command line or in a config_file: training stops.', key);
  return t('No option is called {0}: training stops.', key);
}

/** The level a path of a dataset configuration lies at; null for the top of the file. */
export function levelOf(path: ConfigPath): OptionLevel | null {
  if (path[0] === 'general') return 'general';
  if (path[0] !== 'datasets' || path.length < 2) return null;
  return path[2] === 'subsets' ? 'subset' : 'dataset';
}

export function levelName(level: OptionLevel): string {
  return { general: '[general]', dataset: '[[datasets]]', subset: '[[datasets.subsets]]' }[level];
}
