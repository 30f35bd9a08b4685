import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import type { CaptionContext } from '../context.ts';
import { usualPlace } from '../trigger/odd-place.ts';
import { triggerApart } from './lost-marks.ts';

/** A quick look for {@link closedTrigger}. */
export const mayBeClosed = ({ index, folder, words }: CaptionContext): boolean => {
  const last = words.at(-1)?.norm ?? '';
  const tag = last.includes(' ') ? triggerApart(index, folder.folder)?.tag : undefined;
  return tag !== undefined && last.endsWith(` ${tag}`);
};

/** Marks that are no separator of the folder, with the blanks around them. */
const otherMark = /\s*([|;/.:\\~·•])\s*$/;

/** A trigger at the end that nothing, or another mark, takes apart from the words before it, where nearly all captions have a separator there. */
export function closedTrigger(context: CaptionContext): (Draft & { range: TextRange }) | null {
  if (!mayBeClosed(context)) return null;
  const { file, caption, index, folder, settings, style } = context;
  const usual = triggerApart(index, folder.folder);
  const place = usualPlace(index, folder.folder);
  const tag = caption.tags.at(-1);
  if (usual === null || tag === undefined || place === null || place.number !== null) return null;
  // Word by word: marks and blanks of the text may be others than those of the normal form.
  const words = [...tag.text.matchAll(/[^\s_]+/g)];
  const own = words[words.length - usual.tag.split(' ').length];
  if (own === undefined) return null;
  const before = tag.text.slice(0, own.index);
  const name = tag.text.slice(own.index);
  const mark = settings.syntax.separator.trim() || settings.syntax.separator;
  const other = otherMark.exec(before);
  const text = before.slice(0, other?.index ?? before.trimEnd().length);
  const gap = { start: tag.range.start + text.length, end: tag.range.start + before.length };
  return {
    range: other === null ? tag.range : gap,
    ...(style === 'tags' ? {} : { severity: 'info' as const }),
    message:
      other === null
        ? t(
            'Nothing separates the trigger "{0}" from the words before it, and {1} captions have "{2}" there. Add it.',
            name,
            usual.captions,
            mark,
          )
        : t(
            '"{0}" stands before "{1}" here, and "{2}" in {3} captions. Write it alike.',
            other[1],
            name,
            mark,
            usual.captions,
          ),
    fixes: [
      {
        title: t('Write "{0}" before the trigger', mark),
        safety: 'suggested',
        edits: [{ file, edits: [{ range: gap, newText: mark.trim() === '' ? mark : `${mark} ` }] }],
      },
    ],
  };
}
