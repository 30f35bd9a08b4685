import type { CaptionRecord } from '../facts/record.ts';
import { t } from '../ground/l10n.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { hasClip } from '../trainers/families.ts';
import type { PixelSize } from '../trainers/pixel-size.ts';
import { bucketText } from './image-line.ts';

/** Tokens of a caption for the encoder that carries the text; null where that is not counted, and when the file could not be decoded. */
export const countedTokens = ({ source, tokens }: CaptionRecord, { encoder }: FolderSettings): number | null =>
  encoder.counted && source.kind === 'text' ? tokens : null;

/** `62/75 tokens`, or without a limit `62 tokens`; where the main encoder is not counted, that it is not, and the tokens of its CLIP. */
export function tokensText(record: CaptionRecord, { tokenLimit, encoder, family }: FolderSettings): string {
  if (!encoder.counted) {
    const uncounted = t('{0} tokens are not counted', encoder.name);
    return hasClip(family) ? `${uncounted} · ${t('{0} CLIP tokens', record.tokens)}` : uncounted;
  }
  if (tokenLimit !== null) return t('{0}/{1} tokens', record.tokens, tokenLimit);
  return t('{0} tokens', record.tokens);
}

/**
 * What stands over a caption: tokens against the limit, tags, size of the image with its bucket, duplicates of the image.
 * @param size of the image in pixels, null when not known
 * @param duplicates other images that are the same or nearly so
 */
export function captionLens(
  record: CaptionRecord,
  settings: FolderSettings,
  size: PixelSize | null,
  duplicates = 0,
): string | null {
  if (record.source.kind !== 'text') return null;
  const tags = t('{0} tags', record.surfaces.length);
  const parts = [tokensText(record, settings), tags];
  if (size) parts.push(bucketText(size, settings));
  if (duplicates > 0) parts.push(t('near-duplicate ×{0}', duplicates + 1));
  return parts.join(' · ');
}
