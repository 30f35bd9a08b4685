import { createHash } from 'node:crypto';

/** A file of a dataset and the bytes it is to hold instead. */
export interface FileChange {
  /** Relative to the dataset's root. */
  readonly file: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** A file that was left as it is, and why; see `reasonText`. */
export interface LeftFile {
  readonly file: string;
  readonly reason: string;
}

/** The bytes of a caption's text. */
export function encoded(text: string, bom: boolean): Uint8Array {
  return new TextEncoder().encode(bom ? `\ufeff${text}` : text);
}

/** Whether a name leads to a file below the dataset it is relative to, on every system. */
export function staysInside(file: string): boolean {
  return file !== '' && !file.includes('\0') && file.split(/[\\/]/).every((name) => !['', '.', '..'].includes(name));
}

export function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The one part of some bytes that differs in others: `after` is `before` with the bytes from `start` to `end` replaced. */
export interface Difference {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

export function differenceOf(before: Uint8Array, after: Uint8Array): Difference {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { start, end: before.length - tail, bytes: after.subarray(start, after.length - tail) };
}

export function withDifference(before: Uint8Array, { start, end, bytes }: Difference): Uint8Array {
  return Buffer.concat([before.subarray(0, start), bytes, before.subarray(Math.max(start, end))]);
}

/**
 * Whether a file looks as if writing `next` over `old` in place was interrupted: the first bytes of the one, then what the other has
 * at that place.
 */
export function isHalfWritten(now: Uint8Array, old: Uint8Array, next: Uint8Array): boolean {
  let written = 0;
  while (written < now.length && written < next.length && now[written] === next[written]) written++;
  if (now.length !== old.length) return now.length > old.length && written === now.length;
  let kept = now.length;
  while (kept > 0 && now[kept - 1] === old[kept - 1]) kept--;
  return kept <= written;
}
