import type { TextRange } from '../ground/text.ts';

/** One word of a filter. */
export interface FilterWord {
  readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'term';
  readonly range: TextRange;
  /** `has` of `has:"long hair"`; empty for a bare word. Lower case. */
  readonly key: string;
  /** `:` or a comparison; empty for a bare word. */
  readonly operator: string;
  /** Without quotes. */
  readonly value: string;
  /** Where the value stands, quotes included. */
  readonly valueRange: TextRange;
  /** A quote was opened and not closed. */
  readonly unclosed: boolean;
}

const keyed = /^([A-Za-z]+)(:|<=|>=|<|>|=)/;
const bare = /^[^\s()"]+/;

/** Cuts a filter into words. Never fails: every character belongs to a word or is white space. */
export function scanFilter(text: string): FilterWord[] {
  const words: FilterWord[] = [];
  let at = 0;
  const push = (kind: FilterWord['kind'], end: number, more: Partial<FilterWord> = {}): void => {
    const range = { start: at, end };
    words.push({ kind, range, key: '', operator: '', value: '', valueRange: range, unclosed: false, ...more });
    at = end;
  };
  while (at < text.length) {
    const c = text[at];
    if (/\s/.test(c)) at++;
    else if (c === '(') push('open', at + 1);
    else if (c === ')') push('close', at + 1);
    else {
      const word = bare.exec(text.slice(at))?.[0] ?? '';
      if (/^(?:and|or|not)$/i.test(word)) {
        push(word.toLowerCase() as 'and' | 'or' | 'not', at + word.length);
        continue;
      }
      const head = keyed.exec(text.slice(at));
      const from = at + (head?.[0].length ?? 0);
      const value = valueAt(text, from);
      push('term', value.end, {
        key: head?.[1].toLowerCase() ?? '',
        operator: head?.[2] ?? '',
        value: value.text,
        valueRange: { start: from, end: value.end },
        unclosed: value.unclosed,
      });
    }
  }
  return words;
}

/** A value: quoted, with `\"` for a quote, or up to white space or a bracket. */
function valueAt(text: string, start: number): { text: string; end: number; unclosed: boolean } {
  if (text[start] !== '"') {
    const word = bare.exec(text.slice(start))?.[0] ?? '';
    return { text: word, end: start + word.length, unclosed: false };
  }
  let value = '';
  let at = start + 1;
  for (; at < text.length && text[at] !== '"'; at++) {
    if (text[at] === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\')) at++;
    value += text[at];
  }
  const unclosed = at >= text.length;
  return { text: value, end: unclosed ? at : at + 1, unclosed };
}
