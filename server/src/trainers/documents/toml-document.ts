import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { append } from '../../ground/append.ts';
import { lineAround, type TextRange } from '../../ground/text.ts';
import { shallowText } from './deep-parts.ts';
import type { ConfigDocument, ConfigSyntaxError } from './parsed.ts';
import type { PyDictValue, PyEntry, PyValue } from './python-value.ts';
import { UnicodeKeys } from './toml-keys.ts';

/** Repairs of one document before the rest is given up: a file that is not TOML at all has an error on every line. */
const MAX_ERRORS = 20;

/**
 * Reads TOML as the trainer's `toml` 0.10.2 does, with positions. That package is older than TOML 1.0 and differs: a byte-order mark
 * is an error, an array may only hold one type, a lone carriage return ends a line.
 * Each line with an error is left out and the rest read again, so that one fault does not hide the others. Never throws.
 */
export function parseTomlConfig(text: string): ConfigDocument {
  const errors: ConfigSyntaxError[] = [];
  const report: Report = (message, range, exception = 'TomlDecodeError') => errors.push({ message, range, exception });

  let readable = text.replace(/\r(?!\n)/g, '\n');
  let markedKey = false;
  if (readable.startsWith('\uFEFF')) {
    // Before a key the mark silently becomes part of its name; before anything else it is an error.
    markedKey = /^[\w-]/.test(readable.slice(1));
    if (!markedKey) report('Byte-order mark at the start of the file', { start: 0, end: 1 });
    readable = ` ${readable.slice(1)}`;
  }
  const shallow = shallowText(readable, 'toml');
  readable = shallow.text;
  append(errors, shallow.errors);
  const keys = new UnicodeKeys(text);
  let root: PyDictValue = emptyDict(null);
  while (errors.length <= MAX_ERRORS) {
    try {
      root = readProgram(parseTOML(readable, { tomlVersion: '1.0' }), { text: readable, report });
      break;
    } catch (error) {
      const at = error instanceof ParseError ? Math.min(Math.max(error.index, 0), readable.length) : 0;
      const message = error instanceof Error ? error.message : String(error);
      const line = faultyLine(readable, at);
      const named = error instanceof ParseError ? keys.replaceIn(readable, line) : null;
      if (named !== null) {
        readable = named;
        continue;
      }
      const range = { start: Math.max(line.start, Math.min(at, line.end)), end: line.end };
      report(message, range, exceptionOf(readable, line));
      if (line.end === line.start || !(error instanceof ParseError)) break;
      readable = readable.slice(0, line.start) + ' '.repeat(line.end - line.start) + readable.slice(line.end);
    }
  }
  root = keys.restore(root);
  return { root: markedKey ? withMarkedKey(root) : root, errors };
}

/** The root with the byte-order mark in front of its first key. */
function withMarkedKey(root: PyDictValue): PyDictValue {
  const entries = [...root.entries].map(([key, entry], i) => [i === 0 ? `\uFEFF${key}` : key, entry] as const);
  return { ...root, entries: new Map(entries) };
}

/** The line to blame for a fault: the one the parser gave up in, or an earlier one that lacks its value. */
function faultyLine(text: string, offset: number): TextRange {
  const before = text.slice(0, offset).trimEnd();
  let at = before.endsWith('=') ? before.length : offset;
  for (;;) {
    const { start } = lineAround(text, at);
    const { end } = lineAround(text, start);
    if (text.slice(start, end).trim() !== '' || start === 0) return { start, end };
    at = start - 1;
  }
}

type Report = (message: string, range: TextRange, exception?: ConfigSyntaxError['exception']) => void;

/** The text that is read, and where its faults go. */
interface Source {
  readonly text: string;
  readonly report: Report;
}

const rangeOf = (node: AST.TOMLNode): TextRange => ({ start: node.range[0], end: node.range[1] });
const emptyDict = (range: TextRange | null): PyDictValue => ({ type: 'dict', entries: new Map(), range });

/**
 * The exception `toml` 0.10.2 leaves a faulty line with. A header that takes up a name with another kind of value is not refused in
 * words: `[[x]]` appends to what is no list, `[x.y]` looks into what is no table, and Python's own error comes out.
 */
