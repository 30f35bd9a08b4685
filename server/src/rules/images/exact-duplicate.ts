import { t } from '../../l10n.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import type { Draft } from '../rule.ts';

export default folderRule({
  id: 'exact-duplicate',
  group: 'images',
  severity: 'warning',
  fix: 'none',
  failureModes: ['memorization'],
  summary: 'Two image files hold the same picture.',
  why: 'Copies train one picture several times as often as the others, which lowers the effective number of images and favours memorization (seed: duplicates).',
  *check({ clusters }: FolderContext): Iterable<Draft> {
    for (const cluster of clusters) {
      if (cluster.kind === 'near') continue;
      const [kept, ...copies] = cluster.files;
      for (const copy of copies) {
        yield {
          file: copy,
          range: null,
          message:
            cluster.kind === 'bytes'
              ? t(
                  'Same file as {0}, byte for byte: the picture trains {1} times as often. Keep one.',
                  kept,
                  cluster.files.length,
                )
              : t('Same pixels as {0}: the picture trains {1} times as often. Keep one.', kept, cluster.files.length),
          related: [{ file: kept, range: null, message: t('The same picture') }],
        };
      }
    }
  },
});
