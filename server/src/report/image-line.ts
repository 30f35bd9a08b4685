import { t } from '../ground/l10n.ts';
import type { ImageMetrics } from '../images/image-metrics.ts';

/** The images of a dataset in one line: how many different pictures train, and what is wrong. Null without images. */
export function imageLine(metrics: ImageMetrics | null): string | null {
  if (metrics === null || metrics.images === 0) return null;
  const { images, subjectImages, compared, effectiveImages, exactDuplicateShare, nearDuplicateShare, damaged } =
    metrics;
  const percent = (share: number): string => String(Number((share * 100).toFixed(1)));
  const parts = [
    subjectImages < images
      ? compared
        ? t(
            'Different pictures of the subject: {0} of {1} ({2} % near-duplicates)',
            effectiveImages,
            subjectImages,
            percent(nearDuplicateShare ?? 0),
          )
        : t(
            'Different files of the subject: {0} of {1} ({2} % exact duplicates; not compared)',
            effectiveImages,
            subjectImages,
            percent(exactDuplicateShare),
          )
      : compared
        ? t('Different pictures: {0} ({1} % near-duplicates)', effectiveImages, percent(nearDuplicateShare ?? 0))
        : t(
            'Different files: {0} ({1} % exact duplicates; not compared)',
            effectiveImages,
            percent(exactDuplicateShare),
          ),
  ];
  if (damaged > 0) parts.push(t('damaged: {0}', damaged));
  return parts.join(', ');
}
