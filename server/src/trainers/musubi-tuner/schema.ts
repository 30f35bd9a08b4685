import { append } from '../../ground/append.ts';
import type { ConfigPath } from '../documents/document.ts';
import type { PyDictValue, PyValue } from '../documents/python-value.ts';
import { DATASET_OPTIONS, LATER_OPTIONS, type OptionPlace, type OptionType, RENAMED_OPTIONS } from './options.ts';

/** A place the trainer refuses. `exception` is the class the trainer's validator uses. */
export interface SchemaProblem {
  readonly path: ConfigPath;
  readonly exception:
    | 'Invalid'
    | 'TypeInvalid'
    | 'DictInvalid'
    | 'SequenceTypeInvalid'
    | 'MultipleInvalid'
    | 'TypeError';
  /** The key as it is written, where an older name stands for the one in `path`. */
  readonly written: string;
}

const SOURCES = {
  image: ['image_directory', 'image_jsonl_file'],
  video: ['video_directory', 'video_jsonl_file'],
} as const;

/** Whether a dataset of a file is held against the schema of images or of videos. */
export function placeOf(dataset: PyDictValue): 'image' | 'video' {
  return SOURCES.video.some((key) => dataset.entries.has(key)) ? 'video' : 'image';
}

/** Whether the trainer builds an image dataset of it: without any source it goes on as one of videos. */
export function isImageDataset(dataset: PyDictValue): boolean {
  return placeOf(dataset) === 'image' && SOURCES.image.some((key) => dataset.entries.has(key));
}

/**
 * Checks a dataset file (musubi-tuner dataset/config_utils.py): unknown keys, wrong sections, types; never values. Of several faulty
 * `[[datasets]]` the trainer names the first only.
 * @param everything look behind the first faulty dataset too, for editors
 */
export function checkDatasetFile(root: PyValue, everything = false): SchemaProblem[] {
  if (root.type !== 'dict') return [problem([], 'DictInvalid')];
  const found: SchemaProblem[] = [];
  for (const [key, { value }] of root.entries) {
    if (key === 'general') append(found, checkTable(value, [key], 'general'));
    else if (key !== 'datasets') found.push(problem([key], 'Invalid'));
    else if (value.type !== 'list') found.push(problem([key], 'SequenceTypeInvalid'));
    else append(found, checkDatasets(value.items, everything));
  }
  const crash = found.find(({ exception }) => exception === 'TypeError');
  return crash && !everything ? [crash] : found;
}

function checkDatasets(items: readonly PyValue[], everything: boolean): SchemaProblem[] {
  const found: SchemaProblem[] = [];
  for (const [i, item] of items.entries()) {
    const path = ['datasets', String(i)];
    if (item.type === 'dict') {
      const inside = checkTable(item, path, placeOf(item));
      if (inside.length > 0 && !everything) return inside;
      append(found, inside);
    }
    // A text or list is asked for keys and then refused; of a number Python cannot ask at all.
    else found.push(problem(path, item.type === 'str' || item.type === 'list' ? 'MultipleInvalid' : 'TypeError'));
  }
  return found;
}

function checkTable(value: PyValue, path: ConfigPath, place: OptionPlace): SchemaProblem[] {
  if (value.type !== 'dict') return [problem(path, 'DictInvalid')];
  const found: SchemaProblem[] = [];
  for (const [key, { value: given, written }] of renamedEntries(value)) {
    const option = DATASET_OPTIONS[key];
    const here = [...path, key];
    if (!option && LATER_OPTIONS.has(key)) continue;
    if (!option?.places.includes(place)) found.push(problem(here, 'Invalid', written));
    else append(found, checkType(given, option.type, here, written));
  }
  return found;
}

/** The entries of a table under the names they are read as: an older name loses its prefix unless the newer one stands there. */
export function renamedEntries(table: PyDictValue): Map<string, { value: PyValue; written: string }> {
  const found = new Map<string, { value: PyValue; written: string }>();
  for (const [key, { value }] of table.entries) {
    const name = Object.hasOwn(RENAMED_OPTIONS, key) ? (RENAMED_OPTIONS[key] as string) : key;
    if (name === key || (!table.entries.has(name) && !found.has(name))) found.set(name, { value, written: key });
  }
  return found;
}

function checkType(value: PyValue, type: OptionType, path: ConfigPath, written: string): SchemaProblem[] {
  if (type !== 'ints') return fits(value, type) ? [] : [problem(path, 'TypeInvalid', written)];
  if (value.type !== 'list') return [problem(path, 'SequenceTypeInvalid', written)];
  return value.items.flatMap((item, i) => (isInt(item) ? [] : [problem([...path, String(i)], 'TypeInvalid', written)]));
}

function fits(value: PyValue, type: Exclude<OptionType, 'ints'>): boolean {
  switch (type) {
    case 'bool':
    case 'str':
    case 'float':
      return value.type === type;
    case 'int':
      return isInt(value);
    default:
      return isInt(value) || (value.type === 'list' && value.items.length === 2 && value.items.every(isInt));
  }
}

const isInt = (value: PyValue): boolean => value.type === 'int' || value.type === 'bool';

function problem(path: ConfigPath, exception: SchemaProblem['exception'], written = path.at(-1) ?? ''): SchemaProblem {
  return { path, exception, written };
}
