import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { indicativeBelow } from '../../metrics/metrics.ts';
import { categoryOf } from '../../tags/categories.ts';
import { normalTag } from '../../tags/normal.ts';
import { holdsTrigger } from '../../tags/trigger-words.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

const fewest = 5;
/** Share of the captions from which a tag is always on. */
const share = 0.9;
/** Tags named in the message. */
const named = 6;

export default folderRule({
  id: 'constant-style-tags',
  group: 'distribution',
  severity: 'warning',
  fix: 'none',
  summary: 'Quality or style tags stand in nearly every caption.',
  why: 'A tag that is always on stops meaning what it says: it takes on the look of the set, and prompts without it lose that look (seed: style drift, inference).',
  *check({ facts, index }: FolderContext): Iterable<Draft> {
    if (facts.captions < fewest) return;
    const triggers = index.concepts.all.flatMap(({ trigger, candidates, companions }) =>
      [trigger, ...candidates, ...companions].flatMap((word) => (word === null ? [] : [normalTag(word)])),
    );
    const found: { tag: string; captions: number }[] = [];
    for (const [norm, captions] of facts.entries()) {
      if (captions < facts.captions * share) continue;
      const tag = facts.vocabulary.norm(norm);
      // What a style set is trained under may say "style"; it is no tag to take out.
      if (triggers.some((trigger) => holdsTrigger(tag, trigger))) continue;
      const category = categoryOf(tag);
      if (category === 'quality' || category === 'style') found.push({ tag, captions });
    }
    if (found.length === 0) return;
    found.sort((a, b) => b.captions - a.captions || (a.tag < b.tag ? -1 : 1));
    const list = found.slice(0, named).map(({ tag, captions }) => `${tag} ${captions}/${facts.captions}`);
    yield {
      file: '',
      range: null,
      // Of few captions it is a guess.
      ...(facts.captions < indicativeBelow ? { severity: 'info' as const } : {}),
      message:
        facts.captions < indicativeBelow
          ? t(
              'Always on (few captions, indicative): {0}. They tell no image from another; take them out or drop them at random.',
              list.join(', '),
            )
          : t(
              'Always on: {0}. They tell no image from another; take them out or drop them at random.',
              list.join(', '),
            ),
    };
  },
});
