import { Breath } from './breath.ts';

/** Items sorted natively at a time: a moment's work. */
const runLength = 512;

/** Sorts in breaths, equal items in the order they came; for lists that would hold others up. Rejects with the signal's reason. */
export async function sortedInBreaths<T>(
  items: Iterable<T>,
  compare: (a: T, b: T) => number,
  signal?: AbortSignal,
): Promise<T[]> {
  let from = [...items];
  const breath = new Breath(signal);
  for (let start = 0; start < from.length; start += runLength) {
    const run = from.slice(start, start + runLength).sort(compare);
    for (let at = 0; at < run.length; at++) from[start + at] = run[at];
    if (breath.isDue) await breath.take();
  }
  for (let width = runLength; width < from.length; width *= 2) {
    const to: T[] = [];
    for (let start = 0; start < from.length; start += 2 * width) {
      const [middle, end] = [Math.min(start + width, from.length), Math.min(start + 2 * width, from.length)];
      for (let left = start, right = middle; left < middle || right < end; ) {
        const isLeft = right >= end || (left < middle && compare(from[left], from[right]) <= 0);
        to.push(from[isLeft ? left++ : right++]);
        if (to.length % runLength === 0 && breath.isDue) await breath.take();
      }
    }
    from = to;
  }
  return from;
}
