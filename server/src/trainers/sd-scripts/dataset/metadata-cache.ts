import { parseJsonConfig } from '../../documents/json-document.ts';
import type { PyValue } from '../../documents/python-value.ts';
import type { TrainerFiles } from '../../files/files.ts';
import type { PixelSize } from '../../pixel-size.ts';
import { decodeUtf8 } from '../../python/python-file.ts';
import { answer, type Outcome, stops } from '../../trainer-error.ts';
import type { ImageEntry } from './builder.ts';

/** Written into the image folder with `cache_info`. Where it exists, caption files, new and removed images are ignored. */
export const METADATA_CACHE = 'metadata_cache.json';

type CachedImage = Pick<ImageEntry, 'path' | 'caption' | 'captionSource' | 'size' | 'sizeSource'>;

/** Images, captions and sizes of a folder from its cache file (sd-scripts library/train_util.py, load_dreambooth_dir). */
export function readMetadataCache(files: TrainerFiles, path: string): Outcome<CachedImage[]> {
  const json = readJson(files, path);
  if (json.error) return json;
  if (json.value.type !== 'dict') return stops('AttributeError', `${path} holds no dictionary`);
  const images: CachedImage[] = [];
  for (const [image, { value }] of json.value.entries) {
    if (value.type !== 'dict') return stops('TypeError', `${path}: ${image}`);
    const caption = value.entries.get('caption')?.value;
    const resolution = value.entries.get('resolution')?.value;
    if (!resolution || !caption) return stops('KeyError', resolution ? 'caption' : 'resolution');
    if (caption.type !== 'str') return stops('AttributeError', `${path}: the caption of ${image} is no text`);
    images.push({
      path: image,
      caption: caption.value,
      captionSource: { from: 'metadata-cache', path },
      size: sizeOf(resolution),
      sizeSource: sizeOf(resolution) ? 'metadata-cache' : 'image',
    });
  }
  return answer(images);
}

/** `[width, height]` of a metadata file; null when it is something else. */
export function sizeOf(value: PyValue | undefined): PixelSize | null {
  if (value?.type !== 'list' || value.items.length !== 2) return null;
  const [width, height] = value.items.map((item) =>
    item.type === 'int' || item.type === 'float' ? item.value : Number.NaN,
  );
  return Number.isNaN(width) || Number.isNaN(height) ? null : { width: width as number, height: height as number };
}

/** A JSON file as Python reads it. */
export function readJson(files: TrainerFiles, path: string): Outcome<PyValue> {
  const text = readText(files, path);
  return text.error ? text : parseJsonText(text.value);
}

export function readText(files: TrainerFiles, path: string): Outcome<string> {
  if (files.kind(path) === 'directory') return stops('IsADirectoryError', path);
  const bytes = files.read(path);
  if (!bytes) return stops('FileNotFoundError', path);
  const text = decodeUtf8(bytes);
  return text === null ? stops('UnicodeDecodeError', path) : answer(text);
}

export function parseJsonText(text: string): Outcome<PyValue> {
  const document = parseJsonConfig(text);
  const error = document.errors[0];
  return error ? stops(error.exception, error.message) : answer(document.root);
}
