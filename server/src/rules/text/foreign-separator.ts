import type { Tag } from '../../caption/parse.ts';
import type { DatasetIndex } from '../../dataset/index.ts';
import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { lettersPattern } from '../../ground/letters.ts';
import type { TextRange } from '../../ground/text.ts';
import { type OtherSeparator, stopInTag, takenApart, takenApartIn } from '../../tags/separators.ts';
import type { CaptionContext, FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { behindNames, formMark, mayHaveOtherMark, ofForm } from './form-marks.ts';
import { markedSentences, mayHaveMarkedSentences } from './marked-sentences.ts';
import { mayHaveOddStops, oddStops } from './odd-stops.ts';
import {
  habitOf,
  isHabitual,
  isTagIn,
  listElsewhere,
  mayBeElsewhere,
  separateAll,
  separateFix,
} from './other-separator.ts';
import { mayHaveTagLines, tagLines } from './tag-lines.ts';

/** Characters that look like a comma to a reader and are none to the trainer, the plain semicolon, and the tab. */
const pattern = /[，、；﹐､،;\t]/gu;
const hasMark = /[，、；﹐､،;\t]/u;

/** Characters of East Asian text that a tag has at most on either side of a mark; longer stretches are sentences. */
const longestTag = 12;

/** Characters on either side of a mark that are looked at for what it stands in: more than the name of any HTML entity has. */
const nearby = 40;

/** What ends the kept head where keep_tokens_separator says so, by custom. */
const headEnd = '|||';

export default folderRule({
  id: 'foreign-separator',
  group: 'text',
  severity: 'warning',
  fix: 'suggested',
  summary: 'A character that only looks like the separator glues tags together.',
  why: 'Only caption_separator separates tags, a comma by default: shuffling, dropping and keep_tokens treat everything between two of them as one tag (sd-scripts library/train_util.py, process_caption).',
  *check({ facts, index, settings }: FolderContext): Iterable<Draft> {
    const habit = habitOf(facts);
    if (habit !== null && habit.text !== ' ' && formMark(index, '')?.text !== habit.text)
      yield {
        file: '',
        range: null,
        message: t(
          '{0} of {1} captions separate their tags by "{2}": the trainer sees one tag in each. Set caption_separator to it, or replace it with "{3}".',
          habit.captions,
          facts.captions,
          shown(habit.text),
          settings.syntax.separator,
        ),
        fixes: separateAll(facts, settings, habit.text),
      };
    const heads = settings.captionOptions.keepTokensSeparator === '' ? headsIn(index) : [];
    if (heads.length > 0)
      yield {
        file: '',
        range: null,
        severity: 'info',
        message: t(
          '{0} captions hold "{1}", and no keep_tokens_separator is known: without it the trainer reads it as text. Set it, or take it out.',
          heads.length,
          headEnd,
        ),
        related: heads.slice(0, mostRelated).map((file) => ({ file, range: null, message: headEnd })),
      };
  },
  mayFindInCaption: (context) =>
    context.index.record(context.file)?.fields != null ||
    context.letters.hasAny(';') ||
    !context.letters.isAscii ||
    mayHaveOtherMark(context) ||
    mayHaveTagLines(context) ||
    mayHaveMarkedSentences(context) ||
    mayBeElsewhere(context),
  *checkCaption(context: CaptionContext): Iterable<Draft> {
    const { file, caption, settings } = context;
    const { separator } = settings.syntax;
    const lines = tagLines(context);
    if (lines !== null) {
      yield lines;
      return;
    }
    const behind = behindNames(context);
    if (behind !== null) {
      yield behind;
      return;
    }
    const form = ofForm(context);
    if (form !== null) {
      if (form.draft !== null) yield form.draft;
      return;
    }
    const marked = markedSentences(context, named);
    if (marked !== null) {
      yield marked;
      return;
    }
    const list = listElsewhere(context);
    if (list !== null && list.text !== ' ') {
      if (isHabitual(context, list.text)) return;
      yield {
        range: list.range,
        message: t(
          'The tags are separated by {0} instead of "{1}": the trainer sees one tag. Replace it.',
          named(list.text),
          separator,
        ),
        fixes: [separateFix(context, list)],
      };
      return;
    }
    const isTag = isTagIn(context);
    const told = new Set<Tag>();
    const isList = context.style === 'tags' && !context.isForm && caption.tags.length >= fewestOfList;
    for (const [at, tag] of caption.tags.entries()) {
      const apart =
        (context.words[at]?.flags & takenApart) === 0
          ? null
          : (takenApartIn(tag.text, isTag) ?? (isList ? stopIn(context, tag.text) : null));
      if (apart === null || separator.includes(apart.text)) continue;
      told.add(tag);
      const places = apart.places.map(({ start, end }) => ({
        start: tag.range.start + start,
        end: tag.range.start + end,
      }));
      yield {
        range: tag.range,
        message: t(
          'The tags are separated by {0} instead of "{1}": the trainer sees one tag. Replace it.',
          named(apart.text),
          separator,
        ),
        fixes: [separateFix(context, { text: apart.text, places })],
      };
    }
    if (context.style !== 'tags' && mayHaveOddStops(context)) {
      const stops = oddStops(context);
      if (stops !== null) yield stops;
    }
    if (!hasMark.test(caption.text)) return;
    const found = new Map<string, { readonly range: TextRange; readonly newText: string }[]>();
    for (const tag of caption.tags.filter((one) => !told.has(one)))
      for (const { character, ...edit } of marksIn(context, tag))
        found.set(character, [...(found.get(character) ?? []), edit]);
    for (const [mark, edits] of found) {
      const character = mark === '\t' ? '\\t' : mark;
      const { start } = edits[0].range;
      yield {
        range: { start, end: start + 1 },
        message:
          edits.length === 1
            ? t(
                '"{0}" ({1}) does not separate tags: the trainer sees one tag here. Replace it with "{2}".',
                character,
                nameOf(mark),
                separator,
              )
            : t(
                '"{0}" ({1}) stands in {2} places and does not separate tags: the trainer sees one. Replace it with "{3}".',
                character,
                nameOf(mark),
                edits.length,
                separator,
              ),
        fixes: [{ title: t('Replace with "{0}"', separator), safety: 'suggested', edits: [{ file, edits }] }],
      };
    }
  },
});

/** Tags from which a caption is a list in which a full stop is odd, and captions with one up to which it is. */
const fewestOfList = 5;
const oddStopsAtMost = 2;

/** A full stop in a tag of a list, where hardly another caption has one. */
function stopIn({ index }: CaptionContext, text: string): OtherSeparator | null {
  const place = stopInTag(text);
  return place === null || !areStopsOdd(index, '') ? null : { text: '.', places: [place] };
}

const areStopsOdd = question((index, _: string): boolean => {
  let found = 0;
  for (const { trained } of index.facts.records()) if (/\w\.\s/.test(trained) && ++found > oddStopsAtMost) return false;
  return index.complete;
});

/** The marks in a tag that only look like the separator, with the blanks behind them, and what should stand there. */
function* marksIn({ caption, settings, style, isForm }: CaptionContext, tag: Tag) {
  const { separator } = settings.syntax;
  // Asked once per tag, which may be the whole of a long caption.
  let sentence: boolean | undefined;
  // Blanks behind a mark go with it, other tabs too.
  let taken = 0;
  for (const match of tag.text.matchAll(pattern)) {
    const character = match[0];
    if (separator.includes(character) || tag.range.start + match.index < taken) continue;
    if (character === ';') {
      if (style !== 'tags' || isPartOfTag(tag.text, match.index)) continue;
      // Within a value it takes two things or clauses apart; a comma in its place would cut the value off its name.
      const behind = tag.text.slice(match.index + 1);
      if (isForm && !opensField(behind).test(behind)) continue;
    } else {
      sentence ??= isSentence(tag.text);
      if (sentence) continue;
    }
    const start = tag.range.start + match.index;
    let end = start + 1;
    while (end < tag.range.end && /\s/u.test(caption.text[end])) end++;
    taken = end;
    yield { character, range: { start, end }, newText: end < tag.range.end ? `${separator} ` : separator };
  }
}

/** What begins with the name of a field. */
const opensField = lettersPattern(String.raw`^\s*[\p{L}][\p{L} _-]{1,23}:`);

/** Captions named as related. */
const mostRelated = 10;

/** The captions with a head mark. */
function headsIn({ facts }: DatasetIndex): string[] {
  return [...facts.records()].filter(({ trained }) => trained.includes(headEnd)).map(({ file }) => file);
}

/** A separator as it is shown: blanks by name. */
function shown(text: string): string {
  return text === '\t' ? t('tab') : text;
}

/** A separator in quotes, with the name of one that looks like another. */
function named(text: string): string {
  if (text === '\t') return t('tabs');
  return /[^\x00-\x7f·•]/.test(text) ? `"${text}" (${nameOf(text)})` : `"${text}"`;
}

function nameOf(character: string): string {
  switch (character) {
    case '，':
      return t('full-width comma');
    case '、':
      return t('ideographic comma');
    case '。':
      return t('full-width full stop');
    case '；':
      return t('full-width semicolon');
    case '：':
      return t('full-width colon');
    case '﹐':
      return t('small comma');
    case '､':
      return t('half-width ideographic comma');
    case '・':
      return t('middle dot of Japanese');
    case '،':
      return t('Arabic comma');
    case '\t':
      return t('tab');
    default:
      return t('semicolon');
  }
}

/**
 * A plain semicolon in an emoticon (";d", ">;)"), an HTML entity or a title ("steins;gate": one, without a blank behind
 * it) is not meant to separate.
 */
function isPartOfTag(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - nearby), at).trimEnd();
  const after = text.slice(at + 1, at + 1 + nearby).trimStart();
  if (/&[#\w]+$/.test(before) && /\S/u.test(text[at - 1])) return true;
  if (!/[\p{L}\p{N})]{2}$/u.test(before) || !/^[\p{L}\p{N}(]{2}/u.test(after)) return true;
  return !/\s/u.test(text[at + 1]) && text.indexOf(';') === text.lastIndexOf(';');
}

/** Commas of Chinese, Japanese or Arabic sentences belong there. */
function isSentence(text: string): boolean {
  if (/[。！？]/u.test(text)) return true;
  return text.split(/[，、；﹐､،]/u).some((part) => [...part.trim()].length > longestTag && /[^\x00-\x7f]/.test(part));
}
