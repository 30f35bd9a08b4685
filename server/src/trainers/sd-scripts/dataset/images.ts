import type { TrainerFiles } from '../../files/files.ts';
import { compareCodePoints, joinPath } from '../../files/paths.ts';

const LOWER_CASE = ['.png', '.jpg', '.jpeg', '.webp', '.bmp'];

/** Endings of images, lower or upper case throughout; `.Png` is not seen on Linux and macOS (sd-scripts library/train_util.py). */
export const IMAGE_ENDINGS: readonly string[] = LOWER_CASE.flatMap((ending) => [ending, ending.toUpperCase()]);

/** True when the trainer takes a file (or folder) of this name for an image. Names that start with a dot are never seen. */
export function isImageName(name: string): boolean {
  return !name.startsWith('.') && IMAGE_ENDINGS.some((ending) => name.endsWith(ending));
}

/**
 * The images of one folder, not of folders below it, as paths, sorted by code point (library/train_util.py, glob_images).
 * A *folder* called `x.png` is among them: asking for its size then stops the trainer.
 */
export function listImages(files: TrainerFiles, directory: string): string[] {
  return files
    .list(directory)
    .filter((entry) => entry.kind !== 'broken-link' && isImageName(entry.name))
    .map((entry) => joinPath(withoutTrailingSlashes(directory), entry.name))
    .sort(compareCodePoints);
}

/** `dir` and `dir/` give the same image paths. */
export function withoutTrailingSlashes(directory: string): string {
  return directory.replace(/\/+$/, '') || (directory.startsWith('/') ? '/' : directory);
}
