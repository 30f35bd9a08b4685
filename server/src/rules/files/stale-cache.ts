import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { baseName, joinPath } from '../../ground/paths.ts';
import { trainedSize } from '../../images/image-bucket.ts';
import { trainerOf } from '../../trainers/trainers.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

export default folderRule({
  id: 'stale-cache',
  group: 'files',
  severity: 'warning',
  fix: 'none',
  summary: 'A cache file of the trainer stands in for images or captions and may no longer fit them.',
  why: 'The trainer believes its caches: the size in a latent cache name wins over the image, cached text outputs over edited captions, metadata_cache.json over the whole folder (sd-scripts library/train_util.py, library/strategy_base.py).',
  *check({ index, images, settings }: FolderContext): Iterable<Draft> {
    const { caches } = trainerOf(settings.profile);
    if (!caches || caches.latents(settings.model, [], []) === null) return;
    for (const { folder, files, images: own } of index.folders) {
      if (files.includes(caches.folderFile))
        yield {
          file: joinPath(folder, caches.folderFile),
          range: null,
          message: t(
            'With cache_info this file replaces the folder: later changes of captions and images are ignored. Delete it after edits.',
          ),
        };
      const texts = files.filter((name) => caches.texts.test(name));
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
      if (images === null) continue;
      const names = own.map((image) => baseName(image.file));
      for (const { image, cache, size: claimed } of caches.latents(settings.model, names, files) ?? []) {
        const header = images.get(joinPath(folder, image))?.header;
        const real = header && trainedSize(header);
        if (!real || (claimed.width === real.width && claimed.height === real.height)) continue;
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
