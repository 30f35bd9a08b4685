import type { TrainerFiles } from '../files/files.ts';
import { baseName, compareCodePoints, joinPath, splitExtension } from '../files/paths.ts';
import { globMatches } from '../python/glob.ts';
import { pythonInt } from '../python/python-text.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';

const bothCases = (endings: readonly string[]) => endings.flatMap((ending) => [ending, ending.toUpperCase()]);

/** Endings of images, all lower or all upper case (musubi-tuner dataset/media_utils.py). */
export const IMAGE_ENDINGS = bothCases(['.png', '.jpg', '.jpeg', '.webp', '.bmp', '.avif']);
export const VIDEO_ENDINGS = bothCases([
  ...['.mp4', '.webm', '.avi', '.mkv', '.mov', '.flv', '.wmv', '.m4v', '.mpg', '.mpeg'],
]);

/** True when a name ends like one of the media, as `dir/*ending` finds it: names with a dot in front are not found. */
export function isMediaName(name: string, endings: readonly string[]): boolean {
  return !name.startsWith('.') && endings.some((ending) => name.endsWith(ending));
}

/**
 * Images or videos directly in a folder, by code point of the whole path. Folders and broken links of such a name are among them:
 * opening them stops the caching. A folder that is missing has none.
 */
export function listMedia(files: TrainerFiles, directory: string, endings: readonly string[]): string[] {
  return files
    .list(directory)
    .filter(({ name }) => isMediaName(name, endings))
    .map(({ name }) => joinPath(directory, name))
    .sort(compareCodePoints);
}

/**
 * The images that have a caption: those whose stem is that of a file `*<caption_extension>`. `?`, `*` and brackets in the option are
 * wildcards here, though not when the caption is opened. Without the option all are taken.
 */
export function withCaptions(
  files: TrainerFiles,
  directory: string,
  images: readonly string[],
  extension: string | null,
): { captioned: string[]; others: string[] } {
  if (extension === null) return { captioned: [...images], others: [] };
  const stems = new Set(
    files
      .list(directory)
      .filter(({ name }) => globMatches(`*${extension}`, name))
      .map(({ name }) => splitExtension(name)[0]),
  );
  const has = (path: string) => stems.has(splitExtension(baseName(path))[0]);
  return { captioned: images.filter(has), others: images.filter((path) => !has(path)) };
}

/**
 * Files that belong to images by name: `stem.png` first, then `stem_0.png`, `stem_1.png` … Longer stems choose first. Anything else
 * behind the stem than a number stops the trainer.
 */
export function companionsOf(
  images: readonly string[],
  candidates: readonly string[],
  allowExact: boolean,
): Outcome<Map<string, string[]>> {
  const left = new Set(candidates);
  const found = new Map<string, string[]>(images.map((image) => [image, []]));
  const stemOf = (path: string) => splitExtension(baseName(path))[0];
  const byLength = [...images].sort((a, b) => stemOf(b).length - stemOf(a).length);
  for (const image of byLength) {
    const stem = stemOf(image);
    const own = [...left].filter((path) => {
      const name = baseName(path);
      return name.startsWith(`${stem}_`) || (allowExact && name.startsWith(`${stem}.`));
    });
    const numbered: [order: number, path: string][] = [];
    for (const path of own) {
      const name = stemOf(path);
      const order = name === stem ? -1 : name.includes('_') ? pythonInt(name.slice(name.lastIndexOf('_') + 1)) : null;
      if (order === null) return stops('ValueError', path);
      numbered.push([order, path]);
      left.delete(path);
    }
    numbered.sort((a, b) => a[0] - b[0]);
    found.set(
      image,
      numbered.map(([, path]) => path),
    );
  }
  return answer(found);
}

/** The control of a video: of its own name, else a folder named as its stem, else its stem with another ending of videos. */
export function videoControl(files: TrainerFiles, video: string, directory: string): string | null {
  const name = baseName(video);
  const same = joinPath(directory, name);
  if (files.kind(same) !== null) return same;
  const [stem] = splitExtension(name);
  const folder = joinPath(directory, stem);
  if (files.kind(folder) !== null) return folder;
  const other = VIDEO_ENDINGS.find((ending) => files.kind(joinPath(directory, stem + ending)) !== null);
  return other === undefined ? null : joinPath(directory, stem + other);
}
