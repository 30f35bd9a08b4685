import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { ImageContext } from '../context.ts';
import { imageRule } from '../define.ts';

/** SDXL documentation (diffusers): works at 512, below 512 not recommended; other families above 512: half the target. */
export const smallestSide = (resolution: number): number =>
  resolution > 512 ? resolution / 2 : resolution * nearEnough;
/** Models of 512 pixels have no such statement: three quarters of it, a heuristic. */
const nearEnough = 0.75;

export default imageRule({
  id: 'low-resolution',
  group: 'images',
  severity: 'warning',
  fix: 'none',
  summary: 'The image is far smaller than the resolution the model trains at.',
  why: 'The trainer enlarges small images to the bucket and trains the blur; SDXL is best near 1024 pixels and not recommended under 512 (seed: resolution; sd-scripts library/model_util.py).',
  *check({ image, settings }: ImageContext): Iterable<Draft> {
    if (image.header === null) return;
    const { width, height } = image.header;
    const short = Math.min(width, height);
    const least = smallestSide(settings.resolution);
    if (short >= least) return;
    yield {
      range: null,
      habit: t(
        'The short side is under {0} px, {1} trains at {2}. Use larger originals.',
        least,
        settings.model,
        settings.resolution,
      ),
      message: t(
        '{0}×{1}: the short side is under {2} px, {3} trains at {4}. Use a larger original.',
        width,
        height,
        least,
        settings.model,
        settings.resolution,
      ),
    };
  },
});
