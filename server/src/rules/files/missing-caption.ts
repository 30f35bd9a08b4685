import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { imageFolders, unseenReason } from './unseen-image.ts';

export default folderRule({
  id: 'missing-caption',
  group: 'files',
  severity: 'warning',
  fix: 'none',
  summary: 'An image has no caption file beside it.',
  why: 'sd-scripts trains such an image with class_tokens or, without them, with no words at all; it only logs a warning (library/train_util.py).',
  *check({ index, settings }: FolderContext): Iterable<Draft> {
    const folders = imageFolders(index);
    for (const folder of index.folders) {
      // Images without any caption are a way of training (folder name or class_tokens as the caption), not a slip.
      if (!folder.images.some((image) => image.caption !== null)) continue;
      for (const image of folder.images) {
        // What the trainer never opens needs no caption: unseen-image says so.
        if (image.caption !== null || unseenReason(image.file, index, settings, folders) !== null) continue;
        yield {
          file: image.file,
          range: null,
          message:
            settings.trainer.missingCaption === 'trains-class-tokens'
              ? t(
                  'No caption ({0}) beside this image: it trains with class_tokens or without words. Write one.',
                  settings.captionExtensions.join(', '),
                )
              : settings.trainer.missingCaption === 'is-left-out'
                ? t(
                    'No caption ({0}) beside this image: it is left out of the training, without a message. Write one.',
                    settings.captionExtensions.join(', '),
                  )
                : t(
                    'No caption ({0}) beside this image: it trains without words of its own. Write one.',
                    settings.captionExtensions.join(', '),
                  ),
        };
      }
    }
  },
});
