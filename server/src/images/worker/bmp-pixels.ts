import { bmpLayout } from '../header/bmp.ts';

/** Pixels of a BMP, 8-bit RGBA, rows from the top. */
export interface BmpPixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Buffer;
}

/**
 * Decodes an uncompressed BMP of 8 (palette), 24 or 32 bits: sharp's prebuilt libraries have no BMP loader.
 * Missing rows stay black, as far as the file goes the picture is kept.
 * @returns null for other kinds (RLE, 1, 4 and 16 bits, unusual masks)
 */
export function decodeBmp(file: Uint8Array): BmpPixels | null {
  if (file.length < 54) return null;
  const layout = bmpLayout(file);
  const { width, height, bitsPerPixel: bits, masks } = layout;
  const usual = masks.slice(0, 3).every((mask, i) => mask === 0 || mask === [0xff0000, 0xff00, 0xff][i]);
  if (![8, 24, 32].includes(bits) || ![0, 3].includes(layout.compression) || !usual) return null;
  const rgba = Buffer.alloc(width * height * 4);
  const bytes = bits / 8;
  const palette = 14 + layout.headerSize;
  const entry = layout.headerSize === 12 ? 3 : 4;
  const alpha = bits === 32 && masks[3] !== 0;
  for (let y = 0; y < height; y++) {
    const row = layout.dataOffset + (layout.topDown ? y : height - 1 - y) * layout.rowBytes;
    for (let x = 0; x < width; x++) {
      const to = (y * width + x) * 4;
      let from = row + x * bytes;
      if (from + bytes > file.length) continue;
      if (bits === 8) from = palette + file[from]! * entry;
      rgba[to] = file[from + 2] ?? 0;
      rgba[to + 1] = file[from + 1] ?? 0;
      rgba[to + 2] = file[from] ?? 0;
      rgba[to + 3] = alpha ? file[from + 3]! : 255;
    }
  }
  return { width, height, rgba };
}
