import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

export default folderRule({
  id: 'no-images',
  group: 'files',
  severity: 'error',
  fix: 'none',
  summary: 'Not one image trains: training ends before it begins.',
  why: 'The trainer ends with "No data found" when no folder gives it an image (sd-scripts train_network.py, train).',
  *check({ index }: FolderContext): Iterable<Draft> {
    // Captions whose images lie elsewhere: orphan-caption says so.
    if (index.imageCount > 0 || index.captionCount > 0) return;
    const idle = [...index.idle].filter(({ kind }) => kind === 'image').length;
    yield {
      file: '',
      range: null,
      message:
        idle === 0
          ? t('Nothing to train: no image lies in this folder or below it.')
          : t('Nothing to train: none of the {0} images here is used.', idle),
    };
  },
});
