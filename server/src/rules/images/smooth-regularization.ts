import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { ImageFacts } from '../../images/facts.ts';
import { regularizationDetail } from '../../images/regularization-detail.ts';
import { regularizationFolders, regularizationTest } from '../../metrics/subject.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

/** Detail of the set, as a share of that of the others, from which it is smoother: where the evidence begins (evidence/style-drift.ts). */
const share = 0.6;

export default folderRule({
  id: 'smooth-regularization',
  group: 'images',
  severity: 'info',
  fix: 'none',
  summary: 'The pictures of the regularization set are smoother than those of the subject.',
  why: 'They train as the others do, and their smoothness comes back as the look of the result (seed: regularization images generated without a refiner; heuristic).',
  *check({ index, images }: FolderContext): Iterable<Draft> {
    const [folder] = regularizationFolders(index.concepts);
    if (folder === undefined || images === null) return;
    const isOther = regularizationTest(index.concepts);
    const groups = { own: [] as ImageFacts[], reg: [] as ImageFacts[] };
    for (const image of images.values()) groups[isOther(image.file) ? 'reg' : 'own'].push(image);
    const detail = regularizationDetail(groups.own, groups.reg);
    if (detail === null || detail > share) return;
    yield {
      file: folder,
      range: null,
      message: t(
        'The pictures of the regularization set have {0} % of the detail of the others: they are learnt as a smoother look. Make them of the same kind and quality.',
        Math.round(detail * 100),
      ),
    };
  },
});
