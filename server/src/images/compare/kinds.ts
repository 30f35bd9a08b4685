import { extentOf, type Lay } from './look/lay.ts';
import { turnOf } from './look/turn.ts';

/** How two versions of one picture differ. A pair may differ in several ways; the most telling one comes first. */
export const NEAR_KINDS = [
  'burst',
  'cut-from',
  'framed',
  'border',
  'background-changed',
  'overlay',
  'mirrored',
  'rotated',
  'cropped',
  'colour-changed',
  'stretched',
  'resized',
  'recompressed',
] as const;
export type NearKind = (typeof NEAR_KINDS)[number];

/** The kinds that can be told from the sizes alone, where the pixels could not be looked at twice. */
export function kindsOfSizes(a: Size, b: Size): NearKind[] {
  return a.width === b.width && a.height === b.height ? ['recompressed'] : ['resized'];
}

/** A frame that differs by less than this share of the picture is the same. */
const SAME_FRAME = 0.02;

/**
 * The kinds that can be told from how two pictures lie on each other, where their pixels were not looked at twice.
 * @param lay where `a` lies on `b`
 */
export function kindsOfLay(a: Size, b: Size, lay: Lay): NearKind[] {
  const kinds = new Set<NearKind>();
  const turned = turnOf(a, b, lay);
  if (turned.mirrored) kinds.add('mirrored');
  if (turned.rotated) kinds.add('rotated');
  const cropped = extentOf(lay).some((edge, i) => Math.abs(edge - (i < 2 ? 0 : 1)) > SAME_FRAME);
  if (cropped && !turned.rotated) kinds.add('cropped');
  if (turned.stretched) kinds.add('stretched');
  else if (turned.resized && !cropped) kinds.add('resized');
  return kinds.size === 0 ? ['recompressed'] : NEAR_KINDS.filter((kind) => kinds.has(kind));
}

/** Kinds of pairs that show different pictures: the next frame of a burst, and a part that is a picture of its own. */
export const OWN_PICTURES: readonly NearKind[] = ['burst', 'cut-from'];

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
