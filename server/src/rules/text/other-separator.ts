import { parseCaption } from '../../caption/parse.ts';
import { question } from '../../dataset/question.ts';
import type { FolderFacts } from '../../facts/facts.ts';
import type { Fix } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import type { FolderSettings } from '../../settings/settings.ts';
import { normalTag } from '../../tags/normal.ts';
import {
  isKnownTag,
  mayBeListElsewhere,
  type OtherSeparator,
  otherSeparator,
  phrasesApart,
} from '../../tags/separators.ts';
import type { CaptionContext } from '../context.ts';

/** Captions, and their share of the folder, from which another separator is the folder's own. */
const fewest = 3;
const share = 0.5;
/** Captions from which a tag is the folder's own. */
const ownTag = 2;

/** What separates the tags of most captions of a folder instead of the separator; null when nothing does. */
export function habitOf(facts: FolderFacts): { readonly text: string; readonly captions: number } | null {
  for (const [text, captions] of facts.separatedBy)
    if (captions >= fewest && captions >= facts.captions * share) return { text, captions };
  return null;
}

/** The same mark, for what is said of one caption. */
const habitualMark = question((index, _: string): string | null => habitOf(index.facts)?.text ?? null);

/** Whether a mark is what separates the tags of most captions of a folder, which is told of the folder. */
export const isHabitual = ({ index }: CaptionContext, mark: string): boolean => habitualMark(index, '') === mark;

/** Whether most captions say more than their tags tell: these are not apart, or lines are not read. What is so is told once, as that. */
export const saysMoreThanTags = (facts: FolderFacts): boolean =>
  habitOf(facts) !== null || (facts.partlyRead >= fewest && facts.partlyRead >= facts.captions * share);

/** The tags of a caption that something else takes apart, with the line they stand on. */
export interface ListElsewhere extends OtherSeparator {
  readonly range: TextRange;
}

/** A quick look for {@link listElsewhere}. */
export const mayBeElsewhere = ({ isCommaList, caption, words, flags }: CaptionContext): boolean =>
  !isCommaList || mayBeListElsewhere(caption.text, words, flags);

/** Whether a piece is a tag that the product knows, or one of the folder. */
export const isTagIn =
  ({ index }: CaptionContext) =>
  (piece: string): boolean =>
    isKnownTag(piece) || (index.complete && isOwnTag(index, normalTag(piece)));

/** What separates the tags of a caption instead of the separator, by what the product and the folder know as tags. */
export function listElsewhere(context: CaptionContext): ListElsewhere | null {
  if (!mayBeElsewhere(context)) return null;
  const { caption, settings } = context;
  const isTag = isTagIn(context);
  for (const range of caption.trained) {
    const line = caption.text.slice(range.start, range.end);
    const { separator } = settings.syntax;
    const found =
      otherSeparator(line, separator, isTag) ??
      phrasesApart(line, separator) ??
      beforeSentences(line, separator, isTag);
    if (found === null) continue;
    const places = found.places.map(({ start, end }) => ({ start: range.start + start, end: range.start + end }));
    return { text: found.text, places, range };
  }
  return null;
}

/** What separates the tags that stand before sentences: "orc; axe; night. He lifts the axe." */
function beforeSentences(line: string, separator: string, isTag: (piece: string) => boolean): OtherSeparator | null {
  const end = line.search(/[.!?]\s+\p{Lu}/u);
  return end < 0 ? null : otherSeparator(line.slice(0, end), separator, isTag);
}

/** Captions that one fix of the folder changes at the most; more are for a search over the files. */
const mostFixed = 500;

/** Puts the separator where something else stands in all captions of a folder that have the habit. */
export function separateAll(facts: FolderFacts, settings: FolderSettings, mark: string): Fix[] {
  const edits: { file: string; edits: { range: TextRange; newText: string }[] }[] = [];
  for (const { file, source, separatedBy } of facts.records()) {
    if (separatedBy !== mark || source.kind !== 'text') continue;
    if (edits.length === mostFixed) return [];
    const own = parseCaption(source.text, settings.syntax).trained.flatMap(({ start, end }) => {
      const found = otherSeparator(source.text.slice(start, end), settings.syntax.separator);
      return (found?.places ?? []).map((place) => ({
        range: { start: start + place.start, end: start + place.end },
        newText: written(settings.syntax.separator),
      }));
    });
    if (own.length > 0) edits.push({ file, edits: own });
  }
  return [
    {
      title: t('Separate the tags by "{0}" in {1} captions', settings.syntax.separator, edits.length),
      safety: 'suggested',
      edits,
    },
  ];
}

const written = (separator: string): string => (separator.trim() === '' ? separator : `${separator.trim()} `);

/** Places of full stops from which the one at the end is one of them. */
const fewestStops = 2;

/** Puts the separator where something else stands. */
export function separateFix({ file, settings, caption }: CaptionContext, { text, places }: OtherSeparator): Fix {
  const { separator } = settings.syntax;
  const newText = written(separator);
  const edits = places.map((range) => ({ range, newText }));
  // The stop at the end of such a list separates as little as the others.
  const line = caption.trained.find(({ start, end }) =>
    places.some((place) => start <= place.start && place.end <= end),
  );
  const last = line === undefined ? null : /(?<=[\p{L}\p{N})])\.\s*$/u.exec(caption.text.slice(line.start, line.end));
  if (text === '.' && places.length >= fewestStops && line !== undefined && last !== null)
    edits.push({
      range: { start: line.start + last.index, end: line.start + last.index + last[0].length },
      newText: '',
    });
  return { title: t('Separate the tags by "{0}"', separator), safety: 'suggested', edits: [{ file, edits }] };
}

/** Whether enough captions hold a tag for it to be one of the folder. */
const isOwnTag = question((index, norm: string): boolean => {
  const id = index.facts.vocabulary.normId(norm);
  return id !== undefined && index.facts.frequency(id) >= ownTag;
});
