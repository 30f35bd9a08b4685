import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DuplicateIndex } from '../../server/src/images/compare/duplicate-index.ts';
import { compareLevels } from '../../server/src/images/compare/levels.ts';
import { packedShape, type Shape, shapeOf, unpackShape } from '../../server/src/images/compare/shape.ts';
import {
  decodeFingerprint,
  encodeFingerprint,
  type Fingerprint,
} from '../../server/src/images/fingerprint/fingerprint.ts';
import { Random } from '../bench/random.ts';

/** A fingerprint of waves, with bars at top and bottom, a plain background, or nothing at all. */
function printOf(seed: number, kind: 'plain' | 'bars' | 'covered' | 'flat'): Fingerprint {
  const random = new Random(seed);
  const waves = Array.from({ length: 6 }, () => [
    random.between(0.05, 0.6),
    random.between(0.05, 0.6),
    random.between(0, 6),
  ]);
  const bar = kind === 'bars' ? random.whole(3, 14) : 0;
  const luma = Uint8Array.from({ length: 4096 }, (_, at) => {
    const [x, y] = [at & 63, at >> 6];
    if (kind === 'flat') return 90;
    if (y < bar || y >= 64 - bar) return 0;
    return 128 + waves.reduce((sum, [fx, fy, phase]) => sum + 18 * Math.sin(fx! * x + fy! * y + phase!), 0);
  });
  return {
    width: random.whole(200, 1200),
    height: random.whole(200, 1200),
    alpha: kind === 'covered',
    luma,
    chroma: new Int8Array(128),
    cover: kind === 'covered' ? Uint8Array.from({ length: 2048 }, (_, at) => ((at & 31) < 8 ? 255 : 0)) : null,
    background: [200, 0, 0],
    digest: Uint8Array.from({ length: 16 }, () => random.whole(0, 255)),
  };
}

const kind = fc.constantFrom('plain', 'bars', 'covered', 'flat' as const);
const level = fc.constantFrom(...compareLevels);

describe('shapes of pictures', () => {
  it('come back from bytes as they were, wherever these lie', () => {
    fc.assert(
      fc.property(fc.nat(1e6), kind, level, fc.nat(3), (seed, which, compared, shift) => {
        const print = printOf(seed, which);
        const shape = shapeOf(print, compared);
        const packed = packedShape(print, compared);
        const moved = new Uint8Array(packed.length + shift);
        moved.set(packed, shift);
        assert.deepEqual(unpackShape(moved.subarray(shift), print, compared), shape);
        assert.deepEqual(unpackShape(Buffer.from(moved.buffer, shift), print, compared), shape);
        assert.equal(shape.flat, which === 'flat');
      }),
      { numRuns: 60 },
    );
  });

  it('are none of another level, nor of bytes that were cut', () => {
    const print = printOf(3, 'plain');
    const packed = packedShape(print, 'standard');
    assert.equal(unpackShape(packed, print, 'thorough'), null);
    assert.equal(unpackShape(packed.subarray(0, -1), print, 'standard'), null);
    assert.equal(unpackShape(new Uint8Array(0), print, 'standard'), null);
  });

  it('find the same pairs whether they were kept or made anew', () => {
    const prints = Array.from({ length: 12 }, (_, seed) => printOf(seed % 5, seed % 3 === 0 ? 'bars' : 'plain'));
    const pairs = (shapeFor: (print: Fingerprint) => Shape): unknown => {
      const index = new DuplicateIndex();
      return prints.map((print) => index.addAndFind(encodeFingerprint(print), shapeFor(print)));
    };
    const made = pairs((print) => shapeOf(print, 'standard'));
    const kept = pairs((print) => {
      const read = decodeFingerprint(encodeFingerprint(print))!;
      return unpackShape(packedShape(read, 'standard'), read, 'standard')!;
    });
    assert.deepEqual(kept, made);
    assert.ok(JSON.stringify(made).includes('logit'));
  });
});
