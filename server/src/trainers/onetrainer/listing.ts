import type { TrainerFiles } from '../files/files.ts';
import { compareCodePoints, joinPath, splitExtension } from '../files/paths.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';

/** Endings in any letter case (OneTrainer modules/util/path_util.py). */
export const IMAGE_ENDINGS = ['.bmp', '.jpg', '.jpeg', '.png', '.tif', '.tiff', '.webp', '.avif'];
export const VIDEO_ENDINGS = ['.webm', '.mkv', '.flv', '.avi', '.mov', '.wmv', '.mp4', '.mpeg', '.m4v'];

/** Ends of stems that make a file the mask or the condition of another, in exactly this case. */
export const COMPANION_STEMS = ['-masklabel', '-condlabel'];

export function hasEnding(name: string, endings: readonly string[]): boolean {
  return endings.includes(splitExtension(name)[1].toLowerCase());
}

/** True for the mask or condition of another image. */
export function isCompanion(name: string): boolean {
  const [stem] = splitExtension(name);
  return COMPANION_STEMS.some((end) => stem.endsWith(end));
}

/**
 * The images of a concept by code point of their path. A path that is no folder but reads like a repository is downloaded by the
 * trainer, which is reported as `HubDownload`.
 */
export function collectImages(
  files: TrainerFiles,
  path: string,
  withFolders: boolean,
  endings: readonly string[],
): Outcome<string[]> {
  const kind = files.kind(path);
  if (kind === 'file') return stops('NotADirectoryError', path);
  if (kind === null) return stops(isRepository(path) ? 'HubDownload' : 'FileNotFoundError', path);
  const found: string[] = [];
  const visit = (directory: string): void => {
    for (const { name, kind: inner } of files.list(directory)) {
      const place = joinPath(directory, name);
      if (inner === 'directory') {
        if (withFolders && !name.startsWith('.')) visit(place);
      } else if (hasEnding(name, endings) && !isCompanion(name)) found.push(place);
    }
  };
  visit(path);
  return answer(found.sort(compareCodePoints));
}

/** `name` or `user/name` as Hugging Face takes it (from memory of its library). */
export function isRepository(path: string): boolean {
  const parts = path.split('/');
  if (parts.length > 2 || path.includes('--') || path.includes('..') || path.endsWith('.git')) return false;
  return path.length <= 96 && parts.every((part) => /^[\w](?:[\w.-]*[\w])?$/.test(part));
}
