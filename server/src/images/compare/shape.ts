import { type Fingerprint, SIDE } from '../fingerprint/fingerprint.ts';
import { describe, integralOf, TABLE_LENGTH, VECTOR_LENGTH } from './descriptor.ts';
import { FLAT_ENERGY } from './flat.ts';
import { type CompareLevel, compareLevels, probeBoxes, SAME_WINDOWS } from './levels.ts';
import { trimBox } from './trim.ts';
import { AS_IS, type Box, EVEN_LIGHT, lumaOfView, type ViewKind, viewKinds, WHOLE } from './views.ts';

/** A box of one view with the descriptor it is found by. */
export interface DescribedBox {
  readonly view: ViewKind;
  readonly box: Box;
  /** See {@link describe}. */
  readonly vector: Int16Array;
}

/**
 * What a picture is found by. Making it takes longer than all queries of a picture, so that it is kept with the fingerprint: a
 * folder that grows by one picture describes one.
 */
export interface Shape {
  /** The picture is nearly flat: it has no shape, and all lists are empty. */
  readonly flat: boolean;
  /** Its views, and what is left of them without plain borders. */
  readonly wholes: readonly DescribedBox[];
  /** The whole with its light evened out, for copies with a vignette, another light or writing over them. */
  readonly evenLight: Int16Array | null;
  /** Parts that copies with a changed edge still have; `at` is the place among {@link SAME_WINDOWS}. */
  readonly windows: readonly { readonly at: number; readonly vector: Int16Array }[];
  /** Parts that may be the whole of a cropped copy; `at` is the place among {@link probeBoxes}. */
  readonly probes: readonly (DescribedBox & { readonly at: number })[];
}

/** Borders thinner than this share of the picture are not cut off. */
const THINNEST_BORDER = 0.008;
const WEAKEST_TRIMMED = 2;
const WEAKEST_PART = 3;

const FLAT: Shape = { flat: true, wholes: [], evenLight: null, windows: [], probes: [] };

const VERSION = 1;
const HEAD_BYTES = 8;
/** Before each vector: what it describes, and the cells that were cut off at left, top, right and bottom; two are spare. */
const PART_HEAD = 8;
const PART_BYTES = PART_HEAD + VECTOR_LENGTH * 2;
const kinds = ['whole', 'evenLight', 'window', 'probe'] as const;
const [WHOLES, EVEN, WINDOW, PROBE] = [0, 1, 2, 3];
const MOST_PARTS = 64;

/** Tables and bytes of one picture at a time: made anew for each, thousands of them wait to be collected. */
const plainTable = new Float64Array(TABLE_LENGTH);
const otherTable = new Float64Array(TABLE_LENGTH);
const bytes = new Uint8Array(HEAD_BYTES + MOST_PARTS * PART_BYTES);
const vectors = Array.from(
  { length: MOST_PARTS },
  (_, part) => new Int16Array(bytes.buffer, HEAD_BYTES + part * PART_BYTES + PART_HEAD, VECTOR_LENGTH),
);

