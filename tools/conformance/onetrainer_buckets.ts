import { placeImage, planBuckets, targetBuckets } from '../../server/src/trainers/onetrainer/buckets.ts';
import { modelType } from '../../server/src/trainers/onetrainer/model-types.ts';
import type { PixelSize } from '../../server/src/trainers/pixel-size.ts';
import type { RowCheck } from '../conformance.ts';
import { unequal } from './canonical.ts';

const pair = ({ width, height }: PixelSize) => [width, height];
const place = ({ x, y }: { x: number; y: number }) => [x, y];

const check: RowCheck = (row) => {
  if (row.kind === 'list') {
    const sizes = targetBuckets(row.target as number, row.step as number);
    return unequal([
      ['buckets', row.buckets, sizes.value?.map(pair) ?? null],
      ['error', row.error, sizes.error?.exception ?? null],
    ]);
  }
  const { step } = modelType(row.model_type as string);
  const bucketing = row.aspect_ratio_bucketing === true;
  const plan = planBuckets({
    resolution: row.resolution as string,
    enableOverride: row.enable_resolution_override === true,
    override: (row.resolution_override as string | undefined) ?? '512',
    aspectRatioBucketing: bucketing,
    step,
  });
  if (plan.error) return unequal([['error', row.error, { stage: 'start', type: plan.error.exception }]]);
  const frames = row.frames_in_tensor as number | undefined;
  const image = { width: row.width as number, height: row.height as number };
  const outcomes = plan.value.map((target) => {
    const placed = placeImage(target, image, bucketing ? null : (frames ?? null));
    if (placed.error) return { target: target.target, error: placed.error.exception };
    const { bucket, scaled, centre, jitter } = placed.value;
    return {
      target: target.target,
      bucket: pair(bucket),
      scaled: pair(scaled),
      crop_center: place(centre),
      jitter_max: Math.min(jitter.x, jitter.y) < 0 ? 'ValueError' : place(jitter),
      ...(frames !== undefined && bucketing ? { frames: [frames, frames] } : {}),
    };
  });
  const [first] = outcomes;
  const error =
    first && 'error' in first && outcomes.every((one) => 'error' in one) ? { stage: 'item', type: first.error } : null;
  return unequal([
    ['step', row.step, step],
    ['error', row.error, error],
    ['outcomes', row.outcomes, error ? null : outcomes],
  ]);
};

export default check;
