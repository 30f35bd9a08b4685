import type { ColourType, HeaderDamage, ImageFormat, Orientation } from './types.ts';

/** What one format's parser finds; the last two, which follow from the whole file, are filled in by `readHeader`. */
export interface HeaderFacts {
  format: ImageFormat;
  variant: string | null;
  width: number;
  height: number;
  bitDepth: number;
  channels: number;
  colour: ColourType;
  hasAlpha: boolean;
  animated: boolean;
  frames: number | null;
  exifOrientation: Orientation;
  icc: boolean;
  progressive: boolean;
  jpegQuality: number | null;
  webpQuality: number | null;
  damage: HeaderDamage | null;
  bytesPerPixel: number;
  extensionMismatch: boolean;
}

/** The plain case, for parsers to fill in. */
export function plainFacts(format: ImageFormat): HeaderFacts {
  return {
    format,
    variant: null,
    width: 0,
    height: 0,
    bitDepth: 8,
    channels: 3,
    colour: 'rgb',
    hasAlpha: false,
    animated: false,
    frames: 1,
    exifOrientation: 1,
    icc: false,
    progressive: false,
    jpegQuality: null,
    webpQuality: null,
    damage: null,
    bytesPerPixel: 0,
    extensionMismatch: false,
  };
}
