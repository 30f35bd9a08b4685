import type { PixelSize } from '../pixel-size.ts';
import type { Outcome } from '../trainer-error.ts';

export type FileKind = 'file' | 'directory';

export interface FolderEntry {
  readonly name: string;
  /** What a link leads to, where it leads anywhere. */
  readonly kind: FileKind | 'broken-link';
  /** The entry itself is a link. */
  readonly isLink?: boolean;
}

/** A picture as Pillow opens it: its header says so much. */
export interface Picture extends PixelSize {
  /** EXIF orientation; 5 to 8 swap width and height where a trainer applies it. `width` and `height` are as stored. */
  readonly orientation: number;
  /** An alpha channel, or null where that is not known. */
  readonly hasAlpha: boolean | null;
  /** The pixels end before the picture does: opening works, decoding does not. */
  readonly truncated: boolean;
}

/** What is known of a video without decoding it. */
export interface Clip extends PixelSize {
  readonly frames: number;
  /** Frames per second; null for a folder of pictures. */
  readonly fps: number | null;
}

/**
 * The files of a dataset as this folder sees them. Answers at once: whoever implements it over a disk reads ahead or reads
 * synchronously (a command line may; an editor prepares a snapshot, e.g. {@link MemoryFiles}).
 *
 * Paths are those the trainer itself would use: absolute or relative to where it is started, with `/`, sometimes with a slash at
 * the end or doubled. `a/`, `a` and `a//` are one place; case matters.
 */
export interface TrainerFiles {
  /** null: nothing there. Links are followed. */
  kind(path: string): FileKind | null;
  /** Direct children in the order of the file system; empty when the path is no folder. */
  list(directory: string): readonly FolderEntry[];
  /** The whole content; null when the path is no readable file. */
  read(path: string): Uint8Array | null;
  /**
   * Size in pixels as the *trainer* sees it: what `readTrainerImageSize` answers for the bytes of the file. Asked once for each image
   * whose size no cache file overrides.
   */
  imageSize(path: string): Outcome<PixelSize>;
  /** A picture as Pillow opens it; the error is that of `Image.open`. */
  picture(path: string): Outcome<Picture>;
  /** A video or a folder of pictures taken as one; null where its length is not known. The error is that of opening it. */
  clip(path: string): Outcome<Clip | null>;
}
