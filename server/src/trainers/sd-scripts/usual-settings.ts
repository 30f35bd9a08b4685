import type { ModelFamily, ModelFamilyId } from '../families.ts';
import { BUCKET_DEFAULTS, type BucketSettings } from './buckets.ts';
import type { LATENT_SUFFIXES } from './dataset/latent-cache.ts';

/**
 * The bucket settings assumed where no configuration is known: the trainer's built-in values with `enable_bucket`, at the family's
 * resolution (sd-scripts library/train_util.py; its `max_bucket_reso` is 1024 whatever the model).
 */
export function usualBuckets(family: ModelFamily): BucketSettings {
  const side = family.resolution ?? 1024;
  return {
    ...BUCKET_DEFAULTS,
    resolution: { width: side, height: side },
    enableBucket: true,
    maxBucketReso: Math.max(BUCKET_DEFAULTS.maxBucketReso, side),
  };
}

/** The kind of latent cache file a family's training script looks for (sd-scripts library/strategy_*.py); none for other trainers' families. */
export const LATENT_KINDS: Readonly<Partial<Record<ModelFamilyId, keyof typeof LATENT_SUFFIXES>>> = {
  sd15: 'sd15',
  sd2: 'sd15',
  sdxl: 'sdxl',
  pony: 'sdxl',
  illustrious: 'sdxl',
  sd3: 'sd3',
  flux: 'flux',
  'flux-schnell': 'flux',
  chroma: 'flux',
  lumina2: 'lumina',
  'hunyuan-image': 'hunyuan',
  anima: 'anima',
};
