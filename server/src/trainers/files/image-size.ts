import type { PixelSize } from '../pixel-size.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';

/** Bytes of a file from an offset; fewer than asked for only at its end. */
export type ReadBytes = (offset: number, length: number) => Uint8Array;

/** What the trainer goes on with when no reader knows the image; a division by zero then stops it. */
const UNREADABLE: PixelSize = { width: 0, height: 0 };

/**
 * The size the trainer works with: `imagesize` 1.4.1, and PIL where that knows nothing (sd-scripts library/train_util.py,
 * get_image_size). It is not always the true size: an extended WebP (alpha, EXIF, animation) comes out one pixel smaller each way,
 * and EXIF rotation is ignored. An unreadable file is 0 x 0 without an error; a broken header can raise one.
 */
export function readTrainerImageSize(read: ReadBytes): Outcome<PixelSize> {
  const size = imagesize(read);
  if (size.error || size.value.width > 0) return size;
  return answer(bitmapSize(read) ?? UNREADABLE);
}

/** Signatures are told by content; the name of the file plays no part. */
function imagesize(read: ReadBytes): Outcome<PixelSize> {
  const head = read(0, 31);
  const at = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const text = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
  const starts = (signature: string) => text(0, signature.length) === signature;

  if (head.length >= 10 && (starts('GIF87a') || starts('GIF89a'))) {
    return answer({ width: at.getInt16(6, true), height: at.getInt16(8, true) });
  }
  if (starts('\x89PNG\r\n\x1a\n') && head.length >= 16) {
    // Some old files have no IHDR chunk name in its place.
    const offset = head.length >= 24 && text(12, 16) === 'IHDR' ? 16 : 8;
    return answer({ width: at.getUint32(offset), height: at.getUint32(offset + 4) });
  }
  if (starts('\xff\xd8')) return jpegSize(read);
  if (head.length >= 12 && starts('\0\0\0\x0cjP  \r\n\x87\n')) return jpeg2000Size(read);
  if (head.length >= 8 && starts('MM\0*')) return tiffSize(read, at.getUint32(4), false);
  if (head.length >= 8 && starts('II*\0')) return tiffSize(read, at.getUint32(4, true), true);
  if (starts('RIFF') && text(8, 12) === 'WEBP') return webpSize(head, at, text(12, 16));
  return answer({ width: -1, height: -1 });
}

function jpegSize(read: ReadBytes): Outcome<PixelSize> {
  const broken = () => stops<PixelSize>('ValueError', 'Invalid JPEG file');
  let offset = 2;
  for (;;) {
    let marker = read(offset++, 1)[0];
    while (marker === 0xff) marker = read(offset++, 1)[0];
    const length = read(offset, 2);
    if (marker === undefined || length.length < 2) return broken();
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) {
      // Length (2), precision (1), height (2), width (2).
      const sides = read(offset + 3, 4);
      if (sides.length < 4) return broken();
      const [a, b, c, d] = sides as unknown as [number, number, number, number];
      return answer({ width: c * 256 + d, height: a * 256 + b });
    }
    offset += (length[0] as number) * 256 + (length[1] as number);
  }
}

function jpeg2000Size(read: ReadBytes): Outcome<PixelSize> {
  const sides = read(48, 8);
  if (sides.length < 8) return stops('ValueError', 'Invalid JPEG2000 file');
  const at = new DataView(sides.buffer, sides.byteOffset, 8);
  return answer({ width: at.getUint32(4), height: at.getUint32(0) });
}

function tiffSize(read: ReadBytes, offset: number, little: boolean): Outcome<PixelSize> {
  const counted = read(offset, 2);
  if (counted.length < 2) return stops('error', 'unpack requires a buffer of 2 bytes');
  const entries = new DataView(counted.buffer, counted.byteOffset, 2).getUint16(0, little);
  let width = -1;
  let height = -1;
  for (let i = 0; i < entries && (width === -1 || height === -1); i++) {
    const entry = read(offset + 2 + i * 12, 12);
    if (entry.length < 12) return stops('error', 'unpack requires a buffer of 12 bytes');
    const at = new DataView(entry.buffer, entry.byteOffset, 12);
    const tag = at.getUint16(0, little);
    if (tag !== 256 && tag !== 257) continue;
    const type = at.getUint16(2, little);
    const data = at.getUint32(8, little);
    if (!little && type !== 3 && type !== 4) return stops('ValueError', 'Invalid TIFF file');
    const side = !little && type === 3 ? Math.floor(data / 65536) : data;
    if (tag === 256) width = side;
    else height = side;
  }
  if (width === -1 || height === -1) return stops('ValueError', 'Invalid TIFF file');
  return answer({ width, height });
}

function webpSize(head: Uint8Array, at: DataView, chunk: string): Outcome<PixelSize> {
  const byte = (i: number) => head[i] as number;
  switch (chunk) {
    case 'VP8 ':
      if (head.length < 30) return stops('error', 'unpack requires a buffer of 4 bytes');
      return answer({ width: at.getUint16(26, true), height: at.getUint16(28, true) });
    case 'VP8X': {
      if (head.length < 30) return stops('error', 'unpack requires a buffer of 4 bytes');
      // The header holds the size minus one; imagesize 1.4.1 forgets to add it.
      const side = (i: number) => byte(i) + byte(i + 1) * 256 + byte(i + 2) * 65536;
      // A width of nothing sends the trainer on to PIL, which knows the true size.
      if (side(24) === 0) return answer({ width: 1, height: side(27) + 1 });
      return answer({ width: side(24), height: side(27) });
    }
    case 'VP8L':
      if (head.length < 25) return stops('IndexError', 'index out of range');
      return answer({
        width: (((byte(22) & 63) << 8) | byte(21)) + 1,
        height: (((byte(24) & 15) << 10) | (byte(23) << 2) | ((byte(22) & 192) >> 6)) + 1,
      });
    default:
      return stops('ValueError', 'Unsupported WebP file');
  }
}

/** PIL's reading of a BMP, the one format of the trainer `imagesize` does not know. null: not a BMP PIL opens. */
function bitmapSize(read: ReadBytes): PixelSize | null {
  const head = read(0, 54);
  if (head.length < 26 || head[0] !== 0x42 || head[1] !== 0x4d) return null;
  const at = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const headerSize = at.getUint32(14, true);
  if (headerSize === 12) return { width: at.getUint16(18, true), height: at.getUint16(20, true) };
  if (![40, 52, 56, 64, 108, 124].includes(headerSize) || head.length < 54) return null;
  const bits = at.getUint16(28, true);
  const compression = at.getUint32(30, true);
  if (![1, 4, 8, 16, 24, 32].includes(bits) || compression > 3) return null;
  // A height below zero means rows from top to bottom.
  const height = at.getInt32(22, true);
  return { width: at.getUint32(18, true), height: Math.abs(height) };
}
