import { append } from '../../ground/append.ts';
import type { ConfigDocument } from '../documents/parsed.ts';
import { type PyDictValue, type PyValue, pyDict, pyStr } from '../documents/python-value.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import type { ConfigOption, OptionType } from './concept-options.ts';
import { type Concept, conceptOf, filled, type Values, versionOf } from './concepts.ts';
import { MODEL_TYPES } from './model-types.ts';

type Row = readonly [name: string, type: OptionType, value: ConfigOption['default'], more?: Partial<ConfigOption>];

const table = (rows: readonly Row[]): ReadonlyMap<string, ConfigOption> =>
  new Map(rows.map(([name, type, value, more]) => [name, { type, default: value, ...more }]));

/** What a configuration says about data and schedule (OneTrainer modules/util/config/TrainConfig.py), in the trainer's order. */
export const TRAIN_OPTIONS = table([
  ['training_method', 'choice', 'FINE_TUNE', { values: ['FINE_TUNE', 'LORA', 'EMBEDDING', 'FINE_TUNE_VAE'] }],
  ['model_type', 'choice', 'STABLE_DIFFUSION_15', { values: [...MODEL_TYPES.keys()] }],
  ['concept_file_name', 'text', 'training_concepts/concepts.json'],
  ['aspect_ratio_bucketing', 'bool', true],
  ['latent_caching', 'bool', true],
  ['clear_cache_before_training', 'bool', true],
  ['cache_dir', 'text', 'workspace-cache/run'],
  ['learning_rate', 'float', 3e-6],
  ['epochs', 'int', 100],
  ['batch_size', 'int', 1],
  ['gradient_accumulation_steps', 'int', 1],
  ['dataloader_threads', 'int', 2],
  ['resolution', 'text', '512'],
  ['frames', 'text', '25'],
  ['masked_training', 'bool', false],
  ['unmasked_weight', 'float', 0.1],
  ['custom_conditioning_image', 'bool', false],
  ['validation', 'bool', false],
  ['lora_rank', 'int', 16],
  ['lora_alpha', 'float', 1],
  ['dropout_probability', 'float', 0],
  ['text_encoder_sequence_length', 'int', 512, { nullable: true }],
  ['text_encoder_2_sequence_length', 'int', 77, { nullable: true }],
]);

/** The parts of a configuration that hold a text encoder. */
export const TEXT_ENCODERS = ['text_encoder', 'text_encoder_2', 'text_encoder_3', 'text_encoder_4'] as const;

export const ENCODER_OPTIONS = table([
  ['train', 'bool', true],
  ['learning_rate', 'float', null, { nullable: true }],
  ['dropout_probability', 'float', 0],
]);

export interface TrainConfig {
  readonly values: Values;
  /** Options of the four text encoders, as far as they count for data. */
  readonly encoders: readonly Values[];
  /** Keys whose values were refused, in the trainer's order. */
  readonly refused: readonly string[];
  /** Concepts in the file itself; null: those of `concept_file_name` count. */
  readonly concepts: readonly Concept[] | null;
}

/** The version a configuration is brought up to. */
const CURRENT_VERSION = 11;

/** A configuration that leaves every option at its default. */
export const currentConfig: ConfigDocument = {
  root: pyDict([['__version', { type: 'int', value: CURRENT_VERSION, range: null }]]),
  errors: [],
};

/** What `scripts/train.py` makes of a configuration, a preset it lies on, and values of the command line. */
export function resolveTrainConfig(
  config: ConfigDocument,
  preset: ConfigDocument | null = null,
  configValues: readonly string[] = [],
): Outcome<TrainConfig> {
  for (const document of [preset, config]) {
    const [syntax] = document?.errors ?? [];
    if (syntax) return stops('JSONDecodeError', syntax.message);
    if (document && document.root.type !== 'dict') return stops('AttributeError', 'the configuration is no table');
  }
  const root = config.root as PyDictValue;
  // With a preset nothing is brought up to date, neither of the two files.
  if (!preset && needsMigration(root)) {
    const missing = missingForMigration(root);
    if (missing !== null) return stops('KeyError', missing);
  }
  const base = preset ? (preset.root as PyDictValue) : null;
  const given = laid(base, root);
  for (const written of configValues) {
    const failed = setValue(given, written);
    if (failed) return failed;
  }
  migrateEncoders(given);
  const refused: string[] = [];
  const values = filled(given, TRAIN_OPTIONS, refused);
  const encoders = TEXT_ENCODERS.map((name) => {
    const part = given.get(name);
    if (part && ['none', 'int', 'float', 'bool'].includes(part.type)) refused.push(name);
    return filled(entriesOf(part), ENCODER_OPTIONS, refused);
  });
  const concepts = conceptsOf(given.get('concepts'), refused);
  return answer({ values, encoders, refused, concepts });
}

