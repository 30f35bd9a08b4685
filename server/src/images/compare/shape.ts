import { type Fingerprint, SIDE } from '../fingerprint/fingerprint.ts';
import { type Descriptor, describe, integralOf, TABLE_LENGTH, VECTOR_LENGTH } from './descriptor.ts';
import { FLAT_ENERGY } from './flat.ts';
import { type CompareLevel, compareLevels, probeBoxes, SAME_WINDOWS } from './levels.ts';
import { trimBox } from './trim.ts';
import { AS_IS, type Box, EVEN_LIGHT, lumaOfView, type ViewKind, viewKinds, WHOLE } from './views.ts';

/** A box of one view with the descriptor it is found by. */
export interface DescribedBox {
  readonly view: ViewKind;
  readonly box: Box;
  /** See {@link Descriptor}. */
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

/** Tables of one picture at a time: made anew for each, thousands of them wait to be collected. */
const plainTable = new Float64Array(TABLE_LENGTH);
const otherTable = new Float64Array(TABLE_LENGTH);

/** Describes a picture for comparisons of a level. */
export function shapeOf(print: Fingerprint, level: CompareLevel): Shape {
  const boxes = probeBoxes(level, print.width, print.height);
  const views = viewKinds(print);
  // All vectors of a picture lie in one piece of memory; a piece for each takes several times as much.
  const vectors = new Int16Array((views.length * 2 + SAME_WINDOWS.length + boxes.length + 1) * VECTOR_LENGTH);
  let used = 0;
  const take = (table: Float64Array, box: Box): Descriptor => {
    used += VECTOR_LENGTH;
    return describe(table, box, vectors.subarray(used - VECTOR_LENGTH, used));
  };
  const wholes: DescribedBox[] = [];
  let plain: Float64Array | null = null;
  for (const view of views) {
    const plane = lumaOfView(print, view);
    const integral = integralOf(plane, view === AS_IS ? plainTable : otherTable);
    if (view === AS_IS) plain = integral;
    const whole = take(integral, WHOLE);
    if (view === AS_IS && whole.energy < FLAT_ENERGY) return FLAT;
    wholes.push({ view, box: WHOLE, vector: whole.vector });
    const box = trimBox(plane);
    if (Math.max(box[0], box[1], 1 - box[2], 1 - box[3]) < THINNEST_BORDER) continue;
    const trimmed = take(integral, box);
    if (trimmed.energy >= WEAKEST_TRIMMED) wholes.push({ view, box, vector: trimmed.vector });
  }
  if (!plain) return { ...FLAT, flat: false, wholes };
  const table = plain;
  const windows = SAME_WINDOWS.flatMap((box, at) => {
    const { vector, energy } = take(table, box);
    return energy < WEAKEST_PART ? [] : [{ at, vector }];
  });
  const probes = boxes.flatMap((box, at) => {
    const { vector, energy } = take(table, box);
    return energy < WEAKEST_PART ? [] : [{ view: AS_IS, at, box, vector }];
  });
  const evenLight = take(integralOf(lumaOfView(print, EVEN_LIGHT), otherTable), WHOLE).vector;
  return { flat: false, wholes, evenLight, windows, probes };
}

const VERSION = 1;
const HEAD_BYTES = 8;
/** Before each vector: what it describes, and the cells that were cut off at left, top, right and bottom; two are spare. */
const PART_HEAD = 8;
const PART_BYTES = PART_HEAD + VECTOR_LENGTH * 2;
const kinds = ['whole', 'evenLight', 'window', 'probe'] as const;

/** A shape as bytes, 136 for each part; to be kept with the fingerprint it was made of. */
export function packShape(shape: Shape, level: CompareLevel): Uint8Array {
  const parts: { kind: (typeof kinds)[number]; at: number; box: Box; vector: Int16Array }[] = [
    ...shape.wholes.map(({ view, box, vector }) => ({ kind: 'whole' as const, at: view, box, vector })),
    ...(shape.evenLight ? [{ kind: 'evenLight' as const, at: 0, box: WHOLE, vector: shape.evenLight }] : []),
    ...shape.windows.map(({ at, vector }) => ({ kind: 'window' as const, at, box: WHOLE, vector })),
    ...shape.probes.map(({ at, vector }) => ({ kind: 'probe' as const, at, box: WHOLE, vector })),
  ];
  const bytes = new Uint8Array(HEAD_BYTES + parts.length * PART_BYTES);
  bytes.set([VERSION, compareLevels.indexOf(level), shape.flat ? 1 : 0]);
  for (const [i, { kind, at, box, vector }] of parts.entries()) {
    const start = HEAD_BYTES + i * PART_BYTES;
    bytes.set([kinds.indexOf(kind), at, ...cutOff(box)], start);
    bytes.set(new Uint8Array(vector.buffer, vector.byteOffset, VECTOR_LENGTH * 2), start + PART_HEAD);
  }
  return bytes;
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
