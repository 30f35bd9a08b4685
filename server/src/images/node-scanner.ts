import { createHash } from 'node:crypto';
import path from 'node:path';
import type { PixelScanner } from './survey.ts';

/** The worker's bundle lies beside the bundle that runs. */
export const bundledWorker = (): string => path.join(__dirname, 'worker.cjs');

/**
 * Compares pixels of files on this machine with the worker.
 * @param cacheFolder where fingerprints are kept between scans, in one file per dataset; null keeps none
 * @param root the dataset's folder
 */
export function nodeScanner(workerPath: string, cacheFolder: string | null, root: string): PixelScanner {
  return async (request) => {
    const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
    const cachePath = cacheFolder === null ? null : `${cacheFolder}/images-${name}.bin`;
    // A part of its own: most runs look at no pixels.
    const { scanImages } = await import('./scan.ts');
    return scanImages({ ...request, workerPath, cachePath });
  };
}
