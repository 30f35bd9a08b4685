import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

/** Images with one text that are still chance. */
const chance = 2;
/** Places named as related. */
const named = 10;

export default folderRule({
  id: 'identical-captions',
  group: 'consistency',
  severity: 'info',
  fix: 'none',
  summary: 'Many images share one caption text.',
  why: 'Slightly different images under the very same words give the model contradictory targets for one condition, which poisoning studies use to break training (seed: look-alikes under one caption).',
  *check({ facts }: FolderContext): Iterable<Draft> {
    const groups = [...facts.repeatedTexts()]
      .filter((records) => records.length > chance)
      .sort((a, b) => b.length - a.length);
    for (const records of groups) {
      const [first, ...others] = records.map(({ file }) => file).sort();
      yield {
        file: first,
        range: null,
        message: t(
          '{0} captions are word for word the same: nothing tells their images apart. Say what differs.',
          records.length,
        ),
        related: others.slice(0, named).map((file) => ({ file, range: null, message: t('The same caption') })),
      };
    }
  },
});
