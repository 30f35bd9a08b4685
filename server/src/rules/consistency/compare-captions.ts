import { trainedText } from '../../caption/parse.ts';
import { copiesOf, isExact, isSamePicture, type Twin } from '../../dataset/duplicates.ts';
import { question } from '../../dataset/question.ts';
import type { CaptionRecord } from '../../facts/record.ts';
import type { Draft, Fix } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextEdit, TextRange } from '../../ground/text.ts';
import { phrasesOf } from '../../metrics/subject.ts';
import { type Category, categoryOf } from '../../tags/categories.ts';
import { findContradictions } from '../../tags/contradictions.ts';
import { normalTag } from '../../tags/normal.ts';
import { areOpposed, oppositesOf } from '../../tags/opposite-words.ts';
import { tellsOfOther } from '../../tags/other-picture.ts';
import { proseContradictions } from '../../tags/prose-contradictions.ts';
import { type Otherwise, saidOtherwise } from '../../tags/said-otherwise.ts';
import type { CaptionContext } from '../context.ts';
import { kindsText } from '../images/kind-text.ts';

/** Differing tags that are named. */
const named = 6;

/** Tags that differ from which two captions of one image describe it differently, unless they contradict each other. */
export const differingTags = 3;

/** Kinds of phrases that say what a picture shows, and how many of them two captions in sentences must disagree about. */
const seen: ReadonlySet<Category> = new Set(['background', 'clothing', 'pose', 'lighting', 'hair', 'eyes']);
const clashingKinds = 2;

/**
 * What two captions of one picture, or of versions of it, say differently; null where they go together, or cannot be compared.
 * @param record the caption of the twin
 * @param own the caption of `context`
 * @param share share of the tags of both that may differ between versions, 0 to 1
 */
export function compareCaptions(
  context: CaptionContext,
  twin: Twin,
  record: CaptionRecord,
  own: CaptionRecord,
  share: number,
): Draft | null {
  if (isListed(record) !== isListed(own))
    return compareWhole(context, twin, record, own) ?? compareSayings(context, twin, record, own);
  const byTags = record.prose === own.prose && own.style !== 'mixed' ? compare(context, twin, record, share) : null;
  if (byTags !== null || isListed(own)) return byTags;
  return (
    compareTexts(context, twin, record, own) ??
    compareWhole(context, twin, record, own) ??
    compareSayings(context, twin, record, own)
  );
}

/** Whether a caption is tags alone; of too few words to tell, it is. */
const isListed = ({ style }: CaptionRecord): boolean => style !== 'prose' && style !== 'mixed';

function compare(context: CaptionContext, twin: Twin, record: CaptionRecord, share: number): Draft | null {
  const { index, norms, caption } = context;
  const own = record.prose ? index.record(context.file) : undefined;
  const counts = (tag: string): boolean => !mayDiffer(tag, twin);
  const other = [...record.norms].map((norm) => index.vocabulary.norm(norm));
  const [mine, theirs] = own ? clashes(own, record, counts) : [new Set(norms), new Set(other)];
  const onlyHere = [...mine].filter((tag) => !theirs.has(tag) && counts(tag));
  const onlyThere = [...theirs].filter((tag) => !mine.has(tag) && counts(tag));
  const differing = onlyHere.length + onlyThere.length;
  if (differing === 0) return null;
  // A picture that was only saved again shows what it showed: one thing or the other.
  const isExchanged = isSamePicture(twin.pair) && onlyHere.length > 0 && onlyThere.length > 0;
  const contradictory = isExchanged || contradicts([...mine], context, onlyHere, onlyThere);
  if (!isExact(twin.pair) && !contradictory && !record.prose) {
    const all = new Set([...mine, ...theirs]).size;
    if (differing < differingTags || differing / all <= share) return null;
  }
  const list = (tags: readonly string[]): string =>
    tags
      .slice(0, named)
      .map((tag) => tag.replace(/\.$/, ''))
      .join(', ') + (tags.length > named ? t(' and {0} more', tags.length - named) : '');
  const parts = [
    ...(onlyHere.length > 0 ? [t('only here {0}', list(onlyHere))] : []),
    ...(onlyThere.length > 0 ? [t('only there {0}', list(onlyThere))] : []),
  ].join(t('; '));
  const first = caption.tags.find((tag) => onlyHere.includes(normalTag(tag.text)));
  return draftOf(context, twin, record, {
    range: first?.range ?? (record.prose ? caption.trained[0] : null) ?? null,
    parts,
    missing: record.prose ? [] : onlyThere,
  });
}

interface Told {
  readonly range: TextRange | null;
  readonly parts: string;
  /** Tags that may be added here. */
  readonly missing?: readonly string[];
}

