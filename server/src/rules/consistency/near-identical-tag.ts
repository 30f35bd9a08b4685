import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TypoFinding } from '../../tags/typos.ts';
import { vocabulary } from '../../tags/vocabulary.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { retag } from '../retag.ts';
import { isToldAsMisspelt } from '../trigger/misspelt-trigger.ts';
import { otherNumberOf } from './other-number.ts';

export default captionRule({
  id: 'near-identical-tag',
  group: 'consistency',
  severity: 'info',
  fix: 'suggested',
  summary: 'A rare tag differs by a letter or two from a frequent or well-known one.',
  why: 'A misspelt tag trains different tokens than the one that was meant, so its image teaches nothing about it (heuristic: only a word that nothing else knows, against a tag ten times as frequent or in the vocabulary).',
  mayFind: (context) =>
    context.index.complete &&
    (context.someNorm((norm) => context.index.typoOf(norm) !== null) ||
      context.words.some((word) => otherNumberOf(context, word) !== null)),
  *check(context: CaptionContext): Iterable<Draft> {
    const { file, caption, norms, index } = context;
    const language = index.record(file)?.language ?? null;
    // Words of another language are no slips of English ones.
    if (!index.complete || (language !== null && language !== 'English')) return;
    for (const [at, tag] of caption.tags.entries()) {
      const norm = norms[at];
      const id = context.normId(at);
      const typo = id === undefined ? null : index.typoOf(id);
      const number = typo ? null : otherNumberOf(context, context.words[at]!);
      if (number !== null) {
        const newText = retag(number.norm, tag.text);
        yield {
          range: tag.range,
          tag: norm,
          message: t(
            '"{0}" is "{1}" in {2} captions: two ways to write it split what one tag could teach. Write "{1}".',
            tag.text,
            newText,
            number.captions,
          ),
          replaceTag: { norm, by: number.norm },
          fixes: [
            {
              title: t('Write "{0}"', newText),
              safety: 'suggested',
              edits: [{ file, edits: [{ range: tag.range, newText }] }],
            },
          ],
        };
        continue;
      }
      // A slip that is repeated is told once.
      if (!typo || norms.indexOf(norm) < at || isToldAsMisspelt(context, tag.range)) continue;
      if (isNamed(context, tag.text, typo)) continue;
      const newText = retag(typo.suggestion, tag.text);
      // A blank less is another way to write it.
      const isJoined =
        typo.suggestionCount === 0 && unjoined(norm) === unjoined(typo.suggestion) && vocabulary().has(typo.suggestion);
      yield {
        range: tag.range,
        tag: norm,
        ...(isJoined && { severity: 'hint' as const }),
        message: isJoined
          ? t('"{0}" is "{1}" in lists of tags.', tag.text, newText)
          : typo.word === norm && norm.includes(' ') && typo.suggestionCount > 0
            ? t(
                '"{0}" is "{1}" in {2} captions: two ways to write it split what one tag could teach. Write "{1}".',
                tag.text,
                newText,
                typo.suggestionCount,
              )
            : typo.suggestionCount > 0
              ? t(
                  '"{0}" looks like a misspelt "{1}", which {2} captions have. Correct it.',
                  tag.text,
                  newText,
                  typo.suggestionCount,
                )
              : t('"{0}" looks like a misspelt "{1}". Correct it.', tag.text, newText),
        replaceTag: { norm, by: typo.suggestion },
        fixes: [
          {
            title: t('Write "{0}"', newText),
            safety: 'suggested',
            edits: [{ file, edits: [{ range: tag.range, newText }] }],
          },
        ],
      };
    }
  },
});

/** A word with a capital among tags without is a name, and what no caption has is no better one: "Bombus". */
const isNamed = ({ caption }: CaptionContext, text: string, { word, suggestionCount }: TypoFinding): boolean =>
  suggestionCount === 0 &&
  text.toLowerCase().startsWith(word) &&
  /^\p{Lu}\p{Ll}/u.test(text) &&
  caption.tags.length > 1 &&
  caption.tags.every((other) => other.text === text || !/^\p{Lu}/u.test(other.text));

const unjoined = (norm: string): string => norm.replace(/[ -]/g, '');
