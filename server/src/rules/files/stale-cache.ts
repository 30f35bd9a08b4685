import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { baseName, joinPath } from '../../ground/paths.ts';
import { trainedSize } from '../../images/image-bucket.ts';
import { compareCodePoints } from '../../trainers/files/paths.ts';
import { LATENT_SUFFIXES, matchLatents, sizeFromLatentName } from '../../trainers/sd-scripts/dataset/latent-cache.ts';
import { METADATA_CACHE } from '../../trainers/sd-scripts/dataset/metadata-cache.ts';
import { LATENT_KINDS } from '../../trainers/sd-scripts/latent-kinds.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

/** Endings of cached text encoder outputs (sd-scripts library/strategy_*.py). */
const textCache = /_(?:sd3_te|flux_te|lumina_te|hi_te|anima_te|te_outputs)\.npz$/;

export default folderRule({
  id: 'stale-cache',
  group: 'files',
  severity: 'warning',
  fix: 'none',
  summary: 'A cache file of the trainer stands in for images or captions and may no longer fit them.',
  why: 'The trainer believes its caches: the size in a latent cache name wins over the image, cached text outputs over edited captions, metadata_cache.json over the whole folder (sd-scripts library/train_util.py, library/strategy_base.py).',
  *check({ index, images, settings }: FolderContext): Iterable<Draft> {
    if (settings.profile !== 'sd-scripts') return;
    const kind = LATENT_KINDS[settings.model];
    if (!kind) return;
    const suffix = LATENT_SUFFIXES[kind];
    for (const { folder, files, images: own } of index.folders) {
      if (files.includes(METADATA_CACHE))
        yield {
          file: joinPath(folder, METADATA_CACHE),
          range: null,
          message: t(
            'With cache_info this file replaces the folder: later changes of captions and images are ignored. Delete it after edits.',
          ),
        };
      const texts = files.filter((name) => textCache.test(name));
      if (texts.length > 0)
        yield {
          file: joinPath(folder, texts[0] ?? ''),
          range: null,
          severity: 'info',
          message: t(
            '{0} captions are cached as text encoder outputs: captions edited since are ignored. Delete the caches after edits.',
            texts.length,
          ),
        };
      const latents = files.filter((name) => name.endsWith(suffix) && !name.startsWith('.'));
      if (latents.length === 0 || images === null) continue;
      const names = own.map((image) => baseName(image.file)).sort(compareCodePoints);
      for (const [image, cache] of matchLatents(names, latents)) {
        const claimed = sizeFromLatentName(cache).value;
        const header = images.get(joinPath(folder, image))?.header;
        const real = header && trainedSize(header);
        if (!claimed || !real || (claimed.width === real.width && claimed.height === real.height)) continue;
        yield {
          file: joinPath(folder, cache),
          range: null,
          message: t(
            'The cache says {0}×{1}, {2} is {3}×{4}: the trainer believes the cache and stretches the image. Delete the cache.',
            claimed.width,
            claimed.height,
            image,
            real.width,
            real.height,
          ),
          related: [{ file: joinPath(folder, image), range: null, message: t('The image of this cache') }],
        };
      }
    }
  },
});
