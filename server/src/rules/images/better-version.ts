import { t } from '../../ground/l10n.ts';
import type { ImageFacts } from '../../images/facts.ts';
import type { DuplicatePair } from '../../images/scan-types.ts';

/** Facts of images by file; null when they were not looked into. */
export type Images = ReadonlyMap<string, ImageFacts> | null;

/** How many times more pixels make a larger version; of one in other proportions both sides have to be longer. */
const LARGER = 1.1;
/** How many points of JPEG quality, or times more bytes per pixel, make a better saved version. */
const BETTER_QUALITY = 5;
const MORE_BYTES = 1.5;

/**
 * Which version of a picture is worth keeping, and why: clean before large before less compressed. A marked or framed
 * version is never named.
 */
export function whichToKeep({ a, b, kinds, clean }: DuplicatePair, images: Images): string {
  if (clean !== null) {
    return kinds.includes('overlay')
      ? t('Keep {0}: nothing lies over it.', clean)
      : t('Keep {0}: it is without what surrounds the other.', clean);
  }
  const [first, second] = [images?.get(a)?.header, images?.get(b)?.header];
  if (!first || !second) return t('Keep the better one.');
  const [across, down] = [first.width / second.width, first.height / second.height];
  const area = across * down;
  const isStretched = kinds.includes('stretched') && !kinds.includes('cropped') && !kinds.includes('rotated');
  if (isStretched && Math.min(across, down) < LARGER && Math.max(across, down) > 1 / LARGER)
    return t('Keep the one whose proportions are right.');
  if (area >= LARGER || area <= 1 / LARGER) return t('Keep {0}: it is larger.', area > 1 ? a : b);
  const quality = (first.jpegQuality ?? 0) - (second.jpegQuality ?? 0);
  const bytes = first.bytesPerPixel / second.bytesPerPixel;
  const bothJpeg = first.jpegQuality !== null && second.jpegQuality !== null;
  const better = bothJpeg
    ? Math.abs(quality) >= BETTER_QUALITY && quality
    : (bytes >= MORE_BYTES || bytes <= 1 / MORE_BYTES) && Math.log(bytes);
  return better ? t('Keep {0}: it is less compressed.', better > 0 ? a : b) : t('Keep the better one.');
}
