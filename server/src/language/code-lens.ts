import type { CaptionRecord } from '../dataset/record.ts';
import { t } from '../l10n.ts';
import type { FolderSettings } from '../settings/settings.ts';

/** What stands over a caption: its tokens against the limit, its tags, and the size of its image when known. */
export function captionLens(
  record: CaptionRecord,
  settings: FolderSettings,
  size: { width: number; height: number } | null,
): string | null {
  if (record.source.kind !== 'text') return null;
  const tokens =
    settings.tokenLimit === null
      ? t('{0} tokens', record.tokens)
      : t('{0}/{1} tokens', record.tokens, settings.tokenLimit);
  const parts = [tokens, record.surfaces.length === 1 ? t('1 tag') : t('{0} tags', record.surfaces.length)];
  if (size) parts.push(`${size.width}×${size.height}`);
  return parts.join(' · ');
}
