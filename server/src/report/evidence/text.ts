import type { AdviceFacts } from '../../advice/facts.ts';
import type { DatasetIndex } from '../../dataset/index.ts';
import { entropy } from '../../facts/information.ts';
import type { CaptionRecord } from '../../facts/record.ts';
import { shownTag } from '../../facts/usual-spelling.ts';
import { eachInSteps, type Steps } from '../../ground/steps.ts';
import { captionsBefore, isBackdropWord, type SharedBackdrop, sharedBackdrop } from '../../metrics/backdrops.ts';
import { constantStyleTags } from '../../metrics/constant-style.ts';
import { fieldName, isMissing, missingFields } from '../../metrics/fields.ts';
import { isNamesake } from '../../metrics/namesake.ts';
import { regularizationCaptions } from '../../metrics/regularization.ts';
import { captionsShowing, sharedKind, shownTopics } from '../../metrics/shared-kinds.ts';
import { isShuffled } from '../../metrics/shuffled.ts';
import {
  ofStyles,
  phrasesOf,
  regularizationTest,
  type SubjectTags,
  subjectCounts,
  subjectRecords,
  subjectTags,
  withoutGeneralPlaces,
} from '../../metrics/subject.ts';
import { isLimitDoubtful } from '../../rules/tokens/doubtful-limit.ts';
import { affixesFor, type FolderSettings } from '../../settings/settings.ts';
import type { FileOrder } from '../file-order.ts';
import type { ReportBody } from '../report.ts';
import type { Files, Values } from './values.ts';

/** Share of the captions that must name a category before its spread is judged. */
const coverage = 0.5;
/** Captions below which what is left unsaid is not counted. */
const fewestCaptions = 5;
/** Captions from which a tail of rare tags is expected at all. */
const fewestForTail = 30;

/** Share of the captions from which a tag tells no caption from another. */
const constantShare = 0.9;

const measuredCategories = ['background', 'framing', 'lighting', 'pose'] as const;

type TextFacts = Pick<
  AdviceFacts,
  'captions' | 'proseShare' | 'constantTags' | 'missingFields' | 'topTags' | 'topCounts' | 'shared' | 'spelling'
>;

/** Fills the metrics that follow from the captions. */
export function* textEvidence(
  values: Values,
  files: Files,
  report: ReportBody,
  index: DatasetIndex,
  settings: FolderSettings,
  order: FileOrder,
): Steps<TextFacts> {
  const { metrics } = report;
  const { facts, concepts } = index;
  const subject = withoutGeneralPlaces(subjectTags(facts, concepts));
  const constant = constantStyleTags(facts, concepts, (file) => affixesFor(settings, file));
  const unsaid = missingFields(facts, concepts);
  yield;
  const missing = [...unsaid.without].filter(([field, count]) => isMissing(field, count, unsaid.captions));
  let proseShare = 0;
  if (metrics.captions > 0) {
    proseShare = yield* captionValues(
      values,
      files,
      report,
      index,
      subject,
      order,
      isLimitDoubtful(index, settings),
      isOrderFree(report, index, settings),
    );
    values['constant-style-tags'] = constant.tags.length;
    if (unsaid.captions >= fewestCaptions) {
      values['missing-fields'] = missing.length;
      values['unnamed-light-share'] = unsaid.withoutLight / unsaid.captions;
    }
  }
  yield;
  const regularization = regularizationCaptions(facts, concepts);
  if (regularization) {
    values['plain-regularization-share'] = regularization.plain / regularization.images;
    files['plain-regularization-share'] = regularization.files;
  }
  const top = [...subject.tags].reverse();
  const constantTags = constant.tags.filter(({ from }) => from === 'captions').map(({ tag }) => tag);
  const topTags: Record<string, string> = Object.fromEntries(top.map(({ tag, category }) => [category ?? '', tag]));
  const topCounts = Object.fromEntries(top.map(({ captions, category }) => [category ?? '', captions]));
  const shared = ofSeveralWords(index, topCounts);
  const told = [...constantTags, ...Object.values(topTags), ...Object.values(shared).flatMap(({ words }) => words)];
  return {
    captions: subject.captions,
    proseShare,
    constantTags,
    missingFields: missing.map(([field]) => fieldName(field)),
    topTags,
    spelling: Object.fromEntries(
      told.map((tag) => [tag, shownTag(facts, tag)] as const).filter(([tag, shown]) => shown !== tag),
    ),
    topCounts,
    shared,
  };
}

