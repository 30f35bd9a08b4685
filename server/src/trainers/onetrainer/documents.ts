import { t } from '../../ground/l10n.ts';
import { type ConfigPath, findInConfig } from '../documents/document.ts';
import { type PyValue, toPlain } from '../documents/python-value.ts';
import type { TrainerFiles } from '../files/files.ts';
import { meantKey } from '../near-value.ts';
import { noteMissingFolder, Problems, plainTypeName } from '../option-help.ts';
import { isTrue } from '../python/truth.ts';
import type { TrainerConfig, TrainerProblem } from '../trainer.ts';
import { parseResolution } from './buckets.ts';
import { allOff, conceptClashes, configClashes, merged } from './clashes.ts';
import { CONCEPT_OPTIONS, type ConfigOption, IMAGE_OPTIONS, TEXT_OPTIONS } from './concept-options.ts';
import { versionOf } from './concepts.ts';
import { convert, REFUSED } from './convert.ts';
import { isRepository } from './listing.ts';
import { modelType } from './model-types.ts';
import { runClashes } from './run-clashes.ts';
import { ENCODER_OPTIONS, resolveTrainConfig, TEXT_ENCODERS, TRAIN_OPTIONS } from './train-config.ts';

/** What OneTrainer refuses in concepts or a configuration, and what it takes for other than it looks. */
export function problems(config: TrainerConfig, files: TrainerFiles): TrainerProblem[] {
  const found = new Problems(config);
  found.syntax();
  if (config.document.errors.length > 0) return found.found;
  const { root } = config.document;
  const concepts = config.role === 'concepts' ? root : findInConfig(root, ['concepts'])?.value;
  const base = config.role === 'concepts' ? [] : ['concepts'];
  if (config.role === 'train_config') {
    configProblems(config, found);
    if (root.type === 'dict') configClashes(root, found);
  } else if (root.type === 'list') allOff(root.items, [], found);
  if (concepts?.type === 'list') merged(concepts.items, base, found);
  for (const [i, concept] of (concepts?.type === 'list' ? concepts.items : []).entries())
    conceptProblems(concept, [...base, String(i)], found, files);
  return found.found;
}

function configProblems(config: TrainerConfig, found: Problems): void {
  const { root } = config.document;
  if (root.type !== 'dict') return;
  tableProblems(root, TRAIN_OPTIONS, [], found);
  const resolved = resolveTrainConfig(config.document);
  if (resolved.error?.exception === 'KeyError') {
    const range = root.range && { start: root.range.start, end: root.range.start + 1 };
    // A preset of the program has no version of its own: it is meant to lie under a configuration.
    const message = t(
      'Without a current "__version" this file works as a preset only; given as the configuration it stops with {0}.',
      'KeyError',
    );
    found.found.push({ rule: 'missing-config-key', severity: 'info', message, range, fixes: [] });
  }
  const values = resolved.value?.values;
  if (!values) return;
  const model = modelType(String(values.get('model_type')));
  if (root.entries.has('resolution') && !parseResolution(String(values.get('resolution')), model.step))
    found.refused(['resolution'], t('Not a resolution: "512", "512,768" or "1024x768" is read; training stops.'));
  if (resolved.value) runClashes(root, resolved.value, found);
  for (const [i, name] of TEXT_ENCODERS.entries()) {
    const dropout = Number(resolved.value?.encoders[i]?.get('dropout_probability'));
    if (dropout > 0 && model.refusesCaptionDropout)
      found.refused(
        [name, 'dropout_probability'],
        t('{0} has no caption dropout: training stops at the first step.', model.name),
      );
    const part = root.entries.get(name)?.value;
    if (part?.type === 'dict') tableProblems(part, ENCODER_OPTIONS, [name], found);
  }
}

/** Names of version 1 of a concept, and where the same is said now. */
const OLDER_NAMES = [
  ['repeats', 'balancing'],
  ['validation_concept', 'type'],
] as const;

function saysTheSame(old: PyValue | undefined, newer: PyValue | undefined): boolean {
  const [before, now] = [old, newer].map((value) => value && toPlain(value));
  if (typeof before === 'boolean') return before === (now === 'VALIDATION');
  return before === (now ?? 1);
}

