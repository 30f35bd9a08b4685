import type { DatasetIndex } from '../../dataset/index.ts';
import { baseName, extensionOf, folderOf } from '../../dataset/paths.ts';
import { t } from '../../l10n.ts';
import type { UnseenReason } from '../../trainer/dataset/unused-files.ts';
import { isImageExtension, type TrainerProfile } from '../../trainer/profiles.ts';
import { parseSubsetName } from '../../trainer/subset-name.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import type { Draft } from '../rule.ts';
import { unseenText } from './unseen-text.ts';

export default folderRule({
  id: 'unseen-image',
  group: 'files',
  severity: 'warning',
  fix: 'none',
  failureModes: ['identity-collapse'],
  summary: 'The trainer never sees this image file.',
  why: 'sd-scripts looks for .png, .jpg, .jpeg, .webp and .bmp in one case, in the subset folder itself; anything else is passed over without a word (sd-scripts library/train_util.py, glob_images).',
  *check({ index, settings }: FolderContext): Iterable<Draft> {
    const folders = new Set<string>();
    for (const { file } of index.images) folders.add(folderOf(file));
    const hasConfig = settings.training.captionExtension !== null;
    for (const { file } of index.images) {
      const reason = reasonOf(file, settings.trainer, folders, index, hasConfig);
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

function reasonOf(
  file: string,
  trainer: TrainerProfile,
  folders: ReadonlySet<string>,
  index: DatasetIndex,
  hasConfig: boolean,
): UnseenReason | null {
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
  const isRoot = folder === '' && isSubset(baseName(index.root));
  return subsets.length > 0 && !isSubset(folder) && !isRoot ? 'not-a-subset' : null;
}
