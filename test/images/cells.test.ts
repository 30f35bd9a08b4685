import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findBackground } from '../../server/src/images/fingerprint/background.ts';
import { cellMeans, type Pixels } from '../../server/src/images/fingerprint/cells.ts';
import { extractFingerprint } from '../../server/src/images/fingerprint/extract.ts';
import { CELLS, PIXEL_SIDE, SIDE } from '../../server/src/images/fingerprint/fingerprint.ts';

/** Pixels by a function of their place, 0 to 1 along both sides. */
function made(width: number, height: number, value: (x: number, y: number) => readonly number[]): Pixels {
  const channels = value(0, 0).length;
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set(value((x + 0.5) / width, (y + 0.5) / height), (y * width + x) * channels);
  return { data, width, height, channels };
}

const side = fc.integer({ min: SIDE, max: PIXEL_SIDE });

describe('cells of a picture', () => {
  it('are the means of what lies on them, whatever the size', () => {
    fc.assert(
      fc.property(side, side, fc.constantFrom(1, 3, 4), fc.nat(), (width, height, channels, seed) => {
        const value = (i: number): number => ((i + 1) * (seed + 7919) * 31) & 255;
        const data = Uint8Array.from({ length: width * height * channels }, (_, i) => value(i));
        const means = cellMeans({ data, width, height, channels });
        const cell = seed % CELLS;
        const [left, top] = [cell % SIDE, Math.floor(cell / SIDE)];
        for (let c = 0; c < 3; c++) {
          let [sum, area] = [0, 0];
          for (let y = 0; y < height; y++) {
            const down = Math.min((y + 1) / height, (top + 1) / SIDE) - Math.max(y / height, top / SIDE);
            for (let x = 0; x < width && down > 0; x++) {
              const across = Math.min((x + 1) / width, (left + 1) / SIDE) - Math.max(x / width, left / SIDE);
              if (across <= 0) continue;
              sum += across * down * data[(y * width + x) * channels + (channels === 1 ? 0 : c)]!;
              area += across * down;
            }
          }
          assert.ok(Math.abs(means[c * CELLS + cell]! - sum / area) < 0.01);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tell nearly the same of a picture that was shrunk more', () => {
    const waves = (x: number, y: number): number[] => [
      128 + 90 * Math.sin(9 * x + 4 * y),
      128 + 90 * Math.cos(7 * y - 3 * x),
      200 * x,
    ];
    const [large, small] = [made(128, 128, waves), made(113, 71, waves)].map((p) => extractFingerprint(p, 1024, 640));
    for (let i = 0; i < CELLS; i++) assert.ok(Math.abs(large!.luma[i]! - small!.luma[i]!) <= 3);
    for (let i = 0; i < 128; i++) assert.ok(Math.abs(large!.chroma[i]! - small!.chroma[i]!) <= 1);
  });
});

describe('the background of a picture', () => {
  /** A dark disc on a ground that goes along so much of the upper and lower edge. */
  const disc =
    (share: number) =>
    (x: number, y: number): number[] => {
      if ((x - 0.5) ** 2 + (y - 0.5) ** 2 < 0.09) return [40, 30, 20];
      return x < share ? [240, 240, 244] : [90 + 100 * y, 60, 200 * y];
    };

  it('is found in pictures of any shape, with the same share of them', () => {
    const shares = [
      [128, 128],
      [113, 71],
      [64, 128],
    ].map(([width, height]) => {
      const found = findBackground(made(width!, height!, disc(1)));
      assert.ok(found, `${width}x${height}`);
      return found.mask.reduce((sum, value) => sum + value / 255, 0) / found.mask.length;
    });
    for (const share of shares) assert.ok(Math.abs(share - (1 - Math.PI * 0.09)) < 0.02, `${share}`);
  });

  it('takes three fifths of the outline, all edges alike', () => {
    // Of the left edge all, of the right one none, of the others the share.
    for (const [width, height] of [
      [128, 128],
      [128, 64],
      [64, 128],
    ] as const) {
      assert.ok(findBackground(made(width, height, disc(0.75))), `${width}x${height}`);
      assert.equal(findBackground(made(width, height, disc(0.65))), null, `${width}x${height}`);
    }
  });

  it('is what is transparent', () => {
    const found = findBackground(made(100, 80, (x) => [10, 20, 30, x < 0.5 ? 0 : 255]));
    assert.ok(found?.transparent);
    assert.equal(findBackground(made(100, 80, (x, y) => [255 * x, 255 * y, 30, 255])), null);
  });
});
