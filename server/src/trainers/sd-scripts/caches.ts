import { compareCodePoints } from '../files/paths.ts';
import type { TrainerCaches } from '../trainer.ts';
import { LATENT_SUFFIXES, matchLatents, sizeFromLatentName } from './dataset/latent-cache.ts';
import { METADATA_CACHE } from './dataset/metadata-cache.ts';
import { LATENT_KINDS } from './latent-kinds.ts';

/** What sd-scripts keeps beside the images of a folder (library/train_util.py, library/strategy_*.py). */
export const SD_SCRIPTS_CACHES: TrainerCaches = {
  folderFile: METADATA_CACHE,
  texts: /_(?:sd3_te|flux_te|lumina_te|hi_te|anima_te|te_outputs)\.npz$/,
  latents(family, images, files) {
    const kind = LATENT_KINDS[family];
    if (!kind) return null;
    const suffix = LATENT_SUFFIXES[kind];
    const found = files.filter((name) => name.endsWith(suffix) && !name.startsWith('.'));
    if (found.length === 0) return [];
    return [...matchLatents([...images].sort(compareCodePoints), found)].flatMap(([image, cache]) => {
      const size = sizeFromLatentName(cache).value;
      return size ? [{ image, cache, size }] : [];
    });
  },
};
