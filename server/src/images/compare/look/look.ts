import type { Fingerprint } from '../../fingerprint/fingerprint.ts';
import { NEAR_KINDS, type NearKind } from '../kinds.ts';
import { solve } from '../solve.ts';
import type { Box } from '../views.ts';
import { type Block, blocksOf, shiftOf } from './blocks.ts';
import type { Detail } from './detail.ts';
import { type Framing, framingOf } from './frame.ts';
import { BLOCK, type Grid, layGrid } from './grid.ts';
import { areaOf, extentOf, inverse, type Lay } from './lay.ts';
import { fitLight } from './light.ts';
import { type Overlay, overlayOf } from './overlay.ts';
import { turnOf } from './turn.ts';

/** A picture as a second look sees it. */
export interface Looked {
  readonly print: Pick<Fingerprint, 'width' | 'height' | 'alpha'>;
  readonly detail: Detail;
}

/**
 * What speaks for a pair before the second look: the first look was sure; very many small places lie alike; or only that
 * it is worth a look.
 */
export type Trust = 'sure' | 'many places' | 'little';

/** What a second look at a pair found. */
export interface Look {
  /** How they differ, the most telling first. */
  readonly kinds: readonly NearKind[];
  /** The one without mark, frame or bars, where the other has them. */
  readonly clean: 'a' | 'b' | null;
  /** Where something lies over the other one, in shares of that picture. */
  readonly overlay: Box | null;
  /** Where the one that shows less lies on the other, in shares of the other. */
  readonly shared: Box | null;
  /** The one that shows more, where the frames differ. */
  readonly whole: 'a' | 'b' | null;
}

/** A block agrees when its pixels correlate at least this much. */
const AGREEING = 0.8;
/** Blocks with texture in both pictures that it takes to say anything. */
const LEAST_BLOCKS = 24;
/**
 * Share of the textured blocks that must agree. Photographs of one thing from two sides reach 0.4 at the most, copies
 * with writing all over them 0.6; drawings on blank ground share outlines, and up to 0.75 of their blocks.
 */
const ENOUGH_ON_TEXTURE = 0.55;
const ENOUGH_ON_BLANK = 0.85;
/** Share of all blocks with texture that makes a textured picture, and a drawing on blank ground. */
const TEXTURED = 0.6;
const BLANK = 0.4;
/** A first look that was sure is believed down to this share. */
const DENIED = 0.45;
/** Where very many places lie alike it takes less: what is blank or blurred in a part does not agree. */
const ENOUGH_WITH_PLACES = 0.42;
/** Share of the blocks that moved by themselves in neighbouring frames. */
const MOVED = 0.12;
/** From this share on, what moved is a place that repeats itself. */
const STILL = 0.8;
const REACH = 5;
/** Blocks that are looked for elsewhere: a sample stands for all. */
const TRIED_SHIFTS = 48;
/** A part of less than this share of the other picture is a picture of its own. */
const PART = 0.5;

/**
 * Looks at an aligned pair again at 256×256 pixels.
 * @param lay where `a` lies on `b`, about
 * @param trust what speaks for the pair already
 * @returns null when it is not: nothing is known about such a pair
 */
export function lookAt(a: Looked, b: Looked, lay: Lay, trust: Trust): Look | null {
  const area = Math.abs(areaOf(lay));
  if (!(area > 0.01 && area < 100)) return null;
  // The picture that shows less is the template.
  if (area > 1) {
    const back = lookAt(b, a, inverse(lay), trust);
    return back && { ...back, clean: other(back.clean), whole: other(back.whole) };
  }
  let grid = layGrid(a.detail, b.detail, lay);
  let blocks = blocksOf(grid);
  let agreement = agreementOf(grid, blocks);
  const better = agreement.agreeing < STILL ? followed(grid.lay, agreement.shifts) : null;
  if (better) {
    const again = layGrid(a.detail, b.detail, better);
    const blocksAgain = blocksOf(again);
    const agreementAgain = agreementOf(again, blocksAgain);
    if (agreementAgain.agreeing > agreement.agreeing) {
      grid = again;
      blocks = blocksAgain;
      agreement = agreementAgain;
    }
  }
  const moves = agreement.moved >= MOVED && agreement.agreeing < STILL;
  const enough = agreement.agreeing >= enoughFor(agreement, trust);
  if (moves && (enough || trust === 'sure' || trust === 'many places')) return BURST;
  return enough ? difference(a, b, grid, blocks) : null;
}

const other = (side: 'a' | 'b' | null): 'a' | 'b' | null => (side === null ? null : side === 'a' ? 'b' : 'a');

const BURST: Look = { kinds: ['burst'], clean: null, overlay: null, shared: null, whole: null };
/** Blocks found elsewhere that it takes to correct a lay. */
const LEAST_SHIFTS = 10;

