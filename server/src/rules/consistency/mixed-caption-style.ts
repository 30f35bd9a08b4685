import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

/** Captions and share of captions that the rarer style needs to count. */
const fewest = 3;
const share = 0.1;
/** Captions of the rarer style named as related. */
const named = 10;

export default folderRule({
  id: 'mixed-caption-style',
  group: 'consistency',
  severity: 'info',
  fix: 'none',
  summary: 'Some captions are tags, others are sentences.',
  why: 'The model learns each style of caption for its own images, so a prompt in one style brings out only a part of the set (seed: inconsistent caption structure).',
  *check({ facts, index }: FolderContext): Iterable<Draft> {
    const prose = facts.proseCaptions;
    const tags = facts.captions - prose;
    const rarer = Math.min(prose, tags);
    if (rarer < fewest || rarer < facts.captions * share) return;
    const others: string[] = [];
    for (const record of facts.records()) {
      if (record.prose === prose < tags && index.caption(record.file)?.role !== 'alternate') others.push(record.file);
    }
    if (others.length < fewest) return;
    yield {
      file: '',
      range: null,
      message: t(
        '{0} captions are tags, {1} are sentences: a prompt in one style reaches only its own part. Choose one.',
        tags,
        prose,
      ),
      related: others
        .sort()
        .slice(0, named)
        .map((file) => ({ file, range: null, message: prose < tags ? t('Sentences') : t('Tags') })),
    };
  },
});
