import type { ConfigDocument } from '../documents/parsed.ts';
import { NONE, type PyDictValue, type PyValue, pyFloat, pyInt, pyList, pyStr } from '../documents/python-value.ts';
import { pythonStrip } from '../python/python-text.ts';
import { isTrue } from '../python/truth.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import { holdsKey, withName } from './job-text.ts';
import { type ModelChoice, type NetworkChoice, resolveModel, resolveNetwork } from './model.ts';
import { DATASET_OPTIONS, TRAIN_OPTIONS } from './options.ts';

/** Options of a dataset or of `train`, every one filled in. Values keep Python's types. */
export type Values = ReadonlyMap<string, PyValue>;

/** One dataset at one resolution: a list of resolutions makes several of it. */
export interface JobDataset {
  readonly values: Values;
  /** Position of the entry in `datasets`. */
  readonly entry: number;
}

export interface JobProcess {
  readonly type: string;
  readonly triggerWord: PyValue;
  /** Steps between two checkpoints; largest norm of a gradient and gamma of min-SNR, as written. */
  readonly saveEvery: PyValue;
  /** Checkpoints on the way that stay: older ones are deleted. */
  readonly savesKept: PyValue;
  readonly gradientNorm: PyValue;
  readonly gamma: PyValue;
  readonly model: ModelChoice;
  readonly train: Values;
  readonly network: NetworkChoice | null;
  readonly datasets: readonly JobDataset[];
}

export interface Job {
  readonly job: string;
  readonly name: string;
  readonly processes: readonly JobProcess[];
}

/** Kinds of process that load datasets as this product knows them; other kinds stop with ValueError or do other work. */
export const PROCESS_TYPES: readonly string[] = [
  ...['sd_trainer', 'diffusion_trainer', 'ui_trainer', 'concept_slider', 'textual_inversion_trainer'],
  ...['ultimate_slider_trainer', 'image_reference_slider_trainer', 'concept_replacer'],
];

/**
 * What ai-toolkit makes of a job up to the point where its processes stand (toolkit/config.py, toolkit/job.py, toolkit/config_modules.py).
 * No file is opened. Unknown keys are dropped without a word, at every level.
 * @param nameArgument the name on the command line, which replaces `[name]`
 */
export function resolveJob(document: ConfigDocument, nameArgument: string | null = null): Outcome<Job> {
  const [syntax] = document.errors;
  if (syntax) return stops(syntax.exception, syntax.message);
  const { root } = document;
  for (const key of ['job', 'config']) {
    const holds = holdsKey(root, key);
    if (holds.error) return holds;
    if (!holds.value) return stops('ValueError', `config file must have a ${key} key`);
  }
  if (root.type !== 'dict') return stops(root.type === 'list' || root.type === 'str' ? 'TypeError' : 'ValueError', '');
  const written = valueAt(root, 'config');
  const named = holdsKey(written, 'name');
  if (named.error) return named;
  if (!named.value && nameArgument === null) return stops('ValueError', 'config file must have a config.name key');
  const name = nameArgument === null ? valueAt(written, 'name') : pyStr(nameArgument);
  const filled = withName(root, name);
  if (filled.error) return filled;
  return processesOf(filled.value);
}

function processesOf(root: PyDictValue): Outcome<Job> {
  const job = valueAt(root, 'job');
  if (job.type !== 'str' || job.value !== 'extension') return stops('ValueError', 'Unknown job type');
  const config = valueAt(root, 'config');
  if (config.type !== 'dict') return stops('TypeError', 'config is no table');
  if (!config.entries.has('name')) return stops('ValueError', 'config.name');
  const name = valueAt(config, 'name');
  if (name.type !== 'str') return stops('TypeError', 'config.name is no text');
  const list = valueAt(config, 'process');
  if (list.type !== 'list' || list.items.length === 0) return stops('ValueError', 'config.process must be a list');
  const processes: JobProcess[] = [];
  for (const item of list.items) {
    const made = processOf(item);
    if (made.error) return made;
    processes.push(made.value);
  }
  return answer({ job: job.value, name: name.value, processes });
}

