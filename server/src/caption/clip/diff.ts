import { append } from '../../ground/append.ts';

// What two versions of a text have in common, after E. W. Myers, "An O(ND) Difference Algorithm" (1986).

/** Give up looking for the best path after this many differences and go on from the farthest point reached. */
const MAX_DIFFERENCES = 160;

/** A stretch that both texts share: `a[inA, inA + length)` is `b[inB, inB + length)`. */
export interface SharedRun {
  readonly inA: number;
  readonly inB: number;
  readonly length: number;
}

/** The stretches two texts share, in order. Offsets are UTF-16. Takes linear time however different the texts are. */
export function sharedRuns(a: string, b: string): SharedRun[] {
  const runs: SharedRun[] = [];
  let inA = 0;
  let inB = 0;
  while (inA < a.length && inB < b.length) {
    const leg = sharedLeg(a, b, inA, inB);
    append(runs, leg.runs);
    inA = leg.inA;
    inB = leg.inB;
  }
  return runs;
}

/** One search from (inA, inB): the runs on the way and where it got to. */
function sharedLeg(a: string, b: string, inA: number, inB: number): { runs: SharedRun[]; inA: number; inB: number } {
  const n = a.length - inA;
  const m = b.length - inB;
  const unreached = -1e9;
  const reach = new Int32Array(2 * MAX_DIFFERENCES + 3).fill(unreached);
  const middle = MAX_DIFFERENCES + 1;
  const history: Int32Array[] = [];
  let best = { d: 0, x: 0, y: 0 };
  reach[middle + 1] = 0;
  search: for (let d = 0; d <= MAX_DIFFERENCES; d++) {
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && reach[middle + k - 1]! < reach[middle + k + 1]!);
      let x = down ? reach[middle + k + 1]! : reach[middle + k - 1]! + 1;
      if (x < 0 || x > n || x - k > m) {
        reach[middle + k] = unreached;
        continue;
      }
      while (x < n && x - k < m && a.charCodeAt(inA + x) === b.charCodeAt(inB + x - k)) x++;
      reach[middle + k] = x;
      if (2 * x - k > best.x + best.y) best = { d, x, y: x - k };
      if (x === n && x - k === m) {
        best = { d, x, y: x - k };
        break search;
      }
    }
    history.push(reach.slice(middle - d, middle + d + 1));
  }
  return { runs: walkBack(history, best, inA, inB), inA: inA + best.x, inB: inB + best.y };
}

function walkBack(
  history: readonly Int32Array[],
  from: { d: number; x: number; y: number },
  inA: number,
  inB: number,
): SharedRun[] {
  const runs: SharedRun[] = [];
  let { x, y } = from;
  for (let d = from.d; d >= 0; d--) {
    const k = x - y;
    let start = 0;
    let previousX = 0;
    let previousY = 0;
    if (d > 0) {
      const before = history[d - 1]!;
      const at = (diagonal: number): number => before[diagonal + d - 1] ?? -1e9;
      const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
      previousX = at(down ? k + 1 : k - 1);
      previousY = previousX - (down ? k + 1 : k - 1);
      start = down ? previousX : previousX + 1;
    }
    if (x > start) runs.push({ inA: inA + start, inB: inB + start - k, length: x - start });
    x = previousX;
    y = previousY;
  }
  return runs.reverse();
}
