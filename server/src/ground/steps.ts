import { Breath } from './breath.ts';

/** Work that pauses between its steps, so that whoever drives it can give way to others. Returns what it made. */
export type Steps<T> = Generator<void, T, void>;

/** Does all of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Work that is done in one go already. */
// biome-ignore lint/correctness/useYield: there is nothing to pause between
export function* done<T>(result: T): Steps<T> {
  return result;
}

/** Does it in breaths. Rejects with the signal's reason once it is aborted. */
export async function finishInBreaths<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  const breath = new Breath(signal);
  for (;;) {
    if (breath.isDue) await breath.take();
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Items between two steps of a loop whose turns are short. */
const loopStep = 512;

/** The items of a list, with a step after some of them: `yield*` it where each costs little and there are many. */
export function* eachInSteps<T>(items: Iterable<T>, work: (item: T) => void): Steps<void> {
  let done = 0;
  for (const item of items) {
    work(item);
    if (++done % loopStep === 0) yield;
  }
}
