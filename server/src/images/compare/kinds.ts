import type { Fingerprint } from '../fingerprint/fingerprint.ts';
import type { PairEvidence } from './duplicate-index.ts';
import { trimBox } from './trim.ts';
import { AS_IS, type Box, lumaOfView } from './views.ts';

/** How two versions of one picture differ. A pair may differ in several ways; the most telling one comes first. */
export const NEAR_KINDS = [
  'mirrored',
  'rotated',
  'cropped',
  'border',
  'background-changed',
  'overlay',
  'colour-changed',
  'stretched',
  'resized',
  'recompressed',
] as const;
export type NearKind = (typeof NEAR_KINDS)[number];

/** Share of a picture that framing may differ by without being called a crop. */
const SAME_FRAMING = 0.013;
/** Degrees. */
const SMALLEST_ANGLE = 0.8;
const GAIN_CHANGE = 0.1;
const OFFSET_CHANGE = 10;
const CHROMA_CHANGE = 5;
const ASPECT_CHANGE = 0.03;
const SIZE_CHANGE = 0.01;
/** Luma levels that a block must differ by to be something laid over the picture. */
const OVERLAY_STEP = 24;

/** Names the ways a verified pair differs, in the order of `NEAR_KINDS`; at least one. */
export function kindsOf(a: Fingerprint, b: Fingerprint, evidence: PairEvidence | null): NearKind[] {
  if (!evidence) return a.width === b.width && a.height === b.height ? ['recompressed'] : ['resized'];
  const kinds: NearKind[] = [];
  const { measures, turn } = evidence;
  const flipped = (turn & 1) ^ ((turn >> 1) & 1) ^ ((turn >> 2) & 1);
  if (flipped) kinds.push('mirrored');
  const quarterTurned = (turn & 4) !== 0 || (turn & 3) === 3 || turn === 2;
  if (quarterTurned || Math.abs(smallAngle(evidence, a, b)) > SMALLEST_ANGLE) kinds.push('rotated');
  const framing = framingOf(a, b, evidence);
  if (framing) kinds.push(framing);
  if (backgroundChanged(a, b, evidence)) kinds.push('background-changed');
  if (measures.median > 0.85 && measures.agreeing < 0.97 && measures.worstBlock > OVERLAY_STEP) kinds.push('overlay');
  if (
    Math.abs(Math.log(Math.max(0.05, measures.gain))) > GAIN_CHANGE ||
    Math.abs(measures.offset) > OFFSET_CHANGE + 255 * Math.abs(1 - measures.gain) ||
    measures.chromaDifference > CHROMA_CHANGE
  ) {
    kinds.push('colour-changed');
  }
  const [scaleX, scaleY] = scales(a, b, evidence);
  if (Math.abs(Math.log(scaleX / scaleY)) > ASPECT_CHANGE) kinds.push('stretched');
  else if (Math.abs(Math.log(scaleX)) > SIZE_CHANGE && !framing) kinds.push('resized');
  if (kinds.length === 0) kinds.push('recompressed');
  return kinds;
}

/** Where the whole of `a` lies on `b`: left, top, right, bottom in shares of `b`, small rotations ignored. */
function extentOnB({ box, map }: PairEvidence): Box {
  const u = (x: number): number => (2 * (x - box[0])) / (box[2] - box[0]) - 1;
  const v = (y: number): number => (2 * (y - box[1])) / (box[3] - box[1]) - 1;
  const along = (c: number, byU: number, byV: number): [number, number] => {
    // The axis that matters is the stronger one; after a quarter turn that is the other one.
    const [first, last, factor] = Math.abs(byU) >= Math.abs(byV) ? [u(0), u(1), byU] : [v(0), v(1), byV];
    const ends = [c + factor * first, c + factor * last];
    return [Math.min(...ends), Math.max(...ends)];
  };
  const x = along(map[0]!, map[1]!, map[2]!);
  const y = along(map[3]!, map[4]!, map[5]!);
  return [x[0], y[0], x[1], y[1]];
}

/** How the frames differ: one is a cut of the other, or has a plain border around it. */
function framingOf(a: Fingerprint, b: Fingerprint, evidence: PairEvidence): 'cropped' | 'border' | null {
  const [left, top, right, bottom] = extentOnB(evidence);
  const inB = Math.max(left, top, 1 - right, 1 - bottom);
  const beyondB = Math.max(-left, -top, right - 1, bottom - 1);
  if (inB <= SAME_FRAMING && beyondB <= SAME_FRAMING) return null;
  const turned = (evidence.turn & 4) !== 0;
  const content = inB > beyondB ? trimBox(lumaOfView(b, AS_IS)) : trimBox(lumaOfView(a, AS_IS));
  const shownWidth = inB > beyondB ? right - left : 1 / (turned ? bottom - top : right - left);
  const shownHeight = inB > beyondB ? bottom - top : 1 / (turned ? right - left : bottom - top);
  const bordered =
    Math.abs(content[2] - content[0] - shownWidth) < 0.05 && Math.abs(content[3] - content[1] - shownHeight) < 0.05;
  return bordered ? 'border' : 'cropped';
}

/** Pixels of `b` per pixel of `a`, across and down `a`. */
function scales(a: Fingerprint, b: Fingerprint, { box, map }: PairEvidence): [number, number] {
  const across = Math.hypot(map[1]! * b.width, map[4]! * b.height) / (((box[2] - box[0]) / 2) * a.width);
  const down = Math.hypot(map[2]! * b.width, map[5]! * b.height) / (((box[3] - box[1]) / 2) * a.height);
  return [across, down];
}

/** Rotation beyond quarter turns and mirroring, in degrees. */
function smallAngle({ map, turn }: PairEvidence, _a: Fingerprint, b: Fingerprint): number {
  const [main, side] =
    (turn & 4) === 0 ? [map[1]! * b.width, map[4]! * b.height] : [map[4]! * b.height, map[1]! * b.width];
  const [main2, side2] =
    (turn & 4) === 0 ? [map[5]! * b.height, map[2]! * b.width] : [map[2]! * b.width, map[5]! * b.height];
  // Shear shows in one axis only; a rotation turns both by the same angle.
  const first = Math.atan2(side, Math.abs(main));
  const second = Math.atan2(side2, Math.abs(main2));
  return (Math.min(Math.abs(first), Math.abs(second)) * 180) / Math.PI;
}

function backgroundChanged(a: Fingerprint, b: Fingerprint, { viewA, viewB }: PairEvidence): boolean {
  if (a.alpha !== b.alpha) return true;
  if (viewA === AS_IS && viewB === AS_IS) return false;
  if (!a.cover || !b.cover) return false;
  return a.background.some((value, i) => Math.abs(value - b.background[i]!) > 12);
}
