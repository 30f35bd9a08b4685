import type { PixelSize } from '../pixel-size.ts';
import type { Outcome } from '../trainer-error.ts';

export type FileKind = 'file' | 'directory';

export interface FolderEntry {
  readonly name: string;
  readonly kind: FileKind;
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
}
