import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Candidate, CompareAnswer } from '../thread.ts';
import type { LookAnswer, LookedPicture, LookRequest, LookResult } from './serve.ts';

/** Pictures held at a time by each thread, 72 KB each. */
const ROUND_PICTURES = 240;
const MAX_THREADS = 4;
/** Photographs of one thing from two sides share up to 66 places that lie alike. */
const MANY_PLACES = 75;

export interface LooksOptions {
  /** The bundle of `worker.ts`. */
  readonly workerPath: string;
  /** Threads that are there already; ended by whoever started them. */
  readonly workers: () => readonly Worker[];
  /** Decodes a picture for a second look; null when that is not possible any more. */
  readonly picture: (index: number) => Promise<LookedPicture | null>;
  readonly signal?: AbortSignal | undefined;
}

/** What a second look said of a candidate: `null` that it is no pair; left out when a picture could not be decoded. */
export type Looks = ReadonlyMap<Candidate, LookResult | null>;

/**
 * Looks at pairs again, at more pixels, in threads of their own. Pictures are decoded in rounds, so that memory does not
 * grow with the number of pairs.
 */
export class SecondLooks {
  readonly #options: LooksOptions;
  readonly #own: Worker[] = [];

  constructor(options: LooksOptions) {
    this.#options = options;
  }

  /**
   * Looks at pairs that have a lay. One call at a time.
   * @throws the signal's reason when cancelled, and what a thread threw
   */
  async take(candidates: readonly Candidate[]): Promise<Looks> {
    const rounds = roundsOf(candidates);
    const results = new Map<Candidate, LookResult | null>();
    let next = 0;
    const lane = async (_: unknown, at: number): Promise<void> => {
      while (next < rounds.length) {
        this.#options.signal?.throwIfAborted();
        await takeRound(this.#thread(at), rounds[next++]!, this.#options, results);
      }
    };
    const lanes = Math.min(MAX_THREADS, availableParallelism(), rounds.length);
    await Promise.all(Array.from({ length: lanes }, lane));
    return results;
  }

  /** Ends the threads that were started here. */
  stop(): void {
    for (const thread of this.#own) void thread.terminate();
  }

  #thread(at: number): Worker {
    const { workers, workerPath } = this.#options;
    const there = workers();
    for (let own = this.#own.length; there.length + own <= at; own++)
      this.#own.push(new Worker(workerPath, { execArgv: [], stdout: true, stderr: true }));
    return there[at] ?? this.#own[at - there.length]!;
  }
}

/** Pairs in rounds that share pictures as far as possible: neighbours in the list share their later picture. */
function roundsOf(candidates: readonly Candidate[]): Candidate[][] {
  const rounds: Candidate[][] = [];
  let pictures = new Set<number>();
  const ordered = [...candidates].sort((x, y) => Math.min(x.a, x.b) - Math.min(y.a, y.b) || x.a + x.b - y.a - y.b);
  for (const candidate of ordered) {
    const round = rounds.at(-1);
    if (round && pictures.size < ROUND_PICTURES) round.push(candidate);
    else {
      rounds.push([candidate]);
      pictures = new Set();
    }
    pictures.add(candidate.a).add(candidate.b);
  }
  return rounds;
}

async function takeRound(
  thread: Worker,
  round: readonly Candidate[],
  { picture, signal }: LooksOptions,
  results: Map<Candidate, LookResult | null>,
): Promise<void> {
  const wanted = [...new Set(round.flatMap(({ a, b }) => [a, b]))];
  const decoded = await Promise.all(wanted.map(picture));
  const position = new Map<number, number>();
  const pictures: LookedPicture[] = [];
  for (const [i, index] of wanted.entries()) {
    const found = decoded[i];
    if (!found) continue;
    position.set(index, pictures.length);
    pictures.push(found);
  }
  const asked = round.filter(({ a, b }) => position.has(a) && position.has(b));
  const pairs = asked.map(({ a, b, lay, logit, places }) => ({
    a: position.get(a)!,
    b: position.get(b)!,
    lay: lay!,
    trust: logit >= 0 ? ('sure' as const) : places >= MANY_PLACES ? ('many places' as const) : ('little' as const),
  }));
  for (const candidate of asked) results.set(candidate, null);
  for (const result of await ask(thread, { pictures, pairs }, signal)) results.set(asked[result.pair]!, result);
}

function ask(thread: Worker, request: LookRequest, signal?: AbortSignal): Promise<readonly LookResult[]> {
  return new Promise<readonly LookResult[]>((resolve, reject) => {
    const abort = (): void => reject(signal?.reason);
    const ended = (code: number): void => reject(new Error(`second looks ended with code ${code}`));
    // A thread that compares tells of that in between.
    const hear = (answer: LookAnswer | CompareAnswer): void => {
      if (!('looks' in answer)) return;
      signal?.removeEventListener('abort', abort);
      thread.off('message', hear);
      thread.off('error', reject);
      thread.off('exit', ended);
      resolve(answer.looks);
    };
    signal?.addEventListener('abort', abort, { once: true });
    thread.once('error', reject);
    thread.once('exit', ended);
    thread.on('message', hear);
    thread.postMessage(request);
  });
}
