/** The image formats whose headers are read. `heif` covers HEIC and other non-AVIF brands of the same container. */
export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'bmp' | 'tiff' | 'avif' | 'heif';

/** How the pixels are stored, before any decoder turns them into RGB. */
export type ColourType = 'grey' | 'rgb' | 'palette' | 'ycc' | 'cmyk';

/** EXIF orientation, 1 (as stored) to 8; 5 to 8 swap width and height when the picture is shown. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What is wrong with a file whose header could still be read. */
export type HeaderDamage =
  /** The file ends before its pixel data does: trainers that decode with PIL stop with an OSError. */
  | 'truncated'
  /** A field of the header contradicts another one; decoders may refuse the file. */
  | 'inconsistent';

/** Everything a file says about its picture without decoding a pixel. */
export interface ImageHeader {
  readonly format: ImageFormat;
  /** The flavour inside the container where trainers care: `VP8`, `VP8L`, `VP8X` (sd-scripts reads VP8X one pixel too small). */
  readonly variant: string | null;
  /** Pixels as stored, before EXIF orientation. */
  readonly width: number;
  /** Pixels as stored, before EXIF orientation. */
  readonly height: number;
  /** Bits per channel (per index for palettes). */
  readonly bitDepth: number;
  /** Channels of the stored pixels, alpha included; 1 for palettes. */
  readonly channels: number;
  readonly colour: ColourType;
  /** Whether the format announces transparency; the pixels may still all be opaque. */
  readonly hasAlpha: boolean;
  readonly animated: boolean;
  /** Number of frames or pages; null when counting them would mean reading the whole file. */
  readonly frames: number | null;
  readonly exifOrientation: Orientation;
  /** An embedded ICC colour profile. */
  readonly icc: boolean;
  readonly progressive: boolean;
  /** Estimated quality 1–100 of the encoder's settings, from the JPEG luminance table; null for other formats. */
  readonly jpegQuality: number | null;
  /** The same of a lossy WebP, from the quantiser of its frame; off by up to 20. Null for other files. */
  readonly webpQuality: number | null;
  /** File size over stored pixel count. */
  readonly bytesPerPixel: number;
  readonly damage: HeaderDamage | null;
  /** The content is of another format than the file's extension says; false when no name was given. */
  readonly extensionMismatch: boolean;
}

/** Why no header could be read. */
export type HeaderProblemKind =
  | 'empty'
  | 'not-an-image'
  | 'truncated-header'
  | 'unsupported'
  /** The file could not be opened or read at all; given by callers that do the reading. */
  | 'unreadable';

/** A file without a usable header. */
export interface HeaderProblem {
  readonly problem: HeaderProblemKind;
  /** What the first bytes look like: a format name (`svg`, `jxl`, `text` …), or an error code for `unreadable`; null when unknown. */
  readonly detected: string | null;
}

/** Result of reading a header: facts or a reason, never an exception. */
export type HeaderResult = ImageHeader | HeaderProblem;

/** Tells the two kinds of result apart. */
export function isHeader(result: HeaderResult): result is ImageHeader {
  return 'format' in result;
}

/**
 * Where header bytes come from. `read` may return fewer bytes than asked for at the end of the file, and may use `memory`, whose bytes are
 * good until the next time it is given.
 */
export interface ByteSource {
  /** Total size in bytes. */
  readonly size: number;
  read(offset: number, length: number, memory?: Uint8Array): Promise<Uint8Array> | Uint8Array;
}
