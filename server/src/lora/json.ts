import { finish, type Steps } from '../ground/steps.ts';

/** A JSON value; objects are maps, so that no key means anything to the program. */
export type Json = null | boolean | number | string | Json[] | JsonMap;
export interface JsonMap extends ReadonlyMap<string, Json> {}

/** What was read, and what was odd about it. */
export interface ReadJson {
  /** Undefined where the text is no JSON. */
  readonly value: Json | undefined;
  /** Why it could not be read; null when it could. `at` is a UTF-16 offset. */
  readonly fault: { readonly what: JsonFault; readonly at: number } | null;
  /** Keys that stand twice in one object, each once; the last one counts, as in Python. */
  readonly repeated: readonly string[];
  /** Numbers that are none: `NaN`, `Infinity`, written by Python. They are read as null. */
  readonly notNumbers: number;
}

export type JsonFault = 'syntax' | 'too deep' | 'too many values';

export interface JsonLimits {
  /** Objects and lists inside each other. */
  readonly depth: number;
  /** Values in all. */
  readonly values: number;
}

/** Far above what trainers write, far below what hurts. */
export const usualLimits: JsonLimits = { depth: 64, values: 400_000 };

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const plainString = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const word = /true|false|null|NaN|-?Infinity/y;

/** Repeated keys that are named. */
const namedKeys = 20;

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

interface Open {
  readonly into: Map<string, Json> | Json[];
  /** Of an object: the key whose value is read next. */
  key: string;
}

/**
 * Reads JSON as Python's `json.loads` takes it, without recursion: how deep a text nests and how many values it holds is limited, whatever
 * it says. Never throws.
 */
export const readJson = (text: string, limits: JsonLimits = usualLimits): ReadJson => finish(jsonSteps(text, limits));

/** Values between two steps. */
const together = 512;

/** {@link readJson} in steps: a header may hold hundreds of thousands of values. */
export function* jsonSteps(text: string, limits: JsonLimits = usualLimits): Steps<ReadJson> {
  const open: Open[] = [];
  const repeated = new Set<string>();
  let notNumbers = 0;
  let values = 0;
  let at = 0;
  let root: Json | undefined;
  const failed = (what: JsonFault): ReadJson => ({
    value: undefined,
    fault: { what, at: Math.min(at, text.length) },
    repeated: [...repeated],
    notNumbers,
  });
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return null;
    const from = at;
    at = pattern.lastIndex;
    return text.slice(from, at);
  };
  const skip = (): string => {
    while (isSpace(text.charCodeAt(at))) at++;
    return text.charAt(at);
  };
  /** Puts a whole value where it belongs; the root ends the text. */
  const put = (value: Json): void => {
    const parent = open.at(-1);
    if (!parent) root = value;
    else if (Array.isArray(parent.into)) parent.into.push(value);
    else {
      if (parent.into.has(parent.key) && repeated.size < namedKeys) repeated.add(parent.key);
      parent.into.set(parent.key, value);
    }
  };
  /** Reads `"key":` of an object. */
  const readKey = (): boolean => {
    skip();
    const written = take(plainString);
    if (written === null || skip() !== ':') return false;
    at++;
    (open.at(-1) as Open).key = unquoted(written);
    return true;
  };

  let wantsValue = true;
  while (wantsValue || open.length > 0) {
    const next = skip();
    if (wantsValue) {
      if (++values > limits.values) return failed('too many values');
      if (values % together === 0) yield;
      wantsValue = false;
      if (next === '{' || next === '[') {
        if (open.length >= limits.depth) return failed('too deep');
        at++;
        open.push({ into: next === '{' ? new Map() : [], key: '' });
        if (skip() === (next === '{' ? '}' : ']')) continue;
        if (next === '{' && !readKey()) return failed('syntax');
        wantsValue = true;
        continue;
      }
      const scalar = readScalar(next, take);
      if (scalar === undefined) return failed('syntax');
      if (typeof scalar === 'number' && !Number.isFinite(scalar)) notNumbers++;
      put(typeof scalar === 'number' && !Number.isFinite(scalar) ? null : scalar);
      continue;
    }
    // A value inside of something just ended.
    const inside = open.at(-1) as Open;
    const isList = Array.isArray(inside.into);
    if (next === (isList ? ']' : '}')) {
      at++;
      open.pop();
      put(inside.into);
    } else if (next === ',') {
      at++;
      if (!isList && !readKey()) return failed('syntax');
      wantsValue = true;
    } else return failed('syntax');
  }
  skip();
  return at < text.length
    ? failed('syntax')
    : { value: root as Json, fault: null, repeated: [...repeated], notNumbers };
}

function readScalar(next: string, take: (pattern: RegExp) => string | null): Json | undefined {
  if (next === '"') {
    const written = take(plainString);
    return written === null ? undefined : unquoted(written);
  }
  const named = take(word);
  if (named !== null) return named === 'true' ? true : named === 'false' ? false : named === 'null' ? null : Number.NaN;
  const written = take(number);
  return written === null ? undefined : Number(written);
}

const unquoted = (written: string): string =>
  written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1);

export const isMap = (value: Json | undefined): value is JsonMap => value instanceof Map;

export const asMap = (value: Json | undefined): JsonMap => (isMap(value) ? value : emptyMap);
const emptyMap: JsonMap = new Map();

export const asList = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

export const asText = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

/** A number that counts something, or null. */
export const asNumber = (value: Json | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/** A whole number of 0 or more, or null. */
export const asCount = (value: Json | undefined): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
