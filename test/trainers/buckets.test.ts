import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BUCKET_DEFAULTS, type BucketSettings, chooseBucket, planBuckets } from '../../server/src/trainers/buckets.ts';
import {
  centreCrop,
  cropConditioning,
  cropOnImage,
  croppedShare,
  fixedSizeFit,
  resizeKind,
} from '../../server/src/trainers/crop.ts';
import type { PixelSize } from '../../server/src/trainers/pixel-size.ts';

function settings(side: number, more: Partial<BucketSettings> = {}): BucketSettings {
  return { ...BUCKET_DEFAULTS, enableBucket: true, resolution: { width: side, height: side }, ...more };
}

function bucketOf(image: string, given: BucketSettings): string {
  const [width, height] = image.split('x').map(Number) as [number, number];
  const plan = planBuckets(given);
  assert.equal(plan.error, null);
  const { value, error } = chooseBucket(plan.value as NonNullable<typeof plan.value>, { width, height });
  return error ? error.exception : `${value.bucket.width}x${value.bucket.height}`;
}

describe('buckets', () => {
  it('SDXL with the default max_bucket_reso never has a side above 1024', () => {
    assert.equal(bucketOf('832x1216', settings(1024)), '704x1024');
    assert.equal(bucketOf('1344x768', settings(1024)), '1024x576');
    assert.equal(bucketOf('832x1216', settings(1024, { maxBucketReso: 2048 })), '832x1216');
  });

  it('without upscaling an image one pixel under a multiple loses the rest of the step', () => {
    assert.equal(bucketOf('1023x1023', settings(1024, { bucketNoUpscale: true })), '960x960');
  });

  it('without upscaling a side below the step gives 0: a width of 0 fails later, a height of 0 at once', () => {
    assert.equal(bucketOf('63x1024', settings(1024, { bucketNoUpscale: true })), '0x1024');
    assert.equal(bucketOf('1024x63', settings(1024, { bucketNoUpscale: true })), 'ZeroDivisionError');
  });

  it('an unreadable image counts as 0x0 and stops training', () => {
    assert.equal(bucketOf('0x0', settings(512)), 'ZeroDivisionError');
    assert.equal(bucketOf('0x0', settings(512, { bucketNoUpscale: true })), 'ZeroDivisionError');
  });

  it('with buckets off every image goes to the resolution', () => {
    assert.equal(bucketOf('300x900', settings(512, { enableBucket: false })), '512x512');
  });

  it('min is rounded down and max up to the step before they are checked', () => {
    const plan = planBuckets(settings(512, { minBucketReso: 300, maxBucketReso: 1000 })).value;
    assert.equal(plan?.effectiveMin, 256);
    assert.equal(plan?.effectiveMax, 1024);
    assert.match(planBuckets(settings(512, { minBucketReso: 576 })).error?.message ?? '', /^min_bucket_reso must be/);
    assert.match(planBuckets(settings(1280)).error?.message ?? '', /^max_bucket_reso must be/);
  });

  it('answers with an error for any step or minimum that the trainer cannot use', () => {
    for (const bucketResoSteps of [0, -64, Number.NaN]) {
      assert.notEqual(planBuckets(settings(512, { bucketResoSteps })).error, null);
    }
    assert.equal(planBuckets(settings(512, { minBucketReso: 0 })).error?.exception, 'ZeroDivisionError');
  });
});

describe('crops', () => {
  const side = fc.integer({ min: 1, max: 6000 });
  const image = fc.record({ width: side, height: side });
  const given = fc.record({
    side: fc.integer({ min: 256, max: 1024 }),
    bucketResoSteps: fc.constantFrom(8, 16, 32, 64),
    maxBucketReso: fc.integer({ min: 1024, max: 2048 }),
    bucketNoUpscale: fc.boolean(),
    enableBucket: fc.boolean(),
  });

  function placed(values: { side: number } & Partial<BucketSettings>, size: PixelSize) {
    const plan = planBuckets(settings(values.side, { ...values, minBucketReso: 256 })).value;
    return plan && { plan, choice: chooseBucket(plan, size).value };
  }

  it('lie inside the resized image and are as large as the bucket', () => {
    fc.assert(
      fc.property(given, image, (values, size) => {
        const choice = placed(values, size)?.choice;
        if (!choice) return;
        const crop = centreCrop(choice);
        assert.equal(crop.width, choice.bucket.width);
        assert.equal(crop.height, choice.bucket.height);
        assert.ok(crop.x >= 0 && crop.x + crop.width <= choice.resized.width);
        assert.ok(crop.y >= 0 && crop.y + crop.height <= choice.resized.height);
        const share = croppedShare(choice);
        assert.ok(share >= 0 && share <= 1);
        const onImage = cropOnImage(choice, size);
        assert.ok(onImage.x + onImage.width <= size.width + 1e-6);
      }),
    );
  });

  it('buckets from the list are on the step and between min and max', () => {
    fc.assert(
      fc.property(given, image, (values, size) => {
        const found = placed({ ...values, enableBucket: true, bucketNoUpscale: false }, size);
        if (!found?.choice) return;
        for (const length of [found.choice.bucket.width, found.choice.bucket.height]) {
          assert.equal(length % values.bucketResoSteps, 0);
          assert.ok(length <= (found.plan.effectiveMax as number));
        }
      }),
    );
  });

  it('without upscaling nothing is ever enlarged', () => {
    fc.assert(
      fc.property(given, image, (values, size) => {
        const choice = placed({ ...values, enableBucket: true, bucketNoUpscale: true }, size)?.choice;
        if (!choice) return;
        assert.ok(choice.resized.width <= size.width && choice.resized.height <= size.height);
      }),
    );
  });

  it('an odd pixel more is cut at the right and bottom', () => {
    const crop = centreCrop({ bucket: { width: 512, height: 512 }, resized: { width: 515, height: 512 } });
    assert.deepEqual(crop, { x: 1, y: 0, width: 512, height: 512 });
  });

  it('SDXL is told another position than the pixels cut', () => {
    assert.deepEqual(cropConditioning({ width: 512, height: 512 }, { width: 100, height: 2000 }), [243, 0, 268.6, 512]);
  });

  it('shrinking averages areas, growing on either side is Lanczos', () => {
    assert.equal(resizeKind({ width: 10, height: 10 }, { width: 10, height: 10 }), 'none');
    assert.equal(resizeKind({ width: 20, height: 10 }, { width: 10, height: 10 }), 'area');
    assert.equal(resizeKind({ width: 20, height: 9 }, { width: 10, height: 10 }), 'lanczos');
  });

  it('with buckets off and no cached latents only the exact size trains without random_crop', () => {
    const square = { width: 512, height: 512 };
    assert.equal(fixedSizeFit(square, square), 'fits');
    assert.equal(fixedSizeFit({ width: 600, height: 512 }, square), 'needs-random-crop');
    assert.equal(fixedSizeFit({ width: 600, height: 511 }, square), 'too-small');
  });
});
