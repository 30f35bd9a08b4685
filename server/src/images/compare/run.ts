import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Candidate, CompareAnswer, CompareRequest } from './thread.ts';

const MAX_THREADS = 4;
/** Fewer new fingerprints than this are not worth a second thread. */
const WORTH_A_THREAD = 200;

export interface ComparisonOptions {
  /** The bundle of `worker.ts`. */
  readonly workerPath: string;
  /** Encoded fingerprints, those whose pairs are known first. */
  readonly prints: readonly Uint8Array[];
  readonly known: number;
  /** Packed local features of each, where places are compared too. */
  readonly locals?: readonly Uint8Array[] | null;
  readonly signal?: AbortSignal | undefined;
  /** Hears how many of the new fingerprints have been compared. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * Compares fingerprints in threads of their own and returns the pairs that may show one picture, in order.
 * @throws the signal's reason when cancelled, and what a thread threw
 */
export async function comparePictures(options: ComparisonOptions): Promise<Candidate[]> {
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
  { workerPath, prints, known, locals = null, signal }: ComparisonOptions,
  share: number,
  shares: number,
  progress: (share: number, count: number) => void,
): Promise<Candidate[]> {
  signal?.throwIfAborted();
  const thread = new Worker(workerPath, { execArgv: [], stdout: true, stderr: true });
  return new Promise<Candidate[]>((resolve, reject) => {
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
    const request: CompareRequest = { prints, locals, known, share, shares };
    thread.postMessage(request);
  }).finally(() => void thread.terminate());
}
