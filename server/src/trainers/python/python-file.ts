import { once } from '../../ground/once.ts';

const decoder = once(() => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }));

/** Strict UTF-8, a byte-order mark is kept; null when Python would raise UnicodeDecodeError. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder().decode(bytes);
  } catch {
    return null;
  }
}

/** What Python's text mode makes of line ends: each `\r\n` and `\r` becomes `\n`. */
export function universalNewlines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The lines of an open text file, without their ends; a line end at the very end starts no further line. */
export function fileLines(text: string): string[] {
  const lines = universalNewlines(text).split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
