import type { IdleEntry, WhyIdle } from '../../dataset/idle.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { unseenText } from './unseen-text.ts';

export default folderRule({
  id: 'unseen-image',
  group: 'files',
  severity: 'warning',
  fix: 'none',
  summary: 'The trainer never sees this image file.',
  why: 'sd-scripts looks for .png, .jpg, .jpeg, .webp and .bmp in one case, in the subset folder itself; anything else is passed over without a word (sd-scripts library/train_util.py, glob_images).',
  *check({ index }: FolderContext): Iterable<Draft> {
    for (const { folder, idle } of index.folders) {
      const outside = idle.filter(({ kind, why }) => kind === 'image' && why === 'not-configured');
      if (outside.length > 0)
        yield {
          file: folder,
          range: null,
          severity: 'info',
          message:
            outside.length === 1
              ? t('1 image does not train: the configuration does not name this folder.')
              : t('{0} images do not train: the configuration does not name this folder.', outside.length),
        };
      for (const entry of idle) if (entry.kind === 'image' && isSlip(entry.why)) yield draft(entry);
    }
  },
});

/** What is meant to train and does not. Masks, surplus and folders of no concern are no slip. */
const isSlip = (why: WhyIdle): boolean =>
  why !== 'not-configured' && why !== 'companion' && why !== 'left-over' && why !== 'too-small' && why !== 'hidden';

function draft({ file, why }: IdleEntry): Draft {
  const reason = unseenText(why);
  return {
    file,
    range: null,
    message:
      why === 'ending' || why === 'ending-case'
        ? t('This image never trains: {0}. Save it as .png or .jpg.', reason)
        : why === 'nested' || why === 'not-a-subset'
          ? t('This image never trains: {0}. Move it.', reason)
          : t('This image never trains: {0}.', reason),
  };
}