function draftOf(
  context: CaptionContext,
  twin: Twin,
  record: CaptionRecord,
  { range, parts, missing = [] }: Told,
): Draft {
  return {
    range,
    message: isExact(twin.pair)
      ? t('The same picture as {0}, captioned differently: {1}. Keep one, with the right caption.', twin.file, parts)
      : t(
          'A version of {0} ({1}), captioned differently: {2}. Keep one, with the right caption.',
          twin.file,
          kindsText(twin.pair),
          parts,
        ),
    ...ofPair(context, twin, record, missing),
  };
}

/** What all that is said of two captions has: it says that the images are one picture, so that nothing else has to. */
const ofPair = (context: CaptionContext, twin: Twin, record: CaptionRecord, missing: readonly string[]) => ({
  fact: copiesOf(twin.pair),
  related: relatedOf(twin, record),
  fixes: fixes(context, twin, record, missing),
});

const relatedOf = (twin: Twin, record: CaptionRecord) => [
  { file: record.file, range: null, message: t('The caption of {0}', twin.file) },
  { file: twin.file, range: null, message: t('The other image') },
];

/** Words of what two captions of one picture say otherwise, up to which it is named. */
const longest = 12;

/** Two captions in sentences of which one is written along the other: what each has in the place of the other's words. */
function compareTexts(context: CaptionContext, twin: Twin, record: CaptionRecord, own: CaptionRecord): Draft | null {
  const [line] = context.caption.trained;
  const found = saidOtherwise(
    own.trained,
    record.trained,
    (word) => !mayDiffer(word, twin),
    isSamePicture(twin.pair) ? longest : undefined,
  );
  if (line === undefined || found === null) return null;
  const clashing = found.filter(({ isClash }) => isClash);
  // Versions are told by what cannot be true of both; copies by all that differs, one saved again unless that is how one thing is described.
  const isAll = isExact(twin.pair) || (isSamePicture(twin.pair) && !(found.length === 1 && isOfOneThing(found[0])));
  const told = isAll ? found : clashing;
  if (told.length === 0) return null;
  const parts = told
    .slice(0, named)
    .map(({ here, there }) => `"${here}" / "${there}"`)
    .join(', ');
  const [{ range }] = clashing.length > 0 ? clashing : told;
  return draftOf(context, twin, record, {
    range: { start: line.start + range.start, end: line.start + range.end },
    parts,
  });
}

/** Whether two words say of the same thing what may both be true: "long raincoat" and "plain raincoat". */
function isOfOneThing({ here, there }: Otherwise): boolean {
  const [[own, thing], [other, sameThing]] = [here, there].map((text) => text.toLowerCase().split(' '));
  if (thing === undefined || thing !== sameThing || here.split(' ').length > 2 || there.split(' ').length > 2)
    return false;
  return !oppositesOf(own).some((a) => oppositesOf(other).some((b) => areOpposed(a, b)));
}

/** Two captions of one picture of which one takes back what the other says: "an aerial view" and "close up". */
function compareSayings(context: CaptionContext, twin: Twin, record: CaptionRecord, own: CaptionRecord): Draft | null {
  const [line] = context.caption.trained;
  if (line === undefined || !isSamePicture(twin.pair)) return null;
  const lead = `${own.trained.trimEnd().replace(/[.,;]$/, '')}. `;
  const clash = proseContradictions(lead + record.trained).find(
    ({ a, b }) => a.end <= lead.length && b.start >= lead.length,
  );
  if (clash === undefined) return null;
  return draftOf(context, twin, record, {
    range: { start: line.start + clash.a.start, end: line.start + clash.a.end },
    parts: `"${clash.a.phrase}" / "${clash.b.phrase}"`,
  });
}

/** Two captions of one picture that have hardly a word in common: one of them is of another picture. */
function compareWhole(context: CaptionContext, twin: Twin, record: CaptionRecord, own: CaptionRecord): Draft | null {
  const [line] = context.caption.trained;
  if (line === undefined || !isSamePicture(twin.pair)) return null;
  // Of few words nobody knows the language.
  if (own.language !== null && record.language !== null && own.language !== record.language) return null;
  if (!tellsOfOther(own.trained, record.trained, (word) => isFolderWord(context.index, word))) return null;
  return {
    range: line,
    message: isExact(twin.pair)
      ? t(
          'The same picture as {0}, and the two captions have hardly a word in common: one may be of another picture. Keep one, with the right caption.',
          twin.file,
        )
      : t(
          'A version of {0} ({1}), and the two captions have hardly a word in common: one may be of another picture. Keep one, with the right caption.',
          twin.file,
          kindsText(twin.pair),
        ),
    ...ofPair(context, twin, record, []),
  };
}

