import type { TrainerFiles } from '../../files/files.ts';
import { splitExtension } from '../../files/paths.ts';
import { decodeUtf8 } from '../../python/python-file.ts';
import { pythonStrip } from '../../python/python-text.ts';
import { answer, type Outcome, stops } from '../../trainer-error.ts';

/** A caption as read from disk, before prefix, wildcards and shuffling. */
export interface ReadCaption {
  readonly text: string;
  readonly path: string;
  /** The file of another name that is meant for face crops: four parts of the *path* were taken off. */
  readonly isFaceFallback: boolean;
}

/**
 * The files the trainer looks for, in order. The second takes the last four `_` parts off the whole path, folders included, so it can
 * lie in another folder (sd-scripts library/train_util.py, read_caption).
 */
export function captionCandidates(imagePath: string, extension: string): string[] {
  const [stem] = splitExtension(imagePath);
  const parts = stem.split('_');
  const faceStem = parts.length >= 5 ? parts.slice(0, -4).join('_') : stem;
  return faceStem === stem ? [stem + extension] : [stem + extension, faceStem + extension];
}

/** `caption_extension` as it is used: a dot is put in front where it is missing; empty stays empty. */
export function captionEnding(extension: string): string {
  return extension === '' || extension.startsWith('.') ? extension : `.${extension}`;
}

/**
 * The caption of an image; null without a caption file. A file of 0 bytes and one that is not UTF-8 stop the trainer.
 * Without wildcards only the first line counts, even when it is blank and others are not.
 */
export function readCaption(
  files: TrainerFiles,
  imagePath: string,
  extension: string,
  enableWildcard: boolean,
): Outcome<ReadCaption | null> {
  const candidates = captionCandidates(imagePath, extension);
  const path = candidates.find((candidate) => files.kind(candidate) === 'file');
  if (path === undefined) return answer(null);
  const content = decodeUtf8(files.read(path) ?? new Uint8Array());
  if (content === null) return stops('UnicodeDecodeError', `illegal char in file (not UTF-8): ${path}`);
  if (content === '') return stops('AssertionError', `caption file is empty: ${path}`);
  return answer({ text: captionText(content, enableWildcard), path, isFaceFallback: path !== candidates[0] });
}

/** What the trainer keeps of the text of a caption file. */
export function captionText(content: string, enableWildcard: boolean): string {
  const lines = content.split(/\r\n|\r|\n/).map(pythonStrip);
  return enableWildcard ? lines.filter((line) => line !== '').join('\n') : (lines[0] as string);
}
