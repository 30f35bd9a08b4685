import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { rowOfTags } from '../../tags/fused.ts';
import { isKnownTag } from '../../tags/separators.ts';
import { underscoredRow } from '../../tags/underscored-row.ts';
import { flag } from '../../tags/word.ts';
import type { CaptionContext, FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import {
  habitOf,
  isHabitual,
  type ListElsewhere,
  listElsewhere,
  mayBeElsewhere,
  separateAll,
  separateFix,
} from './other-separator.ts';

export default folderRule({
  id: 'unseparated-tags',
  group: 'text',
  severity: 'warning',
  fix: 'suggested',
  summary: 'Tags stand one after the other with nothing but blanks between them.',
  why: 'Without caption_separator the whole caption is one tag to the trainer: it cannot be shuffled, dropped or kept in parts (sd-scripts library/train_util.py, process_caption).',
  *check({ facts, settings }: FolderContext): Iterable<Draft> {
    const habit = habitOf(facts);
    if (habit?.text !== ' ') return;
    yield {
      file: '',
      range: null,
      message: t(
        '{0} of {1} captions have only blanks between their tags: the trainer sees one tag in each. Put "{2}" between them.',
        habit.captions,
        facts.captions,
        settings.syntax.separator,
      ),
      fixes: separateAll(facts, settings, habit.text),
    };
  },
  mayFindInCaption: (context) => mayBeElsewhere(context) || (context.flags & isLong) !== 0,
  *checkCaption(context: CaptionContext): Iterable<Draft> {
    const list = listElsewhere(context);
    const row = list === null ? lostSeparators(context) : null;
    if (row !== null)
      yield {
        range: row.range,
        message: t(
          'Only blanks stand between these tags: the trainer sees one tag. Separate them by "{0}".',
          context.settings.syntax.separator,
        ),
        fixes: [separateFix(context, row)],
      };
    if (list?.text !== ' ' || isHabitual(context, ' ')) return;
    yield {
      range: list.range,
      message: t(
        'Only blanks stand between these tags: the trainer sees one tag. Separate them by "{0}".',
        context.settings.syntax.separator,
      ),
      fixes: [separateFix(context, list)],
    };
  },
});

/** Words of a piece from which fused-tags does not look at it, and from which it is looked at here. */
const longPiece = 13;
const fewestWords = 6;
/** Tags in a row that a piece which fused-tags may tell must have. */
const fewestInShort = 5;
const isLong = flag(({ norm }) => norm.split(' ').length >= fewestWords);
/** Tags of a caption on average from which a folder writes lists, and captions from which a tag is its own. */
const listed = 4;
const ownTag = 3;

/** Own tags of the folder in a row within a piece that is as long as a sentence, in a folder of lists; null where there are none. */
function lostSeparators({ caption, index, words, facts, norms }: CaptionContext): ListElsewhere | null {
  if (!index.complete || !words.some(({ flags }) => (flags & isLong) !== 0) || !writesLists(index, '')) return null;
  for (const [at, tag] of caption.tags.entries()) {
    if ((words[at].flags & isLong) === 0) continue;
    const isUnderscored = facts.spelling.majority(0.5) === 'underscore';
    const isShort = norms[at].split(' ').length < longPiece;
    const parts =
      // Shorter rows are fused-tags'.
      (isUnderscored && !isShort ? underscoredRow(tag.text) : null) ??
      rowOfTags(tag.text, (norm) => isOften(index, norm))?.parts ??
      [];
    if (parts.length === 0 || (isShort && parts.length < fewestInShort)) continue;
    const at0 = tag.range.start;
    const places = parts.slice(1).map(({ start }, n) => ({ start: at0 + parts[n].end, end: at0 + start }));
    return { text: ' ', places, range: { start: at0 + parts[0].start, end: at0 + (parts.at(-1)?.end ?? 0) } };
  }
  return null;
}

const writesLists = question((index, _: string): boolean => index.facts.tags >= index.facts.captions * listed);

const isOften = question((index, norm: string): boolean => {
  const id = index.facts.vocabulary.normId(norm);
  const captions = id === undefined ? 0 : index.facts.frequency(id);
  return captions >= ownTag || (captions > 0 && isKnownTag(norm));
});
