import { once } from '../ground/once.ts';

/** A caption file decoded as the trainer decodes it, or the reason why it cannot be. */
export type DecodedCaption =
  /** UTF-8. `text` is without the byte-order mark, as an editor shows it; `bom` tells whether the bytes begin with one. */
  | { readonly kind: 'text'; readonly text: string; readonly bom: boolean }
  /** Not UTF-8: the trainer stops (sd-scripts opens captions with encoding="utf-8"). `offset` is the first bad byte. */
  | { readonly kind: 'undecodable'; readonly offset: number };

const strict = once(() => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }));

/** Bytes of a caption that are read; what goes on behind them is not edited. Of a text in an editor so many UTF-16 units count. */
export const captionLimit = 1 << 18;

/**
 * UTF-16 units of a caption up to which the rules judge it. Real captions have hundreds; what is far beyond is no caption, and judging it
 * would keep all others waiting.
 */
export const judgedLimit = 1 << 16;

/**
 * Decodes the bytes of a caption file. Never throws.
 * @param isCut the file goes on: a character that ends beyond these bytes is left out
 */
export function decodeCaption(bytes: Uint8Array, isCut = false): DecodedCaption {
  const bom = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    const whole = isCut ? wholeCharacters(bytes) : bytes;
    const text = shortAscii(bytes) ?? strict().decode(bom ? whole.subarray(3) : whole);
    return { kind: 'text', text, bom };
  } catch {
    return { kind: 'undecodable', offset: firstBadByte(bytes) };
  }
}

/** Bytes of a text up to which looking at each is done sooner than making a decoder. */
const shortText = 512;

/** Texts that may still be looked at so: over many a decoder pays. */
let withoutDecoder = 64;

/** A short text of ASCII alone, of the first ones; null for others. */
function shortAscii(bytes: Uint8Array): string | null {
  if (withoutDecoder === 0 || bytes.length > shortText) return null;
  withoutDecoder--;
  for (let at = 0; at < bytes.length; at++) if (bytes[at]! >= 0x80) return null;
  return String.fromCharCode(...bytes);
}

/** The beginning of a UTF-8 text without a character that goes on behind it. */
export function wholeCharacters(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.length - openBytes(bytes));
}

/** Bytes at the end that begin a character of UTF-8 and do not end it. */
function openBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back];
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/** Offset of the first byte that cannot continue a valid UTF-8 text. Found by bisection: a prefix is judged as a stream. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isValidStart(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function isValidStart(bytes: Uint8Array): boolean {
  try {
    // A stream may end inside a character, so only bytes that are wrong by themselves fail.
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
