import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import { mayBeTwice } from '../../tags/claims/values.ts';
import { mayOppose, opposedBits, opposedIn, whyOpposed } from '../../tags/opposed/opposed.ts';
import type { CaptionContext } from '../context.ts';
import { isOfSeasons } from './seasons.ts';

/**
 * What a line of a caption says and takes back by general knowledge of words. An info: two of a kind may be in the picture after all.
 * @param told pairs that were told before: the same two are not told again
 */
export function* opposedDrafts(
  context: CaptionContext,
  start: number,
  end: number,
  told: readonly (readonly [TextRange, TextRange])[],
): Iterable<Draft> {
  const { file, caption, style, isForm, words } = context;
  const isSentence = style !== 'tags' && !isForm;
  const isProse = style === 'prose' && !isForm;
  if (!isSentence && !isForm && !mayBeOpposed(context)) return;
  for (const clash of opposedIn(caption.text.slice(start, end), { isForm, isSentence, isProse, words })) {
    const [first, second] = [clash.a, clash.b].map((range) => ({ start: start + range.start, end: start + range.end }));
    if (told.some((pair) => touch(pair, first) && touch(pair, second))) continue;
    if (isOfSeasons(whyOpposed(clash), caption.text)) continue;
    const [one, other] = [first, second].map((range) => caption.text.slice(range.start, range.end));
    yield {
      range: second,
      severity: 'info',
      message: t('"{0}" contradicts "{1}". {2} Keep what the image shows.', other, one, t(whyOpposed(clash))),
      related: [{ file, range: first, message: t('Contradicts this') }],
    };
  }
}

/** Whether tags may be at odds by general knowledge: a quick look, false is sure. */
export const mayBeOpposed = (context: CaptionContext): boolean =>
  mayOppose(context.numbers(opposedBits)) || mayBeTwice(context.words, (question) => context.numbers(question));

const touch = (pair: readonly TextRange[], { start, end }: TextRange): boolean =>
  pair.some((told) => told.start < end && start < told.end);
