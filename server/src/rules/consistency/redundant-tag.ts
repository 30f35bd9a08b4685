import { removeTags } from '../../caption/remove-tags.ts';
import { isKeyTag } from '../../dataset/key-tags.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { findRedundant, implies, mayHoldRedundant, placesOfTag } from '../../tags/redundant.ts';
import { countCaptionTokens } from '../../trainers/caption-tokens.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { lazyFix } from '../lazy-fix.ts';

export default captionRule({
  id: 'redundant-tag',
  group: 'consistency',
  severity: 'hint',
  fix: 'suggested',
  summary: 'A more specific tag of the caption already says it.',
  why: 'The general tag spends tokens of the window without saying anything new. Taggers write both in most captions, so it only matters where captions are too long.',
  mayFind: (context) =>
    (context.flags & implies) !== 0 && mayHoldRedundant(context.words, context.numbers(placesOfTag)),
  *check(context: CaptionContext): Iterable<Draft> {
    const { file, caption, norms, settings, style } = context;
    if (style === 'prose') return;
    for (const { index, impliedBy } of findRedundant(context.words)) {
      const tag = caption.tags[index];
      const specific = caption.tags[impliedBy];
      if (tag.line !== specific.line || isKeyTag(context.index, context.normId(index))) continue;
      yield {
        range: tag.range,
        tag: norms[index],
        message: t(
          '"{0}" is already said by "{1}" and costs {2} tokens.',
          tag.text,
          specific.text,
          countCaptionTokens(`${tag.text},`, settings.clip),
        ),
        related: [{ file, range: specific.range, message: t('Already said here') }],
        fixes: [lazyFix(t('Remove "{0}"', tag.text), file, true, () => removeTags(caption, new Set([tag])))],
      };
    }
  },
});