/** The lay that most of the shifted blocks speak for; null when they are few. */
function followed(lay: Lay, shifts: readonly BlockShift[]): Lay | null {
  if (shifts.length < LEAST_SHIFTS) return null;
  const axis = (of: (shift: BlockShift) => number): Float64Array | null => {
    const matrix = new Float64Array(9);
    const right = new Float64Array(3);
    for (const shift of shifts) {
      const terms = [1, shift.x, shift.y];
      for (let i = 0; i < 3; i++) {
        right[i]! += terms[i]! * of(shift);
        for (let j = 0; j < 3; j++) matrix[3 * i + j]! += terms[i]! * terms[j]!;
      }
    }
    for (const i of [4, 8]) matrix[i]! += 0.2;
    return solve(matrix, right, 3) ? right : null;
  };
  const x = axis(({ dx }) => dx);
  const y = axis(({ dy }) => dy);
  if (!x || !y) return null;
  // Point p of the first lies where p plus its shift lay before.
  const row = (c: number, u: number, v: number): [number, number, number] => [
    c + u * x[0]! + v * y[0]!,
    u * (1 + x[1]!) + v * y[1]!,
    u * x[2]! + v * (1 + y[2]!),
  ];
  return [...row(lay[0], lay[1], lay[2]), ...row(lay[3], lay[4], lay[5])];
}

/** How far the blocks of a grid agree. */
export interface Agreement {
  readonly blocks: number;
  /** Blocks with texture in both pictures, and in one only. */
  readonly both: number;
  readonly oneSided: number;
  /** Share of the former that agree. */
  readonly agreeing: number;
  /** Share that agree at another place nearby. */
  readonly moved: number;
  /** Those places, of a sample. */
  readonly shifts: readonly BlockShift[];
}

