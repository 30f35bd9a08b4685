import { parseJsonConfig } from '../documents/json-document.ts';
import type { PyValue } from '../documents/python-value.ts';
import type { TrainerFiles } from '../files/files.ts';
import { joinPath, splitExtension } from '../files/paths.ts';
import { decodeUtf8 } from '../python/python-file.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';

/** Endings of images, in any letter case (ai-toolkit toolkit/data_loader.py). */
export const IMAGE_ENDINGS = ['.jpg', '.jpeg', '.png', '.webp'];
/** Endings of videos, read when a dataset asks for frames. */
export const VIDEO_ENDINGS = ['.mp4', '.avi', '.mov', '.webm', '.mkv', '.wmv', '.m4v', '.flv'];

/** Folders whose own files are not read; those in folders below it are. */
export const CONTROLS_FOLDER = '_controls';

export function hasEnding(name: string, endings: readonly string[]): boolean {
  return endings.includes(splitExtension(name)[1].toLowerCase());
}

/** A file of a dataset with the captions a JSON file gives it. */
export interface ListedFile {
  readonly path: string;
  readonly isVideo: boolean;
  /** From a JSON dataset; null: the caption file counts. */
  readonly caption: string | null;
  readonly captionShort: string | null;
}

/** Every image below a folder: hidden names and the files of `_controls` are skipped, links to folders are not followed. */
export function walkFolder(files: TrainerFiles, folder: string, withVideos: boolean): ListedFile[] {
  const found: ListedFile[] = [];
  const visit = (directory: string): void => {
    const isControls = directory.slice(directory.lastIndexOf('/') + 1) === CONTROLS_FOLDER;
    for (const { name, kind, isLink } of files.list(directory)) {
      if (name.startsWith('.')) continue;
      const path = joinPath(directory, name);
      if (kind === 'directory') {
        if (!isLink) visit(path);
        continue;
      }
      const isVideo = withVideos && hasEnding(name, VIDEO_ENDINGS);
      if (isControls || !(isVideo || hasEnding(name, IMAGE_ENDINGS))) continue;
      found.push({ path, isVideo, caption: null, captionShort: null });
    }
  };
  visit(folder);
  return found;
}

/** The images of a JSON dataset, of any ending; files that are missing are left out. */
export function readJsonDataset(files: TrainerFiles, path: string): Outcome<ListedFile[]> {
  const bytes = files.kind(path) === 'file' ? files.read(path) : null;
  if (bytes === null) return stops('FileNotFoundError', path);
  const text = decodeUtf8(bytes);
  if (text === null) return stops('UnicodeDecodeError', path);
  const { root, errors } = parseJsonConfig(text);
  if (errors.length > 0) return stops('JSONDecodeError', path);
  if (root.type !== 'dict') return stops(root.type === 'list' ? 'AttributeError' : 'AttributeError', path);
  const textOf = (value: PyValue, key: string): string | null => {
    const found = value.type === 'dict' ? value.entries.get(key)?.value : undefined;
    return found?.type === 'str' ? found.value : null;
  };
  return answer(
    [...root.entries].flatMap(([image, { value }]) =>
      files.kind(image) === null
        ? []
        : [
            {
              path: image,
              isVideo: hasEnding(image, VIDEO_ENDINGS),
              caption: textOf(value, 'caption'),
              captionShort: textOf(value, 'caption_short'),
            },
          ],
    ),
  );
}

/** The file of an image's stem in another folder, with the first of these endings; sub-folders do not count. */
export function pairedFile(
  files: TrainerFiles,
  image: string,
  folder: string,
  endings: readonly string[] = IMAGE_ENDINGS,
): string | null {
  const [stem] = splitExtension(image.slice(image.lastIndexOf('/') + 1));
  const found = endings.find((ending) => files.kind(joinPath(folder, stem + ending)) !== null);
  return found === undefined ? null : joinPath(folder, stem + found);
}
