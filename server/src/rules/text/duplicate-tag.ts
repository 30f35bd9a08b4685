import type { Tag } from '../../caption/parse.ts';
import { removeTags } from '../../caption/remove-tags.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { keyOfWord, mayRepeat, placeOfKey } from '../../tags/repeats.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';

export default captionRule({
  id: 'duplicate-tag',
  group: 'text',
  severity: 'warning',
  fix: 'suggested',
  summary: 'The same tag appears twice in one caption.',
  why: 'A repeated tag spends tokens of the window without saying anything new, and pushes later tags towards the cut (sd-scripts library/strategy_base.py).',
  mayFind: (context) => mayRepeat(context.numbers(placeOfKey)),
  *check({ file, caption, words, norms, style }: CaptionContext): Iterable<Draft> {
    // A sentence may name a thing in two clauses, and cannot lose one of them.
    if (style === 'prose') return;
    const first = new Map<string, Tag>();
    for (const [at, tag] of caption.tags.entries()) {
      // Spellings and true synonyms are one tag as well.
      const key = `${tag.line} ${keyOfWord(words[at])}`;
      if (norms[at] === '') continue;
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, tag);
        continue;
      }
      yield {
        range: tag.range,
        tag: norms[at],
        message:
          earlier.text === tag.text
            ? t('"{0}" is already in this caption: it spends tokens twice. Remove one.', tag.text)
            : norms[at] === norms[caption.tags.indexOf(earlier)]
              ? t(
                  '"{0}" is the same tag as "{1}" before it: it spends tokens twice. Remove one.',
                  tag.text,
                  earlier.text,
                )
              : t('"{0}" says the same as "{1}" before it. Keep one.', tag.text, earlier.text),
        mark: 'unnecessary',
        related: [{ file, range: earlier.range, message: t('First here') }],
        fixes: [
          {
            title: t('Remove this repeat of "{0}"', tag.text),
            safety: 'suggested',
            edits: [{ file, edits: removeTags(caption, new Set([tag])) }],
          },
        ],
      };
    }
  },
});
