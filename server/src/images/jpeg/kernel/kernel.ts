// The kernel of kernel.as: compiled, and its memory as lists of numbers.
import { exportsOf, type Global } from '../../../ground/webassembly.ts';
import { KERNEL } from './kernel.generated.ts';

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly FASTS: Global;
  readonly SLOW: Global;
  readonly BLOCKS: Global;
  readonly COMPONENTS: Global;
  readonly POSITION: Global;
  readonly MARKER: Global;
  readonly FREE: Global;
  reserve(bytes: number): number;
  merge(table: number): void;
  unstuff(from: number, end: number, top: number): number;
  walk(top: number, blocks: number, count: number, first: number, across: number, end: number): number;
  walkProgressive(
    top: number,
    blocks: number,
    count: number,
    first: number,
    across: number,
    end: number,
    from: number,
    to: number,
    low: number,
    refines: boolean,
  ): number;
  keepBlocks(blocks: number, across: number, down: number): void;
  picture(
    light: number,
    blue: number,
    red: number,
    colour: boolean,
    stride: number,
    across: number,
    down: number,
    width: number,
    height: number,
    to: number,
  ): void;
}

/** Needs SIMD instructions; every processor that sharp's own code runs on has them. */
const exports = exportsOf(new Uint8Array(Buffer.from(KERNEL, 'base64'))) as Exports;
const at = ({ value }: Global): number => value;

/** Where tables and numbers lie, and where the rest begins; see kernel.as. */
export const places = {
  fasts: at(exports.FASTS),
  slow: at(exports.SLOW),
  blocks: at(exports.BLOCKS),
  components: at(exports.COMPONENTS),
  free: at(exports.FREE),
};

/** Bytes of the memory, good until it grows. */
export const bytesAt = (from: number, length: number): Uint8Array =>
  new Uint8Array(exports.memory.buffer, from, length);
/** Whole numbers of the memory, good until it grows. */
export const numbersAt = (from: number, length: number): Int32Array =>
  new Int32Array(exports.memory.buffer, from, length);
/** The bit after the last whole MCU that was walked. */
export const positionAfter = (): number => numbersAt(at(exports.POSITION), 1)[0]!;
/** Where the marker lies that ended a stretch; −1 at the end of the file. */
export const markerAfter = (): number => numbersAt(at(exports.MARKER), 1)[0]!;

export const { reserve, merge, unstuff, walk, walkProgressive, keepBlocks, picture } = exports;
