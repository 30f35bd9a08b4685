import { z } from 'zod';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { ImageHeader } from '../../images/header/types.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { ruleOptions } from '../rule-options.ts';

const options = ruleOptions({ share: 0.1, images: 20 }, () => ({
  /** Share of the images that the smaller part must have, 0 to 1. */
  share: z.number().min(0).max(0.5),
  /** Images below which a mixture is chance. */
  images: z.int().min(2),
}));

export default folderRule({
  id: 'mixed-formats',
  group: 'images',
  severity: 'info',
  fix: 'none',
  summary: 'Some images are stored without loss, others with.',
  why: 'Where compression goes with a concept or a source, its traces are learnt as part of it (seed: mixed formats; heuristic).',
  options,
  *check({ images }: FolderContext, { share, images: enough }: typeof options.defaults): Iterable<Draft> {
    const headers = [...(images?.values() ?? [])].flatMap(({ header }) => header ?? []);
    if (headers.length < enough) return;
    const lossy = headers.filter(isLossy).length;
    const kept = headers.length - lossy;
    if (Math.min(lossy, kept) <= share * headers.length) return;
    yield {
      file: '',
      range: null,
      message: t(
        '{0} images are stored with loss (JPEG …), {1} without (PNG …): traces of compression tell them apart. Best keep to one kind within a concept.',
        lossy,
        kept,
      ),
    };
  },
});

/** The container says it, except for WebP and AVIF; lossless AVIF is rare and cannot be told from the header. */
function isLossy({ format, variant }: ImageHeader): boolean {
  return format === 'jpeg' || format === 'avif' || format === 'heif' || (format === 'webp' && variant !== 'VP8L');
}