/** What captions have several words for, where it is in more of them than its most frequent word. */
function ofSeveralWords({ facts, concepts }: DatasetIndex, ofOneWord: Record<string, number>): AdviceFacts['shared'] {
  const found = [
    ['background', sharedBackdrop(facts, concepts)] as const,
    ...shownTopics
      .filter((shown) => shown !== 'lighting' || !ofStyles(concepts))
      .map((shown) => [shown, sharedKind(shown, facts, concepts)] as const),
  ];
  return Object.fromEntries(
    found.flatMap(([category, shared]) => {
      if (shared === null || shared.words.length < 2 || shared.captions <= (ofOneWord[category] ?? 0)) return [];
      if (shared.words.some((word) => isNamesake(word, category, concepts))) return [];
      return [[category, { words: shared.words, captions: shared.captions }]];
    }),
  );
}

/** Whether the order of the tags is not learnt; that of sentences always is. */
const isOrderFree = ({ metrics }: ReportBody, { facts, concepts }: DatasetIndex, settings: FolderSettings): boolean =>
  metrics.template?.isProse === false && isShuffled(facts, concepts, settings);

/** Gives the share of the subject's captions that are written as sentences. */
function* captionValues(
  values: Values,
  files: Files,
  report: ReportBody,
  index: DatasetIndex,
  subject: SubjectTags,
  order: FileOrder,
  doubtfulLimit: boolean,
  shuffled: boolean,
): Steps<number> {
  const { metrics, settings } = report;
  const isOther = regularizationTest(index.concepts);
  const share = (count: number): number | null => (subject.captions === 0 ? null : count / subject.captions);
  const limit = settings.tokenLimit;
  // What a model that nobody named would cut is no evidence.
  const cuts = limit !== null && !doubtfulLimit && metrics.tokens.overLimitShare !== null;
  if (cuts) {
    const long = report.captions.filter(({ file, tokens }) => (tokens ?? 0) > limit && !isOther(file));
    values['over-limit-share'] = share(long.length);
    files['over-limit-share'] = long.map(({ file }) => file);
  }
  yield;
  const glued: string[] = [];
  const styles = { tags: [] as string[], prose: [] as string[] };
  let sentences = 0;
  yield* eachInSteps(subjectRecords(index.facts, index.concepts), ({ separatedBy, clearStyle, prose, file }) => {
    if (prose) sentences++;
    if (separatedBy !== null) glued.push(file);
    if (clearStyle === 'tags' || clearStyle === 'prose') styles[clearStyle].push(file);
  });
  values['other-separator-share'] = share(glued.length);
  files['other-separator-share'] = yield* order.sortedInSteps(glued);
  const rarer = styles.prose.length < styles.tags.length ? styles.prose : styles.tags;
  const told = styles.tags.length + styles.prose.length;
  values['other-style-share'] = told < fewestCaptions ? 0 : rarer.length / told;
  files['other-style-share'] = yield* order.sortedInSteps(rarer);
  yield;
  const alike = [...index.facts.repeatedTexts()].flat().map(({ file }) => file);
  const repeated = yield* order.sortedInSteps(alike.filter((file) => !isOther(file)));
  values['identical-caption-share'] = share(repeated.length);
  files['identical-caption-share'] = repeated;
  yield;
  const { template } = metrics;
  values['template-share'] = template === null || shuffled ? 0 : template.share;
  values['fixed-text-share'] = template === null ? 0 : template.share * template.fixed;
  const proseShare = share(sentences) ?? 0;
  const isTail =
    subjectCounts(index.facts, index.concepts).length > 10 && metrics.captions >= fewestForTail && proseShare < 0.5;
  values['top-10-share'] = isTail ? metrics.distribution.top10Share : null;
  if (proseShare < 0.5) varietyEvidence(values, subject);
  const { concepts } = index;
  const own = (category: Measured, tag: string): boolean =>
    isNamesake(tag, category, concepts) || (category === 'lighting' && ofStyles(concepts));
  const holders = [...spreadEvidence(values, subject, own)].map(([category, tag]) => {
    return { category, tag, norm: index.vocabulary.normId(tag), files: [] as string[] };
  });
  yield;
  yield* eachInSteps(subjectRecords(index.facts, concepts), (record) => {
    for (const { tag, norm, files } of holders) if (speaksOf(record, tag, norm)) files.push(record.file);
  });
  for (const { category, files: holding } of holders)
    files[`${category}-top-share`] = yield* order.sortedInSteps(holding);
  const backdrop = sharedBackdrop(index.facts, concepts);
  if (
    backdrop !== null &&
    isFixed(backdrop, subject, values) &&
    !backdrop.words.some((word) => own('background', word))
  ) {
    backdropEvidence(values, subject, backdrop);
    const before = [...captionsBefore(index.facts, concepts, backdrop)].map(({ file }) => file);
    files['background-top-share'] = yield* order.sortedInSteps(before);
  }
  for (const shown of shownTopics) {
    const shared = sharedKind(shown, index.facts, concepts);
    const showing = shared === null ? 0 : shared.captions / subject.captions;
    if (shared === null || showing < coverage || showing <= (values[`${shown}-top-share`] ?? 0)) continue;
    if (shared.words.some((word) => own(shown, word))) continue;
    values[`${shown}-top-share`] = showing;
    const holding = [...captionsShowing(shown, index.facts, concepts, shared.kind)].map(({ file }) => file);
    files[`${shown}-top-share`] = yield* order.sortedInSteps(holding);
  }
  return proseShare;
}

