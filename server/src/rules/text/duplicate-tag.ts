import type { Tag } from '../../caption/parse.ts';
import { removeTags } from '../../caption/remove-tags.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { lettersPattern } from '../../ground/letters.ts';
import { once } from '../../ground/once.ts';
import { isFunctionWord } from '../../tags/function-words.ts';
import { normalTag } from '../../tags/normal.ts';
import { keyOfWord, mayRepeat, placeOfKey } from '../../tags/repeats.ts';
import { synonymKey } from '../../tags/synonyms.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';

export default captionRule({
  id: 'duplicate-tag',
  group: 'text',
  severity: 'warning',
  fix: 'suggested',
  summary: 'The same tag appears twice in one caption.',
  why: 'A repeated tag spends tokens of the window without saying anything new, and pushes later tags towards the cut (sd-scripts library/strategy_base.py).',
  mayFind: (context) => context.style !== 'tags' || mayRepeat(context.numbers(placeOfKey)),
  *check({ file, caption, words, norms, style }: CaptionContext): Iterable<Draft> {
    // A sentence may name a thing in two clauses, and cannot lose one of them; tags before it are a list.
    const last = style === 'prose' ? tagsBefore(caption.tags, norms) : caption.tags.length;
    const first = new Map<string, Tag>();
    for (const [at, tag] of caption.tags.entries()) {
      if (at > last) return;
      // Spellings and true synonyms are one tag as well.
      const key = `${tag.line} ${keyOfWord(words[at])}`;
      if (norms[at] === '') continue;
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, tag);
        if (style !== 'tags') yield* beforeSentence(file, tag, caption.tags[at - 1], first);
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

/** Tags that stand before a sentence at the least, and words of one at the most. */
const fewestBefore = 3;
const mostWords = 3;

/** The number of tags before the first sentence of a caption; -1 where it has no list of them. */
export function tagsBefore(tags: readonly Tag[], norms: readonly string[]): number {
  const stop = norms.findIndex((norm) => /[.!?]/.test(norm));
  const end = beginOf(tags, stop);
  const isList = norms.slice(0, end).every((norm) => {
    const words = norm.split(' ');
    return words.length <= mostWords && !words.some(isFunctionWord);
  });
  return end >= fewestBefore && isList ? end : -1;
}

const capital = once(() => /^\p{Lu}/u);

/** The piece that the sentence begins with which ends in another one: the last capital, where the tags before it have none. */
function beginOf(tags: readonly Tag[], stop: number): number {
  const begins = tags.slice(0, stop + 1).findLastIndex(({ text }) => capital().test(text));
  // The trigger may have one.
  const others = tags.slice(1, Math.max(1, begins));
  return begins > 1 && !others.some(({ text }) => capital().test(text)) ? begins : stop;
}

/** A tag that ends with the stop before a sentence: "flat lay. The jacket is spread …". */
const lastTag = lettersPattern(String.raw`^([^.!?]{2,40})\.\s+[\p{Lu}]`);

/** The last of the tags before the sentences of a caption, where it has been said: it stands in one piece with a sentence. */
function* beforeSentence(
  file: string,
  tag: Tag,
  before: Tag | undefined,
  first: ReadonlyMap<string, Tag>,
): Iterable<Draft> {
  const written = lastTag(tag.text).exec(tag.text)?.[1];
  if (written === undefined || before === undefined) return;
  const earlier = first.get(`${tag.line} ${synonymKey(normalTag(written))}`);
  if (!earlier) return;
  const end = tag.range.start + written.length;
  yield {
    range: { start: tag.range.start, end },
    message: t('"{0}" is already in this caption: it spends tokens twice. Remove one.', written),
    mark: 'unnecessary',
    related: [{ file, range: earlier.range, message: t('First here') }],
    fixes: [
      {
        title: t('Remove this repeat of "{0}"', written),
        safety: 'suggested',
        edits: [{ file, edits: [{ range: { start: before.range.end, end }, newText: '' }] }],
      },
    ],
  };
}
