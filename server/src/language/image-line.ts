import { t } from '../ground/l10n.ts';
import { bucketOf } from '../images/image-bucket.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { croppedShare } from '../trainers/crop.ts';
import type { PixelSize } from '../trainers/pixel-size.ts';

export const sizeText = ({ width, height }: PixelSize): string => `${width}×${height}`;

/** `1216×832 → bucket 1216×832`, or the size alone. */
export function bucketText(size: PixelSize, settings: FolderSettings): string {
  const choice = bucketOf(size, settings);
  return choice ? t('{0} → bucket {1}', sizeText(size), sizeText(choice.bucket)) : sizeText(size);
}

/** How much of the image the bucket cuts away, in words; null when nothing. */
export function cropText(size: PixelSize, settings: FolderSettings): string | null {
  const choice = bucketOf(size, settings);
  if (!choice) return null;
  const share = croppedShare(choice);
  return share > 0 ? t('{0} % of the image is cropped', (100 * share).toFixed(1)) : null;
}
