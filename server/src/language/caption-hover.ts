import type { CaptionRecord } from '../facts/record.ts';
import { t } from '../ground/l10n.ts';
import { code, plain } from '../ground/markdown.ts';
import { baseName } from '../ground/paths.ts';
import type { ImageFacts } from '../images/facts.ts';
import { trainedSize } from '../images/image-bucket.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { tokensText } from './code-lens.ts';
import { bucketText, cropText } from './image-line.ts';

/** What is known of a caption's image beyond its header. */
export interface ImageExtras {
  /** A small picture as a data URI; null when none could be made. */
  readonly thumbnail: string | null;
  /** Other images that are the same or nearly so. */
  readonly duplicates: readonly string[];
  /** Titles of the failure modes that the findings of the caption speak for. */
  readonly failureModes: readonly string[];
}

/** Widest side of the picture in a hover, in pixels. */
export const hoverPictureSide = 256;

/** Pixels; the rest of a hover would be out of sight under a larger one. */
const pictureHeight = 136;

/** Markdown about a caption as a whole: its image, where the image goes, tokens, duplicates. */
export function captionHover(
  record: CaptionRecord,
  settings: FolderSettings,
  image: ImageFacts | null,
  { thumbnail, duplicates, failureModes }: ImageExtras,
): string {
  const lines: string[] = [];
  if (thumbnail !== null && image)
    lines.push(`![${plain(baseName(image.file))}](${thumbnail}|height=${pictureHeight})`);
  if (image) {
    const size = image.header && trainedSize(image.header, settings.trainer);
    const shown = size ? ` · ${bucketText(size, settings)}` : ` · ${t('not readable as an image')}`;
    lines.push(`${code(baseName(image.file))}${shown}`);
    const crop = size && cropText(size, settings);
    if (crop) lines.push(crop);
  } else lines.push(t('No image belongs to this caption.'));
  const tags = t('{0} tags', record.surfaces.length);
  lines.push(`${tokensText(record, settings)} · ${tags}`);
  if (duplicates.length > 0) {
    const names = duplicates.slice(0, 5).map((file) => code(baseName(file)));
    const more = duplicates.length > names.length ? ' …' : '';
    lines.push(t('Same or nearly the same picture: {0}', names.join(', ') + more));
  }
  if (failureModes.length > 0) lines.push(t('Evidence for: {0}', failureModes.join(', ')));
  return lines.join('\n\n');
}
