import type { DatasetIndex } from '../../dataset/index.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { baseName, extensionOf, folderOf, rootName } from '../../ground/paths.ts';
import type { FolderSettings } from '../../settings/settings.ts';
import { isImageExtension } from '../../trainers/profiles.ts';
import type { UnseenReason } from '../../trainers/sd-scripts/dataset/unused-files.ts';
import { parseSubsetName } from '../../trainers/sd-scripts/subset-name.ts';
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
  *check({ index, settings }: FolderContext): Iterable<Draft> {
    const folders = imageFolders(index);
    for (const { file } of index.images) {
      const reason = unseenReason(file, index, settings, folders);
      if (reason === null) continue;
      yield {
        file,
        range: null,
        message:
          reason === 'ending' || reason === 'ending-case'
            ? t('This image never trains: {0}. Save it as .png or .jpg.', unseenText(reason))
            : t('This image never trains: {0}. Move it.', unseenText(reason)),
      };
    }
  },
});

/** The folders that hold images. */
export function imageFolders(index: DatasetIndex): Set<string> {
  return new Set([...index.images].map(({ file }) => folderOf(file)));
}

/** Why the trainer never sees an image of the dataset; null when it does. `folders`: those that hold images. */
export function unseenReason(
  file: string,
  index: DatasetIndex,
  { trainer, training }: FolderSettings,
  folders: ReadonlySet<string>,
): UnseenReason | null {
  const hasConfig = training.captionExtension !== null;
  const extension = extensionOf(file);
  if (!isImageExtension(trainer, extension)) {
    // AVIF and JPEG XL are seen where a module for them is installed.
    if (trainer.optionalImageExtensions.includes(extension.toLowerCase())) return null;
    return trainer.imageExtensions.includes(extension.toLowerCase()) ? 'ending-case' : 'ending';
  }
  if (trainer.subfolders !== 'never') return null;
  const folder = folderOf(file);
  const parent = folder === '' ? null : folderOf(folder);
  const isSubset = (name: string): boolean => name !== '' && parseSubsetName(baseName(name)).accepted;
  // A subset folder always counts, wherever it lies; else a folder below one with images is not read.
  if (parent !== null && isSubset(parent) && !isSubset(folder)) return 'nested';
  if (hasConfig) return null;
  const siblings = [...folders].filter((other) => folderOf(other) === (parent ?? '') && other !== '');
  const subsets = (folder === '' ? siblings : siblings.filter((other) => other !== folder)).filter(isSubset);
  const isRoot = folder === '' && isSubset(rootName(index.root));
  return subsets.length > 0 && !isSubset(folder) && !isRoot ? 'not-a-subset' : null;
}