function exceptionOf(text: string, line: TextRange): ConfigSyntaxError['exception'] {
  const header = /^[ \t]*(\[\[?)([^[\]]+)\]/.exec(text.slice(line.start, line.end));
  if (!header) return 'TomlDecodeError';
  let before: AST.TOMLProgram;
  let path: string[];
  try {
    before = parseTOML(text.slice(0, line.start), { tomlVersion: '1.0' });
    const [only] = parseTOML(`[${header[2]}]`, { tomlVersion: '1.0' }).body[0].body;
    path = only.key.keys.map(nameOf);
  } catch {
    return 'TomlDecodeError';
  }
  let found: PyValue | undefined = readProgram(before, { text, report: () => {} });
  for (const name of path) {
    if (found?.type === 'list') found = found.items.at(-1);
    if (found && found.type !== 'dict') return 'TypeError';
    found = found?.entries.get(name)?.value;
  }
  if (!found || header[1] === '[') return 'TomlDecodeError';
  const named = before.body[0].body.some((node) => node.key.keys.map(nameOf).join('\n') === path.join('\n'));
  const isTable = found.type === 'dict' && !named;
  return isTable ? 'TomlDecodeError' : 'AttributeError';
}

function readProgram(program: AST.TOMLProgram, source: Source): PyDictValue {
  const root = emptyDict({ start: 0, end: program.range[1] });
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLKeyValue') assign(root, node, source);
    else {
      const table = openTable(root, node);
      for (const pair of node.body) assign(table, pair, source);
    }
  }
  return root;
}

/** The dictionary a `[table]` or `[[table]]` header opens. The parser has refused headers that contradict each other. */
function openTable(root: PyDictValue, node: AST.TOMLTable): PyDictValue {
  let dict = root;
  node.key.keys.forEach((key, i) => {
    const last = i === node.key.keys.length - 1;
    dict = last && node.kind === 'array' ? appendTable(dict, key, node) : enter(dict, key, last ? node : null);
  });
  return dict;
}

type KeyPart = AST.TOMLBare | AST.TOMLQuoted;
const nameOf = (key: KeyPart): string => (key.type === 'TOMLBare' ? key.name : key.value);

/** The dictionary under a key, made when missing; of a list of tables the last one. */
function enter(dict: PyDictValue, key: KeyPart, table: AST.TOMLTable | null): PyDictValue {
  const found = dict.entries.get(nameOf(key))?.value;
  if (found?.type === 'dict') return found;
  if (found?.type === 'list') {
    const last = found.items.at(-1);
    if (last?.type === 'dict') return last;
  }
  const made = emptyDict(table ? rangeOf(table) : rangeOf(key));
  dict.entries.set(nameOf(key), { value: made, keyRange: rangeOf(key) });
  return made;
}

function appendTable(dict: PyDictValue, key: KeyPart, node: AST.TOMLTable): PyDictValue {
  const made = emptyDict(rangeOf(node.key));
  const found = dict.entries.get(nameOf(key));
  const items = found?.value.type === 'list' ? [...found.value.items, made] : [made];
  const keyRange = found?.keyRange ?? rangeOf(key);
  dict.entries.set(nameOf(key), { value: { type: 'list', items, range: rangeOf(node.key) }, keyRange });
  return made;
}

function assign(dict: PyDictValue, pair: AST.TOMLKeyValue, source: Source): void {
  const keys = pair.key.keys;
  let target = dict;
  for (const key of keys.slice(0, -1)) target = enter(target, key, null);
  const last = keys.at(-1);
  if (!last) return;
  const entry: PyEntry = { value: readValue(pair.value, source), keyRange: rangeOf(last) };
  target.entries.set(nameOf(last), entry);
}

function readValue(node: AST.TOMLContentNode, source: Source): PyValue {
  const range = rangeOf(node);
  if (node.type === 'TOMLInlineTable') {
    const dict = emptyDict(range);
    for (const pair of node.body) assign(dict, pair, source);
    return dict;
  }
  if (node.type === 'TOMLArray') {
    const items = node.elements.map((element) => readValue(element, source));
    if (new Set(items.map(arrayType)).size > 1) {
      source.report('An array may hold values of one type only (2 and 2.0 are different types)', range);
    }
    return { type: 'list', items, range };
  }
  switch (node.kind) {
    case 'string':
      return { type: 'str', value: node.value, range };
    case 'integer':
      checkNumber(node, source);
      return { type: 'int', value: Number(node.bigint), range };
    case 'float':
      checkNumber(node, source);
      return { type: 'float', value: node.value, range };
    case 'boolean':
      return { type: 'bool', value: node.value, range };
    default:
      return { type: 'date', value: node.datetime, range };
  }
}

/** Numbers TOML allows and `toml` 0.10.2 does not: `0e0`, and `0x1F` without a space after the equals sign. */
function checkNumber(node: AST.TOMLNumberValue, source: Source): void {
  const tight = source.text[node.range[0] - 1] === '=';
  if (/^0e/i.test(node.number) || (tight && /^0[xob]/.test(node.number))) {
    source.report('The trainer does not read this number', rangeOf(node));
  }
}

/** What `toml` 0.10.2 compares: times and dates are two types to it. */
function arrayType(value: PyValue): string {
  return value.type === 'date' && /^\d\d:/.test(value.value) ? 'time' : value.type;
}
