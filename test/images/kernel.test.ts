import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  gather,
  grid,
  MIDDLE,
  normalSums,
  pairSums,
  plane,
  sample,
  sumPair,
} from '../../server/src/images/compare/kernel/kernel.ts';
import { evenLight } from '../../server/src/images/compare/look/even-light.ts';
import { kernelFile, kernelSource } from '../../tools/kernels.ts';
import { Random } from '../bench/random.ts';

type Map6 = readonly [number, number, number, number, number, number];

/** What lies at a place of a plane, x and y from 0 to 1, between the four pixels around it; null outside. */
function between(pixels: Float32Array, size: number, x: number, y: number) {
  const [px, py] = [x * size - 0.5, y * size - 0.5];
  if (px <= -0.5 || py <= -0.5 || px >= size - 0.5 || py >= size - 0.5) return null;
  const held = (p: number): number => Math.min(size - 1, Math.max(0, p));
  const [left, top] = [px, py].map((p) => Math.min(size - 2, Math.floor(held(p)))) as [number, number];
  const [fx, fy] = [held(px) - left, held(py) - top];
  const at = (i: number, j: number): number => pixels[(top + j) * size + left + i]!;
  const upper = at(0, 0) + (at(1, 0) - at(0, 0)) * fx;
  const lower = at(0, 1) + (at(1, 1) - at(0, 1)) * fx;
  const slopeX = (at(1, 0) - at(0, 0)) * (1 - fy) + (at(1, 1) - at(0, 1)) * fy;
  return { value: upper + (lower - upper) * fy, slopeX: slopeX * size, slopeY: (lower - upper) * size };
}

const smooth = (size: number, random: Random): Float32Array => {
  const [a, b, c] = [random.between(1, 6), random.between(1, 6), random.between(0, 6)];
  const value = (x: number, y: number): number => 128 + 90 * Math.sin(a * x + c) * Math.cos(b * y - c);
  return Float32Array.from({ length: size * size }, (_, i) => value((i % size) / size, Math.floor(i / size) / size));
};

// Steps that miss the edges of pixels and of planes: on an edge itself single precision may look the other way.
const steps = 1e4;
const numbers = (least: number, most: number) =>
  fc.integer({ min: least * steps, max: most * steps }).map((step) => step / steps + 3.717e-5);
const setups = fc.record({
  seed: fc.nat(1e6),
  size: fc.constantFrom(16, 32, 64, 128, 256),
  side: fc.constantFrom(16, 32, 48, 64, 128),
  // Turned, mirrored, and partly or wholly beside the plane.
  map: fc.tuple(
    numbers(-0.5, 1.5),
    numbers(-0.8, 0.8),
    numbers(-0.3, 0.3),
    numbers(-0.5, 1.5),
    numbers(-0.3, 0.3),
    numbers(-0.8, 0.8),
  ),
});

const placeOf = ([c0, c1, c2, c3, c4, c5]: Map6, side: number, q: number) => {
  const [u, v] = [(2 * (q % side) + 1) / side - 1, (2 * Math.floor(q / side) + 1) / side - 1];
  return { u, v, x: c0 + c1 * u + c2 * v, y: c3 + c4 * u + c5 * v };
};

