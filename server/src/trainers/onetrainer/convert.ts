import { type Plain, type PyValue, toPlain } from '../documents/python-value.ts';
import { pythonInt, pythonStrip } from '../python/python-text.ts';
import type { ConfigOption } from './concept-options.ts';

/** A value that could not be set; the trainer prints a line and keeps the default. */
export const REFUSED = Symbol('refused');

/** A value as OneTrainer takes it over (modules/util/config/BaseConfig.py). */
export function convert(value: PyValue, option: ConfigOption): Plain | typeof REFUSED {
  if (value.type === 'none' && option.nullable) return null;
  switch (option.type) {
    case 'text':
      return pythonStr(value);
    case 'int':
      return asInt(value);
    case 'float':
      return asFloat(value);
    case 'choice':
      return value.type === 'str' && !option.values?.includes(value.value) ? REFUSED : toPlain(value);
    default:
      return toPlain(value);
  }
}

/** Python's `int(value)`. */
function asInt(value: PyValue): number | typeof REFUSED {
  switch (value.type) {
    case 'int':
    case 'bool':
      return Number(value.value);
    case 'float':
      return Number.isFinite(value.value) ? Math.trunc(value.value) : REFUSED;
    case 'str':
      return pythonInt(value.value) ?? REFUSED;
    default:
      return REFUSED;
  }
}

/** Python's `float(value)`. */
function asFloat(value: PyValue): number | typeof REFUSED {
  if (value.type === 'int' || value.type === 'float' || value.type === 'bool') return Number(value.value);
  if (value.type !== 'str') return REFUSED;
  const written = pythonStrip(value.value).replaceAll(/(?<=\d)_(?=\d)/g, '');
  if (/^[-+]?(?:inf|infinity)$/i.test(written)) return written.startsWith('-') ? -Infinity : Infinity;
  if (/^[-+]?nan$/i.test(written)) return Number.NaN;
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(written) ? Number(written) : REFUSED;
}

/** Python's `str(value)`. */
export function pythonStr(value: PyValue): string {
  return value.type === 'str' ? value.value : pythonRepr(value);
}

function pythonRepr(value: PyValue): string {
  switch (value.type) {
    case 'none':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return String(value.value);
    case 'float':
      return floatText(value.value);
    case 'list':
      return `[${value.items.map(pythonRepr).join(', ')}]`;
    case 'dict':
      return `{${[...value.entries].map(([key, entry]) => `${quoted(key)}: ${pythonRepr(entry.value)}`).join(', ')}}`;
    default:
      return quoted(value.value);
  }
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const text = String(value);
  return /[.e]/.test(text) ? text.replace(/e([-+])(\d)$/, 'e$10$2') : `${text}.0`;
}

function quoted(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inner = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll(mark, `\\${mark}`);
  return mark + inner + mark;
}
