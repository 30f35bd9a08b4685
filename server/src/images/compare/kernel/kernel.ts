// The kernel of kernel.as: compiled, and its memory as lists of numbers.
import { exportsOf, type Global } from '../../../ground/webassembly.ts';
import { KERNEL } from './kernel.generated.ts';

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly PLANE: Global;
  readonly A: Global;
  readonly B: Global;
  readonly SLOPE_X: Global;
  readonly SLOPE_Y: Global;
  readonly INSIDE: Global;
  readonly SUMS: Global;
  readonly NORMAL: Global;
  readonly MIDDLE: Global;
  readonly EVENED: Global;
  sample(
    second: number,
    size: number,
    side: number,
    c0: number,
    c1: number,
    c2: number,
    c3: number,
    c4: number,
    c5: number,
  ): number;
  sumPair(side: number): void;
  gather(side: number, gain: number, offset: number, tolerated: number): void;
  evenOut(side: number, reach: number, soft: number, spread: number): void;
}

/** Points of the largest grid: 128×128, which a second look uses. */
const POINTS = 128 * 128;
/** Pixels of the largest plane. */
const PIXELS = 256 * 256;

/** Entries of the normal equations, as `gather` says what they are. */
const NORMAL_SUMS = 24;
const PAIR_SUMS = 6;

/** Needs SIMD instructions; every processor that sharp's own code runs on has them. */
const exports = exportsOf(new Uint8Array(Buffer.from(KERNEL, 'base64'))) as Exports;
const { buffer } = exports.memory;

const floats = ({ value }: Global, length: number): Float32Array<ArrayBuffer> =>
  new Float32Array(buffer, value, length);
const doubles = ({ value }: Global, length: number): Float64Array<ArrayBuffer> =>
  new Float64Array(buffer, value, length);

/** The plane that `sample` and `evenOut` read, up to 256×256. */
export const plane = floats(exports.PLANE, PIXELS);
/** The plane that `evenOut` writes. */
export const evened = floats(exports.EVENED, PIXELS);
/** Both pictures on a grid, and where it lies inside the second; the one set of buffers of a thread. */
export const grid = {
  a: floats(exports.A, POINTS),
  b: floats(exports.B, POINTS),
  inside: new Uint8Array(buffer, exports.INSIDE.value, POINTS),
};
/** What `sumPair` writes. */
export const pairSums = doubles(exports.SUMS, PAIR_SUMS);
/** What `gather` writes. */
export const normalSums = doubles(exports.NORMAL, NORMAL_SUMS);
/** What `sumPair` takes off every pixel. */
export const MIDDLE = exports.MIDDLE.value;

export const { sample, sumPair, gather, evenOut } = exports;
