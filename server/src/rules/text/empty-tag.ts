import type { Caption, Tag } from '../../caption/parse.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';

export default captionRule({
  id: 'empty-tag',
  group: 'text',
  severity: 'info',
  fix: 'safe',
  summary: 'Two separators in a row, or one at an end, make an empty tag.',
  why: 'keep_tokens counts an empty tag as one of the tags it protects, so one tag fewer stays in front when captions are shuffled (sd-scripts library/train_util.py, process_caption).',
  mayFind: ({ caption }) => caption.pieces.length > caption.tags.length,
  *check({ file, caption, settings }: CaptionContext): Iterable<Draft> {
    const { keepTokensSeparator } = settings.captionOptions;
    // Some trainers throw empty tags away before they count.
    if (settings.trainer.emptyTags === 'removed') return;
    // With a keep-tokens separator in the caption the trainer leaves empty tags out.
    if (keepTokensSeparator !== '' && caption.text.includes(keepTokensSeparator)) return;
    for (let line = 0; line < caption.trained.length; line++) {
      const pieces = caption.pieces.filter((piece) => piece.line === line);
      const lastFull = pieces.findLastIndex((piece) => piece.text !== '');
      // A caption of separators alone holds no tag to clean up around.
      if (lastFull < 0) continue;
      for (const piece of pieces) {
        if (piece.text !== '') continue;
        const range = emptySpan(caption, pieces, piece.index, lastFull);
        if (range === null) continue;
        yield {
          range,
          message:
            settings.trainer.keepTagsOption === null
              ? t('Empty tag: it trains as an extra separator. Remove it.')
              : t('Empty tag: {0} counts it as a tag. Remove the extra separator.', settings.trainer.keepTagsOption),
          fixes: [
            { title: t('Remove the empty tag'), safety: 'safe', edits: [{ file, edits: [{ range, newText: '' }] }] },
          ],
        };
      }
    }
  },
});

/**
 * The piece with the separator that goes: the one before it at the end of the line, else the one after it. Spans of
 * neighbouring empty pieces touch but never overlap, so that all can be removed at once. Null beside a group separator,
 * which stays.
 */
function emptySpan(caption: Caption, pieces: readonly Tag[], index: number, lastFull: number): TextRange | null {
  const { text, syntax } = caption;
  const { slot } = pieces[index];
  const atEnd = index > lastFull;
  const [from, to] = atEnd ? [pieces[index - 1].slot.end, slot.start] : [slot.end, pieces[index + 1].slot.start];
  if (text.slice(from, to) !== syntax.separator) return null;
  // At the end of the line the space behind the last real tag goes as well.
  if (atEnd) return { start: index - 1 === lastFull ? pieces[lastFull].range.end : from, end: slot.end };
  let end = to;
  const leading = pieces.slice(0, index).every((piece) => piece.text === '');
  // At the start of the line the space before the first real tag goes as well.
  if (leading && pieces[index + 1].text !== '') end = pieces[index + 1].range.start;
  return { start: slot.start, end };
}
