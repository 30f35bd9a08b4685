import type { SettingValue } from '../advice/facts.ts';
import type { Steps } from '../ground/steps.ts';
import { type Json, jsonSteps } from './json.ts';

/**
 * A value that a trainer wrote with Python's `str()`, as sd-scripts and musubi-tuner do with all of theirs: `None`, `True`, `1e-4`,
 * `(1024, 1024)`, `['a', 0.5]`. What is none of these stays the text it is.
 */
export function pythonValue(text: string): SettingValue {
  const written = text.trim();
  if (written === 'None') return null;
  if (written === 'True') return true;
  if (written === 'False') return false;
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(written) && Number.isFinite(Number(written)))
    return Number(written);
  if (/^[([].*[)\]]$/s.test(written) && written.length <= 10_000) return listOf(written) ?? text;
  return text;
}

/** A flat tuple or list; null where it is anything else. */
function listOf(written: string): SettingValue[] | null {
  const body = written.slice(1, -1).trim().replace(/,$/, '');
  if (body === '') return [];
  const items: SettingValue[] = [];
  for (const part of body.split(',')) {
    const item = part.trim();
    const quoted = /^'([^'\\]*)'$|^"([^"\\]*)"$/.exec(item);
    if (quoted) items.push(quoted[1] ?? quoted[2] ?? '');
    else if (/^[([{]/.test(item)) return null;
    else {
      const value = pythonValue(item);
      if (typeof value === 'string') return null;
      items.push(value);
    }
  }
  return items;
}

/** The number of a value that a trainer wrote; null where it is none. */
export function numberIn(text: string | undefined): number | null {
  const value = text === undefined ? null : pythonValue(text);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A number of things or times, above 0; null where none is written. */
export function countIn(text: string | undefined): number | null {
  const value = numberIn(text);
  return value !== null && value > 0 && value <= Number.MAX_SAFE_INTEGER ? value : null;
}

/** A text of the metadata that holds JSON; undefined where it holds none. Never throws. */
export function* jsonIn(text: string | undefined): Steps<Json | undefined> {
  return text === undefined ? undefined : (yield* jsonSteps(text)).value;
}
