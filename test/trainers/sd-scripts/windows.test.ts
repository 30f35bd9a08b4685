import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  CLIP_BOS,
  CLIP_EOS,
  contentLimit,
  PAD_EOS,
  PAD_ZERO,
  tokenWindows,
  windowCount,
} from '../../../server/src/trainers/windows.ts';

const ids = (count: number) => Array.from({ length: count }, (_, index) => 1000 + index);

describe('token windows', () => {
  it('only whole windows of 75 reach the model', () => {
    assert.deepEqual([null, 75, 76, 100, 149, 150, 225, 300].map(contentLimit), [75, 75, 75, 75, 75, 150, 225, 300]);
    assert.equal(tokenWindows(ids(90), 100, PAD_EOS).length, 1);
  });

  it('an empty later window padded with 0 starts with the end mark', () => {
    const [, second] = tokenWindows(ids(75), 150, PAD_ZERO);
    assert.deepEqual(second?.slice(0, 3), [CLIP_BOS, CLIP_EOS, 0]);
  });

  it('a "!" (id 0) at the start of a window is taken for padding by the encoders that pad with 0', () => {
    assert.equal(tokenWindows([...ids(75), 0, 5], 150, PAD_ZERO)[1]?.[1], CLIP_EOS);
    assert.equal(tokenWindows([...ids(75), 0, 5], 150, PAD_EOS)[1]?.[1], 0);
  });

  it('have one size, whatever the caption', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.constantFrom(null, 75, 76, 150, 225, 300), fc.boolean(), (count, length, zero) => {
        const windows = tokenWindows(ids(count), length, zero ? PAD_ZERO : PAD_EOS);
        assert.equal(windows.length, windowCount(length));
        const content = windows.flat().filter((id) => id >= 1000 && id < CLIP_BOS);
        assert.deepEqual(content, ids(Math.min(count, contentLimit(length))));
        for (const window of windows) assert.equal(window.length, 77);
      }),
    );
  });

  it('a length below 75 or below 0 does not fail', () => {
    assert.equal(tokenWindows(ids(80), 20, PAD_EOS)[0]?.length, 22);
    assert.deepEqual(tokenWindows(ids(3), -5, PAD_EOS), [[CLIP_BOS, CLIP_EOS]]);
  });
});
