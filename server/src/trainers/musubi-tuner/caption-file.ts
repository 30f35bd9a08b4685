import type { TrainerFiles } from '../files/files.ts';
import { decodeUtf8, universalNewlines } from '../python/python-file.ts';
import { pythonStrip } from '../python/python-text.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';

/**
 * What trains of the bytes of a caption file: all of it, white space at both ends taken off, a byte-order mark kept (musubi-tuner
 * dataset/datasources.py). Anything but UTF-8 stops the caching.
 */
export function captionOfBytes(bytes: Uint8Array): Outcome<string> {
  const text = decodeUtf8(bytes);
  if (text === null) return stops('UnicodeDecodeError', 'not UTF-8');
  return answer(pythonStrip(universalNewlines(text)));
}

/** The caption file of an image or video: its path without the last ending, and the option's text as written. */
export function captionPathOf(path: string, extension: string): string {
  const dot = path.lastIndexOf('.');
  const stem = dot > path.lastIndexOf('/') + 1 ? path.slice(0, dot) : path;
  return stem + extension;
}

/** The caption of an image or video in a folder; without `caption_extension` nothing is found. */
export function readCaptionFile(files: TrainerFiles, path: string, extension: string | null): Outcome<string> {
  if (extension === null || extension === undefined) return stops('FileNotFoundError', path);
  const place = captionPathOf(path, extension);
  const kind = files.kind(place);
  if (kind === 'directory') return stops('IsADirectoryError', place);
  const bytes = kind === null ? null : files.read(place);
  return bytes === null ? stops('FileNotFoundError', place) : captionOfBytes(bytes);
}