/** Whether a backdrop under several words is in more captions than any word for a place, and in enough to judge. */
const isFixed = ({ words, captions }: SharedBackdrop, subject: SubjectTags, values: Values): boolean =>
  words.length > 1 &&
  captions >= subject.captions * coverage &&
  captions / subject.captions > (values['background-top-share'] ?? 0);

/** Fills how backgrounds are spread where all words for one backdrop count as one. */
function backdropEvidence(values: Values, subject: SubjectTags, backdrop: SharedBackdrop): void {
  values['background-top-share'] = backdrop.captions / subject.captions;
  const others = subject.tags.filter(({ tag, category }) => category === 'background' && !isBackdropWord(tag));
  const spread = [backdrop.captions, ...others.map(({ captions }) => captions)];
  values['background-effective-tags'] = Math.exp(entropy(spread));
}

/** Whether a caption is one of those that {@link subjectTags} counts for a tag. */
const speaksOf = (record: CaptionRecord, tag: string, norm: number | undefined): boolean =>
  record.prose ? phrasesOf(record).has(tag) : norm !== undefined && record.norms.includes(norm);

/** Fills how many tags vary besides those on nearly every caption; the captions are lists of tags. */
export function varietyEvidence(values: Values, subject: SubjectTags): void {
  if (subject.captions < fewestCaptions) return;
  const varying = subject.tags.filter(({ captions }) => captions < subject.captions * constantShare);
  values['varying-effective-tags'] =
    varying.length === 0 ? 0 : Math.exp(entropy(varying.map(({ captions }) => captions)));
}

type Measured = (typeof measuredCategories)[number];

/**
 * Fills how tags of each category are spread. Gives the most frequent tag of those that were measured.
 * @param own whether the most frequent tag of a category is part of what is trained, and meant to be the same
 */
export function spreadEvidence(
  values: Values,
  subject: SubjectTags,
  own: (category: Measured, top: string) => boolean = () => false,
): Map<Measured, string> {
  const tops = new Map<Measured, string>();
  for (const category of measuredCategories) {
    const tags = subject.tags.filter((tag) => tag.category === category);
    const occurrences = tags.reduce((sum, { captions }) => sum + captions, 0);
    const [top] = tags;
    if (!top || own(category, top.tag) || occurrences < coverage * subject.captions) continue;
    values[`${category}-effective-tags`] = Math.exp(entropy(tags.map(({ captions }) => captions)));
    values[`${category}-top-share`] = top.captions / subject.captions;
    tops.set(category, top.tag);
  }
  return tops;
}
