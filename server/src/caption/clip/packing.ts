// Tables of numbers as text, for string literals: base64 of 16-bit numbers, low byte first. Node decodes it natively, in a
// tenth of a millisecond; a denser packing took ten to unpack, in code that nothing has warmed up yet.

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Packs 16-bit numbers. The inverse of `unpack`. */
export function pack(values: Uint16Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
}

/** The numbers of a text made by `pack`. */
export function unpack(text: string): Uint16Array<ArrayBuffer> {
  const bytes = typeof Buffer === 'undefined' ? decodeBase64(text) : Buffer.from(text, 'base64');
  // A copy, because Node's buffers may begin at an odd address of a pool.
  return new Uint16Array(new Uint8Array(bytes).buffer);
}

/** Where Node is not, as in a browser. */
export function decodeBase64(text: string): Uint8Array {
  const length = text.replace(/=+$/, '').length;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let bits = 0;
  for (let at = 0, to = 0; at < length; at++) {
    bits = (bits << 6) | DIGITS.indexOf(text[at]!);
    if (at % 4 !== 0) bytes[to++] = bits >> (6 - 2 * (at % 4));
  }
  return bytes;
}
