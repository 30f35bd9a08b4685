import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { baseName, folderOf, rootName } from '../../ground/paths.ts';
import { bucketOf, trainedSize } from '../../images/image-bucket.ts';
import { type FolderSettings, settingsFor } from '../../settings/settings.ts';
import { parseSubsetName } from '../../trainers/subset-name.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

/** Other images of the bucket that are named. */
const named = 5;

export default folderRule({
  id: 'thin-bucket',
  group: 'images',
  severity: 'info',
  fix: 'none',
  summary: 'A bucket holds fewer samples than one batch.',
  why: 'Batches never mix buckets and are never filled up: the images of a thin bucket train in small batches, where each weighs more (sd-scripts library/train_util.py, make_buckets).',
  *check({ images, settings, index }: FolderContext): Iterable<Draft> {
    if (images === null || !settings.trainer.bucketsBySettings || settings.training.batchSize < 2) return;
    const buckets = new Map<string, { samples: number; files: string[] }>();
    for (const { file } of index.images) {
      const header = images.get(file)?.header;
      const own = settingsFor(settings, file);
      const choice = header ? bucketOf(trainedSize(header, own.trainer), own) : null;
      if (!choice) continue;
      const key = `${choice.bucket.width}×${choice.bucket.height}`;
      const entry = buckets.get(key) ?? { samples: 0, files: [] };
      entry.samples += repeatsOf(index.root, file, own);
      entry.files.push(file);
      buckets.set(key, entry);
    }
    for (const [bucket, { samples, files }] of buckets) {
      const [first, ...others] = files;
      if (first === undefined || samples >= settings.training.batchSize) continue;
      yield {
        file: first,
        range: null,
        message: t(
          'Bucket {0} holds {1} samples, a batch {2}: it trains in a smaller batch. Crop to a common shape, or lower batch_size.',
          bucket,
          samples,
          settings.training.batchSize,
        ),
        related: others.slice(0, named).map((file) => ({ file, range: null, message: t('In the same bucket') })),
      };
    }
  },
});

/** Uses of an image per epoch: the configuration's, else the number in the folder's name, else 1. */
function repeatsOf(root: string, file: string, { training }: FolderSettings): number {
  if (training.repeats !== null) return training.repeats;
  const name = parseSubsetName(baseName(folderOf(file)) || rootName(root));
  return name.accepted ? name.repeats : 1;
}
