import { FileProblem, type FileStat, type WritableWorkspace } from '../workspace/workspace.ts';
import type { DatasetIndex, IndexOptions } from './index.ts';
import type { CaptionSource } from './record.ts';

/** Raised whenever what is kept, or how tokens are counted, changes. */
const format = 1;

/** Milliseconds that a time stamp may be coarse by. */
const settled = 2000;

/** What is kept of a caption: its text and its token count, good as long as size and time of the file are the same. */
export interface CachedCaption {
  readonly source: Extract<CaptionSource, { kind: 'text' }>;
  readonly tokens: number;
}

type Row = readonly [file: string, size: number, mtimeMs: number, bom: 0 | 1, tokens: number, text: string];

interface CacheFile {
  readonly format: number;
  readonly key: string;
  readonly captions: readonly Row[];
}

/** Captions of an earlier run by file. Only a help: without it, or with a damaged one, everything is read anew. */
export class CaptionCache {
  readonly #rows: Map<string, Row>;
  /** Captions that were found unchanged. */
  hits = 0;

  constructor(rows: readonly Row[]) {
    this.#rows = new Map(rows.map((row) => [row[0], row]));
  }

  /** Whether anything is kept of a file, so that asking for its size and time is worth it. */
  knows(file: string): boolean {
    return this.#rows.has(file);
  }

  /** The caption as kept, when the file is still the same. */
  get(file: string, stat: FileStat): CachedCaption | null {
    const row = this.#rows.get(file);
    if (!row || row[1] !== stat.size || row[2] !== stat.mtimeMs) return null;
    this.hits++;
    return { source: { kind: 'text', text: row[5], bom: row[3] === 1, size: row[1] }, tokens: row[4] };
  }
}

/** Loads the cache of a dataset; null where there is none that fits the way captions are cut and counted now. */
export async function loadCaptionCache(
  workspace: WritableWorkspace,
  path: string,
  options: IndexOptions,
): Promise<CaptionCache | null> {
  try {
    const file = JSON.parse(new TextDecoder().decode(await workspace.read(path))) as CacheFile;
    if (file.format !== format || file.key !== keyOf(options) || !Array.isArray(file.captions)) return null;
    return file.captions.every(isRow) ? new CaptionCache(file.captions) : null;
  } catch {
    return null;
  }
}

/** Keeps the captions of a dataset for the next run. Texts of open editors are left out. Never fails: a cache is only a help. */
export async function saveCaptionCache(workspace: WritableWorkspace, path: string, index: DatasetIndex): Promise<void> {
  const captions: Row[] = [];
  const files = [...index.captions].map(({ file }) => file);
  const keep = async (file: string): Promise<void> => {
    const record = index.record(file);
    if (record?.source.kind !== 'text' || index.isOverlaid(file)) return;
    const stat = await workspace.stat(`${index.root}/${file}`).catch(() => null);
    const { text, bom, size } = record.source;
    // A file written since the folder was listed, or just before, may be another one than was read.
    if (stat?.size === size && stat.mtimeMs < index.listedAt - settled)
      captions.push([file, size, stat.mtimeMs, bom ? 1 : 0, record.tokens, text]);
  };
  let next = 0;
  const keeper = async (): Promise<void> => {
    while (next < files.length) await keep(files[next++]);
  };
  await Promise.all(Array.from({ length: 8 }, keeper));
  const content: CacheFile = { format, key: keyOf(index.options), captions };
  await workspace.write(path, new TextEncoder().encode(JSON.stringify(content))).catch((error) => {
    if (!(error instanceof FileProblem)) throw error;
  });
}

function keyOf({ syntax, clip }: IndexOptions): string {
  return JSON.stringify([syntax, clip]);
}

function isRow(row: unknown): row is Row {
  return (
    Array.isArray(row) &&
    typeof row[0] === 'string' &&
    [1, 2, 3, 4].every((at) => typeof row[at] === 'number') &&
    typeof row[5] === 'string'
  );
}