/** Describes a picture for comparisons of a level: a shape as bytes, 136 for each part, to be kept with the fingerprint. */
export function packedShape(print: Fingerprint, level: CompareLevel): Uint8Array {
  let parts = 0;
  /** Adds a part, unless it shows too little. */
  const add = (table: Float64Array, box: Box, weakest: number, kind: number, at: number, cut: Box = WHOLE): boolean => {
    if (describe(table, box, vectors[parts]!) < weakest) return false;
    const start = HEAD_BYTES + parts++ * PART_BYTES;
    bytes.fill(0, start, start + PART_HEAD);
    bytes[start] = kind;
    bytes[start + 1] = at;
    if (cut !== WHOLE) bytes.set(cutOff(cut), start + 2);
    return true;
  };
  const finished = (flat: boolean): Uint8Array => {
    bytes.fill(0, 0, HEAD_BYTES);
    bytes.set([VERSION, compareLevels.indexOf(level), flat ? 1 : 0]);
    return bytes.slice(0, HEAD_BYTES + (flat ? 0 : parts) * PART_BYTES);
  };
  for (const view of viewKinds(print)) {
    const plane = lumaOfView(print, view);
    const table = integralOf(plane, view === AS_IS ? plainTable : otherTable);
    if (!add(table, WHOLE, view === AS_IS ? FLAT_ENERGY : 0, WHOLES, view)) return finished(true);
    const box = trimBox({ data: plane, side: SIDE });
    if (Math.max(box[0], box[1], 1 - box[2], 1 - box[3]) < THINNEST_BORDER) continue;
    add(table, box, WEAKEST_TRIMMED, WHOLES, view, box);
  }
  for (const [at, box] of SAME_WINDOWS.entries()) add(plainTable, box, WEAKEST_PART, WINDOW, at);
  for (const [at, box] of probeBoxes(level, print.width, print.height).entries())
    add(plainTable, box, WEAKEST_PART, PROBE, at);
  add(integralOf(lumaOfView(print, EVEN_LIGHT), otherTable), WHOLE, 0, EVEN, 0);
  return finished(false);
}

/** The same as an object. */
export function shapeOf(print: Fingerprint, level: CompareLevel): Shape {
  return unpackShape(packedShape(print, level), print, level) ?? FLAT;
}

/** The shape in these bytes, or null when they are none of this level. The vectors lie in the bytes where they can. */
export function unpackShape(bytes: Uint8Array, print: Fingerprint, level: CompareLevel): Shape | null {
  if (bytes[0] !== VERSION || bytes[1] !== compareLevels.indexOf(level)) return null;
  const count = (bytes.length - HEAD_BYTES) / PART_BYTES;
  if (!Number.isInteger(count)) return null;
  if (bytes[2] === 1) return FLAT;
  const shape = { wholes: [] as DescribedBox[], windows: [] as { at: number; vector: Int16Array }[] };
  const probes: Shape['probes'][number][] = [];
  let evenLight: Int16Array | null = null;
  const boxes = probeBoxes(level, print.width, print.height);
  for (let i = 0; i < count; i++) {
    const start = HEAD_BYTES + i * PART_BYTES;
    const [kind, at] = [kinds[bytes[start]!], bytes[start + 1]!];
    const vector = vectorAt(bytes, start + PART_HEAD);
    if (kind === 'whole') shape.wholes.push({ view: at as ViewKind, box: boxOf(bytes, start + 2), vector });
    else if (kind === 'window') shape.windows.push({ at, vector });
    else if (kind === 'evenLight') evenLight = vector;
    else if (boxes[at]) probes.push({ view: AS_IS, at, box: boxes[at], vector });
    else return null;
  }
  return { flat: false, ...shape, evenLight, probes };
}

function vectorAt(bytes: Uint8Array, at: number): Int16Array {
  const place = bytes.byteOffset + at;
  if (place % 2 === 0) return new Int16Array(bytes.buffer, place, VECTOR_LENGTH);
  // Not `slice`: that of a Buffer is a view as well.
  return new Int16Array(Uint8Array.from(bytes.subarray(at, at + VECTOR_LENGTH * 2)).buffer);
}

/** Whole cells that a box leaves out at left, top, right and bottom; boxes without plain borders end between cells. */
function cutOff([left, top, right, bottom]: Box): number[] {
  return [left * SIDE, top * SIDE, (1 - right) * SIDE, (1 - bottom) * SIDE];
}

function boxOf(bytes: Uint8Array, at: number): Box {
  const [left, top, right, bottom] = bytes.subarray(at, at + 4);
  if (left! + top! + right! + bottom! === 0) return WHOLE;
  return [left! / SIDE, top! / SIDE, 1 - right! / SIDE, 1 - bottom! / SIDE];
}
