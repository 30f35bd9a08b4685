import type { BucketSettings } from '../../server/src/trainers/buckets.ts';

/** The bucket settings of a fixture row. */
export function settingsOf(row: Record<string, unknown>): BucketSettings {
  const [width, height] = row.resolution as [number, number];
  return {
    resolution: { width, height },
    enableBucket: row.enable_bucket as boolean,
    minBucketReso: row.min_bucket_reso as number,
    maxBucketReso: row.max_bucket_reso as number,
    bucketResoSteps: row.bucket_reso_steps as number,
    bucketNoUpscale: row.bucket_no_upscale as boolean,
  };
}

/** The expected fields of a row that differ from the answer, or null. Numbers must be the same double. */
export function difference(expected: Record<string, unknown>, got: Record<string, unknown>): string | null {
  const wrong = Object.keys(got).filter((key) => JSON.stringify(expected[key]) !== JSON.stringify(got[key]));
  if (wrong.length === 0) return null;
  return wrong
    .map((key) => `${key}: ${JSON.stringify(got[key])} instead of ${JSON.stringify(expected[key])}`)
    .join('; ');
}
