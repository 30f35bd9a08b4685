import type { Plain } from '../documents/python-value.ts';
import type { TrainerFiles } from '../files/files.ts';
import type { PixelSize } from '../pixel-size.ts';
import { decodeUtf8 } from '../python/python-file.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import type { Architecture } from './architectures.ts';
import { readImageJsonl, readVideoJsonl } from './jsonl.ts';
import type { ResolvedDataset } from './resolve.ts';

/** An image or video of a dataset; `caption` is null where a file beside it holds it. */
export interface SourceItem {
  readonly path: string;
  readonly caption: Plain;
  /** What using it ends in, for a line of a list that lacks something. */
  readonly error?: string | null;
}

export interface Source {
  readonly items: readonly SourceItem[];
  /** By path of the item. */
  readonly controls: ReadonlyMap<string, readonly string[]>;
  readonly layers: ReadonlyMap<string, readonly string[]>;
  readonly hasControl: boolean;
}

/** The options of a dataset that decide what it holds. */
export interface DatasetParams {
  readonly directory: string | null;
  readonly list: string | null;
  readonly cacheDirectory: string | null;
  readonly controlDirectory: string | null;
  readonly captionExtension: string | null;
  readonly multipleTarget: boolean;
  readonly resolution: PixelSize;
}

/** Reads the parameters a plan needs; what the schema took has the right types. */
export function paramsOf(params: ResolvedDataset['params']): DatasetParams {
  const text = (name: string): string | null => (typeof params[name] === 'string' ? (params[name] as string) : null);
  const directory = text('image_directory') ?? text('video_directory');
  return {
    directory,
    list: text('image_jsonl_file') ?? text('video_jsonl_file'),
    cacheDirectory: text('cache_directory') ?? directory,
    controlDirectory: text('control_directory'),
    captionExtension: text('caption_extension'),
    multipleTarget: params.multiple_target === true,
    resolution: sizeOf(params.resolution),
  };
}

/** A size as resolved: two numbers. */
export function sizeOf(value: Plain | undefined): PixelSize {
  const [width, height] = Array.isArray(value) ? value : [];
  return { width: Number(width), height: Number(height) };
}

/** Control images per image that a family uses; null: all there are, at least one. */
export function controlCount({ kind, params }: ResolvedDataset, architecture: Architecture): number | null {
  if (kind === 'video' || architecture.controls === 'first') return 1;
  if (architecture.controls === 'all') return null;
  const indices = params.fp_1f_clean_indices;
  return Array.isArray(indices) ? indices.length : 1;
}

/** The items of a JSON Lines file. */
export function sourceOf(
  { list }: DatasetParams,
  kind: ResolvedDataset['kind'],
  count: number | null,
  files: TrainerFiles,
): Outcome<Source> {
  if (list === null) return stops('ValueError', 'neither a directory nor a list is named');
  const bytes = files.kind(list) === 'file' ? files.read(list) : null;
  if (bytes === null) return stops(files.kind(list) === 'directory' ? 'IsADirectoryError' : 'FileNotFoundError', list);
  const text = decodeUtf8(bytes);
  if (text === null) return stops('UnicodeDecodeError', list);
  const read = kind === 'image' ? readImageJsonl(text, count) : readVideoJsonl(text);
  if (read.error) return read;
  const controls = new Map<string, string[]>();
  for (const { path, controls: own } of read.value.items)
    if (path !== null && own.size > 0) {
      const paths = [...own.entries()]
        .sort(([a], [b]) => numberOf(a) - numberOf(b))
        .flatMap(([, value]) => (typeof value === 'string' ? [value] : []));
      controls.set(path, count === null ? paths : paths.slice(0, count));
    }
  return answer({
    items: read.value.items.map(({ path, caption, error }) => ({ path: path ?? '', caption, error })),
    controls,
    layers: new Map(),
    hasControl: read.value.hasControl,
  });
}

const numberOf = (key: string): number => Number(key.slice(key.lastIndexOf('_') + 1)) || 0;