function processOf(process: PyValue): Outcome<JobProcess> {
  const holdsType = holdsKey(process, 'type');
  if (holdsType.error) return holdsType;
  if (!holdsType.value) return stops('ValueError', 'a process needs a type');
  if (process.type !== 'dict') return stops('TypeError', 'a process is no table');
  const type = valueAt(process, 'type');
  if (type.type !== 'str' || !PROCESS_TYPES.includes(type.value)) return stops('ValueError', 'Unknown process type');
  if (!isTrue(valueAt(process, 'training_folder'))) return stops('TypeError', 'training_folder');
  const network = resolveNetwork(process.entries.get('network')?.value);
  if (network.error) return network;
  const train = resolveTrain(process.entries.get('train')?.value);
  if (train.error) return train;
  const model = resolveModel(process.entries.get('model')?.value);
  if (model.error) return model;
  const triggerWord = valueAt(process, 'trigger_word');
  const datasets = resolveDatasets(process.entries.get('datasets')?.value, train.value, triggerWord);
  if (datasets.error) return datasets;
  const preserves = checkPreservation(train.value, network.value, datasets.value);
  if (preserves) return preserves;
  const saving = valueAt(process, 'save');
  const orElse = (value: PyValue, otherwise: number): PyValue => (value.type === 'none' ? pyInt(otherwise) : value);
  return answer({
    type: type.value,
    triggerWord,
    saveEvery: orElse(valueAt(saving, 'save_every'), defaultSaving),
    savesKept: orElse(valueAt(saving, 'max_step_saves_to_keep'), defaultKept),
    gradientNorm: valueAt(valueAt(process, 'train'), 'max_grad_norm'),
    gamma: valueAt(valueAt(process, 'train'), 'min_snr_gamma'),
    model: model.value,
    train: train.value,
    network: network.value,
    datasets: datasets.value,
  });
}

/** Steps between two checkpoints, and how many of them stay, where no file says (ai-toolkit toolkit/config_modules.py, SaveConfig). */
const defaultSaving = 1000;
const defaultKept = 5;

function resolveTrain(given: PyValue | undefined): Outcome<Values> {
  if (given && given.type !== 'dict') return stops('TypeError', 'train is no table');
  const values = filled(TRAIN_OPTIONS, given);
  const rate = values.get('lr') ?? NONE;
  for (const own of ['text_encoder_lr', 'unet_lr']) if (!given?.entries.has(own)) values.set(own, rate);
  for (const name of ['gradient_accumulation', 'gradient_accumulation_steps']) {
    const value = values.get(name) ?? NONE;
    const isNumber = value.type === 'int' || value.type === 'float' || value.type === 'bool';
    if (!isNumber) return stops('TypeError', name);
    // The second is asked only when the first is above 1.
    if (Number(value.value) <= 1) return answer(values);
  }
  return stops('ValueError', 'gradient_accumulation and gradient_accumulation_steps');
}

/** What `diff_output_preservation` needs; null when it has it. */
function checkPreservation(
  train: Values,
  network: NetworkChoice | null,
  datasets: readonly JobDataset[],
): Outcome<never> | null {
  if (!isTrue(train.get('diff_output_preservation'))) return null;
  const lacksTrigger = datasets.some(({ values }) => (values.get('trigger_word') ?? NONE).type === 'none');
  if (lacksTrigger) return stops('ValueError', 'diff_output_preservation needs a trigger_word');
  if (!network) return stops('ValueError', 'diff_output_preservation needs a network');
  if (isTrue(train.get('train_text_encoder')))
    return stops('ValueError', 'diff_output_preservation with train_text_encoder');
  if (isTrue(train.get('blank_prompt_preservation')))
    return stops('ValueError', 'diff_output_preservation with blank_prompt_preservation');
  return null;
}

function resolveDatasets(given: PyValue | undefined, train: Values, trigger: PyValue): Outcome<JobDataset[]> {
  const value = given ?? NONE;
  const cached = isTrue(train.get('cache_text_embeddings'));
  if (value.type === 'none') return cached ? stops('TypeError', 'datasets is missing') : answer([]);
  if (value.type !== 'list') {
    if (value.type !== 'dict' && value.type !== 'str') return stops('TypeError', 'datasets is no list');
    const isEmpty = value.type === 'dict' ? value.entries.size === 0 : value.value === '';
    return isEmpty ? answer([]) : stops('AttributeError', 'datasets is no list');
  }
  const found: JobDataset[] = [];
  for (const [entry, item] of value.items.entries()) {
    if (item.type !== 'dict') return stops(cached ? 'TypeError' : 'AttributeError', 'a dataset is no table');
    const resolution = item.entries.get('resolution')?.value;
    const resolutions = resolution?.type === 'list' ? resolution.items : [resolution];
    for (const one of resolutions) {
      const made = resolveDataset(item, one, train, trigger);
      if (made.error) return made;
      found.push({ values: made.value, entry });
    }
  }
  return answer(found);
}

