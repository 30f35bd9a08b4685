import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  parseDocument,
  Scalar,
  type YAMLMap,
} from 'yaml';
import { append } from '../../ground/append.ts';
import type { TextRange } from '../../ground/text.ts';
import { shallowText } from './deep-parts.ts';
import type { ConfigDocument, ConfigSyntaxError } from './parsed.ts';
import type { PyDictValue, PyEntry, PyValue } from './python-value.ts';
import { plainScalar } from './yaml-scalar.ts';

/**
 * Reads YAML 1.1 as PyYAML's SafeLoader does, with positions: `yes` is true, `0512` is octal, `1:30` is ninety, a repeated key takes its
 * last value, `<<` merges. A byte-order mark is allowed. Never throws.
 */
export function parseYamlConfig(text: string): ConfigDocument {
  const errors: ConfigSyntaxError[] = [];
  const odd = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
  if (odd) {
    const range = { start: odd.index, end: odd.index + odd[0].length };
    errors.push({ message: 'Special characters are not allowed', range, exception: 'ReaderError' });
  }
  const shallow = shallowText(text, 'yaml');
  append(errors, shallow.errors);
  const document = parseDocument(shallow.text, {
    version: '1.1',
    schema: 'failsafe',
    uniqueKeys: false,
    merge: false,
    strict: true,
    prettyErrors: false,
    keepSourceTokens: false,
  });
  // A tab as indentation shifts all that follows: what else is said of it is said of the tab.
  const tabs = document.errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  for (const error of tabs.length > 0 ? tabs.slice(0, 1) : document.errors) errors.push(syntaxError(error, text));
  if (errors.length === 0 && text.includes('\t')) append(errors, strayTab(text));
  const reader = new Reader(text, errors);
  const root = document.contents ? reader.read(document.contents as Node) : none(null);
  return { root, errors, repeated: reader.repeated };
}

/** Marks that the lexer puts before what follows; they stand for no text. */
const MARKS = /^[\u0002\u0018\u001f]/;

/**
 * The first tab outside of quoted texts, blocks of text and comments: PyYAML takes blanks alone between its tokens, and ends a plain text at a
 * tab.
 */
