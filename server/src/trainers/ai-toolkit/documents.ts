import { t } from '../../ground/l10n.ts';
import { type ConfigPath, findInConfig } from '../documents/document.ts';
import type { PyValue } from '../documents/python-value.ts';
import type { TrainerFiles } from '../files/files.ts';
import { noteMissingFolder, Problems } from '../option-help.ts';
import { isTrue } from '../python/truth.ts';
import type { TrainerConfig, TrainerProblem } from '../trainer.ts';
import { ARCHITECTURES } from './architectures.ts';
import { numeric } from './buckets.ts';
import { datasetClashes, sharedClashes, tableClashes } from './clashes.ts';
import { variablesOf } from './job-text.ts';
import { DATASET_OPTIONS, TRAIN_OPTIONS } from './options.ts';
import { PROCESS_TYPES } from './resolve.ts';
import { runClashes } from './run-clashes.ts';
import { typeName, typeProblems } from './value-types.ts';

/** What ai-toolkit refuses in a job, and what it takes for other than it looks. */
export function problems(config: TrainerConfig, files: TrainerFiles): TrainerProblem[] {
  const found = new Problems(config);
  found.syntax();
  if (config.document.errors.length > 0) return found.found;
  const { root } = config.document;
  const at = (...path: string[]): PyValue | undefined => findInConfig(root, path)?.value;
  const job = at('job');
  if (job?.type === 'str' && job.value !== 'extension')
    found.refused(['job'], t('{0} must be one of {1}: training stops.', 'job', 'extension'));
  const name = at('config', 'name');
  if (name === undefined) found.lacks(['config'], 'name');
  else if (name.type !== 'str') found.mustBe(['config', 'name'], typeName('str'));
  for (const variable of variablesOf(config.text)) {
    const start = config.text.indexOf(`\${${variable}}`);
    const range = { start, end: start + variable.length + 3 };
    const message = t('Taken from the environment; training stops where {0} is not set, in a comment too.', variable);
    found.found.push({ rule: 'ignored-config-option', severity: 'info', message, range, fixes: [] });
  }
  const processes = at('config', 'process');
  for (const [i, process] of (processes?.type === 'list' ? processes.items : []).entries())
    if (process.type === 'dict') processProblems(process, ['config', 'process', String(i)], found, files);
  return found.found;
}

function processProblems(process: PyValue, path: string[], found: Problems, files: TrainerFiles): void {
  if (process.type !== 'dict') return;
  const value = (key: string): PyValue | undefined => process.entries.get(key)?.value;
  const type = value('type');
  if (type?.type === 'str') found.doubtfulValue([...path, 'type'], type.value, PROCESS_TYPES);
  // Other kinds of process do other work: nothing is known of their keys.
  if (type?.type !== 'str' || !PROCESS_TYPES.includes(type.value)) return;
  if (!isTrue(value('training_folder'))) found.lacks(path, 'training_folder');
  const trigger = value('trigger_word');
  if (trigger && trigger.type !== 'none' && trigger.type !== 'str')
    found.wrongType(
      [...path, 'trigger_word'],
      t('{0} is read as no text here; write it in quotation marks.', 'trigger_word'),
      quoteFix(found, [...path, 'trigger_word']),
    );
  tableClashes('process', process, path, found);
  for (const name of ['network', 'train', 'model']) tableClashes(name, value(name), [...path, name], found);
  modelProblems(value('model'), [...path, 'model'], found);
  trainProblems(value('train'), [...path, 'train'], found);
  runClashes(process, path, found);
  const datasets = value('datasets');
  if (datasets?.type === 'dict') found.mustBe([...path, 'datasets'], t('a list'));
  if (datasets?.type === 'list') sharedClashes(datasets.items, trigger, [...path, 'datasets'], found);
  for (const [i, dataset] of (datasets?.type === 'list' ? datasets.items : []).entries())
    datasetProblems(dataset, [...path, 'datasets', String(i)], found, files);
}

function quoteFix(found: Problems, path: ConfigPath): TrainerProblem['fixes'] {
  const range = found.range(path);
  const text = range ? found.textAt(range) : '';
  return text === '' ? [] : found.writeFix(path, `"${text}"`);
}

function modelProblems(model: PyValue | undefined, path: string[], found: Problems): void {
  const entries = model?.type === 'dict' ? model.entries : new Map<string, { value: PyValue }>();
  if (!isTrue(entries.get('name_or_path')?.value)) found.lacks(path, 'model.name_or_path');
  const arch = entries.get('arch')?.value;
  const hasFlag = [...entries].some(([key, entry]) => key.startsWith('is_') && isTrue(entry.value));
  if (arch?.type !== 'str') {
    const name = entries.get('name_or_path')?.value;
    const isMeant = name?.type === 'str' && STABLE_DIFFUSION_1.test(name.value);
    if (!hasFlag && model && !isMeant)
      found.add(
        'missing-config-key',
        'warning',
        path,
        t('Without {0} Stable Diffusion 1 is trained, whatever the model is called.', 'arch'),
      );
    return;
  }
  const [key] = arch.value.split(':') as [string];
  if (ARCHITECTURES.has(key)) return;
  const near = [...ARCHITECTURES.keys()].find(
    (known) => simple(known) === simple(key) || (key === 'sd15' && known === 'sd1'),
  );
  if (key === 'sd15') return;
  const fixes = near ? found.writeFix([...path, 'arch'], near) : [];
  found.doubtful(
    [...path, 'arch'],
    t('No architecture is called {0}: Stable Diffusion 1 is trained, and nothing says so.', arch.value),
    fixes,
  );
}

