import type { CaptionSyntax } from './parse.ts';

/** Whether a text writes a space after its separators; it does unless it shows otherwise. */
export function spacedList(text: string, separator: string): boolean {
  if (separator === '' || /\s$/.test(separator)) return false;
  let spaced = 0;
  let tight = 0;
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + separator.length)) {
    const next = text[at + separator.length];
    if (next === undefined || next === '\n' || next === '\r') continue;
    if (/\s/.test(next)) spaced++;
    else tight++;
  }
  return spaced >= tight - 1;
}

/** What stands between two tags of a text: the separator, and a space where the text has one. */
export function jointOf(text: string, { separator }: CaptionSyntax): string {
  return spacedList(text, separator) ? `${separator} ` : separator;
}
