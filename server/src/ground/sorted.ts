import { Breath } from './breath.ts';

/** Items compared between two looks at the clock: a moment's work. */
const runLength = 512;

/**
 * Sorts in breaths, equal items in the order they came; for lists that would hold others up. Runs that are in order already are merged as
 * they are. Rejects with the signal's reason.
 */
export async function sortedInBreaths<T>(
  items: Iterable<T>,
  compare: (a: T, b: T) => number,
  signal?: AbortSignal,
): Promise<T[]> {
  let from = [...items];
  const breath = new Breath(signal);
  // Where each run begins, and the end.
  let starts: number[] = [];
  for (let start = 0; start < from.length; ) {
    starts.push(start);
    let end = start + 1;
    while (end < from.length && compare(from[end - 1], from[end]) <= 0) {
      if (++end % runLength === 0 && breath.isDue) await breath.take();
    }
    if (end - start < runLength && end < from.length) {
      end = Math.min(start + runLength, from.length);
      const run = from.slice(start, end).sort(compare);
      for (let at = 0; at < run.length; at++) from[start + at] = run[at];
    }
    start = end;
    if (breath.isDue) await breath.take();
  }
  starts.push(from.length);
  while (starts.length > 2) {
    const to: T[] = [];
    const merged: number[] = [];
    for (let run = 0; run + 1 < starts.length; run += 2) {
      merged.push(starts[run]);
      const [middle, end] = [starts[run + 1], starts[Math.min(run + 2, starts.length - 1)]];
      for (let left = starts[run], right = middle; left < middle || right < end; ) {
        const isLeft = right >= end || (left < middle && compare(from[left], from[right]) <= 0);
        to.push(from[isLeft ? left++ : right++]);
        if (to.length % runLength === 0 && breath.isDue) await breath.take();
      }
    }
    merged.push(from.length);
    [from, starts] = [to, merged];
  }
  return from;
}