function strayTab(text: string): ConfigSyntaxError[] {
  let at = 0;
  let isBlock = false;
  for (const token of new Lexer().lex(text)) {
    if (MARKS.test(token)) continue;
    const start = at;
    at += token.length;
    const isText: boolean = /^["'#]/.test(token) || (isBlock && /[^\s]/.test(token));
    isBlock = /^[|>][-+\d]*$/.test(token) || (isBlock && !isText);
    const tab = isText ? -1 : token.indexOf('\t');
    if (tab < 0) continue;
    const range = { start: start + tab, end: start + tab + 1 };
    return [{ message: "Found character '\\t' that cannot start any token", range, exception: 'ScannerError' }];
  }
  return [];
}

const none = (range: TextRange | null): PyValue => ({ type: 'none', range });

/** PyYAML's class for an error of the parser: what it cannot cut into tokens, and what it cannot make sense of. */
function syntaxError(error: { code: string; message: string; pos: [number, number] }, text: string): ConfigSyntaxError {
  const [start, end] = error.pos;
  const at = Math.min(start, text.length);
  const range = { start: at, end: Math.max(at, Math.min(end, text.length)) };
  return { message: error.message, range, exception: exceptionOf(error.code, error.message) };
}

function exceptionOf(code: string, message: string): ConfigSyntaxError['exception'] {
  if (/alias/i.test(message) && code !== 'UNEXPECTED_TOKEN') return 'ComposerError';
  if (code === 'MULTIPLE_DOCS') return 'ComposerError';
  const scanned = [
    ...['BAD_SCALAR_START', 'BAD_DQ_ESCAPE', 'TAB_AS_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY'],
    ...['BLOCK_IN_FLOW', 'KEY_OVER_1024_CHARS'],
  ];
  if (scanned.includes(code)) return 'ScannerError';
  if (code === 'MISSING_CHAR' && /quote/.test(message)) return 'ScannerError';
  if (code === 'UNEXPECTED_TOKEN' && /block-seq|sequence/.test(message)) return 'ScannerError';
  if (code === 'IMPOSSIBLE' && /implicit key/.test(message)) return 'ScannerError';
  return 'ParserError';
}

class Reader {
  /** Keys that stand in their table again, further down. */
  readonly repeated: { name: string; range: TextRange }[] = [];
  readonly #text: string;
  readonly #errors: ConfigSyntaxError[];
  /** What each name stands for where the reader is; nothing while its own node is read. */
  readonly #anchors = new Map<string, PyValue>();

  constructor(text: string, errors: ConfigSyntaxError[]) {
    this.#text = text;
    this.#errors = errors;
  }

  read(node: Node): PyValue {
    const range = rangeOf(node);
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (target) return { ...target, range };
      this.#fail('Found undefined alias', range, 'ComposerError');
      return none(range);
    }
    const anchor = isCollection(node) || isScalar(node) ? node.anchor : undefined;
    if (anchor === undefined) return this.#plain(node, range);
    this.#anchors.set(anchor, none(range));
    const value = this.#plain(node, range);
    this.#anchors.set(anchor, value);
    return value;
  }

  #plain(node: Node, range: TextRange | null): PyValue {
    if (isMap(node)) return this.#tagged(node, this.#map(node), 'map');
    if (isSeq(node)) {
      const items = node.items.map((item) => this.read((isPair(item) ? item.value : item) as Node));
      return this.#tagged(node, { type: 'list', items, range }, 'seq');
    }
    return isScalar(node) ? this.#scalar(node, range) : none(range);
  }

  #map(node: YAMLMap): PyDictValue {
    const entries = new Map<string, PyEntry>();
    const merged: PyDictValue[] = [];
    for (const { key, value } of node.items) {
      const keyNode = key as Node;
      const entry = { value: this.#valueOf(value as Node | null, keyNode), keyRange: rangeOf(keyNode) };
      if (isScalar(keyNode) && keyNode.type === Scalar.PLAIN && keyNode.value === '<<') {
        const sources = entry.value.type === 'list' ? entry.value.items : [entry.value];
        for (const source of sources)
          if (source.type === 'dict') merged.push(source);
          else this.#fail('Expected a mapping for merging', entry.keyRange, 'ConstructorError');
        continue;
      }
      const read = this.read(keyNode);
      if (read.type === 'list' || read.type === 'dict')
        this.#fail('Found unhashable key', entry.keyRange, 'ConstructorError');
      else {
        const name = keyText(read);
        const before = entries.get(name)?.keyRange;
        if (before) this.repeated.push({ name, range: before });
        entries.set(name, entry);
      }
    }
    if (merged.length === 0) return { type: 'dict', entries, range: rangeOf(node) };
    // What is merged stands in front; of several sources the first wins, and own keys win over all.
    const all = new Map<string, PyEntry>();
    for (const source of [...merged].reverse()) for (const [key, entry] of source.entries) all.set(key, entry);
    for (const [key, entry] of entries) all.set(key, entry);
    return { type: 'dict', entries: all, range: rangeOf(node) };
  }

  #valueOf(value: Node | null, key: Node): PyValue {
    if (value) return this.read(value);
    const end = rangeOf(key)?.end ?? 0;
    return none({ start: end, end });
  }

  #scalar(node: Scalar, range: TextRange | null): PyValue {
    const text = String(node.value ?? '');
    const tag = node.tag;
    if (tag === undefined || tag === 'tag:yaml.org,2002:str' || tag === '!')
      return node.type === Scalar.PLAIN && tag === undefined
        ? plainScalar(text, range)
        : { type: 'str', value: text, range };
    switch (tag) {
      case 'tag:yaml.org,2002:null':
        return none(range);
      case 'tag:yaml.org,2002:bool':
      case 'tag:yaml.org,2002:int':
      case 'tag:yaml.org,2002:float':
        return plainScalar(text, range);
      case 'tag:yaml.org,2002:binary':
        return { type: 'date', value: text, range };
      default:
        this.#fail(`Could not determine a constructor for the tag ${tag}`, range, 'ConstructorError');
        return { type: 'str', value: text, range };
    }
  }

  /** Sets and ordered maps are values JSON has no form for; any other tag cannot be built. */
  #tagged(node: Node & { tag?: string }, value: PyValue, usual: string): PyValue {
    const { tag } = node;
    if (tag === undefined || tag === `tag:yaml.org,2002:${usual}`) return value;
    if (['set', 'omap', 'pairs'].some((name) => tag === `tag:yaml.org,2002:${name}`))
      return { type: 'date', value: tag, range: value.range };
    this.#fail(`Could not determine a constructor for the tag ${tag}`, value.range, 'ConstructorError');
    return value;
  }

  #fail(message: string, range: TextRange | null, exception: ConfigSyntaxError['exception']): void {
    this.#errors.push({ message, range: range ?? { start: 0, end: this.#text.length }, exception });
  }
}

function rangeOf(node: Node): TextRange | null {
  return node.range ? { start: node.range[0], end: node.range[1] } : null;
}

/** A key as JSON writes it: everything but texts in its own spelling. */
function keyText(key: PyValue): string {
  if (key.type === 'none') return 'null';
  return key.type === 'list' || key.type === 'dict' ? '' : String(key.value);
}
