import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { attributesIn, attributesOf, isSameLook } from '../../tags/attributes.ts';
import { GROUPS } from '../../tags/data/exclusive.ts';
import { hasSeveral } from '../../tags/several.ts';
import { subjectCount } from '../../tags/subjects.ts';
import type { CaptionContext } from '../context.ts';

/** Words of a piece of a caption from which it is a sentence behind tags. */
const sentenceWords = 6;

/** Eyes or hair that a sentence gives another colour than the tags before it, where one subject is there: "red eyes, …, A blue-eyed girl". */
export function* againstSentences({ file, caption, norms, words }: CaptionContext): Iterable<Draft> {
  if (subjectCount(words) === 'several') return;
  const isSentence = (at: number): boolean => norms[at].split(' ').length >= sentenceWords;
  const tags = attributesOf(words).filter(
    ({ attribute, index, value }) => !isSentence(index) && value !== 'mixed' && attribute.endsWith('colour'),
  );
  for (const [at, piece] of caption.tags.entries()) {
    if (
      !isSentence(at) ||
      hasSeveral(piece.text) ||
      /\b(?:or|not|no|wig|lens(?:es)?|dyed|poster|mirror)\b/i.test(piece.text)
    )
      continue;
    const said = attributesIn(piece.text);
    for (const { attribute, value, start, end } of said) {
      const own = tags.filter((tag) => tag.attribute === attribute && tag.index < at);
      if (own.length !== 1 || isSameLook(attribute, value, own[0].value)) continue;
      const first = caption.tags[own[0].index];
      const group = attribute === 'eye colour' ? 'eye colour' : 'hair colour';
      yield {
        range: { start: piece.range.start + start, end: piece.range.start + end },
        message: t(
          '"{0}" contradicts "{1}". {2} Keep what the image shows.',
          piece.text.slice(start, end),
          first.text,
          t(GROUPS[group]),
        ),
        related: [{ file, range: first.range, message: t('Contradicts this') }],
      };
      return;
    }
  }
}