/** Whether so many captions have a word that it tells no picture from another: the trigger, the class word. */
const isFolderWord = question((index, word: string): boolean => {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    'iu',
  );
  let found = 0;
  for (const { trained } of index.facts.records()) if (pattern.test(trained)) found++;
  return found >= fewestWithWord && found >= index.facts.captions * folderWordShare;
});
const fewestWithWord = 3;
const folderWordShare = 0.3;

/**
 * What two captions in sentences say otherwise of the same thing: known phrases of two kinds or more that both speak of, with no word in
 * common. Sentences say one thing in many words, and each says a part of it: fewer kinds are no conflict.
 */
function clashes(
  own: CaptionRecord,
  other: CaptionRecord,
  counts: (phrase: string) => boolean,
): [mine: Set<string>, theirs: Set<string>] {
  const [mine, theirs] = [own, other].map((record) => {
    const kinds = new Map<Category, string[]>();
    for (const [phrase, category] of phrasesOf(record))
      if (seen.has(category) && counts(phrase)) kinds.set(category, [...(kinds.get(category) ?? []), phrase]);
    return kinds;
  });
  const wordsOf = (phrases: readonly string[]): string[] => phrases.flatMap((phrase) => phrase.split(' '));
  const clashing = [...mine].flatMap(([category, phrases]) => {
    const against = theirs.get(category);
    const words = new Set(wordsOf(phrases));
    return against && !wordsOf(against).some((word) => words.has(word)) ? [{ phrases, against }] : [];
  });
  if (clashing.length < clashingKinds) return [new Set(), new Set()];
  return [new Set(clashing.flatMap(({ phrases }) => phrases)), new Set(clashing.flatMap(({ against }) => against))];
}

/** Tags that rightly differ between versions: what a crop shows, which side a mirrored picture faces, its quality. */
function mayDiffer(tag: string, { pair }: Twin): boolean {
  const category = categoryOf(tag);
  const { kinds } = pair;
  if (kinds.includes('cropped') && (category === 'framing' || category === 'clothing' || category === 'pose'))
    return true;
  if (kinds.includes('mirrored') && /\b(?:left|right|mirrored|flipped)\b/.test(tag)) return true;
  if (kinds.includes('background-changed') && category === 'background') return true;
  if (
    kinds.includes('colour-changed') &&
    (category === 'colour' || /\bmonochrome\b|\bgr[ae]yscale\b|\bsepia\b/.test(tag))
  )
    return true;
  return kinds.length > 0 && category === 'quality';
}

/** Whether a tag of one caption rules out a tag of the other. */
export function contradicts(
  norms: readonly string[],
  { settings }: CaptionContext,
  here: readonly string[],
  there: readonly string[],
): boolean {
  if (here.length === 0 || there.length === 0) return false;
  const all = [...norms, ...there];
  const options = { ownGroups: settings.sidecar.exclusiveGroups };
  return findContradictions(all, options).some(
    // Brown or blonde: two people may call one head of hair so.
    ({ a, b, level, group }) =>
      (level !== 'info' || group !== 'hair colour') && here.includes(all[a]) && b >= norms.length,
  );
}

function fixes(
  { file, caption, settings }: CaptionContext,
  { pair }: Twin,
  other: CaptionRecord,
  missing: readonly string[],
): Fix[] {
  const [range] = caption.trained;
  if (!range || other.trained === '') return [];
  const take: TextEdit = { range, newText: other.trained };
  // Of versions one is the better picture, whichever caption is right: nobody should write over the caption that stays.
  const found: Fix[] = isExact(pair)
    ? [{ title: t('Take the caption of {0}', other.file), safety: 'suggested', edits: [{ file, edits: [take] }] }]
    : [];
  if (missing.length > 0) {
    const text = trainedText(caption).trimEnd();
    const separator = settings.syntax.separator.trim() === ',' ? ', ' : settings.syntax.separator;
    const added = spelt(other, missing, settings.syntax.separator).join(separator);
    const lead = text.endsWith(settings.syntax.separator.trim()) ? ' ' : separator;
    const end = { start: range.start + text.length, end: range.start + text.length };
    found.push({
      title: t('Add the tags of {0} that are missing here', other.file),
      safety: 'suggested',
      edits: [{ file, edits: [{ range: end, newText: `${lead}${added}` }] }],
    });
  }
  return found;
}

/** The tags as the other caption writes them. */
function spelt({ trained }: CaptionRecord, norms: readonly string[], separator: string): string[] {
  const wanted = new Set(norms);
  return trained
    .split(separator)
    .map((tag) => tag.trim())
    .filter((tag) => wanted.delete(normalTag(tag)));
}
