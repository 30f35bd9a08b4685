import { shownTag } from '../../facts/usual-spelling.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { conceptOverlaps } from '../../metrics/concept-metrics.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

/** Tags that must be comparable at all. */
const fewest = 8;
/** Share of the most frequent tags that two concepts have in common. */
const sharedShare = 0.7;
/** Jensen–Shannon divergence in bits below which two tag distributions are alike. */
const alike = 0.25;
/** Divergence below which they are one distribution, whatever the most frequent tags are. */
const same = 0.06;
/** Captions of each concept from which its distribution says something. */
const fewestCaptions = 10;
/** Shared tags named in the message. */
const named = 5;

export default folderRule({
  id: 'concept-overlap',
  group: 'trigger',
  severity: 'warning',
  fix: 'none',
  summary: 'The captions of two triggers hold the same tags.',
  why: 'When everything but the trigger is the same, the model has little to tell the concepts apart by, and their features mix (seed: identical top co-occurring tags, a heuristic).',
  *check({ index, facts }: FolderContext): Iterable<Draft> {
    for (const { a, b, triggers, captions, shared, compared, jensenShannon } of conceptOverlaps(
      facts,
      index.concepts,
    )) {
      if (compared < fewest) continue;
      const isShared = shared.length >= compared * sharedShare && jensenShannon <= alike;
      const isSame = jensenShannon <= same && Math.min(...captions) >= fewestCaptions;
      if (!isShared && !isSame) continue;
      yield {
        file: a,
        range: null,
        message: t(
          '"{0}" and "{1}" share {2} of their {3} top tags ({4} …; {5} bit apart): the concepts will mix. Say what sets each apart.',
          ...triggers,
          shared.length,
          compared,
          shared
            .slice(0, named)
            .map((norm) => shownTag(facts, norm))
            .join(', '),
          jensenShannon.toFixed(2),
        ),
        related: a === b ? [] : [{ file: b, range: null, message: t('The other concept') }],
      };
    }
  },
});
