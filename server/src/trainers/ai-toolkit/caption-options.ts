import { NONE, type PyValue } from '../documents/python-value.ts';
import type { TrainerFiles } from '../files/files.ts';
import { splitExtension } from '../files/paths.ts';
import { decodeUtf8, universalNewlines } from '../python/python-file.ts';
import { pythonStrip } from '../python/python-text.ts';
import { isTrue } from '../python/truth.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import type { CaptionOptions } from './caption.ts';
import type { Values } from './resolve.ts';

/** What shapes the captions of a dataset; `processTrigger` is the trigger of the process. */
export function captionOptions(values: Values, processTrigger: PyValue, files: TrainerFiles): CaptionOptions {
  const number = (name: string): number => {
    const value = values.get(name);
    return value?.type === 'float' ? value.value : 0;
  };
  return {
    captionDropoutRate: number('caption_dropout_rate'),
    tokenDropoutRate: number('token_dropout_rate'),
    keepTokens: values.get('keep_tokens') ?? NONE,
    shuffleTokens: isTrue(values.get('shuffle_tokens')),
    randomTriggers: randomTriggers(values.get('random_triggers') ?? NONE, files),
    randomTriggersMax: values.get('random_triggers_max') ?? NONE,
    trigger: values.get('trigger_word') ?? NONE,
    processTrigger,
    isReg: isTrue(values.get('is_reg')),
    cached: isTrue(values.get('cache_text_embeddings')),
  };
}

/** The words of a list; the lines of a file; of any other text its characters. */
function randomTriggers(value: PyValue, files: TrainerFiles): string[] {
  if (value.type === 'list') return value.items.flatMap((item) => (item.type === 'str' ? [item.value] : []));
  if (value.type !== 'str' || value.value === '') return [];
  if (files.kind(value.value) !== 'file') return [...value.value];
  const text = decodeUtf8(files.read(value.value) ?? new Uint8Array()) ?? '';
  return universalNewlines(text)
    .split('\n')
    .filter((line) => pythonStrip(line) !== '');
}

/** The caption file of an image: its path without the last ending, and `caption_ext`. */
export function captionPathOf(image: string, extension: PyValue): Outcome<string> {
  if (extension.type !== 'str') return stops('TypeError', 'caption_ext is no text');
  return answer(splitExtension(image)[0] + extension.value);
}

/**
 * The text of the caption file, whole and untrimmed; null when there is none. Anything but UTF-8 stops the trainer at the first use of
 * the image (ai-toolkit toolkit/dataloader_mixins.py).
 */
export function readCaptionFile(files: TrainerFiles, image: string, extension: PyValue): Outcome<string | null> {
  const path = captionPathOf(image, extension);
  if (path.error) return path;
  const kind = files.kind(path.value);
  if (kind === null) return answer(null);
  if (kind === 'directory') return stops('IsADirectoryError', path.value);
  const text = decodeUtf8(files.read(path.value) ?? new Uint8Array());
  return text === null ? stops('UnicodeDecodeError', path.value) : answer(universalNewlines(text));
}
