/**
 * White space as Python's `str.strip()` and `str.split()` see it: the trainer strips captions and tags with them.
 * Differs from JavaScript's `trim()`: U+0085 and U+001C–U+001F count, U+FEFF does not.
 */
const pythonSpaces = new Set<number>([
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003,
  0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
]);

/** True for a UTF-16 code unit that Python's `str.isspace()` accepts. */
export function isPythonSpace(codeUnit: number): boolean {
  return codeUnit < 0x80
    ? codeUnit === 0x20 || (codeUnit >= 0x09 && codeUnit <= 0x0d) || (codeUnit >= 0x1c && codeUnit <= 0x1f)
    : pythonSpaces.has(codeUnit);
}

/** Narrows `start..end` (UTF-16 offsets) of a text to what Python's `strip()` would leave. */
export function stripRange(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && isPythonSpace(text.charCodeAt(from))) from++;
  while (to > from && isPythonSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}
