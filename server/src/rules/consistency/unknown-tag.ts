import { isKeyTag } from '../../dataset/key-tags.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { displayForm } from '../../tags/normal.ts';
import { hasFixedSpelling } from '../../tags/respell.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { tagStyleOf } from '../tag-style.ts';

/** Longer pieces are sentences. */
const mostWords = 6;

export default captionRule({
  id: 'unknown-tag',
  group: 'consistency',
  severity: 'off',
  fix: 'suggested',
  summary: 'The tag is in none of your tag lists.',
  why: 'A tag the base model was never trained on starts from nothing; often it is a slip of the pen for one that it knows.',
  *check(context: CaptionContext): Iterable<Draft> {
    const { file, caption, norms, index, style } = context;
    const known = index.knownTags;
    if (known === null || style === 'prose') return;
    for (const [at, tag] of caption.tags.entries()) {
      const norm = norms[at];
      if (norm === '' || norm.split(' ').length > mostWords || hasFixedSpelling(tag.text)) continue;
      if (known.has(norm) || known.canonicalOf(norm) !== null || isKeyTag(index, context.normId(at))) continue;
      const near = known.didYouMean(norm).map((other) => displayForm(other.norm, tagStyleOf(context, tag.text)));
      yield {
        range: tag.range,
        tag: norm,
        message:
          near.length > 0
            ? t('"{0}" is not in your tag list. Did you mean "{1}"?', tag.text, near[0])
            : t('"{0}" is not in your tag list.', tag.text),
        fixes: near.map((newText) => ({
          title: t('Replace with "{0}"', newText),
          safety: 'suggested' as const,
          edits: [{ file, edits: [{ range: tag.range, newText }] }],
        })),
      };
    }
  },
});
