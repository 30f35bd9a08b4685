import type { Fingerprint } from '../../fingerprint/fingerprint.ts';
import { NEAR_KINDS, type NearKind } from '../kinds.ts';
import type { Box } from '../views.ts';
import { backgroundGone } from './background-gone.ts';
import { type Block, blocksOf } from './blocks.ts';
import { DETAIL_SIDE, type Detail } from './detail.ts';
import { type Framing, framingOf } from './frame.ts';
import { BLOCK, type Colours, coloursOf, type Grid, sampled } from './grid.ts';
import { areaOf, extentOf, inverse, type Lay } from './lay.ts';
import { fitLight } from './light.ts';
import { isGrey, type Overlay, overlayOf } from './overlay.ts';
import { turnOf } from './turn.ts';

/** A picture as a second look sees it. */
export interface Looked {
  readonly print: Pick<Fingerprint, 'width' | 'height' | 'alpha'>;
  readonly detail: Detail;
}

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

/** A part of less than this share of the other picture is a picture of its own. */
export const PART = 0.5;

/** Names what differs between two pictures that were laid on each other, the first on the second. */
export function difference(a: Looked, b: Looked, laid: Grid, blocks: readonly (Block | null)[]): Look {
  const grid = { ...laid, ...coloursOf(a.detail, b.detail, laid) };
  const { lay } = grid;
  const light = fitLight(grid);
  const kinds = new Set<NearKind>();
  const turned = turnOf(a.print, b.print, lay);
  if (turned.mirrored) kinds.add('mirrored');
  if (turned.rotated) kinds.add('rotated');
  const framing = framings(a, b, lay);
  if (framing.kind !== 'same')
    kinds.add(framing.kind === 'cropped' && Math.abs(areaOf(lay)) < PART ? 'cut-from' : framing.kind);
  const ground = a.print.alpha !== b.print.alpha || backgroundGone(grid, blocks);
  if (ground) kinds.add('background-changed');
  const recoloured = isRecoloured(grid, blocks);
  // Of a part there are few pixels: only what is plain to see is called a mark.
  const part = Math.abs(areaOf(lay)) < PART && !isFrame(framing.kind);
  const plain = framing.kind === 'same' && !recoloured;
  const seen = ground ? null : overlayOf(grid, blocks, light, recoloured || part);
  const closer = ground || !plain || (seen ? seen.sure : light.noise >= QUIET) ? null : smallOverlay(a, b, lay, seen);
  const overlay = closer ?? seen;
  if (overlay) kinds.add('overlay');
  if (recoloured) kinds.add('colour-changed');
  if (turned.stretched) kinds.add('stretched');
  else if (turned.resized && framing.kind === 'same') kinds.add('resized');
  if (kinds.size === 0) kinds.add('recompressed');
  return {
    kinds: NEAR_KINDS.filter((kind) => kinds.has(kind)),
    // What lies around a picture is seen more surely than what lies over it.
    clean: framing.clean ?? (overlay && (overlay.on === 'a' ? 'b' : 'a')),
    overlay: overlay && onBearer(overlay, lay),
    shared: framing.kind === 'same' ? null : extentOf(lay),
    whole: framing.kind === 'same' ? null : 'b',
  };
}

/** Noise in levels up to which a closer look is worth taking. */
const QUIET = 0.75;
/**
 * Share of bends up to which two pictures are equally sharp, so that edges of one alone are something that lies over it: of 40
 * blurred copies of photographs 39 are off by more, of 160 that were only saved again or marked 8.
 */
const EQUALLY_SHARP = 0.05;

/** What is too thin to be seen on the usual grid, or to tell there which picture bears it: small writing. */
function smallOverlay({ detail: a }: Looked, { detail: b }: Looked, lay: Lay, seen: Overlay | null): Overlay | null {
  const laid = sampled(a, b, lay, DETAIL_SIDE);
  const grid = { ...laid, ...coloursOf(a, b, laid) };
  const light = fitLight(grid);
  if (!seen && Math.abs(light.sharpened) > EQUALLY_SHARP) return null;
  return overlayOf(grid, blocksOf(grid), light, false);
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

/** Levels of luma that blocks may lie apart by on average, the most different fifth left out: marks cover as much. */
const TONE_CHANGE = 5;
const TONE_SHARE = 0.8;
const CHROMA_CHANGE = 1.8;

/** The share of the blocks that may have no colours to lose. */
const DRAINED = 0.85;

/** Whether light, tone or colours differ all over. Means of blocks say so: single points differ by sharpness too. */
function isRecoloured(grid: Grid & Colours, blocks: readonly (Block | null)[]): boolean {
  const steps = blocks.flatMap((block) => (block ? [Math.abs(block.meanA - block.meanB)] : [])).sort((x, y) => x - y);
  const counted = steps.slice(0, Math.ceil(steps.length * TONE_SHARE));
  if (counted.reduce((sum, step) => sum + step, 0) > TONE_CHANGE * counted.length) return true;
  const colours = blocks.flatMap((block) => (block ? [chromaStep(grid, block.at)] : [])).sort((x, y) => x - y);
  // A coloured mark changes some places; another colouring changes most of them, or takes away what colours there are.
  const drained = isGrey(grid.chromaA) !== isGrey(grid.chromaB);
  return (colours[Math.floor(colours.length * (drained ? DRAINED : 0.5))] ?? 0) > CHROMA_CHANGE;
}

/** How far the mean colours of a block lie apart: single points differ by how their colours were saved. */
function chromaStep({ side, inside, chromaA, chromaB }: Grid & Colours, at: number): number {
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