function resolveDataset(
  given: PyDictValue,
  resolution: PyValue | undefined,
  train: Values,
  trigger: PyValue,
): Outcome<Values> {
  const values = filled(DATASET_OPTIONS, given);
  if (resolution) values.set('resolution', resolution);
  const set = (name: string, value: PyValue) => values.set(name, value);
  const ending = captionEnding(values.get('caption_ext') ?? NONE, given.entries.get('caption_type')?.value);
  if (ending.error) return ending;
  set('caption_ext', ending.value);
  set('caption_type', ending.value);
  for (const name of ['network_weight', 'token_dropout_rate', 'caption_dropout_rate']) {
    const number = asFloat(values.get(name) ?? NONE);
    if (number.error) return number;
    set(name, number.value);
  }
  for (const name of ['augments', 'controls'])
    if (values.get(name)?.type === 'none') return stops('TypeError', `${name} is no list`);
  if (values.get('poi')?.type !== 'none') return stops('ValueError', 'poi is no longer supported');
  const controls = values.get('controls');
  if (controls?.type === 'str') set('controls', pyList(controls.value === '' ? [] : [controls]));
  else if (controls?.type === 'list') set('controls', pyList(controls.items.filter((item) => isTrue(item))));
  const control = values.get('control_path');
  if (control?.type === 'str' && control.value === '') set('control_path', NONE);
  const numbered = ['control_path_1', 'control_path_2', 'control_path_3'].flatMap((name) => {
    const path = given.entries.get(name)?.value;
    return path && isTrue(path) ? [path] : [];
  });
  if (numbered.length > 0) set('control_path', pyList(numbered));
  if (isTrue(train.get('cache_text_embeddings')))
    set('cache_text_embeddings', train.get('cache_text_embeddings') ?? NONE);
  if (isTrue(train.get('diff_output_preservation'))) {
    set('diff_output_preservation', train.get('diff_output_preservation') ?? NONE);
    set('diff_output_preservation_class', train.get('diff_output_preservation_class') ?? NONE);
  }
  if (values.get('trigger_word')?.type === 'none') set('trigger_word', trigger);
  return answer(values);
}

/** The ending of caption files: a dot is put in front; a `caption_type` that is not empty replaces it as it is written. */
function captionEnding(extension: PyValue, legacy: PyValue | undefined): Outcome<PyValue> {
  if (legacy && isTrue(legacy)) return answer(legacy);
  if (extension.type === 'none') return answer(extension);
  if (extension.type !== 'str') return stops('AttributeError', 'caption_ext is no text');
  const { value } = extension;
  return answer(value === '' || value.startsWith('.') ? extension : { ...extension, value: `.${value}` });
}

/** Python's `float(value)`. */
function asFloat(value: PyValue): Outcome<PyValue> {
  if (value.type === 'float') return answer(value);
  if (value.type === 'int' || value.type === 'bool')
    return answer({ ...pyFloat(Number(value.value)), range: value.range });
  if (value.type !== 'str') return stops('TypeError', 'no number');
  const written = pythonStrip(value.value).replaceAll(/(?<=\d)_(?=\d)/g, '');
  const special = /^[-+]?(?:inf|infinity|nan)$/i.test(written);
  if (!special && !/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(written)) return stops('ValueError', value.value);
  const number = special
    ? /nan/i.test(written)
      ? Number.NaN
      : written.startsWith('-')
        ? Number.NEGATIVE_INFINITY
        : Number.POSITIVE_INFINITY
    : Number(written);
  return answer({ ...pyFloat(number), range: value.range });
}

/** All options of a table: as written, else the default. What is not in the table is dropped. */
function filled(options: typeof DATASET_OPTIONS, given: PyDictValue | undefined): Map<string, PyValue> {
  return new Map([...options].map(([name, option]) => [name, given?.entries.get(name)?.value ?? option.default]));
}

/** The value of a key; None where there is none. */
function valueAt(value: PyValue, key: string): PyValue {
  return (value.type === 'dict' ? value.entries.get(key)?.value : undefined) ?? NONE;
}
