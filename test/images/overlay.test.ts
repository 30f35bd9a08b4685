import assert from 'node:assert/strict';
import { colourLeaning } from '../../server/src/images/compare/look/colour-leaning.ts';
import type { Looked } from '../../server/src/images/compare/look/difference.ts';
import { coloursOf, sampled } from '../../server/src/images/compare/look/grid.ts';
import { lookAt } from '../../server/src/images/compare/look/look.ts';
import { type Overlay, overlayOf } from '../../server/src/images/compare/look/overlay.ts';
import { grain, looked } from './looked.ts';

const SIDE = 128;

/** What is found between two pictures of one grey that have other levels in a square of each. */
function between(inA: number, inB: number): Overlay | null {
  const plane = (inside: number): Float32Array =>
    Float32Array.from({ length: SIDE ** 2 }, (_, q) => {
      const [x, y] = [q % SIDE, Math.floor(q / SIDE)];
      return x >= 32 && x < 64 && y >= 48 && y < 96 ? inside : 120;
    });
  const [a, b] = [plane(inA), plane(inB)];
  const chroma = (): Float32Array => new Float32Array(2 * SIDE ** 2);
  const inside = new Uint8Array(SIDE ** 2).fill(1);
  const grid = { side: SIDE, a, b, inside, lay: [0, 1, 0, 0, 0, 1], chromaA: chroma(), chromaB: chroma() } as const;
  const light = { lit: b, rest: a.map((value, q) => value - b[q]!), noise: 0.5, sharpened: 0 };
  return overlayOf(grid, [], light, false);
}

describe('what lies over a picture', () => {
  it('lies on the one that has its edges, and where', () => {
    for (const [found, on] of [
      [between(200, 120), 'a'],
      [between(120, 200), 'b'],
    ] as const) {
      assert.equal(found?.on, on);
      assert.equal(found.sure, true);
      for (const [k, edge] of [0.25, 0.375, 0.5, 0.75].entries()) assert.ok(Math.abs(found.box[k]! - edge) < 0.02);
    }
  });

  it('is of no sure side where both have edges', () => {
    assert.equal(between(170, 70)?.sure, false);
    assert.equal(between(200, 110)?.sure, true);
  });

  it('lies on the one that has its colours, where grass has as many edges of luma', () => {
    const blade = (x: number, y: number): number => grain(Math.floor(140 * x + 40 * y), Math.floor(50 * y), 70);
    const green = (x: number, y: number) => [70 + blade(x, y), 120 + blade(x, y), 50 + blade(x, y)] as const;
    const isLogo = (x: number, y: number): boolean => x > 0.1 && x < 0.22 && y > 0.75 && y < 0.9;
    const grass = looked(green);
    const under = (colour: readonly [number, number, number]) =>
      looked((x, y) => (isLogo(x, y) ? colour : green(x, y)));
    const WHOLE = [0, 1, 0, 0, 0, 1] as const;
    for (const [a, b, clean] of [
      [grass, under([230, 60, 30]), 'a'],
      [under([230, 60, 30]), grass, 'b'],
    ] as const) {
      const look = lookAt(a, b, WHOLE, 'sure');
      assert.deepEqual([look?.kinds[0], look?.clean], ['overlay', clean]);
    }
    const leaning = (a: Looked, b: Looked): number => {
      const grid = sampled(a.detail, b.detail, WHOLE, SIDE);
      return colourLeaning({ ...grid, ...coloursOf(a.detail, b.detail, grid) });
    };
    assert.ok(leaning(grass, under([230, 60, 30])) < -0.4);
    // What is grey takes colours away: they end at its edges, which says nothing of whose those are.
    assert.equal(leaning(grass, under([110, 110, 110])), 0);
    assert.equal(leaning(grass, looked(green)), 0);
  });

  it('is nothing between pictures that are equal', () => {
    assert.equal(between(200, 200), null);
  });
});
