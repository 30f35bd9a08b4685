import type { TextRange } from '../../ground/text.ts';
import { isEnglish } from '../../tags/english.ts';

/** The values that a text gives for a field. */
export const valuesOf = (text: string, field: string): string[] =>
  [...text.matchAll(new RegExp(`(?:^|[,;|.]\\s*)${escaped(field)}:\\s*([^,;|]*)`, 'gi'))].map(([, value]) =>
    value.trim(),
  );

/** A text as a pattern for it alone. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a field has a value, numbers such as "1:87" included, which are no field by themselves. */
export const isThere = (text: string, field: string): boolean =>
  new RegExp(`(?:^(?:\\s*\`{3}\\w*\\s)?|[,;|\\n]|\\.(?=\\s))\\s*${escaped(field)}\\s*:\\s*[^\\s,;|.]`, 'i').test(text);

/** Whether a field stands in a text with nothing behind its mark. */
export const isWithoutValue = (text: string, field: string): boolean =>
  new RegExp(`(?:^|[,;|\\n]|\\.(?=\\s))\\s*${escaped(field)}\\s*:\\s*(?=[,;|\\n.]|$)`, 'i').test(text);

/** Whether a mark other than a colon stands behind a name: foreign-separator tells it. */
export const isUnderOtherMark = (text: string, field: string): boolean => otherMarkBehind(text, field) !== null;

/** The place of a mark other than a colon behind the name of a field, the blanks around it included. */
export function otherMarkBehind(text: string, field: string): (TextRange & { readonly mark: string }) | null {
  const match = new RegExp(
    `((?:^|[,;|\\n]|\\.(?=\\s))\\s*${escaped(field)})(\\s*(=|：|->|(?<=\\s)[-–—](?=\\s))\\s*)(?=[^\\s,;|])`,
    'i',
  ).exec(text);
  if (match === null) return null;
  const start = match.index + match[1].length;
  return { start, end: start + match[2].length, mark: match[3] };
}

/** The name of a field that nothing but blanks, or nothing at all, takes apart from the value before it. UTF-16. */
export interface FusedField {
  /** What stands between them, empty where nothing does. */
  readonly gap: TextRange;
  /** What is to be shown: the gap, or the word that the two have become. */
  readonly shown: TextRange;
}

/** Letters of the value's last word that a name without a blank before it has swallowed, at the least. */
const shortestSwallowed = 3;

/** The place before the name of a field that has lost what takes it apart: "from above light: lamp", "angryview: front". */
export function fusedBefore(text: string, field: string): FusedField | null {
  const match = new RegExp(`[^\\s,;|.:]([ \\t]+)${escaped(field)}:[ \\t]*[^\\s,;|]`, 'i').exec(text);
  // What stands before the first name may be a mark of what follows: "```json subject:".
  if (match !== null && /^\s*```\S*$/.test(text.slice(0, match.index + 1))) return null;
  if (match !== null) {
    const gap = { start: match.index + 1, end: match.index + 1 + match[1].length };
    return { gap, shown: gap };
  }
  const joined = new RegExp(
    `(?<=:[^,;|:]*)(?<![\\p{L}\\p{N}_-])([\\p{L}\\p{N}-]+)${escaped(field)}:[ \\t]*[^\\s,;|]`,
    'iu',
  ).exec(text);
  if (joined === null || joined[1].length < shortestSwallowed) return null;
  const at = joined.index + joined[1].length;
  const word = text.slice(joined.index, at + field.length);
  // "overview: back" is a name of its own.
  if (isEnglish(word.toLowerCase())) return null;
  return { gap: { start: at, end: at }, shown: { start: joined.index, end: at + field.length } };
}
/** Whether a field stands in a text and has lost what takes it apart from the value before it. */
export const isFused = (text: string, field: string): boolean => fusedBefore(text, field) !== null;
