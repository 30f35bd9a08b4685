import { t } from '../../ground/l10n.ts';
import { type ConfigPath, findInConfig, rootDict } from '../documents/document.ts';
import type { PyValue } from '../documents/python-value.ts';
import type { TrainerFiles } from '../files/files.ts';
import { noteMissingFolder, Problems, plainTypeName } from '../option-help.ts';
import type { TrainerConfig } from '../trainer.ts';
import { datasetClashes } from './clashes.ts';
import { DATASET_OPTIONS, LATER_OPTIONS, optionsAt } from './options.ts';
import { paramsOf, sizeOf } from './params.ts';
import { datasetsOf } from './resolve.ts';
import { checkDatasetFile, placeOf } from './schema.ts';

/** What the trainer refuses in a dataset file, and what it takes for other than it looks. */
export function problems(config: TrainerConfig, files: TrainerFiles) {
  const found = new Problems(config);
  found.syntax();
  if (config.document.errors.length > 0) return found.found;
  const { root } = config.document;
  for (const { path, exception, written } of checkDatasetFile(root, true)) {
    const place = [...path.slice(0, -1), written];
    const where = path[0] === 'general' ? 'general' : path.length > 2 ? kindAt(root, path) : null;
    if (exception !== 'Invalid') {
      const option = DATASET_OPTIONS[path.find((step) => Object.hasOwn(DATASET_OPTIONS, step)) ?? ''];
      found.mustBe(place, option ? typeName(option.type) : t('a table'), written);
    } else if (where && Object.hasOwn(DATASET_OPTIONS, written))
      found.add('unknown-config-key', 'error', place, t('{0} cannot stand here: training stops.', written));
    else found.unknownKey(place, where ? optionsAt(where) : ['general', 'datasets'], true);
  }
  laterOptions(root, found);
  const resolved = datasetsOf(rootDict(config.document));
  const caches = resolved.map(({ params }) => paramsOf(params).cacheDirectory);
  for (const [i, { params, kind }] of resolved.entries()) {
    const at = (key: string): ConfigPath =>
      findInConfig(root, ['datasets', String(i), key])
        ? ['datasets', String(i), key]
        : findInConfig(root, ['general', key])
          ? ['general', key]
          : ['datasets', String(i)];
    datasetClashes(root, ['datasets', String(i)], { params, kind }, at, found);
    const { directory, list, cacheDirectory, captionExtension } = paramsOf(params);
    if (directory === null && list === null)
      found.missing(
        ['datasets', String(i)],
        t('No directory and no list of images or videos is named: training stops.'),
      );
    if (directory !== null && list !== null)
      found.add(
        'ignored-config-option',
        'warning',
        at(`${kind}_jsonl_file`),
        t('{0} wins: this list is not read.', `${kind}_directory`),
      );
    if (directory !== null && captionExtension === null)
      found.missing(at(`${kind}_directory`), t('{0} is missing: caching stops.', 'caption_extension'));
    if (captionExtension !== null && !captionExtension.startsWith('.'))
      found.refused(
        at('caption_extension'),
        t('The dot is part of {0}: without it no caption is opened.', 'caption_extension'),
        dotFix(found, at('caption_extension'), captionExtension),
      );
    if (directory === null && list !== null && cacheDirectory === null)
      found.missing(at(`${kind}_jsonl_file`), t('{0} is missing: caching stops.', 'cache_directory'));
    if (cacheDirectory !== null && caches.indexOf(cacheDirectory) < i)
      found.refused(at('cache_directory'), t('Two datasets share the cache {0}: training stops.', cacheDirectory));
    if (typeof params.batch_size === 'number' && params.batch_size < 1) found.least(at('batch_size'), 'batch_size');
    if (typeof params.num_repeats === 'number' && params.num_repeats < 1)
      found.doubtful(at('num_repeats'), t('Below 1 nothing of this dataset trains.'));
    if (params.bucket_no_upscale === true && params.enable_bucket !== true)
      found.without(at('bucket_no_upscale'), 'enable_bucket');
    const extraction = DATASET_OPTIONS.frame_extraction?.values ?? [];
    if (typeof params.frame_extraction === 'string' && !extraction.includes(params.frame_extraction))
      found.refused(
        at('frame_extraction'),
        t('{0} must be one of {1}: caching stops.', 'frame_extraction', extraction.join(', ')),
      );
    const size = sizeOf(params.resolution);
    if (kind === 'image' && params.enable_bucket === true && Math.sqrt(size.width * size.height) < 32)
      found.refused(at('resolution'), t('Too small for buckets: caching stops.'));
    const control = params.control_directory;
    if (directory !== null && typeof control === 'string' && control !== '' && files.kind(control) !== 'directory')
      noteMissingFolder(
        found,
        at('control_directory'),
        control,
        files,
        t('There is no folder {0}: caching stops where it is missing.', control),
      );
    if (directory === null && list !== null && files.kind(list) === null)
      noteMissingFolder(
        found,
        at(`${kind}_jsonl_file`),
        list,
        files,
        t('There is no file {0}: caching stops where it is missing.', list),
      );
    if (directory !== null && files.kind(directory) !== 'directory')
      noteMissingFolder(
        found,
        at(`${kind}_directory`),
        directory,
        files,
        t('There is no folder {0}: the dataset is empty, and nothing says so until training starts.', directory),
      );
  }
  return found.found;
}

/** Keys that older versions of the trainer stop at. */
function laterOptions(root: PyValue, found: Problems): void {
  const datasets = findInConfig(root, ['datasets'])?.value;
  const tables = datasets?.type === 'list' ? datasets.items.map((_, i) => ['datasets', String(i)]) : [];
  for (const table of [['general'], ...tables])
    for (const key of LATER_OPTIONS)
      if (findInConfig(root, [...table, key]))
        found.add('unknown-config-key', 'info', [...table, key], t('{0} is of a later version: older ones stop.', key));
}

function dotFix(found: Problems, path: ConfigPath, extension: string) {
  return extension === '' ? [] : found.writeFix(path, JSON.stringify(`.${extension}`), `.${extension}`);
}

/** What kind of dataset a path lies in. */
export function kindAt(root: PyValue, path: ConfigPath): 'image' | 'video' {
  const dataset = findInConfig(root, path.slice(0, 2))?.value;
  return dataset?.type === 'dict' ? placeOf(dataset) : 'image';
}

export function typeName(type: (typeof DATASET_OPTIONS)[string]['type']): string {
  switch (type) {
    case 'bool':
    case 'int':
    case 'str':
      return plainTypeName(type);
    case 'float':
      return t('a number with a decimal point');
    case 'size':
      return t('an integer or two of them');
    default:
      return t('a list of integers');
  }
}
