import type { DatasetFolder, DatasetIndex } from '../../dataset/index.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { baseName, rootName } from '../../ground/paths.ts';
import { type FolderSettings, settingsFor } from '../../settings/settings.ts';
import { parseSubsetName } from '../../trainers/subset-name.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

export default folderRule({
  id: 'missing-caption',
  group: 'files',
  severity: 'warning',
  fix: 'none',
  summary: 'An image has no caption file beside it, or none of a folder has.',
  why: 'sd-scripts trains such an image with class_tokens or, without them, with no words at all; it only logs a warning (library/train_util.py).',
  *check({ index, settings }: FolderContext): Iterable<Draft> {
    for (const folder of index.folders) {
      const near = new Set(folder.idle.flatMap(({ nearMiss }) => (nearMiss ? [nearMiss.image] : [])));
      const without = folder.images.filter(({ origin, file }) => isWordless(origin) && !near.has(file));
      // Regularization sets are trained with their class word alone, on purpose.
      if (without.length === 0 || index.concepts.of(folder.folder)?.regularization) continue;
      const reads = settingsFor(settings, `${folder.folder}/x`);
      // A configuration names one; the others are known as captions and not read.
      const extensions = reads.training.captionExtension ?? reads.captionExtensions.join(', ');
      if (without.length === folder.images.length && without.length > 1) yield* wholeFolder(index, folder, reads);
      else
        for (const { file } of without)
          yield {
            file,
            range: null,
            message:
              reads.trainer.missingCaption === 'trains-class-tokens'
                ? t(
                    'No caption ({0}) beside this image: it trains with class_tokens or without words. Write one.',
                    extensions,
                  )
                : reads.trainer.missingCaption === 'is-left-out'
                  ? t(
                      'No caption ({0}) beside this image: it is left out of the training, without a message. Write one.',
                      extensions,
                    )
                  : t('No caption ({0}) beside this image: it trains without words of its own. Write one.', extensions),
          };
    }
  },
});

/** Nothing of the image's own: its words do not come from a file that names it. */
const isWordless = (origin: DatasetFolder['images'][number]['origin']): boolean =>
  origin === 'nothing' || origin === 'class-tokens' || origin === 'default';

/** A folder without a single caption: said once, with the words that train in their place. */
function* wholeFolder(index: DatasetIndex, folder: DatasetFolder, settings: FolderSettings): Iterable<Draft> {
  // Captions of another extension than the one that is read: wrong-caption-extension says so.
  if (folder.idle.some(({ kind, why }) => kind === 'caption' && why === 'other-extension')) return;
  const words = settings.trainer.missingCaption === 'trains-class-tokens' ? classOf(index, folder.folder) : '';
  const count = folder.images.length;
  yield {
    file: folder.folder,
    range: null,
    message:
      words === ''
        ? t('None of the {0} images has a caption: they train without words. Write captions.', count)
        : t('None of the {0} images has a caption: all train with "{1}" alone. Write captions.', count, words),
    related: folder.images.slice(0, named).map(({ file }) => ({ file, range: null, message: t('No caption') })),
  };
}

/** Files that a folder's finding names; the evidence counts them. */
const named = 5000;

/** The words of a kohya folder's name; "" where it has none. */
function classOf(index: DatasetIndex, folder: string): string {
  const name = parseSubsetName(folder === '' ? rootName(index.root) : baseName(folder));
  return name.accepted ? name.classTokens : '';
}
