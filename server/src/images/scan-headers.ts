import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ImageFile, readHeaderOfFile } from './files.ts';
import type { HeaderResult } from './header/types.ts';

/** The header of one file, or why there is none. */
export interface FileHeader {
  readonly file: string;
  readonly result: HeaderResult;
}

/** How far a stage of a scan has come. */
export interface ScanProgress {
  readonly stage: 'headers' | 'fingerprints' | 'comparing';
  readonly done: number;
  readonly total: number;
}

export interface HeaderScanOptions {
  readonly files: readonly ImageFile[];
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ScanProgress) => void) | undefined;
}

/** Longest stretch of work, in milliseconds, before other tasks of the process get a turn. */
const TURN_MS = 12;

/**
 * Reads the headers of many files, in order, without a worker and without decoding.
 * @throws the signal's reason when cancelled; nothing else
 */
export async function scanHeaders({ files, signal, onProgress }: HeaderScanOptions): Promise<FileHeader[]> {
  const headers: FileHeader[] = [];
  const window = new Uint8Array(16384);
  let turn = performance.now();
  for (const { path, size } of files) {
    headers.push({ file: path, result: readHeaderOfFile(path, size, window) });
    if (performance.now() - turn < TURN_MS) continue;
    onProgress?.({ stage: 'headers', done: headers.length, total: files.length });
    await nextTurn();
    signal?.throwIfAborted();
    turn = performance.now();
  }
  signal?.throwIfAborted();
  onProgress?.({ stage: 'headers', done: files.length, total: files.length });
  return headers;
}
