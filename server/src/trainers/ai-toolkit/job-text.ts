import { parseJsonConfig } from '../documents/json-document.ts';
import type { ConfigDocument } from '../documents/parsed.ts';
import type { PyDictValue, PyEntry, PyValue } from '../documents/python-value.ts';
import { parseYamlConfig } from '../documents/yaml-document.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';

/** The formats of a job, by the ending of its name in lower case; null: refused. */
export function jobFormat(name: string): 'yaml' | 'json' | null {
  if (/\.ya?ml$/.test(name)) return 'yaml';
  return /\.jsonc?$/.test(name) ? 'json' : null;
}

/** Where `${NAME}` stands, comments included. */
const VARIABLE = /\$\{([^}]+)\}/g;

/** The variables of the environment a job asks for. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map((match) => match[1] as string))];
}

/** The text with the values of the environment; a variable that is not set stops the trainer (ai-toolkit toolkit/config.py). */
export function withEnvironment(text: string, environment: ReadonlyMap<string, string>): Outcome<string> {
  const missing = variablesOf(text).find((name) => !environment.has(name));
  if (missing !== undefined) return stops('ValueError', `Environment variable ${missing} not found`);
  return answer(text.replace(VARIABLE, (_, name: string) => environment.get(name) ?? ''));
}

/** Reads a job with positions; JSON is strict, `.jsonc` too. */
export function parseJob(text: string, format: 'yaml' | 'json'): ConfigDocument {
  return format === 'yaml' ? parseYamlConfig(text) : parseJsonConfig(text);
}

/**
 * The job as its processes get it: written as JSON and read again, with `[name]` in every text replaced by the name of the job. A date
 * or set has no form in JSON; a quotation mark or backslash in the name breaks the text it is put into.
 */
export function withName(root: PyDictValue, name: PyValue): Outcome<PyDictValue> {
  const odd = findDate(root);
  if (odd) return stops('TypeError', 'a value that JSON does not know');
  if (name.type !== 'str') return stops('TypeError', 'config.name is no text');
  const filled = fill(root, name.value);
  return filled.error ? filled : answer(filled.value as PyDictValue);
}

/** @param seen lists and tables that hold none, so that what aliases share is looked through once */
function findDate(value: PyValue, seen = new Set<unknown>()): boolean {
  if (value.type !== 'list' && value.type !== 'dict') return value.type === 'date';
  const shared = value.type === 'list' ? value.items : value.entries;
  if (seen.has(shared)) return false;
  seen.add(shared);
  const inside = value.type === 'list' ? value.items : [...value.entries.values()].map((entry) => entry.value);
  return inside.some((item) => findDate(item, seen));
}

/** @param known what lists and tables became, so that aliases go on sharing them */
function fill(value: PyValue, name: string, known = new Map<unknown, Outcome<PyValue>>()): Outcome<PyValue> {
  if (value.type === 'str') {
    const text = fillText(value.value, name);
    return text.error ? text : answer({ ...value, value: text.value });
  }
  if (value.type !== 'list' && value.type !== 'dict') return answer(value);
  const shared = value.type === 'list' ? value.items : value.entries;
  const before = known.get(shared);
  if (before) return before.error ? before : answer({ ...before.value, range: value.range });
  const filled = fillInside(value, name, known);
  known.set(shared, filled);
  return filled;
}

function fillInside(
  value: Extract<PyValue, { type: 'list' | 'dict' }>,
  name: string,
  known: Map<unknown, Outcome<PyValue>>,
): Outcome<PyValue> {
  if (value.type === 'list') {
    const items: PyValue[] = [];
    for (const item of value.items) {
      const filled = fill(item, name, known);
      if (filled.error) return filled;
      items.push(filled.value);
    }
    return answer({ ...value, items });
  }
  const entries = new Map<string, PyEntry>();
  for (const [key, entry] of value.entries) {
    const filled = fill(entry.value, name, known);
    if (filled.error) return filled;
    const text = fillText(key, name);
    if (text.error) return text;
    entries.set(text.value, { ...entry, value: filled.value });
  }
  return answer({ ...value, entries });
}

function fillText(text: string, name: string): Outcome<string> {
  if (!text.includes('[name]')) return answer(text);
  const { root, errors } = parseJsonConfig(JSON.stringify(text).replaceAll('[name]', () => name));
  return errors.length > 0 || root.type !== 'str' ? stops('JSONDecodeError', name) : answer(root.value);
}

/** `key in value` of Python; a number or None cannot be asked. */
export function holdsKey(value: PyValue, key: string): Outcome<boolean> {
  switch (value.type) {
    case 'dict':
      return answer(value.entries.has(key));
    case 'str':
      return answer(value.value.includes(key));
    case 'list':
      return answer(value.items.some((item) => item.type === 'str' && item.value === key));
    default:
      return stops('TypeError', `${key} cannot be looked for`);
  }
}
