import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { fieldName, missingFields, missingShare } from '../../metrics/fields.ts';
import { indicativeBelow } from '../../metrics/metrics.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { habitOf } from '../text/other-separator.ts';

const fewest = 5;
export default folderRule({
  id: 'missing-field',
  group: 'distribution',
  severity: 'info',
  fix: 'none',
  summary: 'Most captions do not say the subject, the background, the framing, any feature or the expression.',
  why: 'What a caption does not name is learnt as part of the trigger; naming subject, background and features keeps them apart (seed: structured captions).',
  *check({ facts, index }: FolderContext): Iterable<Draft> {
    const { captions, without } = missingFields(facts, index.concepts);
    // Without its separators a caption says nothing that could be counted.
    if (captions < fewest || habitOf(facts) !== null) return;
    const missing = [...without].flatMap(([field, count]) =>
      count > captions * missingShare ? [t('{0} ({1} of {2} captions)', fieldName(field), count, captions)] : [],
    );
    if (missing.length === 0) return;
    yield {
      file: '',
      range: null,
      message:
        captions < indicativeBelow
          ? t(
              'Not said in most captions (indicative): {0}. What is not named sticks to the trigger.',
              missing.join(', '),
            )
          : t('Not said in most captions: {0}. What is not named sticks to the trigger.', missing.join(', ')),
    };
  },
});
