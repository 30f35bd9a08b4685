import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import { mayHaveSentenceMarks, sentencesApart } from '../../tags/sentence-marks.ts';
import type { CaptionContext } from '../context.ts';

/** Share of the captions up to which the same mark between sentences is odd, and not how the folder writes them. */
const odd = 0.34;
/** Other captions that must write full stops for semicolons before small letters to be odd, and the share of them that does. */
const fewestOthers = 5;
const usual = 0.6;
/** Captions looked at for it. */
const looked = 200;

/** A quick look for {@link markedSentences}. */
export const mayHaveMarkedSentences = ({ caption }: CaptionContext): boolean => mayHaveSentenceMarks(caption.text);

/** Sentences with a mark between them where full stops belong: the mark trains as text. Null where the folder writes them so. */
export function markedSentences(
  { file, caption, index, isForm }: CaptionContext,
  named: (mark: string) => string,
): (Draft & { readonly range: TextRange }) | null {
  if (isForm || !mayHaveSentenceMarks(caption.text)) return null;
  for (const line of caption.trained) {
    const found = sentencesApart(caption.text.slice(line.start, line.end));
    if (found === null) continue;
    const { marked, captions, stopped, clauses } = habitOf(index, found.mark);
    if (marked > 1 && marked > captions * odd) return null;
    if (found.isClauses && (captions - 1 < fewestOthers || clauses > 1 || stopped < (captions - 1) * usual))
      return null;
    const moved = ({ start, end }: TextRange): TextRange => ({ start: line.start + start, end: line.start + end });
    return {
      range: moved(found.range),
      ...(found.isClauses && { severity: 'info' as const }),
      message: t('The sentences are taken apart by {0}, which trains as text. Write full stops.', named(found.mark)),
      fixes: [
        {
          title: t('Write full stops'),
          safety: 'suggested',
          edits: [{ file, edits: found.edits.map(({ range, newText }) => ({ range: moved(range), newText })) }],
        },
      ],
    };
  }
  return null;
}

/** How many captions of a folder have a mark between sentences, a semicolon before a small letter, and a full stop between two sentences. */
const habitOf = question((index, mark: string) => {
  let [captions, marked, stopped, clauses] = [0, 0, 0, 0];
  for (const { trained } of index.facts.records()) {
    if (++captions > looked) break;
    if (trained.includes(mark) && sentencesApart(trained)?.mark === mark) marked++;
    if (/;\s+[a-z]/.test(trained)) clauses++;
    if (/[a-z"”')]\.\s+[A-Z]/.test(trained)) stopped++;
  }
  return { captions: Math.min(captions, looked), marked, stopped, clauses };
});
