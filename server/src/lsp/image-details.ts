import { t } from '../ground/l10n.ts';
import { baseName } from '../ground/paths.ts';
import { bucketOf, trainedSize } from '../images/image-bucket.ts';
import { bucketText, cropText } from '../language/image-line.ts';
import { cropOnImage } from '../trainers/crop.ts';
import type { OpenDataset } from './dataset-loader.ts';
import type { ServerHost } from './host.ts';
import type { ImageDetails, ThumbnailData } from './protocol.ts';

/**
 * What a large view shows of an image of a dataset: the picture made smaller, its size, and what its bucket keeps.
 * @param image relative to the root; null where a caption has none
 * @param side longer side of the picture, in pixels at the most
 */
export async function imageDetails(
  host: ServerHost,
  dataset: OpenDataset,
  image: string | null,
  side: number,
): Promise<ImageDetails> {
  const {
    root,
    settings: { folder },
  } = dataset;
  const facts = image === null ? null : await host.images.scans.facts(root, image);
  const size = facts?.header ? trainedSize(facts.header, folder.trainer) : null;
  const choice = size && bucketOf(size, folder);
  const lines = [image === null ? t('No image belongs to this caption.') : baseName(image)];
  if (size) lines.push(bucketText(size, folder));
  else if (image !== null) lines.push(t('not readable as an image'));
  const crop = size && cropText(size, folder);
  if (crop) lines.push(crop);
  return {
    size,
    bucket: choice?.bucket ?? null,
    crop: size && choice && cropOnImage(choice, size),
    lines,
    picture: image === null ? null : await pictureOf(host, dataset, image, side),
  };
}

/** An image of a dataset made smaller; null when no image worker runs or it cannot be decoded. */
export async function pictureOf(
  { images }: ServerHost,
  { root }: OpenDataset,
  image: string,
  side: number,
): Promise<ThumbnailData | null> {
  const { header, mtimeMs } = await images.scans.facts(root, image);
  if (!header) return null;
  const made = await images.thumbnails.of({ path: `${root}/${image}`, ...header, mtimeMs }, side);
  return made && { mime: made.mime, data: Buffer.from(made.bytes).toString('base64') };
}
