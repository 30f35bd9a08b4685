// A merge list as text: printable ASCII without apostrophe and backslash, so that it sits in a string literal as is.
// A small number is two characters, a greater one three: a third less than 32-bit numbers in base64.

import { once } from '../../ground/once.ts';

const BASE = 93;

/** Printable ASCII without `'` (0x27) and `\` (0x5c): digit 0 is the space. */
function digitChar(digit: number): string {
  let code = 0x20 + digit;
  if (code >= 0x27) code++;
  if (code >= 0x5c) code++;
  return String.fromCharCode(code);
}

/** Digit of each character code. A table, since unpacking runs before the engine has compiled anything. */
const codeDigits = once(() => {
  const digits = new Uint8Array(0x80);
  for (let digit = 0; digit < BASE; digit++) digits[digitChar(digit).charCodeAt(0)] = digit;
  return digits;
});

/**
 * Packs numbers from 0 to (93 - leads) * 93² + leads * 93 - 1. The inverse of `unpackInto`.
 * @param leads first characters that start a two-character number
 */
export function packPairs(values: Iterable<number>, leads: number): string {
  const parts: string[] = [];
  const limit = leads * BASE;
  for (const value of values) {
    if (value < limit) {
      parts.push(digitChar(Math.floor(value / BASE)), digitChar(value % BASE));
    } else {
      const rest = value - limit;
      const lead = leads + Math.floor(rest / (BASE * BASE));
      parts.push(digitChar(lead), digitChar(Math.floor(rest / BASE) % BASE), digitChar(rest % BASE));
    }
  }
  return parts.join('');
}

/** Unpacks as many numbers as fit into `values`; `leads` as they were packed. */
export function unpackInto(text: string, values: Int32Array, leads: number): void {
  const digits = codeDigits();
  let at = 0;
  for (let n = 0; n < values.length; n++) {
    const lead = digits[text.charCodeAt(at)]!;
    const second = digits[text.charCodeAt(at + 1)]!;
    if (lead < leads) {
      values[n] = lead * BASE + second;
      at += 2;
    } else {
      const third = digits[text.charCodeAt(at + 2)]!;
      values[n] = leads * BASE + ((lead - leads) * BASE + second) * BASE + third;
      at += 3;
    }
  }
}
