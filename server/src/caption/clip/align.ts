import { once } from '../../ground/once.ts';
// Where each unit of the cleaned text comes from in the text as written.
import { fixText, lowerCase } from './clean.ts';
import { sharedRuns } from './diff.ts';

/** For each UTF-16 unit of a cleaned text: begin and end of what it was made from, as UTF-16 offsets in the original. */
export interface Alignment {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Aligns a cleaned text with its original.
 * Exact for everything that ftfy left as it was and for single characters it replaced; where it rewrote a stretch as a
 * whole (mojibake) the stretch is divided evenly. Offsets never go back and never lie inside a surrogate pair.
 * @returns null when every unit is at its own place
 */
export function alignCleaned(original: string, fixed: string, cleaned: string): Alignment | null {
  const toOriginal = fixed === original ? null : alignFixed(original, fixed);
  if (cleaned.length === fixed.length) return toOriginal;
  return alignLowerCased(fixed, cleaned, toOriginal);
}

/** Only `İ` changes its length in lower case, so going code point by code point is exact. */
function alignLowerCased(fixed: string, cleaned: string, toOriginal: Alignment | null): Alignment {
  const starts = new Int32Array(cleaned.length);
  const ends = new Int32Array(cleaned.length);
  let from = 0;
  let to = 0;
  for (const char of fixed) {
    const size = lowerCase(char).length;
    const same = size === char.length;
    for (let i = 0; i < size && to < cleaned.length; i++, to++) {
      const first = same ? from + i : from;
      const last = same ? from + i : from + char.length - 1;
      starts[to] = toOriginal === null ? first : toOriginal.starts[first]!;
      ends[to] = toOriginal === null ? last + 1 : toOriginal.ends[last]!;
    }
    from += char.length;
  }
  return { starts, ends };
}

function alignFixed(original: string, fixed: string): Alignment {
  const alignment = { starts: new Int32Array(fixed.length), ends: new Int32Array(fixed.length) };
  let inOriginal = 0;
  let inFixed = 0;
  for (const run of [...sharedRuns(original, fixed), { inA: original.length, inB: fixed.length, length: 0 }]) {
    alignRewritten(original, inOriginal, run.inA, fixed, inFixed, run.inB, alignment);
    for (let i = 0; i < run.length; i++) {
      alignment.starts[run.inB + i] = run.inA + i;
      alignment.ends[run.inB + i] = run.inA + i + 1;
    }
    inOriginal = run.inA + run.length;
    inFixed = run.inB + run.length;
  }
  for (let i = 0; i < fixed.length; i++) {
    if (insidePair(original, alignment.starts[i]!)) alignment.starts[i]!--;
    if (insidePair(original, alignment.ends[i]!)) alignment.ends[i]!++;
  }
  return alignment;
}

function insidePair(text: string, at: number): boolean {
  return (
    at > 0 &&
    at < text.length &&
    (text.charCodeAt(at) & 0xfc00) === 0xdc00 &&
    (text.charCodeAt(at - 1) & 0xfc00) === 0xd800
  );
}

/** What ftfy may turn into something else on its own: an entity, or a character with its marks. */
const clusterPattern = once(() => /&#?[0-9A-Za-z]{1,24};|[\s\S][\p{M}\uff9e\uff9f]*/gu);

/** Divides a rewritten stretch: by clusters when fixing each alone gives the same text, else evenly. */
function alignRewritten(
  original: string,
  fromA: number,
  toA: number,
  fixed: string,
  fromB: number,
  toB: number,
  alignment: Alignment,
): void {
  if (toB === fromB) return;
  const clusters = original.slice(fromA, toA).match(clusterPattern()) ?? [];
  const fixedClusters = clusters.map((cluster) => fixText(cluster));
  if (clusters.length > 1 && fixedClusters.join('') === fixed.slice(fromB, toB)) {
    let a = fromA;
    let b = fromB;
    for (const [index, cluster] of clusters.entries()) {
      divideEvenly(a, a + cluster.length, b, b + fixedClusters[index]!.length, alignment);
      a += cluster.length;
      b += fixedClusters[index]!.length;
    }
  } else divideEvenly(fromA, toA, fromB, toB, alignment);
}

function divideEvenly(fromA: number, toA: number, fromB: number, toB: number, alignment: Alignment): void {
  const a = toA - fromA;
  const b = toB - fromB;
  for (let i = 0; i < b; i++) {
    alignment.starts[fromB + i] = fromA + Math.floor((i * a) / b);
    alignment.ends[fromB + i] = fromA + Math.ceil(((i + 1) * a) / b);
  }
}
