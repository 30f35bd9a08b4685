// Tables of numbers as text, for string literals: base64 of 16-bit numbers, low byte first. Decoding is native in Node; a
// denser packing took ten milliseconds to unpack, in code that nothing has warmed up yet. The built programs have the
// same bytes in a file beside them and hand them over as they are (tools/build/plugins.mjs).

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Packs 16-bit numbers. The inverse of `unpack`. */
export function pack(values: Uint16Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
}

/** The numbers of a text made by `pack`, or of its bytes. */
export function unpack(packed: string | Uint8Array): Uint16Array<ArrayBuffer> {
  if (typeof packed !== 'string') {
    const { buffer, byteOffset, byteLength } = packed;
    // As they lie there where numbers of four bytes can lie as well, else a copy.
    return buffer instanceof ArrayBuffer && byteOffset % 4 === 0
      ? new Uint16Array(buffer, byteOffset, byteLength / 2)
      : new Uint16Array(new Uint8Array(packed).buffer);
  }
  const bytes = typeof Buffer === 'undefined' ? decodeBase64(packed) : Buffer.from(packed, 'base64');
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
