import { t } from '../../ground/l10n.ts';
import type { ConfigPath } from '../documents/document.ts';
import { type PyDictValue, type PyValue, toPlain } from '../documents/python-value.ts';
import { meantKey } from '../near-value.ts';
import type { Problems } from '../option-help.ts';

import { isTrue } from '../python/truth.ts';
import { TRAIN_OPTIONS } from './train-config.ts';

/** Names other trainers have for options of a configuration. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  max_train_epochs: 'epochs',
  train_batch_size: 'batch_size',
  network_dim: 'lora_rank',
  network_alpha: 'lora_alpha',
};

/** Types of numbers that the program knows (OneTrainer modules/util/enum/DataType.py); newer ones are made in the same way. */
const NUMBER_TYPE = /^(?:NONE|(?:B|T|N)?FLOAT_\w+|INT_\w+|GGUF\w*)$/;

/** Values of the program, newer versions have more (OneTrainer modules/util/enum/). */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  learning_rate_scheduler: [
    ...['CONSTANT', 'LINEAR', 'COSINE', 'COSINE_WITH_RESTARTS', 'COSINE_WITH_HARD_RESTARTS', 'REX', 'ADAFACTOR'],
    'CUSTOM',
  ],
  optimizer: ['ADAMW', 'ADAMW_8BIT', 'ADAM', 'ADAM_8BIT', 'ADAFACTOR', 'PRODIGY', 'LION', 'LION_8BIT', 'SGD', 'CAME'],
};

/** What goes against something else in a configuration, or does nothing there. */
export function configClashes(root: PyDictValue, found: Problems): void {
  for (const [key, { value }] of root.entries) {
    const own = OTHER_NAMES[key];
    if (own !== undefined) found.otherName([key], own, root.entries.has(own));
    else if (!TRAIN_OPTIONS.has(key)) {
      const meant = meantKey(key, [...TRAIN_OPTIONS.keys()]);
      if (meant !== null && !root.entries.has(meant)) found.unknownKey([key], [meant], false);
    }
    if (value.type !== 'str') continue;
    if (key.endsWith('_dtype') && !NUMBER_TYPE.test(value.value))
      found.doubtful(
        [key],
        t('No type of numbers is called {0}: the default counts, after one printed line.', value.value),
      );
    found.doubtfulValue([key], value.value, VALUES[key] ?? []);
  }
  const optimizer = entry(root, 'optimizer');
  const name = optimizer?.type === 'dict' ? entry(optimizer, 'optimizer') : undefined;
  if (name?.type === 'str') found.doubtfulValue(['optimizer', 'optimizer'], name.value, VALUES.optimizer ?? []);
  for (const part of ['text_encoder', 'text_encoder_2', 'text_encoder_3', 'text_encoder_4']) {
    const encoder = entry(root, part);
    if (encoder?.type !== 'dict' || entry(encoder, 'train') === undefined || isOn(encoder, 'train')) continue;
    const rate = toPlain(entry(encoder, 'learning_rate') ?? NOTHING);
    if (typeof rate === 'number' && rate > 0)
      found.idle([part, 'learning_rate'], t('Has no effect: this text encoder does not train.'));
  }
  const concepts = entry(root, 'concepts');
  if (concepts?.type === 'list') allOff(concepts.items, ['concepts'], found);
}

/** A list of concepts none of which is used. */
export function allOff(concepts: readonly PyValue[], path: ConfigPath, found: Problems): void {
  const first = concepts.findIndex((one) => one.type === 'dict');
  if (first >= 0 && concepts.every((one) => one.type === 'dict' && entry(one, 'enabled') && !isOn(one, 'enabled')))
    found.doubtful([...path, String(first), 'enabled'], t('No concept is switched on: nothing trains.'));
}

/** What tells two concepts of one kind apart (OneTrainer modules/dataLoader); without a seed each has one of its own. */
const OF_CONCEPT = new Set(['type', 'path', 'seed', 'include_subdirectories', 'image', 'text']);

/** Concepts that are equal in all that tells them apart: they count as one, with the numbers of the first. */
export function merged(concepts: readonly PyValue[], path: ConfigPath, found: Problems): void {
  const seen = new Set<string>();
  for (const [i, concept] of concepts.entries()) {
    if (concept.type !== 'dict' || (entry(concept, 'enabled') && !isOn(concept, 'enabled'))) continue;
    const own = [...concept.entries]
      .filter(([key]) => OF_CONCEPT.has(key))
      .map(([key, { value }]) => [key, toPlain(value)]);
    const key = JSON.stringify(own.sort());
    if (seen.has(key) && entry(concept, 'path') && entry(concept, 'seed'))
      found.doubtful(
        [...path, String(i), 'path'],
        t('This concept is equal to one above: they count as one, with the balancing of the first.'),
      );
    seen.add(key);
  }
}

/** What goes against something else in a concept, or does nothing there. */
export function conceptClashes(concept: PyDictValue, path: ConfigPath, found: Problems): void {
  const balancing = toPlain(entry(concept, 'balancing') ?? NOTHING);
  if (typeof balancing === 'number' && balancing <= 0)
    found.doubtful([...path, 'balancing'], t('At 0 nothing of this concept trains.'));
  const text = entry(concept, 'text');
  if (text?.type === 'dict') textClashes(text, [...path, 'text'], found);
  const image = entry(concept, 'image');
  if (image?.type !== 'dict' || isOn(image, 'enable_resolution_override')) return;
  const override = entry(image, 'resolution_override');
  // The interface writes its default into every concept.
  if (override?.type === 'str' && override.value !== '' && override.value !== '512')
    found.without([...path, 'image', 'resolution_override'], 'enable_resolution_override');
}

function textClashes(text: PyDictValue, path: ConfigPath, found: Problems): void {
  const plain = (key: string) => toPlain(entry(text, key) ?? NOTHING);
  const drops = isOn(text, 'tag_dropout_enable');
  const chance = plain('tag_dropout_probability');
  if (typeof chance === 'number' && chance > 0 && !drops)
    found.without([...path, 'tag_dropout_probability'], 'tag_dropout_enable');
  if (typeof chance === 'number' && drops) found.share([...path, 'tag_dropout_probability'], chance);
  const kept = plain('keep_tags_count');
  if (typeof kept === 'number' && kept > 1 && !drops && !isOn(text, 'enable_tag_shuffling'))
    found.without([...path, 'keep_tags_count'], 'enable_tag_shuffling');
  const mode = plain('tag_dropout_special_tags_mode');
  if (plain('tag_dropout_special_tags') && (mode === null || mode === 'NONE'))
    found.without([...path, 'tag_dropout_special_tags'], 'tag_dropout_special_tags_mode');
  if (isOn(text, 'caps_randomize_lowercase') && !isOn(text, 'caps_randomize_enable'))
    found.note(
      [...path, 'caps_randomize_lowercase'],
      t('Acts without {0} too: all captions are written in lower case.', 'caps_randomize_enable'),
    );
  const source = plain('prompt_source') ?? 'sample';
  const file = plain('prompt_path');
  if (source === 'concept' && !file)
    found.add(
      'missing-config-key',
      'warning',
      [...path, 'prompt_source'],
      t('Without {0} every caption is empty, and nothing says so.', 'prompt_path'),
    );
  else if (source !== 'concept' && file) found.without([...path, 'prompt_path'], '"prompt_source": "concept"');
}

const NOTHING: PyValue = { type: 'none', range: null };

const entry = (table: PyDictValue, key: string): PyValue | undefined => table.entries.get(key)?.value;
const isOn = (table: PyDictValue, key: string): boolean => isTrue(entry(table, key) ?? NOTHING);
