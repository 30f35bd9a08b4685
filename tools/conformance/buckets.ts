import { chooseBucket, planBuckets } from '../../server/src/trainers/buckets.ts';
import { centreCrop, cropConditioning, resizeKind } from '../../server/src/trainers/crop.ts';
import type { RowCheck } from '../conformance.ts';
import { difference, settingsOf } from './rows.ts';

const check: RowCheck = (row) => {
  const plan = planBuckets(settingsOf(row));
  if (plan.error) return difference(row, { error: plan.error.exception });
  const image = { width: row.width as number, height: row.height as number };
  const chosen = chooseBucket(plan.value, image);
  if (chosen.error) return difference(row, { error: chosen.error.exception });
  const { bucket, resized, aspectError } = chosen.value;
  const crop = centreCrop(chosen.value);
  return difference(row, {
    error: null,
    bucket: [bucket.width, bucket.height],
    resized: [resized.width, resized.height],
    ar_error: aspectError,
    resize: resizeKind(image, resized),
    crop_x: crop.x,
    crop_y: crop.y,
    crop_w: crop.width,
    crop_h: crop.height,
    crop_ltrb: cropConditioning(bucket, image),
    trim_error: null,
  });
};

export default check;
