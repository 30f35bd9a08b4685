import { DETAIL_SIDE, decodeDetail, encodeDetail } from '../../server/src/images/compare/look/detail.ts';
import type { Looked } from '../../server/src/images/compare/look/difference.ts';

/** A picture by places in shares of its sides: grey levels, or red, green and blue. */
export function looked(level: (x: number, y: number) => number | readonly [number, number, number]): Looked {
  const rgba = new Uint8Array(4 * DETAIL_SIDE ** 2);
  for (let i = 0; i < DETAIL_SIDE ** 2; i++) {
    const value = level(((i % DETAIL_SIDE) + 0.5) / DETAIL_SIDE, (Math.floor(i / DETAIL_SIDE) + 0.5) / DETAIL_SIDE);
    const channels = typeof value === 'number' ? [value, value, value] : value;
    for (const [k, one] of channels.entries()) rgba[4 * i + k] = Math.max(0, Math.min(255, Math.round(one)));
    rgba[4 * i + 3] = 255;
  }
  return { print: { width: 1000, height: 1000, alpha: false }, detail: decodeDetail(encodeDetail(rgba)) };
}

/** Grain as a sensor leaves it, the same at each call: from −`levels` to `levels`. */
export function grain(x: number, y: number, levels: number): number {
  const value = Math.sin(x * 12_989 + y * 78_233) * 43_758;
  return (value - Math.floor(value) - 0.5) * 2 * levels;
}
