import { isPythonSpace as isSpaceUnit, stripRange } from '../../caption/space.ts';
import { isBeyondAscii } from '../../ground/letters.ts';

/**
 * The corners of Python's text rules that decide what the trainer reads. JavaScript differs from Python in each of them:
 * `trim` also removes U+FEFF and keeps U+001C-001F and U+0085, `Number` reads `1e1` and refuses `１`.
 */

/** Characters for which CPython's `str.isspace` holds; what `str.strip()` removes and `str.split()` splits on. */
const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

/** True when Python's `str.isspace()` holds for this one UTF-16 unit (every such character is a single unit). */
export function isPythonSpace(character: string): boolean {
  return isSpaceUnit(character.charCodeAt(0));
}

/** `str.strip()`: Unicode white space goes from both ends; U+FEFF and U+200B stay. */
export function pythonStrip(text: string): string {
  const range = pythonStripRange(text, 0, text.length);
  return text.slice(range.start, range.end);
}

/** Runs of white space, in Python's sense, become one space each: `re.sub(r"\\s+", " ", text)`. */
export function collapseSpace(text: string): string {
  return text.replace(new RegExp(`[${SPACE}]+`, 'g'), ' ');
}

/** Where `text[start:end].strip()` lies in `text`, in UTF-16 offsets. An all-blank piece gives an empty range at its end. */
export const pythonStripRange = stripRange;

/** The value 0-9 of a Unicode decimal digit (category Nd), else null. */
function decimalValue(character: string): number | null {
  if (!/^\p{Nd}$/u.test(character)) return null;
  // Digits are assigned in unbroken runs of ten that start with zero, so the distance to the start of the run tells the value.
  const code = character.codePointAt(0) as number;
  let zero = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

/** The text with every Unicode decimal digit written as 0-9, as Python's number parsers read it. */
export function toAsciiDigits(text: string): string {
  // ASCII digits stand as they are; asking for each of a long list of numbers takes its time.
  return isBeyondAscii(text) ? text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(decimalValue(digit))) : text;
}

/**
 * `int(text)`: optional white space, sign, decimal digits of any script with single underscores between them.
 * Returns null where Python raises ValueError. Values beyond 2^53 lose their last digits.
 */
export function pythonInt(text: string): number | null {
  // int() tests white space with C's isspace for ASCII, so U+001C-001F, which strip() removes, are refused here.
  const trimmed = /[\x1c-\x1f]/.test(text) ? text : pythonStrip(text);
  const match = /^([+-]?)(\d+(?:_\d+)*)$/.exec(toAsciiDigits(trimmed));
  if (!match) return null;
  const digits = (match[2] as string).replaceAll('_', '');
  // sys.int_max_str_digits: longer numbers raise ValueError too.
  if (digits.length > 4300) return null;
  const value = Number(digits);
  return match[1] === '-' ? -value : value;
}

/**
 * `float(text)` for the characters a weight can hold: sign, digits of any script and dots. Returns null where Python raises
 * ValueError, e.g. `1.2.3` or a lone dot.
 */
export function pythonWeight(text: string): number | null {
  const ascii = toAsciiDigits(text);
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(ascii) ? Number(ascii) : null;
}
