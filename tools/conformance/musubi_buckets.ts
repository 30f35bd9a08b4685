import { listShapes } from '../../server/src/trainers/bucket-shapes.ts';
import { bucketStep } from '../../server/src/trainers/musubi-tuner/architectures.ts';
import { chooseBucket, controlSize, placeImage, planBuckets } from '../../server/src/trainers/musubi-tuner/buckets.ts';
import type { PixelSize } from '../../server/src/trainers/pixel-size.ts';
import type { RowCheck } from '../conformance.ts';
import { difference } from './rows.ts';

type Row = Record<string, unknown>;

const pair = (size: PixelSize | null) => size && [size.width, size.height];
const sizeOf = (value: unknown): PixelSize => {
  const [width, height] = value as [number, number];
  return { width, height };
};

function settingsOf(row: Row, step: number) {
  return {
    resolution: sizeOf(row.resolution),
    enableBucket: row.enable_bucket === true,
    bucketNoUpscale: row.bucket_no_upscale === true,
    step,
  };
}

const nothing = { bucket: null, resize: null, resized: null, crop: null, kept: null };

const check: RowCheck = (row) => {
  const known = bucketStep(String(row.arch));
  if (known.error) return difference(row, { ...nothing, error: known.error.exception });
  const step = known.value;
  const image = { width: row.width as number, height: row.height as number };
  if (row.kind === 'control') {
    const size = controlSize(
      {
        noResize: row.no_resize_control === true,
        resolution: row.control_resolution === null ? null : sizeOf(row.control_resolution),
        step,
      },
      image,
    );
    if (size.error) return difference(row, { control_size: null, error: size.error.exception });
    // The target of these rows is a square of 64 pixels at resolution 512, with buckets on.
    const target = planBuckets({
      resolution: { width: 512, height: 512 },
      enableBucket: true,
      bucketNoUpscale: false,
      step,
    });
    if (target.error) return target.error.exception;
    const own = size.value ?? chooseBucket(target.value, { width: 64, height: 64 });
    return difference(row, { control_size: pair(own), error: null });
  }
  const plan = planBuckets(settingsOf(row, step));
  if (row.kind === 'list')
    return difference(row, {
      buckets: plan.value && listShapes(plan.value.shapes).map(pair),
      error: plan.error?.exception ?? null,
    });
  if (plan.error) return difference(row, { ...nothing, error: plan.error.exception });
  const bucket = chooseBucket(plan.value, image);
  const placed = placeImage(image, bucket);
  if (placed.error) return difference(row, { ...nothing, bucket: pair(bucket), error: placed.error.exception });
  const { resize, resized, crop, kept } = placed.value;
  return difference(row, {
    bucket: pair(bucket),
    resize,
    resized: pair(resized),
    crop: [crop.x, crop.y],
    kept: pair(kept),
    error: null,
  });
};

export default check;
