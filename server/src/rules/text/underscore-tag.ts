import { z } from 'zod';
import type { Tag } from '../../caption/parse.ts';
import { isKeyTag } from '../../dataset/key-tags.ts';
import { question } from '../../dataset/question.ts';
import type { FolderFacts } from '../../facts/facts.ts';
import { usualSpelling } from '../../facts/usual-spelling.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { fileNameIn } from '../../tags/leftovers.ts';
import { normalTag, type TagStyle } from '../../tags/normal.ts';
import { respell } from '../../tags/respell.ts';
import { styleFlags, styleOfWord } from '../../tags/tag-style.ts';
import { countCaptionTokens } from '../../trainers/caption-tokens.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { ruleOptions } from '../rule-options.ts';
import { isToldAsMisspelt } from '../trigger/misspelt-trigger.ts';

/** Share of the folder's tags that must be written the other way before a tag counts as the exception. */
const majorityShare = 2 / 3;

/** How tags are to be written here; `twins`: the folder is of two minds, and only what it writes both ways is told. */
interface Wanted {
  readonly style: TagStyle;
  readonly twins: boolean;
}

/** A folder of two minds is asked to write as most prompts do. */
const ofTwoMinds: Wanted = { style: 'space', twins: true };

function wantedIn({ spelling }: FolderFacts, style: 'auto' | TagStyle): Wanted {
  if (style !== 'auto') return { style, twins: false };
  const most = spelling.majority(majorityShare);
  return most === null ? ofTwoMinds : { style: most, twins: false };
}

const options = ruleOptions({ style: 'auto' }, () => ({
  style: z
    .enum(['auto', 'space', 'underscore'])
    .describe('How tags of several words should be written; auto takes the way most tags of the folder are written.'),
}));

export default captionRule({
  id: 'underscore-tag',
  group: 'text',
  severity: 'info',
  fix: 'suggested',
  summary: 'A tag joins its words differently from the rest of the folder: underscores or spaces.',
  why: 'To the text encoder `long_hair` and `long hair` are different texts: an underscore is a token of its own (3 tokens against 2), and prompts are mostly written with spaces (measured with the CLIP tokenizer).',
  options,
  mayFind: ({ flags, facts }, { style }) => {
    const wanted = wantedIn(facts, style);
    return (flags & styleFlags[wanted.style === 'space' ? 'underscore' : 'space']) !== 0;
  },
  *check(context: CaptionContext, { style }: typeof options.defaults): Iterable<Draft> {
    const { file, facts, settings } = context;
    if (context.style === 'prose') return;
    const asked = wantedIn(facts, style);
    const { style: wanted, twins } = asked;
    const odd = [...oddTags(context, asked)];
    // One caption that is written otherwise throughout is one fact.
    if (odd.length >= fewestTogether) {
      const [first] = odd;
      yield {
        range: { start: first.tag.range.start, end: odd[odd.length - 1].tag.range.end },
        message: twins
          ? t(
              '{0} tags of this caption have underscores, as "{1}", and spaces in others: to the text encoder these are different texts.',
              odd.length,
              first.tag.text,
            )
          : wanted === 'space'
            ? t(
                '{0} tags of this caption have underscores, as "{1}": most tags here have spaces.',
                odd.length,
                first.tag.text,
              )
            : t(
                '{0} tags of this caption have spaces, as "{1}": most tags here have underscores.',
                odd.length,
                first.tag.text,
              ),
        fixes: [
          {
            title:
              wanted === 'space'
                ? t('Write {0} tags with spaces', odd.length)
                : t('Write {0} tags with underscores', odd.length),
            safety: 'suggested',
            edits: [{ file, edits: odd.map(({ tag, newText }) => ({ range: tag.range, newText })) }],
          },
        ],
      };
      return;
    }
    for (const { tag, newText } of odd) {
      const before = countCaptionTokens(tag.text, settings.clip);
      const after = countCaptionTokens(newText, settings.clip);
      yield {
        range: tag.range,
        message: twins
          ? t(
              '"{0}" is {1} tokens, "{2}" in other captions is {3}: to the text encoder the two are different texts.',
              tag.text,
              before,
              newText,
              after,
            )
          : wanted === 'space'
            ? after < before
              ? t('"{0}" is {1} tokens, "{2}" is {3}: most tags here have spaces.', tag.text, before, newText, after)
              : t(
                  '"{0}" has underscores, most tags here have spaces. To the trainer the two are different texts.',
                  tag.text,
                )
            : t(
                '"{0}" has spaces, most tags here have underscores. To the trainer the two are different texts.',
                tag.text,
              ),
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

/** Tags of one caption from which they are told together. */
const fewestTogether = 3;

/** The tags that join their words otherwise than the folder, and what to write. */
function* oddTags(
  context: CaptionContext,
  { style: wanted, twins }: Wanted,
): Iterable<{ readonly tag: Tag; readonly newText: string }> {
  const { caption } = context;
  for (const [at, tag] of caption.tags.entries()) {
    const own = styleOfWord(context.words[at]);
    if (own === null || own === wanted) continue;
    // In a folder of underscores a piece with spaces may be plain words between tags; only short ones are tags.
    if (own === 'space' && context.style === 'mixed') continue;
    // What another mark glues together is told as that.
    if (/[;；，、،|]|: /.test(tag.text) || fileNameIn(tag.text) !== null) continue;
    // A trigger is a name: its underscore is part of it, where it is usually written so.
    const id = context.normId(at);
    const isOdd = id !== undefined && usualSpellingOf(context.index, id) === respell(tag.text, wanted);
    if (isKeyTag(context.index, id) && !isOdd) continue;
    // So is that of a slip of it, which misspelt-trigger tells.
    if (isToldAsMisspelt(context, tag.range)) continue;
    const slip = id === undefined ? null : context.index.typoOf(id);
    if (slip !== null && isKeyTag(context.index, context.facts.vocabulary.normId(slip.suggestion))) continue;
    const newText = respell(tag.text, wanted);
    if (newText === tag.text || (twins && !isWritten(context.index, newText))) continue;
    // Both in one caption are one tag twice, which duplicate-tag tells.
    if (caption.tags.some((other) => other !== tag && other.text === newText)) continue;
    yield { tag, newText };
  }
}

/** Whether a caption of the folder has a tag in this very spelling. */
const isWritten = question(({ facts }, text: string): boolean => {
  const norm = facts.vocabulary.normId(normalTag(text));
  if (norm === undefined) return false;
  for (const surface of facts.vocabulary.surfacesOf(norm))
    if (facts.vocabulary.surface(surface) === text && facts.surfaceFrequency(surface) > 0) return true;
  return false;
});

/** How most captions spell a tag, by the number of its normal form. */
const usualSpellingOf = question((index, id: number) => usualSpelling(index.facts, id));
