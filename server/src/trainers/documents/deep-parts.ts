import { append } from '../../ground/append.ts';
import type { TextRange } from '../../ground/text.ts';
import type { ConfigSyntaxError } from './parsed.ts';

/** A text that a parser can go down without running out of call stack, of the same length, and what was taken out of it. */
export interface ShallowText {
  readonly text: string;
  readonly errors: readonly ConfigSyntaxError[];
}

type Format = 'json' | 'toml' | 'yaml';

/**
 * Levels at which Python's own readers give up with RecursionError: its JSON reader takes a frame of a thousand for each, `toml` 0.10.2
 * and PyYAML two.
 */
const DEEPEST: Readonly<Record<Format, number>> = { json: 900, toml: 480, yaml: 480 };

/**
 * Takes out what lies deeper than the trainer's reader goes, so that the rest can be read and the place be told. Brackets in strings do
 * not count; comments may hide or add some, which does not matter for a limit like this.
 */
export function shallowText(text: string, format: Format): ShallowText {
  const parts: DeepPart[] = [...deepBrackets(text, DEEPEST[format])];
  if (format === 'toml') append(parts, [...deepKeys(text, DEEPEST.toml)]);
  if (format === 'yaml') append(parts, [...deepIndents(text, DEEPEST.yaml)]);
  if (parts.length === 0) return { text, errors: [] };
  let shallow = '';
  let at = 0;
  for (const { start, end, filler } of parts.sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    shallow += text.slice(at, start) + filler + blank(text.slice(start + 1, end));
    at = end;
  }
  const [{ start, end }] = parts as [DeepPart];
  const errors = [{ message: 'Nested too deeply', range: { start, end }, exception: 'RecursionError' as const }];
  return { text: shallow + text.slice(at), errors };
}

/** What is taken out; one character stands in for it. */
interface DeepPart extends TextRange {
  readonly filler: '0' | '#';
}

/** Spaces for all but the ends of lines. */
function blank(text: string): string {
  return text
    .split('\n')
    .map((line) => ' '.repeat(line.length))
    .join('\n');
}

function* deepBrackets(text: string, deepest: number): Iterable<DeepPart> {
  let depth = 0;
  let quote = '';
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (quote !== '') {
      if (c === '\\' && quote === '"') at++;
      else if (c === quote || c === '\n') quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '[' || c === '{') {
      if (++depth === deepest + 1) start = at;
    } else if (c === ']' || c === '}') {
      if (start >= 0 && depth === deepest + 1) {
        yield { start, end: at + 1, filler: '0' };
        start = -1;
      }
      depth = Math.max(0, depth - 1);
    }
  }
  if (start >= 0) yield { start, end: text.length, filler: '0' };
}

/** Lines with a dotted key of too many parts. */
function* deepKeys(text: string, deepest: number): Iterable<DeepPart> {
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    const key =
      /^[\s[]*(?:[^\s=."']+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[^\s=."']+|"[^"]*"|'[^']*'))*/.exec(line)?.[0] ?? '';
    if (key.split('.').length <= deepest) continue;
    // A comment stands in for the line: what follows belongs to no table of that name.
    yield { start, end, filler: '#' };
  }
}

/** Where block collections of YAML go too deep: by indentation, or by dashes in one line. */
function* deepIndents(text: string, deepest: number): Iterable<DeepPart> {
  const indents: number[] = [];
  let start = -1;
  let last = 0;
  for (const line of linesOf(text)) {
    const words = text.slice(line.start, line.end);
    const lead = /^(?: *[-?](?= |$))* */.exec(words)?.[0] ?? '';
    if (lead.length === words.length && words.trim() === '') continue;
    const indent = words.length - words.trimStart().length;
    while (indents.length > 0 && (indents.at(-1) as number) >= indent) indents.pop();
    const marks = lead.replaceAll(' ', '').length;
    const isDeep = indents.length + marks >= deepest;
    if (start >= 0 && indents.length < deepest) {
      yield { start, end: last, filler: '0' };
      start = -1;
    }
    if (isDeep && start < 0) start = line.start + indent;
    indents.push(indent);
    last = line.end;
  }
  if (start >= 0) yield { start, end: last, filler: '0' };
}

function* linesOf(text: string): Iterable<TextRange> {
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    yield { start, end };
    start = end + 1;
  }
}
