import { NEAR_KINDS, type NearKind, type Size } from '../kinds.ts';
import { extentOf, type Lay } from './lay.ts';
import { turnOf } from './turn.ts';

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
