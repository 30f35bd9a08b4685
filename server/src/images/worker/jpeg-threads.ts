import { type MessagePort, Worker } from 'node:worker_threads';
import { type Description, describeJpegFile } from './describe.ts';
import type { DecodeRequest } from './protocol.ts';

type Said = Description | 'broken' | null;
type Answer = { readonly ready: true } | { readonly id: number; readonly said: Said };

/** JPEGs from which on more of them are expected than one thread is for. */
const MANY = 12;

interface Thread {
  readonly worker: Worker;
  ready: boolean;
  asked: number;
}

/**
 * Describes JPEGs in threads, one for each core but the one that compares: the decoder has threads of its own, which read other files only.
 * They are begun with the first folder of them. What ends a thread ends the process, as in the decoder's.
 */
export class JpegThreads {
  readonly #file: string;
  readonly #most: number;
  readonly #threads: Thread[] = [];
  readonly #open = new Map<number, (said: Said) => void>();
  #seen = 0;

  /**
   * @param file the bundle of `worker.ts`
   * @param most how many threads; with one the caller's own serves as well
   */
  constructor(file: string, most: number) {
    this.#file = file;
    this.#most = most > 1 ? most : 0;
  }

  /** Asks the thread with the least to do; null where none is ready: the caller describes the picture. The file is read by the thread. */
  ask(request: DecodeRequest): Promise<Said> | null {
    if (++this.#seen === MANY) for (let i = 0; i < this.#most; i++) this.#start();
    const [first, ...others] = this.#threads.filter(({ ready }) => ready);
    if (!first) return null;
    const thread = others.reduce((least, other) => (other.asked < least.asked ? other : least), first);
    thread.asked++;
    return new Promise((resolve) => {
      this.#open.set(request.id, resolve);
      thread.worker.postMessage(request);
    });
  }

  /** Ends the threads; what they were asked is not answered. */
  stop(): void {
    for (const { worker } of this.#threads) void worker.terminate();
  }

  #start(): void {
    const thread: Thread = {
      worker: new Worker(this.#file, { execArgv: [], workerData: JPEGS }),
      ready: false,
      asked: 0,
    };
    this.#threads.push(thread);
    thread.worker.on('message', (answer: Answer) => {
      if ('ready' in answer) {
        thread.ready = true;
        return;
      }
      thread.asked--;
      this.#open.get(answer.id)?.(answer.said);
      this.#open.delete(answer.id);
    });
  }
}

/** What a thread that describes JPEGs is told. */
export const JPEGS = 'jpegs';

/** Serves as such a thread. */
export function serveJpegs(port: MessagePort): void {
  const send = (answer: Answer): void => port.postMessage(answer);
  port.on('message', (request: DecodeRequest) => send({ id: request.id, said: describeJpegFile(request) }));
  send({ ready: true });
}
