import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { tagDistribution } from '../../metrics/spread.ts';
import { subjectCounts } from '../../metrics/subject.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

const fewestTags = 30;
/** Share of the ten most frequent tags. */
const share = 0.6;

export default folderRule({
  id: 'head-heavy-vocabulary',
  group: 'distribution',
  severity: 'info',
  fix: 'none',
  fewestCaptions: 30,
  summary: 'A few tags make up most of the captions.',
  why: 'Rare tags are pulled towards the frequent ones and answer to prompts weakly (seed: long tail of concepts; thresholds are a heuristic).',
  *check({ facts, index }: FolderContext): Iterable<Draft> {
    const counts = subjectCounts(facts, index.concepts);
    // Pieces of sentences are no tags.
    if (facts.proseCaptions * 2 > facts.captions) return;
    if (counts.length < fewestTags) return;
    const { top10Share, gini, hhi } = tagDistribution(counts);
    if (top10Share < share) return;
    yield {
      file: '',
      range: null,
      message: t(
        'The ten most frequent tags make {0} % of all ({1} different; Gini {2}, HHI {3}): the rest is hardly learnt. Say more of what differs.',
        (top10Share * 100).toFixed(0),
        counts.length,
        gini.toFixed(2),
        hhi.toFixed(3),
      ),
    };
  },
});