/** The middle of a block, and how far it moved, in shares of the first picture. */
interface BlockShift {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

export function agreementOf(grid: Grid, blocks: readonly (Block | null)[]): Agreement {
  const known = blocks.filter((block) => block !== null);
  const both = known.filter(({ texturedA, texturedB }) => texturedA && texturedB);
  let agreeing = 0;
  const shifts: BlockShift[] = [];
  let tried = 0;
  // Taken from all over the frame: every seventh, then the ones after them.
  for (const { z, at } of both.toSorted((x, y) => (x.at % 7) - (y.at % 7))) {
    if (z > AGREEING) {
      agreeing++;
      continue;
    }
    if (++tried > TRIED_SHIFTS) continue;
    const shift = shiftOf(grid, at, REACH);
    if (shift.z <= AGREEING + 0.05 || Math.hypot(shift.x, shift.y) < 1) continue;
    shifts.push({
      x: ((at % grid.side) + BLOCK / 2) / grid.side,
      y: (Math.floor(at / grid.side) + BLOCK / 2) / grid.side,
      dx: shift.x / grid.side,
      dy: shift.y / grid.side,
    });
  }
  const n = Math.max(1, both.length);
  return {
    blocks: known.length,
    both: both.length,
    oneSided: known.filter(({ texturedA, texturedB }) => texturedA !== texturedB).length,
    agreeing: agreeing / n,
    moved: (shifts.length / Math.max(1, Math.min(tried, TRIED_SHIFTS))) * (1 - agreeing / n),
    shifts,
  };
}

/** Share of the blocks that must agree. */
function enoughFor({ blocks, both, oneSided }: Agreement, trust: Trust): number {
  if (both < LEAST_BLOCKS) return trust === 'sure' ? 0 : 2;
  if (trust === 'sure') return DENIED;
  if (trust === 'many places') return ENOUGH_WITH_PLACES;
  const textured = (both + oneSided) / blocks;
  const blank = Math.min(1, Math.max(0, (TEXTURED - textured) / (TEXTURED - BLANK)));
  return ENOUGH_ON_TEXTURE + (ENOUGH_ON_BLANK - ENOUGH_ON_TEXTURE) * blank;
}

function difference(a: Looked, b: Looked, grid: Grid, blocks: readonly (Block | null)[]): Look {
  const { lay } = grid;
  const light = fitLight(grid);
  const kinds = new Set<NearKind>();
  const turned = turnOf(a.print, b.print, lay);
  if (turned.mirrored) kinds.add('mirrored');
  if (turned.rotated) kinds.add('rotated');
  const framing = framings(a, b, lay);
  if (framing.kind !== 'same')
    kinds.add(framing.kind === 'cropped' && Math.abs(areaOf(lay)) < PART ? 'cut-from' : framing.kind);
  const ground = a.print.alpha !== b.print.alpha || backgroundGone(blocks);
  if (ground) kinds.add('background-changed');
  const recoloured = isRecoloured(grid, blocks);
  const overlay = ground ? null : overlayOf(grid, blocks, light, recoloured);
  if (overlay) kinds.add('overlay');
  if (recoloured) kinds.add('colour-changed');
  if (turned.stretched) kinds.add('stretched');
  else if (turned.resized && framing.kind === 'same') kinds.add('resized');
  if (kinds.size === 0) kinds.add('recompressed');
  return {
    kinds: NEAR_KINDS.filter((kind) => kinds.has(kind)),
    clean: overlay ? (overlay.on === 'a' ? 'b' : 'a') : framing.clean,
    overlay: overlay && onBearer(overlay, lay),
    shared: framing.kind === 'same' ? null : extentOf(lay),
    whole: framing.kind === 'same' ? null : 'b',
  };
}

/** What lies beyond the shared part on either side; the one that has only the shared part is the clean one of a frame. */
function framings(a: Looked, b: Looked, lay: Lay): { kind: Framing; clean: 'a' | 'b' | null } {
  const onB = framingOf(b.detail, extentOf(lay));
  const onA = framingOf(a.detail, extentOf(inverse(lay)));
  if (isFrame(onB) && onA === 'same') return { kind: onB, clean: 'a' };
  if (isFrame(onA) && onB === 'same') return { kind: onA, clean: 'b' };
  if (onB === 'cropped' || onA === 'cropped') return { kind: 'cropped', clean: null };
  return { kind: onB === 'same' ? onA : onB, clean: null };
}

const isFrame = (framing: Framing): boolean => framing === 'border' || framing === 'framed';

/** Share of the blocks that must have lost their texture to one even ground. */
const GONE = 0.15;
const EVEN_SPREAD = 2.5;
const EVEN_LEVELS = 6;
const EVEN_SHARE = 0.8;

/** Whether around the same thing one picture has texture where the other has one even ground. */
function backgroundGone(blocks: readonly (Block | null)[]): boolean {
  const known = blocks.filter((block) => block !== null);
  const sides = [
    known.filter(({ texturedA, spreadB }) => texturedA && spreadB < EVEN_SPREAD).map(({ meanB }) => meanB),
    known.filter(({ texturedB, spreadA }) => texturedB && spreadA < EVEN_SPREAD).map(({ meanA }) => meanA),
  ];
  return sides.some((levels) => {
    if (levels.length < GONE * known.length) return false;
    const middle = levels.sort((x, y) => x - y)[levels.length >> 1]!;
    const even = levels.filter((level) => Math.abs(level - middle) < EVEN_LEVELS).length;
    return even > EVEN_SHARE * levels.length;
  });
}

/** Levels of luma that blocks may lie apart by on average, the most different fifth left out: marks cover as much. */
const TONE_CHANGE = 5;
const TONE_SHARE = 0.8;
const CHROMA_CHANGE = 1.8;

/** Whether light, tone or colours differ all over. Means of blocks say so: single points differ by sharpness too. */
function isRecoloured(grid: Grid, blocks: readonly (Block | null)[]): boolean {
  const steps = blocks.flatMap((block) => (block ? [Math.abs(block.meanA - block.meanB)] : [])).sort((x, y) => x - y);
  const counted = steps.slice(0, Math.ceil(steps.length * TONE_SHARE));
  if (counted.reduce((sum, step) => sum + step, 0) > TONE_CHANGE * counted.length) return true;
  const colours = blocks.flatMap((block) => (block ? [chromaStep(grid, block.at)] : [])).sort((x, y) => x - y);
  // A coloured mark changes some places; another colouring changes most of them.
  return (colours[colours.length >> 1] ?? 0) > CHROMA_CHANGE;
}

/** How far the mean colours of a block lie apart: single points differ by how their colours were saved. */
function chromaStep({ side, inside, chromaA, chromaB }: Grid, at: number): number {
  let [cb, cr, n] = [0, 0, 0];
  for (let j = 0; j < BLOCK; j++) {
    for (let q = at + j * side; q < at + j * side + BLOCK; q++) {
      if (inside[q] === 0) continue;
      cb += chromaA[q]! - chromaB[q]!;
      cr += chromaA[inside.length + q]! - chromaB[inside.length + q]!;
      n++;
    }
  }
  return (Math.abs(cb) + Math.abs(cr)) / Math.max(1, n);
}

/** The box of an overlay on the picture that bears it. */
function onBearer({ box, on }: Overlay, lay: Lay): Box {
  if (on === 'a') return box;
  const place = (x: number, y: number): [number, number] => [
    lay[0] + lay[1] * x + lay[2] * y,
    lay[3] + lay[4] * x + lay[5] * y,
  ];
  const ends = [place(box[0], box[1]), place(box[2], box[3])] as const;
  const clamp = (value: number): number => Math.min(1, Math.max(0, value));
  return [
    clamp(Math.min(ends[0][0], ends[1][0])),
    clamp(Math.min(ends[0][1], ends[1][1])),
    clamp(Math.max(ends[0][0], ends[1][0])),
    clamp(Math.max(ends[0][1], ends[1][1])),
  ];
}
