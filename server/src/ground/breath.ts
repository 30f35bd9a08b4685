/** Milliseconds of work between two breaths, in which others get their turn; fewer while somebody is typing. */
const slice = 8;
const shortSlice = 2;
/** Milliseconds after somebody asked for something quick in which slices are short. */
const quickFor = 1000;

let quickUntil = 0;

/** Somebody waits for an answer about what is open: long work makes way more often for a while. */
export function hurry(): void {
  quickUntil = performance.now() + quickFor;
}

/** Milliseconds without a keystroke after which work that can wait goes on. */
const pause = 300;

let typedAt = Number.NEGATIVE_INFINITY;

/** Somebody typed: work that can wait stands still until the next pause, other long work makes way more often. */
export function typed(): void {
  typedAt = performance.now();
  hurry();
}

const patientSignals = new WeakSet<AbortSignal>();

/** Marks the work under a signal as work that can wait: what it makes is out of date with the next keystroke anyway. */
export function patient(signal: AbortSignal): AbortSignal {
  patientSignals.add(signal);
  return signal;
}

const waiting: (() => void)[] = [];

/**
 * Runs something after a whole turn of the event loop: what was asked while the last slice went on is read in that turn, and handled in it.
 * A single `setImmediate` would be there before it, and who asks would wait for another slice.
 */
function afterOthers(work: () => void): void {
  setImmediate(() => setImmediate(work));
}

/** Lets one piece of long work go on. However many there are, others wait for one slice only. */
function next(): void {
  waiting.shift()?.();
  if (waiting.length > 0) afterOthers(next);
}

/** Settles after everything else that is ready had its turn. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) afterOthers(next);
  });
}

/** Settles once nobody has typed for a while, or the signal is aborted. */
export async function untilPause(signal?: AbortSignal): Promise<void> {
  for (;;) {
    const rest = typedAt + pause - performance.now();
    if (rest <= 0 || signal?.aborted) return;
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
}

/** Long work in slices: ask `isDue` often, and when it is, `await` a breath. */
export class Breath {
  readonly #signal: AbortSignal | undefined;
  #since = performance.now();

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  get isDue(): boolean {
    const now = performance.now();
    return now - this.#since >= (now < quickUntil ? shortSlice : slice);
  }

  /** Lets others work. Rejects with the signal's reason once it is aborted. */
  async take(): Promise<void> {
    await turn();
    if (this.#signal && patientSignals.has(this.#signal)) await untilPause(this.#signal);
    this.#signal?.throwIfAborted();
    this.#since = performance.now();
  }
}

/** Works on one item after the other, in slices. Rejects with the signal's reason once it is aborted. */
export async function inBreaths<T>(
  items: Iterable<T>,
  work: (item: T) => void | Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  const breath = new Breath(signal);
  for (const item of items) {
    if (breath.isDue) await breath.take();
    const pending = work(item);
    if (pending) await pending;
  }
}

/** Works on many items at once, at most `limit` of them; in order of their beginning. Rejects when one does, or is aborted. */
export async function atOnce<T>(
  limit: number,
  items: readonly T[],
  work: (item: T, at: number) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      signal?.throwIfAborted();
      const at = next++;
      await work(items[at], at);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}
