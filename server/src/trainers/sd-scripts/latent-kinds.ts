import type { ModelFamilyId } from '../families.ts';
import type { LATENT_SUFFIXES } from './dataset/latent-cache.ts';

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
