import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CompareAnswer, CompareRequest, Comparison } from './thread.ts';

const MAX_THREADS = 4;
/** Fewer new fingerprints than this are not worth a second thread: each describes the pictures of all, and warms up by itself. */
const WORTH_A_THREAD = 500;

/** Views of pictures lie outside the heap: with a large nursery hundreds of megabytes of them wait to be collected. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 };

export interface ComparisonOptions {
  /** The bundle of `worker.ts`. */
  readonly workerPath: string;
  /** Encoded fingerprints, those whose pairs are known first. */
  readonly prints: readonly Uint8Array[];
  readonly known: number;
  /** Packed shapes of each, as far as they are known; left out: every picture is described. */
  readonly shapes?: readonly (Uint8Array | null)[];
  /** Packed local features of each, where places are compared too. */
  readonly locals?: readonly Uint8Array[] | null;
  readonly signal?: AbortSignal | undefined;
  /** Hears how many of the new fingerprints have been compared. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * Compares fingerprints in threads of their own and returns the pairs that may show one picture, in order, and the shapes that had to be
 * made for it.
 * @throws the signal's reason when cancelled, and what a thread threw
 */
export async function comparePictures(options: ComparisonOptions): Promise<Comparison> {
  const fresh = options.prints.length - options.known;
  if (fresh <= 0 || options.prints.length < 2) return { pairs: [], shapes: [] };
  const wanted = Math.ceil(fresh / WORTH_A_THREAD);
  const shares = Math.max(1, Math.min(MAX_THREADS, availableParallelism(), wanted));
  const done = new Array<number>(shares).fill(options.known);
  const progress = (share: number, count: number): void => {
    done[share] = count;
    options.onProgress?.(Math.max(0, Math.min(...done) - options.known));
  };
  const { known, locals = null } = options;
  const request = {
    prints: shared(options.prints),
    shapes: options.shapes ?? options.prints.map(() => null),
    locals,
    known,
    shares,
  };
  const results = await Promise.all(done.map((_, share) => runShare(options, { ...request, share }, progress)));
  return {
    pairs: results.flatMap(({ pairs }) => pairs).sort((x, y) => x.a - y.a || x.b - y.b),
    shapes: results.flatMap(({ shapes }) => shapes),
  };
}

/** Puts bytes where threads can read them, so that none of them gets a copy; what lies there already stays. */
function shared(lists: readonly Uint8Array[]): Uint8Array[] {
  const own = lists.filter(({ buffer }) => !(buffer instanceof SharedArrayBuffer));
  const memory = new Uint8Array(new SharedArrayBuffer(own.reduce((sum, { length }) => sum + length, 0)));
  let end = 0;
  return lists.map((bytes) => {
    if (bytes.buffer instanceof SharedArrayBuffer) return bytes;
    memory.set(bytes, end);
    end += bytes.length;
    return memory.subarray(end - bytes.length, end);
  });
}

function runShare(
  { workerPath, signal }: ComparisonOptions,
  request: CompareRequest,
  progress: (share: number, count: number) => void,
): Promise<Comparison> {
  signal?.throwIfAborted();
  const thread = new Worker(workerPath, { execArgv: [], stdout: true, stderr: true, resourceLimits });
  return new Promise<Comparison>((resolve, reject) => {
    const abort = (): void => reject(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    thread.on('message', (answer: CompareAnswer) => {
      if ('pairs' in answer) {
        signal?.removeEventListener('abort', abort);
        resolve(answer);
      } else progress(request.share, answer.done);
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`comparison ended with code ${code}`)));
    thread.postMessage(request);
  }).finally(() => void thread.terminate());
}
