import assert from 'node:assert/strict';
import { bucketStepError, MODEL_FAMILIES, modelFamily } from '../../../server/src/trainers/families.ts';
import { isImageExtension, TRAINER_PROFILES, trainerProfile } from '../../../server/src/trainers/profiles.ts';

describe('trainer profiles', () => {
  it('sd-scripts is the default and reads .caption unless told otherwise', () => {
    assert.equal(trainerProfile('unheard-of').id, 'sd-scripts');
    assert.equal(trainerProfile('sd-scripts').defaultCaptionExtension, '.caption');
    assert.deepEqual(trainerProfile('sd-scripts').captionExtensions, ['.txt', '.caption']);
  });

  it('sd-scripts sees extensions in all lower or all upper case only', () => {
    const kohya = trainerProfile('sd-scripts');
    assert.deepEqual(
      ['.png', '.PNG', '.Png', '.tif', '.gif'].map((name) => isImageExtension(kohya, name)),
      [true, true, false, false, false],
    );
    assert.ok(isImageExtension(trainerProfile('onetrainer'), '.Tif'));
    assert.ok(!isImageExtension(trainerProfile('ai-toolkit'), '.bmp'));
  });

  it('no trainer reads brackets or braces by default', () => {
    assert.deepEqual(
      TRAINER_PROFILES.map((profile) => [profile.weights, profile.wildcards]),
      [
        ['with-weighted-captions', 'with-enable-wildcard'],
        ['never', 'never'],
        ['never', 'never'],
        ['never', 'never'],
      ],
    );
  });

  it('every default caption extension is among those met in practice', () => {
    assert.ok(TRAINER_PROFILES.every((profile) => profile.captionExtensions.includes(profile.defaultCaptionExtension)));
  });
});

describe('model families', () => {
  it('SDXL is the default, with two encoders of 75 tokens', () => {
    const sdxl = modelFamily('?');
    assert.equal(sdxl.id, 'sdxl');
    assert.deepEqual(
      sdxl.encoders.map((encoder) => encoder.contentTokens),
      [75, 75],
    );
    assert.equal(sdxl.resolution, 1024);
  });

  it('the end mark of T5 takes a token of its limit', () => {
    const limits = (id: string) =>
      modelFamily(id).encoders.map((encoder) => [encoder.tokenizer, encoder.contentTokens]);
    assert.deepEqual(limits('flux'), [
      ['clip', 75],
      ['t5', 511],
    ]);
    assert.deepEqual(limits('flux-schnell'), [
      ['clip', 75],
      ['t5', 255],
    ]);
    assert.deepEqual(limits('sd3'), [
      ['clip', 75],
      ['clip', 75],
      ['t5', 255],
    ]);
  });

  it('a bucket step that is no multiple stops training: 32 works for SDXL, not for SD1.5 and Flux', () => {
    assert.equal(bucketStepError(modelFamily('sdxl'), 32), null);
    assert.equal(bucketStepError(modelFamily('sd15'), 32)?.exception, 'AssertionError');
    assert.equal(bucketStepError(modelFamily('flux'), 32)?.exception, 'AssertionError');
    assert.equal(bucketStepError(modelFamily('anima'), 16), null);
  });

  it('only CLIP is counted', () => {
    for (const family of MODEL_FAMILIES)
      for (const encoder of family.encoders) assert.equal(encoder.marks !== null, encoder.tokenizer === 'clip');
  });
});
