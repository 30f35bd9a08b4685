import { type HeaderFacts, plainFacts } from './facts.ts';
import { type HeaderReader, u16le, u32le } from './reader.ts';

const BITFIELDS = 3;
const ALPHA_BITFIELDS = 6;

/** Where the pixels of a BMP are and how they are laid out (Microsoft BITMAPINFOHEADER family). */
export interface BmpLayout {
  readonly width: number;
  readonly height: number;
  /** Rows run from the top; the usual order is from the bottom. */
  readonly topDown: boolean;
  readonly bitsPerPixel: number;
  /** 0 = none, 1 = RLE8, 2 = RLE4, 3 = bit fields … */
  readonly compression: number;
  /** Byte offset of the first row. */
  readonly dataOffset: number;
  /** Bytes per row, padded to four. */
  readonly rowBytes: number;
  /** Masks of red, green, blue and alpha; all zero when the default layout applies. */
  readonly masks: readonly [number, number, number, number];
  /** Bytes of the info header. */
  readonly headerSize: number;
  /** Palette entries announced; 0 means the default for the depth. */
  readonly paletteSize: number;
}

/** Reads the layout from the first bytes (70 are enough). Numbers are as stored; nothing is checked. */
export function bmpLayout(bytes: Uint8Array): BmpLayout {
  const headerSize = u32le(bytes, 14);
  const dataOffset = u32le(bytes, 10);
  if (headerSize === 12) {
    const width = u16le(bytes, 18);
    const bits = u16le(bytes, 24);
    const rowBytes = Math.ceil((width * bits) / 32) * 4;
    const common = { topDown: false, compression: 0, masks: [0, 0, 0, 0] as const, paletteSize: 0 };
    return { ...common, width, height: u16le(bytes, 20), bitsPerPixel: bits, dataOffset, rowBytes, headerSize };
  }
  const width = u32le(bytes, 18) | 0;
  const height = u32le(bytes, 22) | 0;
  const bits = u16le(bytes, 28);
  const compression = u32le(bytes, 30);
  const masked = compression === BITFIELDS || compression === ALPHA_BITFIELDS || headerSize >= 108;
  const mask = (i: number): number => (masked && bytes.length >= 58 + 4 * i ? u32le(bytes, 54 + 4 * i) : 0);
  // Outside headers of 56 bytes and more, the alpha mask exists only with ALPHA_BITFIELDS.
  const alpha = headerSize >= 56 || compression === ALPHA_BITFIELDS ? mask(3) : 0;
  return {
    width: Math.abs(width),
    height: Math.abs(height),
    topDown: height < 0,
    bitsPerPixel: bits,
    compression,
    dataOffset,
    rowBytes: Math.ceil((Math.abs(width) * bits) / 32) * 4,
    masks: [mask(0), mask(1), mask(2), alpha],
    headerSize,
    paletteSize: u32le(bytes, 46),
  };
}

/** Header facts of a BMP; uncompressed files also tell where they must end. */
export function readBmp(reader: HeaderReader): HeaderFacts {
  const facts = plainFacts('bmp');
  const start = reader.exactly(0, 26);
  const layout = bmpLayout(u32le(start, 14) === 12 ? start : reader.exactly(0, Math.min(70, reader.size)));
  if (u32le(start, 14) !== 12) reader.exactly(0, 54);
  facts.width = layout.width;
  facts.height = layout.height;
  const bits = layout.bitsPerPixel;
  facts.colour = bits <= 8 ? 'palette' : 'rgb';
  facts.hasAlpha = bits === 32 && layout.masks[3] !== 0;
  facts.channels = bits <= 8 ? 1 : bits === 32 ? 4 : 3;
  facts.bitDepth = bits <= 8 ? bits : bits === 16 ? 5 : 8;
  if (![1, 2, 4, 8, 16, 24, 32].includes(bits)) facts.damage = 'inconsistent';
  const plain = layout.compression === 0 || layout.compression === BITFIELDS;
  if (plain && layout.dataOffset + layout.rowBytes * layout.height > reader.size) facts.damage = 'truncated';
  return facts;
}
