import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CompareLevel } from './levels.ts';
import type { CompareAnswer, CompareRequest, NearPair } from './thread.ts';

const MAX_THREADS = 4;
/** Fewer new fingerprints than this are not worth a second thread. */
const WORTH_A_THREAD = 200;

export interface ComparisonOptions {
  /** The bundle of `worker.ts`. */
  readonly workerPath: string;
  readonly level: CompareLevel;
  /** Encoded fingerprints, those whose pairs are known first. */
  readonly prints: readonly Uint8Array[];
  readonly known: number;
  readonly signal?: AbortSignal | undefined;
  /** Hears how many of the new fingerprints have been compared. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * Compares fingerprints in threads of their own and returns the near-duplicate pairs, in order.
 * @throws the signal's reason when cancelled, and what a thread threw
 */
export async function comparePictures(options: ComparisonOptions): Promise<NearPair[]> {
  const fresh = options.prints.length - options.known;
  if (fresh <= 0 || options.prints.length < 2) return [];
  const wanted = Math.ceil(fresh / WORTH_A_THREAD);
  const shares = Math.max(1, Math.min(MAX_THREADS, availableParallelism(), wanted));
  const done = new Array<number>(shares).fill(options.known);
  const progress = (share: number, count: number): void => {
    done[share] = count;
    options.onProgress?.(Math.max(0, Math.min(...done) - options.known));
  };
  const results = await Promise.all(done.map((_, share) => runShare(options, share, shares, progress)));
  return results.flat().sort((x, y) => x.a - y.a || x.b - y.b);
}

function runShare(
  { workerPath, level, prints, known, signal }: ComparisonOptions,
  share: number,
  shares: number,
  progress: (share: number, count: number) => void,
): Promise<NearPair[]> {
  signal?.throwIfAborted();
  const thread = new Worker(workerPath, { execArgv: [], stdout: true, stderr: true });
  return new Promise<NearPair[]>((resolve, reject) => {
    const abort = (): void => reject(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    thread.on('message', (answer: CompareAnswer) => {
      if ('pairs' in answer) {
        signal?.removeEventListener('abort', abort);
        resolve(answer.pairs);
      } else progress(share, answer.done);
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`comparison ended with code ${code}`)));
    const request: CompareRequest = { level, prints, known, share, shares };
    thread.postMessage(request);
  }).finally(() => void thread.terminate());
}
