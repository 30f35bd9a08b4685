/** Side of the square luma plane, in cells. */
export const SIDE = 64;
/** Cells of the luma plane. */
export const CELLS = SIDE * SIDE;
/** Side of the pixel square a fingerprint is made from. */
export const PIXEL_SIDE = 128;

const VERSION = 1;
const HEAD = 32;
const DIGEST_BYTES = 16;
const CHROMA_BYTES = 128;
const COVER_BYTES = CELLS / 2;
const FLAG_ALPHA = 1;
const FLAG_COVER = 2;

/** What is needed to compare a picture with others; 4.2 or 6.2 KB. */
export interface Fingerprint {
  /** Shown size in pixels, after EXIF orientation. */
  readonly width: number;
  readonly height: number;
  /** The picture has pixels that are not opaque. */
  readonly alpha: boolean;
  /** Mean luma (BT.601, 0–255) of 64×64 cells; transparent pixels lie on white. */
  readonly luma: Uint8Array;
  /** Mean Cb of 8×8 cells, then mean Cr: −128 to 127. */
  readonly chroma: Int8Array;
  /** Share of background in each luma cell, 0–15, two cells a byte (low nibble first); null without a plain background. */
  readonly cover: Uint8Array | null;
  /** Luma, Cb and Cr of that background (white where it is transparency). */
  readonly background: readonly [number, number, number];
  /** Digest of the size and all the above: pictures with equal pixels have equal digests. */
  readonly digest: Uint8Array;
}

/** A fingerprint as bytes, for the cache and for sending between processes. */
export function encodeFingerprint(print: Fingerprint): Uint8Array {
  const bytes = new Uint8Array(HEAD + CELLS + CHROMA_BYTES + (print.cover ? COVER_BYTES : 0));
  const view = new DataView(bytes.buffer);
  bytes[0] = VERSION;
  bytes[1] = (print.alpha ? FLAG_ALPHA : 0) | (print.cover ? FLAG_COVER : 0);
  bytes[2] = print.background[0];
  view.setInt8(3, print.background[1]);
  view.setInt8(4, print.background[2]);
  view.setUint32(8, print.width, true);
  view.setUint32(12, print.height, true);
  bytes.set(print.digest.subarray(0, DIGEST_BYTES), 16);
  bytes.set(print.luma, HEAD);
  bytes.set(new Uint8Array(print.chroma.buffer, print.chroma.byteOffset, CHROMA_BYTES), HEAD + CELLS);
  if (print.cover) bytes.set(print.cover, HEAD + CELLS + CHROMA_BYTES);
  return bytes;
}

/** The fingerprint in these bytes (not copied), or null when they are not one. */
export function decodeFingerprint(bytes: Uint8Array): Fingerprint | null {
  if (bytes.length < HEAD + CELLS + CHROMA_BYTES || bytes[0] !== VERSION) return null;
  const covered = (bytes[1]! & FLAG_COVER) !== 0;
  if (bytes.length !== HEAD + CELLS + CHROMA_BYTES + (covered ? COVER_BYTES : 0)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    width: view.getUint32(8, true),
    height: view.getUint32(12, true),
    alpha: (bytes[1]! & FLAG_ALPHA) !== 0,
    luma: bytes.subarray(HEAD, HEAD + CELLS),
    chroma: new Int8Array(bytes.buffer, bytes.byteOffset + HEAD + CELLS, CHROMA_BYTES),
    cover: covered ? bytes.subarray(HEAD + CELLS + CHROMA_BYTES) : null,
    background: [bytes[2]!, view.getInt8(3), view.getInt8(4)],
    digest: bytes.subarray(16, 16 + DIGEST_BYTES),
  };
}
