import {
  createScanner,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
  type SyntaxKind,
} from 'jsonc-parser';
import { append } from '../../ground/append.ts';
import type { TextRange } from '../../ground/text.ts';
import { shallowText } from './deep-parts.ts';
import type { ConfigDocument, ConfigSyntaxError } from './parsed.ts';
import type { PyEntry, PyValue } from './python-value.ts';

// The package declares its token kinds as a const enum, which a module built file by file cannot name.
const STRING_TOKEN = 10 satisfies SyntaxKind.StringLiteral;
const UNKNOWN_TOKEN = 16 satisfies SyntaxKind.Unknown;
const END_TOKEN = 17 satisfies SyntaxKind.EOF;

/**
 * Reads JSON as Python's `json.load` does, with positions: no comments or trailing commas, `NaN` and `Infinity` allowed, of a repeated
 * key the last wins, `1.0` is a float. A byte-order mark is an error. Never throws.
 */
export function parseJsonConfig(text: string): ConfigDocument {
  const errors: ConfigSyntaxError[] = [];
  let readable = text;
  if (readable.startsWith('\uFEFF')) {
    errors.push({
      message: 'Byte-order mark at the start of the file',
      range: { start: 0, end: 1 },
      exception: 'JSONDecodeError',
    });
    readable = ` ${readable.slice(1)}`;
  }
  const shallow = shallowText(readable, 'json');
  readable = shallow.text;
  append(errors, shallow.errors);
  const special = specialNumbers(readable);
  for (const [start, literal] of special) {
    // Same length, so that every position stays; the value is put back when the number is read.
    readable = readable.slice(0, start) + '1'.repeat(literal.length) + readable.slice(start + literal.length);
  }
  const found: ParseError[] = [];
  const tree: Node | undefined = parseTree(readable, found, {
    disallowComments: true,
    allowTrailingComma: false,
    allowEmptyContent: false,
  });
  for (const error of found) errors.push(syntaxError(error, text.length));
  for (const range of controlCharactersInStrings(readable)) {
    errors.push({ message: 'Invalid control character', range, exception: 'JSONDecodeError' });
  }
  const repeated: { name: string; range: TextRange }[] = [];
  const root: PyValue = tree ? readNode(tree, readable, special, repeated) : { type: 'none', range: null };
  return { root, errors, repeated };
}

function syntaxError(error: ParseError, length: number): ConfigSyntaxError {
  const start = Math.min(error.offset, length);
  const end = Math.min(Math.max(error.offset + error.length, start), length);
  // `InvalidSymbol` → `Invalid symbol`
  const words = printParseErrorCode(error.error).replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return { message: words, range: { start, end }, exception: 'JSONDecodeError' };
}

/** `NaN`, `Infinity` and `-Infinity` outside strings, by where they start. */
function specialNumbers(text: string): Map<number, string> {
  const found = new Map<number, string>();
  const scanner = createScanner(text, false);
  let minusAt = -1;
  for (let kind = scanner.scan(); kind !== END_TOKEN; kind = scanner.scan()) {
    if (kind !== UNKNOWN_TOKEN) continue;
    const start = scanner.getTokenOffset();
    const token = text.slice(start, start + scanner.getTokenLength());
    if (token === '-') minusAt = start;
    else if (token === 'NaN') found.set(start, token);
    else if (token === 'Infinity') {
      if (minusAt === start - 1) found.set(minusAt, '-Infinity');
      else found.set(start, token);
    } else if (token === '-Infinity') found.set(start, token);
  }
  return found;
}

/** Python refuses raw control characters inside strings; the JSON parser only notices line ends. */
function controlCharactersInStrings(text: string): TextRange[] {
  const found: TextRange[] = [];
  const scanner = createScanner(text, false);
  for (let kind = scanner.scan(); kind !== END_TOKEN; kind = scanner.scan()) {
    if (kind !== STRING_TOKEN) continue;
    const start = scanner.getTokenOffset();
    const at = text.slice(start, start + scanner.getTokenLength()).search(/[\x00-\x1f]/);
    if (at >= 0) found.push({ start: start + at, end: start + at + 1 });
  }
  return found;
}

function readNode(
  node: Node,
  text: string,
  special: ReadonlyMap<number, string>,
  repeated: { name: string; range: TextRange }[],
): PyValue {
  const range: TextRange = { start: node.offset, end: node.offset + node.length };
  switch (node.type) {
    case 'object': {
      const entries = new Map<string, PyEntry>();
      for (const property of node.children ?? []) {
        const [key, value] = property.children ?? [];
        if (!key || !value) continue;
        const keyRange = { start: key.offset, end: key.offset + key.length };
        const name = String(key.value);
        const before = entries.get(name)?.keyRange;
        if (before) repeated.push({ name, range: before });
        entries.set(name, { value: readNode(value, text, special, repeated), keyRange });
      }
      return { type: 'dict', entries, range };
    }
    case 'array':
      return {
        type: 'list',
        items: (node.children ?? []).map((child) => readNode(child, text, special, repeated)),
        range,
      };
    case 'string':
      return { type: 'str', value: String(node.value), range };
    case 'boolean':
      return { type: 'bool', value: node.value === true, range };
    case 'number': {
      const literal = special.get(node.offset);
      if (literal) return { type: 'float', value: literal === 'NaN' ? Number.NaN : Number(literal), range };
      const written = text.slice(range.start, range.end);
      return { type: /[.eE]/.test(written) ? 'float' : 'int', value: Number(node.value), range };
    }
    default:
      return { type: 'none', range };
  }
}