/** Names of Stable Diffusion 1 and models made of it. */
const STABLE_DIFFUSION_1 = /(?:^|[^a-z0-9])(?:sd|stable[-_ ]?diffusion)[-_ ]?v?1(?:[-_.]?[1-5])?(?![0-9])/i;

const simple = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Names other trainers have for options of `train`. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  train_batch_size: 'batch_size',
  max_train_steps: 'steps',
  learning_rate: 'lr',
  epochs: 'steps',
};

/** Names other trainers have for options of a dataset. */
const DATASET_OTHER_NAMES: Readonly<Record<string, string>> = {
  caption_extension: 'caption_ext',
  image_dir: 'folder_path',
  image_directory: 'folder_path',
  path: 'folder_path',
  repeats: 'num_repeats',
  shuffle_caption: 'shuffle_tokens',
  enable_bucket: 'buckets',
  caption_tag_dropout_rate: 'token_dropout_rate',
  train_batch_size: 'batch_size',
};

function trainProblems(train: PyValue | undefined, path: string[], found: Problems): void {
  if (train?.type !== 'dict') return;
  for (const [key] of train.entries) {
    const own = OTHER_NAMES[key];
    // An epoch is no step.
    if (own !== undefined) found.otherName([...path, key], own, train.entries.has(own) || key === 'epochs');
  }
  typeProblems(train, TRAIN_OPTIONS, path, found);
  const number = (name: string) => numeric(train.entries.get(name)?.value) ?? 1;
  for (const name of ['batch_size', 'steps']) if (number(name) < 1) found.least([...path, name]);
  if (number('gradient_accumulation') > 1 && number('gradient_accumulation_steps') > 1)
    found.against([...path, 'gradient_accumulation_steps'], 'gradient_accumulation');
}

function datasetProblems(dataset: PyValue, path: string[], found: Problems, files: TrainerFiles): void {
  if (dataset.type !== 'dict') {
    found.mustBe(path, t('a table'), 'datasets');
    return;
  }
  const numbered = ['control_path_1', 'control_path_2', 'control_path_3'];
  for (const [key] of dataset.entries)
    if (Object.hasOwn(DATASET_OTHER_NAMES, key)) {
      const own = DATASET_OTHER_NAMES[key] as string;
      found.otherName([...path, key], own, dataset.entries.has(own));
    } else if (!DATASET_OPTIONS.has(key) && !numbered.includes(key))
      found.unknownKey([...path, key], [...DATASET_OPTIONS.keys()], false);
  typeProblems(dataset, DATASET_OPTIONS, path, found);
  datasetClashes(dataset, path, found);
  const value = (key: string): PyValue | undefined => dataset.entries.get(key)?.value;
  if (isTrue(value('shuffle_tokens')) && isTrue(value('keep_tokens')))
    found.add(
      'ignored-config-option',
      'warning',
      [...path, 'keep_tokens'],
      t('{0} does not protect from shuffling here: every part moves, the trigger too.', 'keep_tokens'),
    );
  if (value('bucket_tolerance'))
    found.idle([...path, 'bucket_tolerance'], t('Has no effect: the step of the model is used.'));
  const poi = value('poi');
  if (poi && poi.type !== 'none')
    found.refused([...path, 'poi'], t('{0} is no longer supported: training stops.', 'poi'));
  for (const option of ['mask_path', 'control_path', 'inpaint_path', 'unconditional_path', 'clip_image_path']) {
    const beside = value(option);
    if (
      beside?.type === 'str' &&
      beside.value !== '' &&
      !/\[name\]|\$\{/.test(beside.value) &&
      files.kind(beside.value) === null
    )
      noteMissingFolder(found, [...path, option], beside.value, files, t('There is no folder {0}.', beside.value));
  }
  const folder = isTrue(value('dataset_path')) ? value('dataset_path') : value('folder_path');
  const key = isTrue(value('dataset_path')) ? 'dataset_path' : 'folder_path';
  if (!isTrue(folder)) found.lacks(path, 'folder_path');
  else if (folder?.type === 'str' && !/\[name\]|\$\{/.test(folder.value) && files.kind(folder.value) === null)
    noteMissingFolder(
      found,
      [...path, key],
      folder.value,
      files,
      t('There is no folder {0}: training stops where it is missing.', folder.value),
    );
}
