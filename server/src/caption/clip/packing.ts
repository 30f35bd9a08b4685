// The merge list as text: printable ASCII without apostrophe and backslash, so that it sits in a string literal as is.
// A number below 88 * 93 is two characters, a greater one three. Early (frequent) symbols are most of the list:
// about 210 kB instead of 260 kB in base64, and decoding is one pass over the characters.

const BASE = 93;
/** First characters below this one start a two-character number; the other five start a three-character number. */
const SHORT_LEADS = 88;
const SHORT_LIMIT = SHORT_LEADS * BASE;

/** Printable ASCII without `'` (0x27) and `\` (0x5c): digit 0 is the space. */
function digitChar(digit: number): string {
  let code = 0x20 + digit;
  if (code >= 0x27) code++;
  if (code >= 0x5c) code++;
  return String.fromCharCode(code);
}

/** Digit of each character code. A table, since unpacking runs before the engine has compiled anything. */
const CODE_DIGIT = new Uint8Array(0x80);
for (let digit = 0; digit < BASE; digit++) CODE_DIGIT[digitChar(digit).charCodeAt(0)] = digit;

/** Packs numbers from 0 to 51,428. The inverse of `unpackPairs`. */
export function packPairs(values: Uint16Array): string {
  const parts: string[] = [];
  for (const value of values) {
    if (value < SHORT_LIMIT) {
      parts.push(digitChar(Math.floor(value / BASE)), digitChar(value % BASE));
    } else {
      const rest = value - SHORT_LIMIT;
      const lead = SHORT_LEADS + Math.floor(rest / (BASE * BASE));
      parts.push(digitChar(lead), digitChar(Math.floor(rest / BASE) % BASE), digitChar(rest % BASE));
    }
  }
  return parts.join('');
}

/**
 * Unpacks `count` numbers of a text made by `packPairs`.
 */
export function unpackPairs(text: string, count: number): Uint16Array {
  const values = new Uint16Array(count);
  let at = 0;
  for (let n = 0; n < count; n++) {
    const lead = CODE_DIGIT[text.charCodeAt(at)]!;
    const second = CODE_DIGIT[text.charCodeAt(at + 1)]!;
    if (lead < SHORT_LEADS) {
      values[n] = lead * BASE + second;
      at += 2;
    } else {
      const third = CODE_DIGIT[text.charCodeAt(at + 2)]!;
      values[n] = SHORT_LIMIT + ((lead - SHORT_LEADS) * BASE + second) * BASE + third;
      at += 3;
    }
  }
  return values;
}
