import { z } from 'zod';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { repetition } from '../../images/image-metrics.ts';
import { regularizationTest } from '../../metrics/subject.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { ruleOptions } from '../rule-options.ts';

const options = ruleOptions({ largest: 0.02, together: 0.1 }, () => ({
  /** Share of the images one cluster may hold, 0 to 1; above twice and a half as much it is a warning. */
  largest: z.number().min(0).max(1),
  /** Share of the images clusters of three or more may hold together, 0 to 1; above twice as much it is a warning. */
  together: z.number().min(0).max(1),
}));

/** Other images of the cluster that are named. */
const named = 20;

export default folderRule({
  id: 'dominant-cluster',
  group: 'images',
  severity: 'warning',
  fix: 'none',
  summary: 'One picture, in several versions, is a large part of the dataset.',
  why: 'A cluster of 2 to 5 % of the images pulls everything towards its composition; clusters of three or more images that make up 10 to 20 % raise the risk of memorization (seed: near-duplicates; heuristic).',
  options,
  *check({ index, clusters, images }: FolderContext, { largest, together }: typeof options.defaults): Iterable<Draft> {
    const isOther = regularizationTest(index.concepts);
    const undecided = clusters.filter(({ verdict }) => !verdict);
    const { images: all, dense } = repetition(images?.keys() ?? [], undecided, (file) => !isOther(file));
    if (dense.length === 0) return;
    const percent = (share: number): string => String(Number((share * 100).toFixed(1)));
    for (const files of dense) {
      const share = files.length / all;
      const [first, ...others] = files;
      if (first === undefined || share <= largest) continue;
      yield {
        file: first,
        range: null,
        message: t(
          'One picture is {0} % of the dataset: {1} versions of it among {2} images. Keep one or two of them.',
          percent(share),
          files.length,
          all,
        ),
        severity: share > largest * 2.5 ? 'warning' : 'info',
        related: others.slice(0, named).map((file) => ({ file, range: null, message: t('Of the same cluster') })),
      };
    }
    const count = dense.reduce((sum, files) => sum + files.length, 0);
    if (count / all <= together) return;
    yield {
      file: '',
      range: null,
      message: t(
        '{0} % of the images are in clusters of three or more versions ({1} clusters): training returns to these pictures. Thin them out.',
        percent(count / all),
        dense.length,
      ),
      severity: count / all > together * 2 ? 'warning' : 'info',
    };
  },
});
