import { shownTag } from '../../facts/usual-spelling.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { categoryOf } from '../../tags/categories.ts';
import { isEnglish } from '../../tags/english.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

const fewestTags = 50;
/** Share of the vocabulary. */
const share = 0.5;
/** Words of a tag at the most. */
const mostWords = 6;
/** Tags named in the message. */
const named = 5;

export default folderRule({
  id: 'singleton-tags',
  group: 'distribution',
  severity: 'info',
  fix: 'none',
  fewestCaptions: 30,
  summary: 'Most tags appear in only one caption.',
  why: 'A tag that one image has is learnt as a name of that image, if at all (seed: long tail of tags, a heuristic).',
  *check({ facts }: FolderContext): Iterable<Draft> {
    // Sentences are nearly all different; that says nothing.
    if (facts.proseCaptions * 2 > facts.captions) return;
    const single: string[] = [];
    let all = 0;
    for (const [norm, count] of facts.entries()) {
      const tag = facts.vocabulary.norm(norm);
      // A sentence behind tags is none.
      if (/[.!?] /.test(tag) || tag.split(' ').length > mostWords) continue;
      all++;
      // What everybody calls so is a word that other images may share.
      if (count === 1 && categoryOf(tag) === null && !isEnglish(tag)) single.push(tag);
    }
    if (all < fewestTags || single.length < all * share) return;
    yield {
      file: '',
      range: null,
      message: t(
        '{0} of {1} tags stand in one caption only and are no common ones ({2} …): they name single images. Use one word for what several show.',
        single.length,
        all,
        single
          .sort()
          .slice(0, named)
          .map((norm) => shownTag(facts, norm))
          .join(', '),
      ),
    };
  },
});
