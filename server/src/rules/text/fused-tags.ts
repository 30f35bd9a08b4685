import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import { categoryOf } from '../../tags/categories.ts';
import { fusable, fusedPhrase, fusedTags } from '../../tags/fused.ts';
import { likelyTags, writtenTags } from '../../tags/fused-written.ts';
import { displayForm, normalTag } from '../../tags/normal.ts';
import { underscoredRow } from '../../tags/underscored-row.ts';
import { flagsOfWord } from '../../tags/word-numbers.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { tagStyleOf } from '../tag-style.ts';
import { gluedIn, isOwnName, isWritten, ownTag, triggerOf } from './glued-in.ts';
import { fusedFields, mayBeOpen, mayHaveFusedFields, openTrigger } from './lost-marks.ts';
import { listElsewhere } from './other-separator.ts';
import { closedTrigger, mayBeClosed } from './trigger-at-end.ts';

/** Words of a tag in a list of tags at the most; longer ones are phrases. */
const shortTag = 4;
/** Words of a piece from which it is a sentence, and tags that stand before it where sentences follow tags. */
const sentenceWords = 8;
const fewestBefore = 4;
/** Pieces from which short phrases without a sentence are a list. */
const fewestPhrases = 5;
/** Tags before the last one that sentences follow, and words of that one at the most. */
const fewestBeforeHead = 3;
const mostOfHead = 6;
/** Share of the captions that a tag of one word must stand in, of so many at least, to be one wherever it stands. */
const nearlyAll = 0.8;
const fewestForAll = 10;

export default captionRule({
  id: 'fused-tags',
  group: 'text',
  severity: 'warning',
  fix: 'suggested',
  summary: 'A lost separator makes one tag of two that are known, or of the trigger and what follows.',
  why: 'Both are shuffled, dropped and counted as one tag, which no other caption has (sd-scripts library/train_util.py, process_caption).',
  mayFind: (context) =>
    context.index.complete &&
    (mayHaveFusedFields(context) ||
      mayBeOpen(context) ||
      mayBeClosed(context) ||
      mayBeFused(context) ||
      context.style !== 'tags'),
  *check(context: CaptionContext): Iterable<Draft> {
    const { caption, norms, words, facts, concept, style, index } = context;
    if (!index.complete) return;
    const fields = [...fusedFields(context)];
    yield* fields;
    const open = openTrigger(context);
    // A caption of nothing but blanks is unseparated-tags'.
    if (open !== null && !isRow(context)) yield open;
    const closed = open === null ? closedTrigger(context) : null;
    if (closed !== null) yield closed;
    const trigger = triggerOf(context);
    const isTriggerAlone = concept?.triggerNorm != null && facts.vocabulary.norm(concept.triggerNorm) === trigger;
    const isOwn = (norm: string): boolean => {
      if (norm === trigger) return isTriggerAlone;
      return norm.includes(' ') ? isOwnName(index, norm) : isOnNearlyAll(index, norm);
    };
    // Among phrases ("looking over shoulder from behind") only what the folder writes apart is fused.
    // Sentences behind tags are no pieces of the list.
    const behind = norms.findIndex((norm) => norm.split(' ').length >= sentenceWords);
    const isList = caption.tags.every(
      (_, at) =>
        (behind >= fewestBefore && at >= behind) ||
        norms[at].split(' ').length <= shortTag ||
        (isOdd(context, at) &&
          (fusedTags(norms[at], isOwn) ?? rowWritten(context, at) ?? likelyWritten(context, at)) !== null),
    );
    // Short phrases of words that no tag has ("on coral rubble") may be a list all the same: what the folder writes tells.
    const isOfList = style !== 'prose';
    const isOfPhrases = isList && caption.tags.length >= fewestPhrases;
    const isLikely = (parts: readonly string[]): boolean =>
      parts.slice(0, -1).every((part) => categoryOf(part) !== 'colour') &&
      (isList || parts.every((part) => part === trigger || isWritten(index, part)));
    const inList = (at: number, text: string): readonly string[] | null => {
      // "hat_on_back" is one tag: what lost its comma has a blank there, or nothing.
      if (isJoined(text)) return gluedIn(context, at);
      const row = context.facts.spelling.majority(0.5) === 'underscore' ? underscoredRow(text) : null;
      // A caption of nothing but blanks is unseparated-tags'.
      if (row !== null && listElsewhere(context) === null)
        return row.map(({ start, end }) => normalTag(text.slice(start, end)));
      const fused = fusedTags(text, isOwn);
      if (fused !== null && isLikely(fused)) return fused;
      return gluedIn(context, at) ?? fusedPhrase(norms[at]) ?? (isList ? rowWritten(context, at) : null);
    };
    for (const [at, tag] of caption.tags.entries()) {
      const head = style === 'tags' ? null : headOf(context, at);
      if (head !== null) {
        const parts = fusedTags(head, isOwn) ?? writtenTags(normalTag(head), (norm) => timesWritten(index, norm));
        if (parts !== null)
          yield draftOf(context, { start: tag.range.start, end: tag.range.start + head.length }, parts);
        continue;
      }
      if ((words[at].flags & fusable) === 0 || !isOdd(context, at) || tag.range.start === open?.range.start) continue;
      if (closed !== null && at === caption.tags.length - 1) continue;
      if (fields.some(({ range }) => range !== null && range.start >= tag.range.start && range.end <= tag.range.end))
        continue;
      const sure = isOfList
        ? inList(at, tag.text)
        : (gluedIn(context, at) ??
          fusedPhrase(norms[at]) ??
          (isOfPhrases ? rowWritten(context, at) : ownRow(context, at)));
      const parts =
        sure ?? (isList && (isOfList || isOfPhrases) && !isJoined(tag.text) ? likelyWritten(context, at) : null);
      if (parts === null) continue;
      yield { ...draftOf(context, tag.range, parts), ...(sure === null && { severity: 'info' as const }) };
    }
  },
});