describe('Kernel that registers pictures', () => {
  it('is what its source compiles to', async () => {
    const folder = 'images/compare/kernel';
    assert.equal(readFileSync(kernelFile(folder), 'utf8'), await kernelSource(folder));
  }).timeout(60_000);

  it('resamples between pixels, and tells what lies outside', () => {
    let outside = 0;
    fc.assert(
      fc.property(setups, ({ seed, size, side, map }) => {
        const pixels = smooth(size, new Random(seed));
        plane.set(pixels);
        const count = sample(1, size, side, ...map);
        let inside = 0;
        for (let q = 0; q < side * side; q++) {
          const { x, y } = placeOf(map, side, q);
          const nearEdge = [x, y].some((p) => Math.min(Math.abs(p), Math.abs(p - 1)) < 1e-5);
          const expected = between(pixels, size, x, y);
          if (!nearEdge) assert.equal(grid.inside[q], expected ? 1 : 0, `${q}`);
          inside += grid.inside[q]!;
          if (expected && grid.inside[q] === 1)
            assert.ok(Math.abs(grid.b[q]! - expected.value) < 0.01, `${q}: ${grid.b[q]} for ${expected.value}`);
          else outside++;
        }
        assert.equal(count, inside);
      }),
      { numRuns: 40 },
    );
    assert.ok(outside > 1000);
  });

  it('takes a picture of its own for the first, and leaves the second as it is', () => {
    const random = new Random(5);
    const [first, second] = [smooth(32, random), smooth(32, random)];
    plane.set(second);
    sample(1, 32, 32, 0.5, 0.5, 0, 0.5, 0, 0.5);
    plane.set(first);
    sample(0, 32, 32, 0.5, 0.5, 0, 0.5, 0, 0.5);
    for (let q = 0; q < 32 * 32; q++) {
      assert.ok(Math.abs(grid.a[q]! - first[q]!) < 1e-3);
      assert.ok(Math.abs(grid.b[q]! - second[q]!) < 1e-3);
    }
  });

  it('adds up what double precision adds up', () => {
    fc.assert(
      fc.property(setups, numbers(0.2, 3), numbers(-60, 60), numbers(1, 40), (setup, gain, offset, tolerated) => {
        const { seed, size, side, map } = setup;
        const random = new Random(seed);
        plane.set(smooth(size, random));
        sample(0, size, side, 0.5, 0.5, 0, 0.5, 0, 0.5);
        const second = smooth(size, random);
        plane.set(second);
        sample(1, size, side, ...map);
        sumPair(side);
        gather(side, gain, offset, tolerated);
        const sums = new Float64Array(6);
        const normal = new Float64Array(24);
        // Of the size of what is added up, whatever its sign: what errors are held against.
        const sizes = new Float64Array(24);
        for (let q = 0; q < side * side; q++) {
          if (grid.inside[q] === 0) continue;
          const { u, v, x, y } = placeOf(map, side, q);
          const [a, b] = [grid.a[q]! - MIDDLE, grid.b[q]! - MIDDLE];
          for (const [k, term] of [1, a, b, a * a, b * b, a * b].entries()) sums[k]! += term;
          const slopes = between(second, size, x, y);
          if (!slopes) continue;
          const error = grid.a[q]! - (gain * grid.b[q]! + offset);
          const weight = Math.min(1, tolerated / Math.abs(error));
          const [gx, gy] = [gain * slopes.slopeX, gain * slopes.slopeY];
          const moments = [1, u, v, u * u, u * v, v * v];
          const terms = [gx * gx, gx * gy, gy * gy].flatMap((product) => moments.map((m) => weight * product * m));
          for (const slope of [gx, gy]) for (const m of [1, u, v]) terms.push(weight * slope * error * m);
          for (const [k, term] of terms.entries()) {
            normal[k]! += term;
            sizes[k]! += Math.abs(term);
          }
        }
        assert.equal(pairSums[0], sums[0]);
        for (const [k, sum] of sums.entries())
          assert.ok(Math.abs(pairSums[k]! - sum) <= 1e-5 * (1 + (sums[0] ?? 0) * 16_384), `sum ${k}`);
        for (const [k, sum] of normal.entries())
          assert.ok(Math.abs(normalSums[k]! - sum) <= 0.01 * sizes[k]! + 1, `${k}: ${normalSums[k]} for ${sum}`);
      }),
      { numRuns: 60 },
    );
  });

  it('tells each point by its surroundings', () => {
    const random = new Random(8);
    for (const [side, reach] of [
      [16, 3],
      [64, 9],
      [64, 80],
      [256, 24],
    ] as const) {
      const data = smooth(side, random);
      const evened = evenLight({ data, side }, reach);
      assert.equal(evened.data.length, side * side);
      for (let k = 0; k < 200; k++) {
        const [x, y] = [random.whole(0, side - 1), random.whole(0, side - 1)];
        const around: number[] = [];
        for (let j = Math.max(0, y - reach); j <= Math.min(side - 1, y + reach); j++)
          for (let i = Math.max(0, x - reach); i <= Math.min(side - 1, x + reach); i++)
            around.push(data[j * side + i]!);
        const mean = around.reduce((sum, value) => sum + value, 0) / around.length;
        const deviation = Math.sqrt(around.reduce((sum, value) => sum + (value - mean) ** 2, 0) / around.length);
        const expected = 128 + (32 * (data[y * side + x]! - mean)) / (deviation + 6);
        assert.ok(Math.abs(evened.data[y * side + x]! - expected) < 1e-2, `${side}, ${reach}: ${x}, ${y}`);
      }
    }
  });
});
