import type { FedTag } from '../trainers/fed-run.ts';

/** The part of a text that an encoder reads, in content tokens. */
export interface Window {
  /** Null where tokens are not counted or no limit is known: then all of a text is read. */
  readonly limit: number | null;
  /** Content tokens of a text. */
  count(text: string): number;
  /** UTF-16 offset at which token `n` of a text begins; the text's length when there are not so many. */
  offsetOf(text: string, n: number): number;
}

/** Nothing is cut. */
export const NO_LIMIT: Window = { limit: null, count: () => 0, offsetOf: (text) => text.length };

/** Where a window cuts a text: the text's length when all of it is read. */
export function cutAt(text: string, window: Window): number {
  const { limit } = window;
  // A token of printable ASCII is at least one character.
  if (limit === null || (text.length <= limit && /^[ -~]*$/.test(text))) return text.length;
  return window.count(text) <= limit ? text.length : window.offsetOf(text, limit);
}

/** Whether all tokens of a tag lie before the cut. */
export const isInside = (tag: FedTag, cut: number): boolean => tag.range.end <= cut;
