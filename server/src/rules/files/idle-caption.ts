import type { IdleEntry } from '../../dataset/idle.ts';
import type { DatasetIndex } from '../../dataset/index.ts';
import type { Finding } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { baseName } from '../../ground/paths.ts';
import type { FolderSettings } from '../../settings/settings.ts';
import { said } from './orphan-caption.ts';

/** Why a caption does not train, in one sentence; null for the caption of a video, which is somebody else's. */
export function whyCaptionIdle(index: DatasetIndex, entry: IdleEntry): string | null {
  const read = entry.image === null ? null : (index.image(entry.image)?.caption ?? null);
  switch (entry.why) {
    case 'of-video':
      return null;
    case 'other-extension':
    case 'second-caption':
      return read === null
        ? t('This caption is not read: the trainer looks for another extension.')
        : t('This caption is not read: {0} is the caption of its image.', baseName(read));
    case 'replaced':
      return t('This caption is not read: a metadata or cache file takes the place of captions.');
    case 'of-idle-image':
      return t('This caption is not read: its image does not train.');
    case 'not-configured':
      return t('This caption is not read: the configuration does not name this folder.');
    default:
      return said(entry).message || t('This caption is not read.');
  }
}

/** What an editor shows of a caption that does not train: the reason, and the rename where the name is nearly right. */
export function idleFinding(index: DatasetIndex, entry: IdleEntry, settings: FolderSettings): Finding | null {
  const rule = 'orphan-caption';
  const severity = settings.severities[rule];
  const message = whyCaptionIdle(index, entry);
  if (message === null || severity === 'off') return null;
  const slip = entry.nearMiss !== null || entry.why === 'no-image';
  return {
    ...(slip ? said(entry) : { message }),
    rule,
    severity: slip ? (severity ?? 'warning') : 'info',
    file: entry.file,
    range: null,
    failureModes: [],
  };
}
