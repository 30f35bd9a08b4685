import type { Tag } from '../../caption/parse.ts';
import { removeTags } from '../../caption/remove-tags.ts';
import type { Draft, Fix } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { lazyFix } from '../lazy-fix.ts';
import { cutOf, mayBeCut } from './cut.ts';
import { isLimitDoubtful } from './doubtful-limit.ts';
import { trimToLimit } from './trim.ts';

/** Tags named in a message before "and n more". */
const namedTags = 3;
/** Characters of a tag that a message shows; sentences are long. */
const shownLength = 40;

export default captionRule({
  id: 'token-truncation',
  group: 'tokens',
  severity: 'warning',
  fix: 'suggested',
  summary: 'The caption is longer than the text encoder reads; the tail never trains.',
  why: 'The tokenizer cuts every caption after 75 content tokens (150 or 225 with max_token_length) without a message, so the last tags have no effect on training (sd-scripts library/strategy_base.py).',
  mayFind: mayBeCut,
  *check(context: CaptionContext): Iterable<Draft> {
    const limit = context.settings.tokenLimit;
    if (limit === null || isLimitDoubtful(context.index, context.settings)) return;
    for (const [line, range] of context.caption.trained.entries()) {
      const { count, cut } = cutOf(context, line, limit);
      if (count <= limit || cut >= range.end) continue;
      const lost = context.caption.tags.filter((tag) => tag.line === line && tag.range.end > cut);
      // Of a piece that begins before the cut what trains is none of what is lost.
      const names = lost
        .slice(0, namedTags)
        .map(({ range: { start, end } }) =>
          start < cut
            ? `…${shorten(context.caption.text.slice(cut, end).trim())}`
            : shorten(context.caption.text.slice(start, end)),
        );
      const rest = lost.length - names.length;
      const list = rest > 0 ? t('{0} and {1} more', names.join(', '), rest) : names.join(', ');
      yield {
        range: { start: cut, end: range.end },
        message: messageOf(context, count, limit, lost.length === 0 ? null : list),
        // Shuffled, any tag may be the one that is cut: greying the last ones would be wrong.
        ...(context.settings.captionOptions.shuffleCaption ? {} : { mark: 'unnecessary' as const }),
        fixes:
          context.style === 'tags'
            ? lost.length > 0
              ? fixesOf(context, line, lost, count - limit)
              : []
            : withoutEnd(context, { start: cut, end: range.end }),
      };
    }
  },
});

function messageOf({ settings }: CaptionContext, count: number, limit: number, list: string | null): string {
  if (list === null) return t('{0} tokens, {1} train: the rest is cut.', count, limit);
  return settings.captionOptions.shuffleCaption
    ? t(
        '{0} tokens, {1} train. Cut off as written: {2}; shuffling cuts others each time. Shorten the caption.',
        count,
        limit,
        list,
      )
    : t('{0} tokens, {1} train. Cut off: {2}. Shorten the caption or move what matters forward.', count, limit, list);
}

/** What trains stays letter by letter: of sentences nobody but the writer knows which matter least. */
function withoutEnd({ file }: CaptionContext, range: TextRange): Fix[] {
  return [
    { title: t('Remove what is cut off'), safety: 'suggested', edits: [{ file, edits: [{ range, newText: '' }] }] },
  ];
}

/** Trimming chooses what matters least; the tail is what happens to stand last. Both are worked out when applied. */
function fixesOf(context: CaptionContext, line: number, lost: readonly Tag[], excess: number): Fix[] {
  const { file, caption } = context;
  const fixes: Fix[] = [];
  const ofLine = caption.tags.filter((tag) => tag.line === line);
  const tags = ofLine.length;
  // Both leave at least one tag of the line.
  const keepsText = ofLine.every(({ text }) => text.trim() !== '');
  if (tags > 1) {
    const target = context.tokens(line).count - excess;
    fixes.push(
      lazyFix(t('Trim to the limit: drop repeats, implied and rare tags'), file, keepsText, () =>
        trimToLimit(context, line, target),
      ),
    );
  }
  if (lost.length < tags)
    fixes.push(
      lazyFix(t('Remove the tags that are cut off'), file, keepsText, () => removeTags(caption, new Set(lost))),
    );
  return fixes;
}

function shorten(text: string): string {
  if (text.length <= shownLength) return text;
  const characters = [...text];
  return characters.length <= shownLength ? text : `${characters.slice(0, shownLength - 1).join('')}…`;
}
