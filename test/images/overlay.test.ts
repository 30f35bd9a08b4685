import assert from 'node:assert/strict';
import { type Overlay, overlayOf } from '../../server/src/images/compare/look/overlay.ts';

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

  it('is nothing between pictures that are equal', () => {
    assert.equal(between(200, 200), null);
  });
});
