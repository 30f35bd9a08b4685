import type { ImageFormat } from '../header/types.ts';

/** More pixels than this are refused by PIL, and so by trainers (Pillow `Image.MAX_IMAGE_PIXELS` × 2). */
export const PIXEL_LIMIT = 178_956_970;

/** What the worker is asked: one file at a time, several under way. */
export interface DecodeRequest {
  readonly id: number;
  /**
   * `fingerprint` shrinks the picture and describes it; `pixels` digests every pixel, to tell equal pictures from
   * almost equal ones; `detail` makes what a second look compares;
   * `places` finds local features; `fineness` looks at the middle of the picture at its own size; `thumbnail` makes a small picture of it to show.
   */
  readonly job: 'fingerprint' | 'pixels' | 'detail' | 'places' | 'fineness' | 'thumbnail';
  /** Longer side of a thumbnail at the most, in pixels. */
  readonly side?: number;
  readonly path: string;
  readonly format: ImageFormat;
  /** Bytes of the file; left out: unknown. */
  readonly size?: number;
  /** The data of a JPEG or WebP is walked even where nothing looks odd. */
  readonly thorough?: boolean;
  /** Shown size in pixels, from the header. */
  readonly width: number;
  readonly height: number;
}

/** Why pixels could not be decoded, or only in part. */
export type DecodeDamage =
  /** Part of the picture is missing. */
  | 'truncated'
  /** The data contradicts itself. */
  | 'corrupt'
  /** It decodes without complaint, but what is left over shows that a part of the data is not what was written. */
  | 'garbled'
  /** The decoder does not read this kind of the format: nothing is said about the file. */
  | 'not-compared'
  /** More pixels than trainers accept. */
  | 'too-large'
  /** Decoding took too long. */
  | 'timeout'
  /** The file could not be read. */
  | 'unreadable';

export interface DecodeAnswer {
  readonly id: number;
  /** An encoded fingerprint, a digest of 32 bytes, a packed detail, packed local features, a fineness, or a thumbnail as a JPEG file; null when nothing could be decoded. */
  readonly bytes: Uint8Array | null;
  /** Beside a fingerprint: the packed shape that the picture is found by, of the level that was asked for. */
  readonly shape?: Uint8Array;
  readonly damage: DecodeDamage | null;
  /** The decoder's own words, for the log; of a JPEG that was walked, how far down it is broken, in per cent. */
  readonly detail: string | null;
}

/** First message of a worker: which decoder it has, or that it has none. */
export interface WorkerHello {
  readonly ready: boolean;
  readonly build: 'native' | 'wasm' | null;
  readonly detail: string | null;
}

export type WorkerMessage = WorkerHello | DecodeAnswer;