function conceptProblems(concept: PyValue, path: string[], found: Problems, files: TrainerFiles): void {
  if (concept.type !== 'dict') {
    found.mustBe(path, t('a table'), t('A concept'));
    return;
  }
  tableProblems(concept, CONCEPT_OPTIONS, path, found);
  conceptClashes(concept, path, found);
  const value = (key: string): PyValue | undefined => concept.entries.get(key)?.value;
  const parts = [
    ['image', IMAGE_OPTIONS],
    ['text', TEXT_OPTIONS],
  ] as const;
  for (const [key] of concept.entries)
    if (!CONCEPT_OPTIONS.has(key) && key in TEXT_PLACES && !parts.some(([name]) => name === key)) {
      const place = TEXT_PLACES[key] as string;
      found.add(
        'unknown-config-key',
        'warning',
        [...path, key],
        t('{0} belongs into "{1}": here nothing uses it.', key, place),
      );
    } else if (!CONCEPT_OPTIONS.has(key) && !parts.some(([name]) => name === key)) {
      const meant = meantKey(key, [...CONCEPT_OPTIONS.keys()]);
      if (meant !== null && !concept.entries.has(meant)) found.unknownKey([...path, key], [meant], false);
      else if (!key.startsWith('__') && key !== 'concept_stats' && !OLDER_NAMES.some(([old]) => old === key))
        found.unknownKey([...path, key], [], false);
    }
  const version = value('__version');
  if (version && (versionOf(version) ?? 2) >= 2)
    for (const [old, newer] of OLDER_NAMES)
      if (value(old))
        found.add(
          'ignored-config-option',
          // Left over by another version beside the same said newly: nothing is lost.
          saysTheSame(value(old), value(newer)) ? 'info' : 'warning',
          [...path, old],
          t('{0} is an older name: in this version nothing uses it.', old),
        );
  for (const [name, options] of parts) {
    const part = value(name);
    if (part?.type !== 'dict') continue;
    tableProblems(part, options, [...path, name], found);
    for (const [key] of part.entries)
      if (!options.has(key) && !key.startsWith('__')) nearKey(found, [...path, name, key], options);
  }
  const text = value('text');
  const entry = (key: string): PyValue | undefined =>
    text?.type === 'dict' ? text.entries.get(key)?.value : undefined;
  const delimiter = entry('tag_delimiter');
  if (
    delimiter?.type === 'str' &&
    delimiter.value === '' &&
    isTrue(entry('enable_tag_shuffling') ?? { type: 'none', range: null })
  )
    found.refused([...path, 'text', 'tag_delimiter'], t('An empty delimiter cannot part tags: training stops.'));
  const image = value('image');
  const override = image?.type === 'dict' ? image.entries.get('resolution_override')?.value : undefined;
  if (override?.type === 'str' && !parseResolution(override.value, 64))
    found.refused(
      [...path, 'image', 'resolution_override'],
      t('Not a resolution; it is read, and stops the training, even when it is switched off.'),
    );
  const folder = value('path');
  if (
    folder?.type === 'str' &&
    folder.value !== '' &&
    isTrue(value('enabled') ?? { type: 'bool', value: true, range: null }) &&
    files.kind(folder.value) !== 'directory'
  ) {
    const message = isRepository(folder.value)
      ? t('There is no folder {0}: the trainer looks for a dataset of this name on Hugging Face.', folder.value)
      : t('There is no folder {0}: training stops where it is missing.', folder.value);
    noteMissingFolder(found, [...path, 'path'], folder.value, files, message);
  }
}

/** Options that are often written one level too high. */
const TEXT_PLACES: Readonly<Record<string, string>> = Object.fromEntries([
  ...[...TEXT_OPTIONS.keys()].map((key) => [key, 'text']),
  ...[...IMAGE_OPTIONS.keys()].map((key) => [key, 'image']),
]);

/** A key that is no option but nearly one; others may belong to another version. */
function nearKey(found: Problems, path: ConfigPath, options: ReadonlyMap<string, ConfigOption>): void {
  found.unknownKey(path, [...options.keys()], false);
}

/** Values that are refused, and texts that count as true. */
function tableProblems(
  table: PyValue,
  options: ReadonlyMap<string, ConfigOption>,
  path: string[],
  found: Problems,
): void {
  if (table.type !== 'dict') return;
  for (const [key, { value }] of table.entries) {
    const option = options.get(key);
    if (!option) continue;
    const place = [...path, key];
    if (option.type === 'bool' && found.quotedBoolean(place, value)) continue;
    if (convert(value, option) === REFUSED) {
      const given = value.type === 'str' ? value.value : '';
      const meant = option.values?.find((one) => one.toLowerCase() === given.toLowerCase()) ?? null;
      const fixes = meant === null ? [] : found.writeFix(place, JSON.stringify(meant), meant);
      const message = t(
        '{0} cannot be set to {1}: {2} counts, after one printed line.',
        key,
        JSON.stringify(given),
        String(option.default),
      );
      found.add('config-refused-value', key === 'seed' ? 'info' : 'warning', place, message, fixes);
    } else if (
      option.values &&
      option.type === 'text' &&
      value.type === 'str' &&
      !option.values.includes(value.value)
    ) {
      const stops = key === 'prompt_source';
      found.add(
        'config-refused-value',
        stops ? 'error' : 'warning',
        place,
        stops
          ? t('{0} must be one of {1}: training stops.', key, option.values.join(', '))
          : t('{0} should be one of {1}; anything else does nothing.', key, option.values.join(', ')),
      );
    }
  }
}

export function typeName(type: ConfigOption['type']): string {
  if (type === 'any') return t('any value');
  return plainTypeName(type === 'text' || type === 'choice' ? 'str' : type);
}
