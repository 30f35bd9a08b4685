import type { TextRange } from '../../ground/text.ts';

/** What ends a sentence, and what ends a part of one. */
export const stops = /[.!?]/;
const commas = /[,;.!?]/;

/** The part of a text around a place (UTF-16) that a mark ends on either side, without the marks. */
export function rangeBetween(text: string, at: number, mark: RegExp): TextRange {
  let start = at;
  while (start > 0 && !mark.test(text[start - 1])) start--;
  const behind = text.slice(at).search(mark);
  return { start, end: behind < 0 ? text.length : at + behind };
}

/** The words around a place up to the next comma or stop on either side. */
export function betweenCommas(text: string, at: number): string {
  const { start, end } = rangeBetween(text, at, commas);
  return text.slice(start, end);
}

/** The sentences from that of one phrase to that of a later one. */
export const sentencesAcross = (text: string, a: TextRange, b: TextRange): string =>
  text.slice(rangeBetween(text, a.start, stops).start, rangeBetween(text, Math.max(b.start, b.end - 1), stops).end);
