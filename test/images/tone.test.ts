import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toneOf } from '../../server/src/images/tone.ts';

/** Luma of 64×64 and chroma of 8×8 cells, from a colour for each of the latter. */
function picture(at: (x: number, y: number) => readonly [light: number, cb: number, cr: number]) {
  const luma = new Uint8Array(64 * 64);
  const chroma = new Int8Array(128);
  for (let y = 0; y < 64; y++)
    for (let x = 0; x < 64; x++) {
      const [light, cb, cr] = at(x >> 3, y >> 3);
      luma[y * 64 + x] = light;
      chroma[(y >> 3) * 8 + (x >> 3)] = Math.round(cb);
      chroma[64 + (y >> 3) * 8 + (x >> 3)] = Math.round(cr);
    }
  return toneOf(luma, chroma);
}
const ramp = (x: number, y: number): number => 16 + 28 * y + 3 * x;

describe('the tone of a picture', () => {
  it('has no colour in grey, of whatever lightness', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(255), { minLength: 64, maxLength: 64 }), (lights) => {
        const tone = picture((x, y) => [lights[8 * y + x] ?? 0, 0, 0]);
        assert.deepEqual(tone, { coloured: 0, otherHues: 0, plainlyOther: 0, stray: 0 });
      }),
    );
  });

  it('is one hue that follows lightness in a tinted picture, and two of them in one toned in two colours', () => {
    const tinted = picture((x, y) => [ramp(x, y), -30 + ramp(x, y) / 20, 20 - ramp(x, y) / 30]);
    assert.equal(tinted.coloured, 1);
    assert.deepEqual([tinted.plainlyOther, tinted.stray], [0, 0]);
    const two = picture((x, y) => [ramp(x, y), 40 - ramp(x, y) / 3.5, -20 + ramp(x, y) / 6]);
    assert.ok(two.plainlyOther > 0.2, String(two.plainlyOther));
    assert.equal(two.stray, 0);
  });

  it('is one hue that strays from lightness where paper is yellow at its edges, or one thing has a colour', () => {
    const paper = picture((x, y) => [ramp(x, y), x === 0 || x === 7 ? -24 : 0, x === 0 || x === 7 ? 8 : 0]);
    assert.equal(paper.otherHues, 0);
    assert.ok(paper.stray > 0.2, String(paper.stray));
    const spot = picture((x, y) => (x === 4 && y === 4 ? [120, -20, 80] : [ramp(x, y), 0, 0]));
    assert.deepEqual([spot.otherHues, spot.plainlyOther], [0, 0]);
  });

  it('is several hues that stray where things have colours of their own', () => {
    const tone = picture((x, y) => [ramp(x, y), x < 4 ? -30 : 25, y % 2 === 0 ? 30 : -30]);
    assert.ok(tone.plainlyOther >= 0.5 && tone.stray >= 0.5, JSON.stringify(tone));
  });
});
