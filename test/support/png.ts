import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Uint8Array): Buffer {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  out.set(data, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Chunks of pixels by size and colour: a set has hundreds of pictures of a few sizes. */
const pixels = new Map<string, Buffer>();

function pixelsOf(width: number, height: number, pixel: readonly number[]): Buffer {
  const bytes = pixel.map((value) => value & 0xff);
  const key = `${width} ${height} ${bytes}`;
  const known = pixels.get(key);
  if (known) return known;
  const stride = width * bytes.length + 1;
  const row = Buffer.alloc(stride);
  for (let at = 1; at < stride; at++) row[at] = bytes[(at - 1) % bytes.length];
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) row.copy(rows, y * stride);
  const made = chunk('IDAT', deflateSync(rows));
  pixels.set(key, made);
  return made;
}

function png(width: number, height: number, colourType: 0 | 6, pixel: readonly number[], seed: number, frames = 1) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colourType, 0, 0, 0], 8);
  const animation = Buffer.alloc(8);
  animation.writeUInt32BE(frames, 0);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...(frames > 1 ? [chunk('acTL', animation)] : []),
    chunk('tEXt', Buffer.from(`Comment\0${seed}`, 'latin1')),
    pixelsOf(width, height, pixel),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** A whole PNG file of one grey, `seed` in every pixel: small, decodable, and different for each seed. */
export const greyPng = (width: number, height: number, seed = 0, frames = 1): Buffer =>
  png(width, height, 0, [seed], seed, frames);

/** The same with an alpha channel, `alpha` in every pixel. */
export const rgbaPng = (width: number, height: number, seed: number, alpha: number): Buffer =>
  png(width, height, 6, [seed, seed, seed, alpha], seed);