function entriesOf(value: PyValue | undefined): Map<string, PyValue> {
  return value?.type === 'dict' ? new Map([...value.entries].map(([key, entry]) => [key, entry.value])) : new Map();
}

/** The configuration over its preset; tables inside are laid over each other. */
function laid(base: PyDictValue | null, own: PyDictValue): Map<string, PyValue> {
  const all = entriesOf(base ?? undefined);
  for (const [key, { value }] of own.entries) {
    const under = all.get(key);
    all.set(key, under?.type === 'dict' && value.type === 'dict' ? pyDict([...laid(under, value)]) : value);
  }
  return all;
}

function needsMigration(root: PyDictValue): boolean {
  const version = root.entries.get('__version')?.value;
  const number = version === undefined ? 0 : versionOf(version);
  return number !== null && Number.isInteger(number) && number >= 0 && number < CURRENT_VERSION;
}

/** Versions before this one lack the data types of the parts in the form that is needed. */
const LAST_WITHOUT_PARTS = 9;
const PARTS = [
  ...['unet', 'prior', 'text_encoder', 'text_encoder_2', 'vae', 'effnet_encoder', 'decoder'],
  ...['decoder_text_encoder', 'decoder_vqgan'],
];

/** The key the update of an older form stops at; null when it has what it needs. */
function missingForMigration(root: PyDictValue): string | null {
  const version = root.entries.get('__version')?.value;
  const number = version === undefined ? 0 : (versionOf(version) ?? 0);
  if (number >= LAST_WITHOUT_PARTS) return null;
  if (!root.entries.has('weight_dtype')) return 'weight_dtype';
  if (number === 0) return PARTS.map((part) => `${part}_weight_dtype`).find((key) => !root.entries.has(key)) ?? null;
  return PARTS.find((part) => !entriesOf(root.entries.get(part)?.value).has('weight_dtype')) ?? null;
}

/** Version 0 had `train_unet` and the like in place of tables. */
function migrateEncoders(given: Map<string, PyValue>): void {
  const version = given.get('__version');
  if (version !== undefined && versionOf(version) !== 0) return;
  for (const name of TEXT_ENCODERS) {
    const train = given.get(`train_${name}`);
    if (train && !given.has(name)) given.set(name, pyDict([['train', train]]));
  }
}

/** One `--config-value a.b=text`; what stops the trainer, else null. */
function setValue(given: Map<string, PyValue>, written: string): Outcome<never> | null {
  const at = written.indexOf('=');
  const path = written.slice(0, at).split('.');
  const text = written.slice(at + 1);
  const [name, inner] = path as [string, string | undefined];
  if (path.length > 2 || (inner !== undefined && !TEXT_ENCODERS.some((one) => one === name)))
    return stops('AttributeError', name);
  const option = inner === undefined ? TRAIN_OPTIONS.get(name) : ENCODER_OPTIONS.get(inner);
  if (!option && name !== 'concepts') return stops('KeyError', inner ?? name);
  const value: PyValue =
    option?.type === 'bool' ? { type: 'bool', value: text.toLowerCase() === 'true', range: null } : pyStr(text);
  if (inner === undefined) given.set(name, value);
  else given.set(name, pyDict([...entriesOf(given.get(name)), [inner, value]]));
  return null;
}

/** A configuration as if it were of the current version: what one says that cannot be brought up to date, and stops the trainer. */
export function asCurrent({ root, errors }: ConfigDocument): ConfigDocument {
  const [current] = (currentConfig.root as PyDictValue).entries.values();
  if (root.type !== 'dict' || current === undefined) return { root, errors };
  return { root: { ...root, entries: new Map([...root.entries, ['__version', current]]) }, errors };
}

/** Concepts in the configuration: what cannot be read leaves none. A text is taken letter by letter. */
function conceptsOf(value: PyValue | undefined, refused: string[]): Concept[] | null {
  if (!value || value.type === 'none') return null;
  const items =
    value.type === 'list' ? value.items : value.type === 'str' ? [...value.value].map(() => pyDict([])) : null;
  if (!items) {
    if (value.type !== 'dict') refused.push('concepts');
    return null;
  }
  const found: Concept[] = [];
  for (const item of items) {
    const concept = conceptOf(item);
    if (concept.error) {
      refused.push('concepts');
      return null;
    }
    append(refused, concept.value.refused);
    found.push(concept.value.concept);
  }
  return found;
}
