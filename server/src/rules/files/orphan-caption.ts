import type { IdleEntry, NearMiss } from '../../dataset/idle.ts';
import type { DatasetFolder, DatasetIndex } from '../../dataset/index.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { baseName, extensionOf } from '../../ground/paths.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

export default folderRule({
  id: 'orphan-caption',
  group: 'files',
  severity: 'warning',
  fix: 'suggested',
  summary: 'A caption is never read: no image has its name, or another caption is read in its place.',
  why: 'The trainer goes from image to caption by name; a caption without an image is never opened (sd-scripts library/train_util.py).',
  *check({ index }: FolderContext): Iterable<Draft> {
    if (index.imageCount === 0 && index.captionCount > 0) {
      const lone = [...index.captions].filter(({ isOfVideo }) => !isOfVideo).length;
      if (lone === index.captionCount)
        yield {
          file: '',
          range: null,
          message: t(
            'No image in this folder: {0} captions, nothing to train. Put the images beside their captions.',
            lone,
          ),
        };
      return;
    }
    for (const folder of index.folders) yield* inFolder(index, folder);
  },
});

function* inFolder(index: DatasetIndex, { folder, images, idle }: DatasetFolder): Iterable<Draft> {
  const orphans = idle.filter((entry) => entry.kind === 'caption' && idleCaption(entry) !== null);
  const hasImages = images.length > 0 || idle.some(({ kind }) => kind === 'image');
  const lost = orphans.filter(({ nearMiss }) => nearMiss === null);
  if (!hasImages && lost.length > 0) {
    yield {
      file: folder,
      range: null,
      message:
        lost.length === 1
          ? t('A caption and no image in this folder: it never trains. Put the image beside it.')
          : t('{0} captions and no image in this folder: they never train. Put the images beside them.', lost.length),
    };
    return;
  }
  for (const entry of orphans) yield { file: entry.file, range: null, ...said(entry) };
  const second = idle.filter(
    ({ kind, why, image }) => kind === 'caption' && why === 'other-extension' && captionOf(index, image) !== null,
  );
  const [first] = second;
  if (!first) return;
  const read = captionOf(index, first.image) ?? '';
  yield {
    file: folder,
    range: null,
    severity: 'info',
    message:
      second.length === 1
        ? t('{0} is never read: {1} is the caption of its image.', baseName(first.file), baseName(read))
        : t(
            '{0} captions are never read, such as {1}: {2} is the caption of its image.',
            second.length,
            baseName(first.file),
            baseName(read),
          ),
    related: second.slice(0, named).map(({ file }) => ({ file, range: null, message: t('Never read') })),
  };
}

/** Files that a folder's finding names. */
const named = 20;

const captionOf = (index: DatasetIndex, image: string | null): string | null =>
  image === null ? null : (index.image(image)?.caption ?? null);

/** Why a caption is never read, with what to do; null where it is no slip: of a video, replaced by a metadata file, of an idle image. */
export function idleCaption(entry: IdleEntry): string | null {
  if (entry.nearMiss) return nearText(entry.file, entry.nearMiss);
  if (entry.why !== 'no-image') return null;
  return t('No image of this name in the folder: this caption never trains. Rename it or remove it.');
}

/** The finding about one caption that is never read, with the rename where its name is nearly right. */
export function said(entry: IdleEntry): Pick<Draft, 'message' | 'fixes' | 'related'> {
  const { file, nearMiss } = entry;
  const message = idleCaption(entry) ?? '';
  if (!nearMiss) return { message };
  return {
    message,
    related: [{ file: nearMiss.image, range: null, message: t('The image of this caption') }],
    fixes: [
      {
        title: t('Rename to {0}', baseName(nearMiss.renamed)),
        safety: 'suggested',
        edits: [],
        rename: { from: file, to: nearMiss.renamed },
      },
    ],
  };
}

function nearText(file: string, { difference, renamed, image }: NearMiss): string {
  const [name, wanted] = [baseName(file), baseName(renamed)];
  switch (difference) {
    case 'whole-name':
      return t('{0} is not read: the trainer looks for {1}. Rename it.', name, wanted);
    case 'case':
      return t('{0} is not read because of its capitals: the trainer looks for {1}. Rename it.', name, wanted);
    case 'unicode':
      return t(
        '{0} is not read: its name and that of the {1} image differ in their Unicode form only (NFC, NFD). Rename it.',
        name,
        extensionOf(image),
      );
    case 'space':
      return t('{0} is not read: white space stands at the end of one of the names. Rename it to {1}.', name, wanted);
  }
}
