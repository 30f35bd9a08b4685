import type { Fingerprint } from '../../fingerprint/fingerprint.ts';
import { NEAR_KINDS, type NearKind } from '../kinds.ts';
import type { Box } from '../views.ts';
import { backgroundGone } from './background-gone.ts';
import { type Block, blocksOf } from './blocks.ts';
import { DETAIL_SIDE, type Detail } from './detail.ts';
import { type Framing, framingOf } from './frame.ts';
import { BLOCK, type Colours, coloursOf, type Grid, sampled } from './grid.ts';
import { areaOf, extentOf, inverse, type Lay, wholeOnWhole } from './lay.ts';
import { fitLight, type Light } from './light.ts';
import { areEquallySharp, isGrey, type Overlay, overlayOf } from './overlay.ts';
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
export function difference(a: Looked, b: Looked, laid: Grid, laidBlocks: readonly (Block | null)[]): Look {
  const { grid, light, blocks } = settled(a, b, laid, laidBlocks);
  const { lay } = grid;
  const kinds = new Set<NearKind>();
  const turned = turnOf(a.print, b.print, lay);
  if (turned.mirrored) kinds.add('mirrored');
  if (turned.rotated) kinds.add('rotated');
  const framing = framings(a, b, lay);
  if (framing.kind !== 'same')
    kinds.add(framing.kind === 'cropped' && Math.abs(areaOf(lay)) < PART ? 'cut-from' : framing.kind);
  const framed = isFrame(framing.kind);
  // What lies around a picture may be transparent, and at its edges hides a little of it.
  const ground = !framed && (a.print.alpha !== b.print.alpha || backgroundGone(grid, blocks, () => light.rest));
  if (ground) kinds.add('background-changed');
  const recoloured = isRecoloured(grid, blocks);
  // Of a part there are few pixels, and bars reach in at the edges: only what is plain to see is called a mark.
  const part = Math.abs(areaOf(lay)) < PART && !framed;
  const plain = framing.kind === 'same' && !recoloured;
  const seen = ground ? null : overlayOf(grid, blocks, light, recoloured || part || framed);
  const closer = ground || !plain || seen?.sure ? null : smallOverlay(a, b, lay, seen);
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

/** Shares of a side that a lay is off the whole frame by, at the most and at the least, where it may mean the whole frame. */
const DRAWN_OFF = 0.01;
const AS_GOOD = 1e-4;

/**
 * A pair as it was laid, or with both frames as one where that explains more: half a pixel shows in fine texture, and marks and
 * stripes draw a registration a little off.
 */
function settled(
  { detail: a }: Looked,
  { detail: b }: Looked,
  laid: Grid,
  blocks: readonly (Block | null)[],
): { grid: Grid & Colours; light: Light; blocks: readonly (Block | null)[] } {
  const coloured = (grid: Grid): Grid & Colours => ({ ...grid, ...coloursOf(a, b, grid) });
  const found = coloured(laid);
  const whole = wholeOnWhole(laid.lay, AS_GOOD) ? null : wholeOnWhole(laid.lay, DRAWN_OFF);
  if (!whole) return { grid: found, light: fitLight(found), blocks };
  const { noise } = fitLight(found);
  const exact = coloured(sampled(a, b, whole, laid.side));
  const light = fitLight(exact);
  // The light of a pair is valid until the next one is fitted.
  return light.noise < noise
    ? { grid: exact, light, blocks: blocksOf(exact) }
    : { grid: found, light: fitLight(found), blocks };
}

/** What is too thin to be seen on the usual grid, or to tell there which picture bears it: small writing. */
function smallOverlay({ detail: a }: Looked, { detail: b }: Looked, lay: Lay, seen: Overlay | null): Overlay | null {
  const laid = sampled(a, b, lay, DETAIL_SIDE);
  const grid = { ...laid, ...coloursOf(a, b, laid) };
  const light = fitLight(grid);
  if (!seen && !areEquallySharp(light)) return null;
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

/** Whether one of two pictures is the other with something around it. @param lay where `a` lies on `b` */
export const isFramed = (a: Looked, b: Looked, lay: Lay): boolean => isFrame(framings(a, b, lay).kind);

const isFrame = (framing: Framing): boolean => framing === 'border' || framing === 'framed';

/** Levels of luma that blocks may lie apart by on average, the most different fifth left out: marks cover as much. */
const TONE_CHANGE = 5;
/** The same in a dark picture: share of what the brighter one of both has, and levels that saving again does not move means by. */
const DARKER = 0.1;
const DARK_CHANGE = 1.5;
const TONE_SHARE = 0.8;
const CHROMA_CHANGE = 1.8;

/** The share of the blocks that may have no colours to lose. */
const DRAINED = 0.85;

/**
 * Levels of luma and chroma by which the middle one of the points may differ where half of the picture is as it was: so do all of 163
 * pictures with tiled marks, and two of 489 in other tones or light.
 */
const AS_IT_WAS = { luma: 1.5, chroma: 2 } as const;
const BLACK = 16;

/** Whether light, tone or colours differ all over. Means of blocks say so: single points differ by sharpness too. */
function isRecoloured(grid: Grid & Colours, blocks: readonly (Block | null)[]): boolean {
  // A coloured mark changes some places; another colouring changes most of them, or takes away what colours there are.
  const drained = isGrey(grid.chromaA) !== isGrey(grid.chromaB);
  const steps = blocks.flatMap((block) => (block ? [Math.abs(block.meanA - block.meanB)] : [])).sort((x, y) => x - y);
  const counted = steps.slice(0, Math.ceil(steps.length * TONE_SHARE));
  const change = counted.reduce((sum, step) => sum + step, 0) / Math.max(1, counted.length);
  const brightness =
    blocks.reduce((sum, block) => sum + Math.max(block?.meanA ?? 0, block?.meanB ?? 0), 0) / Math.max(1, steps.length);
  const colours = blocks.flatMap((block) => (block ? [chromaStep(grid, block.at)] : [])).sort((x, y) => x - y);
  const differs =
    change > TONE_CHANGE ||
    (change > DARK_CHANGE && change > DARKER * brightness) ||
    (colours[Math.floor(colours.length * (drained ? DRAINED : 0.5))] ?? 0) > CHROMA_CHANGE;
  // White lines all over a picture of strong colours change every block, and leave what lies between them.
  return differs && (drained || !isHalfAsItWas(grid));
}

function isHalfAsItWas({ inside, a, b, chromaA, chromaB }: Grid & Colours): boolean {
  const n = inside.length;
  let [all, luma, chroma] = [0, 0, 0];
  for (let q = 0; q < n; q++) {
    // What is black stays so in any light.
    if (inside[q] === 0 || Math.max(a[q]!, b[q]!) < BLACK) continue;
    all++;
    if (Math.abs(a[q]! - b[q]!) <= AS_IT_WAS.luma) luma++;
    if (Math.abs(chromaA[q]! - chromaB[q]!) + Math.abs(chromaA[n + q]! - chromaB[n + q]!) <= AS_IT_WAS.chroma) chroma++;
  }
  return 2 * luma > all && 2 * chroma > all;
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
