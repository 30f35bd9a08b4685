import { createHash } from 'node:crypto';
import type { ProgressListener } from '../dataset/index.ts';
import { FileProblem, type Workspace } from '../workspace/workspace.ts';
import type { ImageFacts } from './facts.ts';
import { readHeader } from './header/read.ts';
import { isHeader } from './header/types.ts';

const readsAtOnce = 32;

/** Reads the header of one image. Never rejects: a file that cannot be read is a problem of that image. */
export async function readImageFacts(workspace: Workspace, root: string, file: string): Promise<ImageFacts> {
  const path = `${root}/${file}`;
  try {
    const { size, mtimeMs } = await workspace.stat(path);
    const reader = await workspace.open(path);
    try {
      const result = await readHeader(reader, file);
      return isHeader(result)
        ? { file, size, mtimeMs, header: result, problem: null }
        : { file, size, mtimeMs, header: null, problem: result };
    } finally {
      await reader.close();
    }
  } catch (error) {
    const detected = error instanceof FileProblem ? error.reason : String(error);
    return { file, size: 0, mtimeMs: 0, header: null, problem: { problem: 'unreadable', detected } };
  }
}

/** Reads the headers of many images, several at once. Results are in the order of `files`. */
export async function readAllImageFacts(
  workspace: Workspace,
  root: string,
  files: readonly string[],
  signal?: AbortSignal,
  onProgress?: ProgressListener,
): Promise<ImageFacts[]> {
  const results = new Array<ImageFacts>(files.length);
  let next = 0;
  let done = 0;
  const reader = async (): Promise<void> => {
    while (next < files.length) {
      signal?.throwIfAborted();
      const at = next++;
      results[at] = await readImageFacts(workspace, root, files[at]);
      onProgress?.(++done, files.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(readsAtOnce, files.length) }, reader));
  return results;
}

/** Groups of files with the same bytes, each sorted by name. Only files of equal size are read. */
export async function sameBytes(
  workspace: Workspace,
  root: string,
  images: readonly ImageFacts[],
  signal?: AbortSignal,
): Promise<string[][]> {
  const bySize = new Map<number, ImageFacts[]>();
  for (const image of images) {
    if (image.size === 0) continue;
    const same = bySize.get(image.size);
    if (same) same.push(image);
    else bySize.set(image.size, [image]);
  }
  const groups: string[][] = [];
  for (const candidates of bySize.values()) {
    if (candidates.length < 2) continue;
    const byHash = new Map<string, string[]>();
    for (const { file } of candidates) {
      signal?.throwIfAborted();
      const bytes = await workspace.read(`${root}/${file}`).catch(() => null);
      if (!bytes) continue;
      const hash = createHash('sha256').update(bytes).digest('base64');
      const same = byHash.get(hash);
      if (same) same.push(file);
      else byHash.set(hash, [file]);
    }
    for (const files of byHash.values()) if (files.length > 1) groups.push(files.sort());
  }
  return groups.sort((a, b) => (a[0] < b[0] ? -1 : 1));
}
