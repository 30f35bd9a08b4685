import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

export default folderRule({
  id: 'orphan-caption',
  group: 'files',
  severity: 'warning',
  fix: 'none',
  summary: 'A caption has no image of its name, so it never trains.',
  why: 'The trainer goes from image to caption by name; a caption without an image is never opened (sd-scripts library/train_util.py).',
  *check({ index }: FolderContext): Iterable<Draft> {
    if (index.imageCount === 0) {
      if (index.captionCount > 0)
        yield {
          file: '',
          range: null,
          message: t(
            'No image in this folder: {0} captions, nothing to train. Put the images beside their captions.',
            index.captionCount,
          ),
        };
      return;
    }
    for (const folder of index.folders) {
      const lost = folder.captions.filter((caption) => caption.role === 'imageless');
      if (lost.length > 0)
        yield {
          file: folder.folder,
          range: null,
          message:
            lost.length === 1
              ? t('A caption and no image in this folder: it never trains. Put the image beside it.')
              : t(
                  '{0} captions and no image in this folder: they never train. Put the images beside them.',
                  lost.length,
                ),
        };
      for (const caption of folder.captions) {
        if (caption.role !== 'orphan') continue;
        yield {
          file: caption.file,
          range: null,
          message: t('No image of this name in the folder: this caption never trains. Rename it or remove it.'),
        };
      }
    }
  },
});
