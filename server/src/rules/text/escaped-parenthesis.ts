import { bracketStyle } from '../../facts/spelling-facts.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';

export default captionRule({
  id: 'escaped-parenthesis',
  group: 'text',
  severity: 'info',
  fix: 'suggested',
  summary:
    'Brackets are escaped where the trainer takes the backslash as text, or bare where it takes them as a weight.',
  why: 'The trainer undoes `\\(` only with weighted_captions; without it the backslash is a token of the caption. With it a bare `name (series)` weighs its series (sd-scripts library/strategy_base.py, parse_prompt_attention).',
  *check({ file, caption, facts, settings, style }: CaptionContext): Iterable<Draft> {
    if (!/[()]/.test(caption.text) || (!settings.weightedCaptions && !caption.text.includes('\\'))) return;
    const { escaped, bare } = facts.spelling;
    for (const tag of caption.tags) {
      if (settings.weightedCaptions) {
        if (style !== 'tags' || bracketStyle(tag.text) !== 'bare') continue;
        const newText = tag.text.replace(/[()]/g, '\\$&');
        yield {
          range: tag.range,
          message: t('"{0}": with weighted_captions the brackets change the weight. Write "{1}".', tag.text, newText),
          fixes: [fixOf(file, tag.range, newText)],
        };
        continue;
      }
      if (!/\\[()]/.test(tag.text)) continue;
      const newText = tag.text.replace(/\\([()])/g, '$1');
      yield {
        range: tag.range,
        message:
          bare > 0
            ? t(
                '"{0}": the backslash trains as text. {1} tags of the folder are escaped, {2} are not. Write "{3}".',
                tag.text,
                escaped,
                bare,
                newText,
              )
            : settings.trainer.weights === 'never'
              ? t('"{0}": the backslash trains as text. Write "{1}".', tag.text, newText)
              : t('"{0}": the backslash trains as text without weighted_captions. Write "{1}".', tag.text, newText),
        fixes: [fixOf(file, tag.range, newText)],
      };
    }
  },
});

function fixOf(file: string, range: { start: number; end: number }, newText: string) {
  return {
    title: t('Write "{0}"', newText),
    safety: 'suggested' as const,
    edits: [{ file, edits: [{ range, newText }] }],
  };
}
