import type { BucketSettings } from './buckets.ts';
import type { LATENT_SUFFIXES } from './dataset/latent-cache.ts';
import type { ModelFamily, ModelFamilyId } from './families.ts';

/**
 * The bucket settings assumed for a folder without a configuration: those the guides of the trainer use for the model, not its
 * built-in values, which have buckets off and no side above 1024 (sd-scripts docs/train_README, docs/sdxl_train_network).
 */
export function usualBuckets(family: ModelFamily): BucketSettings {
  const side = family.resolution ?? 1024;
  return {
    resolution: { width: side, height: side },
    enableBucket: true,
    minBucketReso: 256,
    maxBucketReso: side >= 1024 ? 2048 : 1024,
    bucketResoSteps: 64,
    bucketNoUpscale: false,
  };
}

/** The kind of latent cache file a family's training script looks for (sd-scripts library/strategy_*.py). */
export const LATENT_KINDS: Readonly<Record<ModelFamilyId, keyof typeof LATENT_SUFFIXES>> = {
  sd15: 'sd15',
  sd2: 'sd15',
  sdxl: 'sdxl',
  sd3: 'sd3',
  flux: 'flux',
  'flux-schnell': 'flux',
  chroma: 'flux',
  lumina2: 'lumina',
  'hunyuan-image': 'hunyuan',
  anima: 'anima',
};
