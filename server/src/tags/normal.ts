import { emoticonForm } from './emoticons.ts';
import { memoized } from './memo.ts';

export { isEmoticon } from './emoticons.ts';

/** How the words of a tag are separated when it is written out. */
export type TagStyle = 'underscore' | 'space';

/** BOM, zero-width, soft hyphen, bidirectional marks and control characters that show nothing. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Most tags are already normal or only have underscores: letters, digits, single separators, one `_(series)` at the end. */
const PLAIN = /^[a-z0-9']+(?:[ _-][a-z0-9']+)*(?:[ _]\([a-z0-9']+(?:[ _:-][a-z0-9']+)*\))?$/;

/** No emoticon made of plain characters is longer: `o_o`, `x3`. */
const LONGEST_PLAIN_FACE = 3;

const WEIGHT = /\s*:\s*[+-]?(?:\d+\.?\d*|\.\d+)\s*$/;

/**
 * The form in which tags are compared everywhere: `Long_Hair`, `long hair` and `(long hair:1.2)` are one tag.
 *
 * Unicode is folded with NFKC (a full-width letter trains as the plain one: CLIP's tokenizer runs ftfy first), letter case
 * is folded, underscores become spaces except in emoticons, white space is collapsed, `\(` becomes `(`, invisible
 * characters go, and A1111 weights (`(tag:1.2)`, `((tag))`, `[tag]`, `{tag}`) are taken off. Brackets inside a tag, as in
 * `name_(series)`, stay. Never throws; idempotent.
 */
export function normalForm(written: string): string {
  const text = written.trim();
  if (PLAIN.test(text)) {
    if (text.length <= LONGEST_PLAIN_FACE) {
      const face = emoticonForm(text);
      if (face !== null) return face;
    }
    return text.includes('_') ? text.replaceAll('_', ' ') : text;
  }
  let current = text;
  for (;;) {
    const next = normalPass(current);
    if (next === current) return next;
    current = next;
  }
}

/** {@link normalForm}, remembered: for texts that come again and again. */
export const normalTag: (written: string) => string = memoized(normalForm);

/** One pass; `normalTag` repeats it until nothing changes, because unescaping can uncover a weight and so on. */
function normalPass(text: string): string {
  const clean = foldCharacters(text);
  const face = emoticonForm(clean);
  if (face !== null) return face;
  // `__name__` is a wildcard file, not a tag with underscores.
  if (/^__[^\s_](?:.*[^\s_])?__$/.test(clean)) return clean;
  const bare = stripWeights(clean);
  if (bare !== clean) return bare.trim();
  return clean
    .replace(/\\([()[\]{}])/g, '$1')
    .replaceAll('_', ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function foldCharacters(text: string): string {
  let out = text;
  if (/[^\x20-\x7e]/.test(out)) {
    out = out
      .replace(INVISIBLE, '')
      .normalize('NFKC')
      .replace(/[\u2018\u2019\u02bc]/g, "'")
      .replace(/[\u2010-\u2013]/g, '-');
  }
  return out.toLowerCase().replace(/\s+/g, ' ').trim();
}

const CLOSING: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

/** UTF-16 units beyond which nothing is a weighted tag: taking brackets off one by one would go over the text as often as it has them. */
const longestWeighted = 1000;

/** Takes off one layer of weight brackets, also half a layer when a comma cut it: `(red hair` from `(red hair, hat:1.2)`. */
function stripWeights(text: string): string {
  if (text.length > longestWeighted) return text;
  const first = text[0] ?? '';
  const last = text[text.length - 1] ?? '';
  const closing = CLOSING[first];
  if (closing !== undefined) {
    const match = matchingBracket(text, 0, first, closing);
    if (match === text.length - 1) {
      const inner = text.slice(1, -1);
      if (first === '{' && inner.includes('|')) return text;
      const unweighted = first === '(' ? inner.replace(WEIGHT, '') : inner;
      return hasWord(unweighted) ? unweighted : text;
    }
    if (match === -1 && hasWord(text.slice(1))) return text.slice(1);
    return text;
  }
  if (
    (last === ')' || last === ']' || last === '}') &&
    !/[\\:;>=]$/.test(text.slice(0, -1)) &&
    isUnopened(text, last)
  ) {
    const inner = text.slice(0, -1);
    const unweighted = last === ')' ? inner.replace(WEIGHT, '') : inner;
    if (hasWord(unweighted)) return unweighted;
  }
  return text;
}

function hasWord(text: string): boolean {
  return /[^\s()[\]{}\\]/.test(text);
}

function matchingBracket(text: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === open) depth++;
    else if (c === close && --depth === 0) return i;
  }
  return -1;
}

/** Whether the bracket at the end of the text has no partner in it. */
function isUnopened(text: string, close: string): boolean {
  const open = close === ')' ? '(' : close === ']' ? '[' : '{';
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === open) depth++;
    else if (c === close) {
      if (depth === 0) return i === text.length - 1;
      depth--;
    }
  }
  return false;
}

/** A normal form written in a style: `long hair` → `long_hair`. Emoticons keep their own underscore in both styles. */
export function displayForm(norm: string, style: TagStyle): string {
  if (emoticonForm(norm) !== null) return norm;
  return style === 'underscore' ? norm.replaceAll(' ', '_') : norm;
}
