import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { append } from '../../ground/append.ts';
import type { CompareLevel } from './levels.ts';
import type { LookAnswer } from './look/serve.ts';
import type { Candidate, CompareAnswer, ComparedPicture, CompareMessage, Comparison } from './thread.ts';

const MAX_THREADS = 4;
/** Fewer new fingerprints than this are not worth a second thread: each indexes the pictures of all, and warms up by itself. */
const WORTH_A_THREAD = 500;
/** Pictures that are sent at once: they lie in one piece of memory. */
const BATCH = 32;

/** Views of pictures lie outside the heap: with a large nursery hundreds of megabytes of them wait to be collected. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 };

export interface ComparisonOptions {
  /** The bundle of `worker.ts`. */
  readonly workerPath: string;
  readonly level: CompareLevel;
  /** How many pictures will be new, about. */
  readonly fresh: number;
  readonly signal?: AbortSignal | undefined;
  /** Hears of pairs as they are found, in no order. */
  readonly onFound?: (pairs: readonly Candidate[]) => void;
}

/**
 * Compares pictures in threads of their own while more of them come, those whose pairs are known first. Threads begin with the first
 * new picture.
 */
export class ComparisonRun {
  readonly #options: ComparisonOptions;
  readonly #waiting: ComparedPicture[] = [];
  readonly #pairs: Candidate[] = [];
  #threads: Thread[] = [];
  #known = 0;
  #size = 0;

  constructor(options: ComparisonOptions) {
    this.#options = options;
  }

  /**
   * Adds the next picture.
   * @returns its bytes where threads can read them: who keeps the picture keeps these, so that there is one copy
   */
  add(picture: ComparedPicture): ComparedPicture {
    const held = shared(picture);
    this.#size++;
    if (held.known) this.#known++;
    this.#waiting.push(held);
    if (!held.known && this.#waiting.length >= BATCH) this.#send();
    return held;
  }

  /**
   * The pairs that may show one picture, in order, and the shapes that had to be made for it.
   * @param onProgress hears how many of the new pictures have been compared
   * @throws the signal's reason when cancelled, and what a thread threw
   */
  async finish(onProgress: (done: number) => void): Promise<Comparison> {
    if (this.#size === this.#known || this.#size < 2) return { pairs: [], shapes: [] };
    this.#send();
    const tell = (): void => onProgress(Math.max(0, Math.min(...this.#threads.map(({ done }) => done)) - this.#known));
    const results = await Promise.all(this.#threads.map((thread) => thread.finish(tell)));
    return {
      pairs: this.#pairs.sort((x, y) => x.a - y.a || x.b - y.b),
      shapes: results.flat(),
    };
  }

  /** The threads, which take second looks as well; they end with this. */
  get workers(): readonly Worker[] {
    return this.#threads.map(({ worker }) => worker);
  }

  /** Ends the threads. */
  stop(): void {
    for (const thread of this.#threads) thread.stop();
  }

  /** Starts the threads, which takes as long as describing some pictures: who knows that there will be new ones begins early. */
  begin(): void {
    const { workerPath, level, fresh, signal } = this.#options;
    signal?.throwIfAborted();
    if (this.#threads.length > 0) return;
    const shares = Math.max(1, Math.min(MAX_THREADS, availableParallelism(), Math.ceil(fresh / WORTH_A_THREAD)));
    this.#threads = Array.from({ length: shares }, (_, share) => {
      const thread = new Thread(workerPath, signal, (pairs) => {
        append(this.#pairs, pairs);
        this.#options.onFound?.(pairs);
      });
      thread.send({ start: { share, shares, level } });
      return thread;
    });
  }

  #send(): void {
    this.begin();
    const pictures = this.#waiting.splice(0);
    for (const thread of this.#threads) thread.send({ pictures });
  }
}

/** One thread that compares a share. */
class Thread {
  readonly worker: Worker;
  readonly #answer: Promise<Comparison['shapes']>;
  #onProgress = (): void => {};
  /** Pictures that it has taken up. */
  done = 0;

  constructor(workerPath: string, signal: AbortSignal | undefined, onFound: (pairs: readonly Candidate[]) => void) {
    this.worker = new Worker(workerPath, { execArgv: [], stdout: true, stderr: true, resourceLimits });
    this.#answer = new Promise((resolve, reject) => {
      const abort = (): void => reject(signal?.reason);
      signal?.addEventListener('abort', abort, { once: true });
      const hear = (answer: CompareAnswer | LookAnswer): void => {
        if ('shapes' in answer) {
          signal?.removeEventListener('abort', abort);
          this.worker.off('message', hear);
          resolve(answer.shapes);
        } else if ('done' in answer) {
          this.done = answer.done;
          if (answer.pairs.length > 0) onFound(answer.pairs);
          this.#onProgress();
        }
      };
      this.worker.on('message', hear);
      this.worker.once('error', reject);
      this.worker.once('exit', (code) => reject(new Error(`comparison ended with code ${code}`)));
    });
    // Whoever asks for the answer hears of it; nobody does when decoding was cancelled before.
    this.#answer.catch(() => {});
  }

  send(message: CompareMessage): void {
    this.worker.postMessage(message);
  }

  finish(onProgress: () => void): Promise<Comparison['shapes']> {
    this.#onProgress = onProgress;
    this.send({ end: true });
    return this.#answer;
  }

  stop(): void {
    void this.worker.terminate();
  }
}

/** The picture with its bytes in one piece of memory that threads can read; what lies there already stays. */
function shared(picture: ComparedPicture): ComparedPicture {
  const lists = [picture.print, picture.shape, picture.places].filter((list) => list !== null);
  if (lists.every(({ buffer }) => buffer instanceof SharedArrayBuffer)) return picture;
  // Vectors of shapes are read where they lie, at even places.
  const even = (length: number): number => length + (length & 1);
  const memory = new Uint8Array(new SharedArrayBuffer(lists.reduce((sum, { length }) => sum + even(length), 0)));
  let end = 0;
  const put = (bytes: Uint8Array): Uint8Array => {
    const at = end;
    memory.set(bytes, at);
    end += even(bytes.length);
    return memory.subarray(at, at + bytes.length);
  };
  const { print, shape, places } = picture;
  return { ...picture, print: put(print), shape: shape && put(shape), places: places && put(places) };
}
