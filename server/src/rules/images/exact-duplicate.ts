import { copiesOf, isExact } from '../../dataset/duplicates.ts';
import type { DatasetIndex } from '../../dataset/index.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { ImageCluster } from '../../images/cluster.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

export default folderRule({
  id: 'exact-duplicate',
  group: 'images',
  severity: 'warning',
  fix: 'none',
  summary: 'Two image files hold the same picture.',
  why: 'Copies train one picture several times as often as the others, which lowers the effective number of images and favours memorization (seed: duplicates).',
  *check({ clusters, index }: FolderContext): Iterable<Draft> {
    for (const cluster of clusters) {
      if (cluster.verdict) continue;
      const size = sizesOf(cluster);
      for (const pair of cluster.pairs.filter(isExact)) {
        const { a: kept, b: copy, kind } = pair;
        const said =
          kind === 'bytes'
            ? t('Same file as {0}, byte for byte: the picture trains {1} times as often.', kept, size(copy))
            : t('Same pixels as {0}: the picture trains {1} times as often.', kept, size(copy));
        yield {
          file: copy,
          range: null,
          fact: copiesOf(pair),
          message: `${said} ${
            haveOtherTexts(index, kept, copy)
              ? t('Their captions differ: keep one, with the right caption.')
              : t('Keep one.')
          }`,
          related: [{ file: kept, range: null, message: t('The same picture') }],
        };
      }
    }
  },
});

/** Whether two images have captions that are not the same text, so that it matters which one is kept. */
function haveOtherTexts(index: DatasetIndex, a: string, b: string): boolean {
  const [one, other] = [a, b].map((image) => {
    const file = index.image(image)?.caption;
    return file == null ? undefined : index.record(file)?.trained;
  });
  return one !== undefined && other !== undefined && one !== other;
}

/** How many files of the cluster hold the very picture that a file holds. */
function sizesOf({ pairs }: ImageCluster): (file: string) => number {
  const groups = new Map<string, string[]>();
  for (const { a, b } of pairs.filter(isExact)) {
    const joined = [...new Set([...(groups.get(a) ?? [a]), ...(groups.get(b) ?? [b])])];
    for (const file of joined) groups.set(file, joined);
  }
  return (file) => groups.get(file)?.length ?? 1;
}
