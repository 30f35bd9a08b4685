import { t } from '../../l10n.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import type { Draft, Fix } from '../rule.ts';

/** Tags named in a message before "and n more". */
const namedTags = 3;

export default captionRule({
  id: 'token-truncation',
  group: 'tokens',
  severity: 'warning',
  fix: 'suggested',
  failureModes: ['prompt-sensitivity', 'training-instability'],
  summary: 'The caption is longer than the text encoder reads; the tail never trains.',
  why: 'The tokenizer cuts every caption after 75 content tokens (150 or 225 with max_token_length) without a message, so the last tags have no effect on training (sd-scripts library/strategy_base.py).',
  *check(context: CaptionContext): Iterable<Draft> {
    const limit = context.settings.tokenLimit;
    if (limit === null) return;
    for (const [line, range] of context.caption.trained.entries()) {
      const tokens = context.tokens(line);
      if (tokens.count <= limit) continue;
      const cut = tokens.offsetOf(limit);
      const lost = context.caption.tags.filter((tag) => tag.line === line && tag.range.end > cut);
      const names = lost.slice(0, namedTags).map((tag) => tag.text);
      const rest = lost.length - names.length;
      const list = rest > 0 ? t('{0} and {1} more', names.join(', '), rest) : names.join(', ');
      yield {
        range: { start: cut, end: range.end },
        message:
          lost.length === 0
            ? t('{0} tokens, {1} train: the rest is cut.', tokens.count, limit)
            : t(
                '{0} tokens, {1} train: cut off are {2}. Shorten the caption or move what matters forward.',
                tokens.count,
                limit,
                list,
              ),
        mark: 'unnecessary',
        fixes: lost.length > 0 ? [removeTail(context, line, lost[0].slot.start, range.end)] : [],
      };
    }
  },
});

/** Takes the lost tags out, with the separator before the first of them. */
function removeTail(context: CaptionContext, line: number, slotStart: number, end: number): Fix {
  const start = Math.max(context.caption.trained[line].start, slotStart - context.settings.syntax.separator.length);
  return {
    title: t('Remove the tags that are cut off'),
    safety: 'suggested',
    edits: [{ file: context.file, edits: [{ range: { start, end }, newText: '' }] }],
  };
}