/** What is said of a piece that is several tags. */
function draftOf(context: CaptionContext, range: TextRange, parts: readonly string[]): Draft {
  const { file, caption, concept, settings } = context;
  const { separator } = settings.syntax;
  const text = caption.text.slice(range.start, range.end);
  const norm = normalTag(text);
  const trigger = triggerOf(context);
  const between = separator.trim() === '' ? separator : `${separator.trim()} `;
  const tagStyle = tagStyleOf(context, text);
  const written = asWritten(text, norm, parts);
  const newText = parts
    .map((part, k) => (part === trigger ? (concept?.trigger ?? part) : (written?.[k] ?? displayForm(part, tagStyle))))
    .join(between);
  return {
    range,
    tag: norm,
    message: t(
      '"{0}" is {1} tags without a separator: the trainer sees one. Write "{2}".',
      text,
      parts.length,
      newText,
    ),
    fixes: [{ title: t('Write "{0}"', newText), safety: 'suggested', edits: [{ file, edits: [{ range, newText }] }] }],
  };
}

/** The last of the tags before sentences, which has no comma behind it: "vet, scale, blue gloves. A vet holds the ferret." Null for other pieces. */
function headOf({ caption, norms }: CaptionContext, at: number): string | null {
  if (at < fewestBeforeHead || norms.slice(0, at).some((norm) => norm.split(' ').length > shortTag)) return null;
  const [, head] = /^([^.!?]+)\.\s+[A-Z]/.exec(caption.tags[at].text) ?? [];
  return head === undefined || head.split(/\s+/).length > mostOfHead ? null : head;
}

/** Whether a caption is one row of tags with blanks between them, in a folder that writes underscores. */
const isRow = ({ caption, facts }: CaptionContext): boolean =>
  caption.tags.length === 1 &&
  facts.spelling.majority(0.5) === 'underscore' &&
  underscoredRow(caption.tags[0].text) !== null;

/** Whether underscores join all the words of a tag. */
const isJoined = (text: string): boolean => text.includes('_') && !text.includes(' ');

/** The parts of a tag in their own letters and blanks; null where the tag has them otherwise than one behind the other. */
function asWritten(text: string, norm: string, parts: readonly string[]): readonly string[] | null {
  if (text.length !== norm.length || parts.length === 0) return null;
  let end = 0;
  const found = parts.map((part) => {
    const start = norm.indexOf(part, end);
    end = start + part.length;
    return start < 0 ? null : text.slice(start, end);
  });
  return found.every((part) => part !== null) ? found : null;
}

/** The tags of other captions that stand in a tag of this one. The trigger is openTrigger's, fields are fusedFields'. */
const rowWritten = ({ norms, index, isForm }: CaptionContext, at: number): readonly string[] | null =>
  isForm ? null : writtenTags(norms[at], (norm) => timesWritten(index, norm));

/**
 * The same among few pieces or longer ones, where each is of several words and the folder's own, and none is a sentence: "a heron in the reeds, flat
 * colors thick outlines".
 */
function ownRow(context: CaptionContext, at: number): readonly string[] | null {
  if (context.norms.some((norm) => norm.split(' ').length >= sentenceWords)) return null;
  const parts = rowWritten(context, at);
  const isOwn = (part: string): boolean => part.includes(' ') && timesWritten(context.index, part) >= ownTag;
  return parts?.every(isOwn) === true ? parts : null;
}

/** The same of two tags that are likely to be meant. */
const likelyWritten = ({ norms, index, isForm }: CaptionContext, at: number): readonly string[] | null =>
  isForm ? null : likelyTags(norms[at], (norm) => timesWritten(index, norm));

/** Whether a tag is none of the folder's own, or the trigger, which may be fused by itself. */
function isOdd(context: CaptionContext, at: number, trigger = triggerOf(context)): boolean {
  const id = context.normId(at);
  return id === undefined || !isOwnTag(context.index, id) || context.norms[at] === trigger;
}

function mayBeFused(context: CaptionContext): boolean {
  if ((context.flags & fusable) === 0) return false;
  const flags = context.numbers(flagsOfWord);
  const trigger = triggerOf(context);
  for (let at = 0; at < flags.length; at++) if ((flags[at] & fusable) !== 0 && isOdd(context, at, trigger)) return true;
  return false;
}

/** Whether enough captions hold a tag for it to be one of the folder. Asked of every tag by number, of parts of tags by name. */
const isOwnTag = question((index, norm: number): boolean => index.facts.frequency(norm) >= ownTag);

/** How many captions have a tag, up to so many that it is the folder's own. */
const timesWritten = question((index, norm: string): number => {
  const id = index.facts.vocabulary.normId(norm);
  return id === undefined ? 0 : Math.min(ownTag, index.facts.frequency(id));
});

/** Whether a word is a tag of nearly every caption: beside another tag it has lost its separator. */
const isOnNearlyAll = question((index, norm: string): boolean => {
  const { facts } = index;
  const id = facts.vocabulary.normId(norm);
  return id !== undefined && facts.captions >= fewestForAll && facts.frequency(id) >= facts.captions * nearlyAll;
});
