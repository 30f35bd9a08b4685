import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { ImageContext } from '../context.ts';
import { imageRule } from '../define.ts';

export default imageRule({
  id: 'enlarged-image',
  group: 'images',
  severity: 'info',
  fix: 'none',
  summary: 'The image was enlarged before: its pixels follow a pattern that only enlarging leaves.',
  why: 'An enlarged image has the size of a good one and the detail of a small one: what the model learns as finest detail is the blur of the program that enlarged it (seed: resolution; the pattern: Gallagher 2005).',
  *check({ image }: ImageContext): Iterable<Draft> {
    const { enlarged, edge } = image.fineness ?? { enlarged: null, edge: null };
    if (!enlarged) return;
    if (enlarged.block !== null)
      yield {
        range: null,
        message: t(
          'Made of blocks of {0}×{0} equal pixels: enlarged without smoothing. Fine for pixel art; else use the original.',
          enlarged.block,
        ),
        severity: 'hint',
      };
    else
      yield {
        range: null,
        habit: t('Was enlarged before: its finest edges are wide. Use the originals.'),
        message: t(
          'Was enlarged: pixels between those of a smaller picture were calculated, and its finest edges are {0} pixels wide. Use the original.',
          edge ?? '?',
        ),
      };
  },
});
