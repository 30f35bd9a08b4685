import type { TrainerFiles } from '../files/files.ts';
import { baseName, splitExtension } from '../files/paths.ts';
import { decodeUtf8, fileLines } from '../python/python-file.ts';
import { pythonStrip } from '../python/python-text.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import { type CaptionOptions, captionOptions } from './caption.ts';
import type { Values } from './concepts.ts';
import { specialLines } from './special-tags.ts';

/** The caption file of an image: `.txt` in lower case, and nothing else. */
export function captionPathOf(image: string): string {
  return `${splitExtension(image)[0]}.txt`;
}

/** The lines of which one is drawn: trimmed, none of them blank; a missing file trains as the empty text. */
export function captionLines(files: TrainerFiles, image: string, text: Values): Outcome<string[]> {
  switch (text.get('prompt_source')) {
    case 'sample':
      return linesOf(files, captionPathOf(image));
    case 'concept':
      return linesOf(files, String(text.get('prompt_path')));
    case 'filename':
      return answer([splitExtension(baseName(image))[0]]);
    default:
      return stops('KeyError', String(text.get('prompt_source')));
  }
}

function linesOf(files: TrainerFiles, path: string): Outcome<string[]> {
  const kind = files.kind(path);
  if (kind === 'directory') return stops('IsADirectoryError', path);
  if (kind === null) return answer(['']);
  const text = decodeUtf8(files.read(path) ?? new Uint8Array());
  if (text === null) return stops('RuntimeError', path);
  const lines = fileLines(text)
    .map(pythonStrip)
    .filter((line) => line !== '');
  return answer(lines.length > 0 ? lines : ['']);
}

/** The options of a concept's text, with its file of special tags. */
export function readCaptionOptions(files: TrainerFiles, text: Values): Outcome<CaptionOptions> {
  const written = String(text.get('tag_dropout_special_tags'));
  const isFile = /\.(?:txt|csv)$/.test(written) && files.kind(written) === 'file';
  const options = captionOptions(text, null);
  if (!isFile || !options.dropout) return answer(options);
  const lines = specialLines(written, decodeUtf8(files.read(written) ?? new Uint8Array()) ?? '');
  return lines === null ? stops('IndexError', written) : answer(captionOptions(text, lines));
}
