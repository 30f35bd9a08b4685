import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { regularizationCaptions } from '../../metrics/regularization.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

/** Share of the set whose captions name the class only. */
const share = 0.5;
const fewest = 5;

export default folderRule({
  id: 'plain-regularization',
  group: 'distribution',
  severity: 'info',
  fix: 'none',
  summary: 'Most captions of the regularization set name the class and nothing else.',
  why: 'Simple class prompts hold less back than prompts that name background and attributes as the training captions do: those let training go on longer without overfitting (seed: structured regularization).',
  *check({ facts, index }: FolderContext): Iterable<Draft> {
    const set = regularizationCaptions(facts, index.concepts);
    if (!set || set.images < fewest || set.plain < set.images * share) return;
    yield {
      file: set.folders[0] ?? '',
      range: null,
      message: t(
        '{0} of {1} regularization captions name the class only: write background and attributes into them, as in the training captions.',
        set.plain,
        set.images,
      ),
    };
  },
});
