import { parseJsonConfig } from '../documents/json-document.ts';
import { type Plain, type PyDictValue, type PyValue, toPlain } from '../documents/python-value.ts';
import { fileLines } from '../python/python-file.ts';
import { pythonInt } from '../python/python-text.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';

/** What one line names. A fault of a line shows when it is cached, not when the file is loaded. */
export interface JsonlItem {
  /** As written, from the trainer's working directory; null where an image line has none. */
  readonly path: string | null;
  /** Neither trimmed nor checked: whatever JSON stands there. */
  readonly caption: Plain;
  readonly error: string | null;
  /** Renumbered from 0, in the trainer's order. */
  readonly controls: ReadonlyMap<string, Plain>;
}

export interface JsonlFile {
  readonly items: readonly JsonlItem[];
  readonly hasControl: boolean;
}

/**
 * Reads a list of images, one JSON object a line (musubi-tuner dataset/datasources.py). A blank line, a comment or a byte-order mark
 * stops it.
 * @param controlCount control images every line must have as soon as one has any; null: any number from one
 */
export function readImageJsonl(text: string, controlCount: number | null): Outcome<JsonlFile> {
  const lines = objects(text, ['NoneType', 'int', 'float', 'bool'], 'AttributeError');
  if (lines.error) return lines;
  const rows: Map<string, PyValue>[] = [];
  for (const line of lines.value) {
    if (line.type !== 'dict') return stops('AttributeError', 'a line must be an object');
    const row = numbered(line);
    if (row === null) return stops('ValueError', 'control_path_ needs a number behind it');
    rows.push(row);
  }
  const hasControl = rows.some((row) => row.has('control_path_0'));
  if (hasControl) {
    const lacking = rows.filter((row) => !has(row, 'control_path_', controlCount ?? 1));
    if (lacking.some((row) => !row.has('image_path'))) return stops('KeyError', 'image_path');
    if (lacking.length > 0) return stops('ValueError', 'control images are missing');
  }
  return answer({ items: rows.map(imageItem), hasControl });
}

/** Reads a list of videos; see {@link readImageJsonl}. A video has one control at most. */
export function readVideoJsonl(text: string): Outcome<JsonlFile> {
  const lines = objects(text, ['NoneType', 'int', 'float', 'bool'], null);
  if (lines.error) return lines;
  const holds = (line: PyValue): boolean =>
    line.type === 'dict'
      ? line.entries.has('control_path')
      : line.type === 'str'
        ? line.value.includes('control_path')
        : line.type === 'list' && line.items.some((item) => item.type === 'str' && item.value === 'control_path');
  const hasControl = lines.value.some(holds);
  if (hasControl) {
    for (const line of lines.value) {
      if (holds(line)) continue;
      if (line.type !== 'dict') return stops('TypeError', 'a line must be an object');
      if (!line.entries.has('video_path')) return stops('KeyError', 'video_path');
    }
    if (!lines.value.every(holds)) return stops('ValueError', 'control videos are missing');
  }
  return answer({ items: lines.value.map(videoItem), hasControl });
}

/** The values of all lines; `refused` are types the trainer cannot ask for a key at all. */
function objects(text: string, refused: readonly string[], other: string | null): Outcome<PyValue[]> {
  const values: PyValue[] = [];
  for (const line of fileLines(text)) {
    const { root, errors } = parseJsonConfig(line);
    if (errors.length > 0) return stops('JSONDecodeError', errors[0]?.message ?? '');
    const type = root.type === 'none' ? 'NoneType' : root.type;
    if (refused.includes(type)) return stops('TypeError', 'a line must be an object');
    if (other !== null && root.type !== 'dict') return stops(other, 'a line must be an object');
    values.push(root);
  }
  return answer(values);
}

/** A line with `control_path` and `control_path_N` as `control_path_0` and so on; null for a suffix that is no number. */
function numbered(line: PyDictValue): Map<string, PyValue> | null {
  const row = new Map([...line.entries].map(([key, { value }]) => [key, value]));
  const single = row.get('control_path');
  if (single) {
    row.delete('control_path');
    row.set('control_path_0', single);
  }
  const keys = [...row.keys()].filter((key) => key.startsWith('control_path_'));
  const numbers = new Map(keys.map((key) => [key, pythonInt(key.slice(key.lastIndexOf('_') + 1))]));
  if ([...numbers.values()].includes(null)) return null;
  keys.sort((a, b) => Number(numbers.get(a)) - Number(numbers.get(b)));
  for (const [i, key] of keys.entries()) {
    const name = `control_path_${i}`;
    const value = row.get(key);
    if (key === name || value === undefined) continue;
    row.delete(key);
    row.set(name, value);
  }
  return row;
}

function has(row: ReadonlyMap<string, PyValue>, prefix: string, count: number): boolean {
  return Array.from({ length: count }, (_, i) => row.has(`${prefix}${i}`)).every(Boolean);
}

const nothing = { path: null, caption: null, controls: new Map<string, Plain>() };

function imageItem(row: ReadonlyMap<string, PyValue>): JsonlItem {
  const controls = new Map(
    [...row].flatMap(([key, value]) => (key.startsWith('control_path_') ? [[key, toPlain(value)] as const] : [])),
  );
  const caption = row.get('caption');
  if (!caption) return { ...nothing, controls, error: 'KeyError' };
  const path = row.get('image_path') ?? row.get('image_path_0');
  return { path: path?.type === 'str' ? path.value : null, caption: toPlain(caption), error: null, controls };
}

function videoItem(line: PyValue): JsonlItem {
  if (line.type !== 'dict') return { ...nothing, error: 'TypeError' };
  const path = line.entries.get('video_path')?.value;
  const caption = line.entries.get('caption')?.value;
  if (!path || !caption) return { ...nothing, error: 'KeyError' };
  const control = line.entries.get('control_path')?.value;
  return {
    path: path.type === 'str' ? path.value : null,
    caption: toPlain(caption),
    error: null,
    controls: new Map(control ? [['control_path', toPlain(control)]] : []),
  };
}
