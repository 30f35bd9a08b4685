import type { AdviceFacts } from '../../advice/facts.ts';
import type { DatasetIndex } from '../../dataset/index.ts';
import { entropy } from '../../facts/information.ts';
import { shownTag } from '../../facts/usual-spelling.ts';

import { folderOf } from '../../ground/paths.ts';
import { eachInSteps, type Steps } from '../../ground/steps.ts';
import { constantStyleTags } from '../../metrics/constant-style.ts';
import { fieldName, missingFields, missingShare } from '../../metrics/fields.ts';
import { captionsFramed, sharedFraming } from '../../metrics/framings.ts';
import { isNamesake } from '../../metrics/namesake.ts';
import { regularizationCaptions } from '../../metrics/regularization.ts';
import {
  ofStyles,
  regularizationFolders,
  type SubjectTags,
  subjectRecords,
  subjectTags,
} from '../../metrics/subject.ts';
import { isShuffled } from '../../metrics/templates.ts';
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
  'captions' | 'constantTags' | 'missingFields' | 'topTags' | 'topCounts' | 'spelling'
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
  const subject = subjectTags(facts, concepts);
  const constant = constantStyleTags(facts, concepts, (file) => affixesFor(settings, file));
  const unsaid = missingFields(facts, concepts);
  yield;
  const missing = [...unsaid.without].filter(([, count]) => count > unsaid.captions * missingShare);
  if (metrics.captions > 0) {
    yield* captionValues(
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
  const told = [...constantTags, ...Object.values(topTags)];
  return {
    captions: subject.captions,
    constantTags,
    missingFields: missing.map(([field]) => fieldName(field)),
    topTags,
    spelling: Object.fromEntries(
      told.map((tag) => [tag, shownTag(facts, tag)] as const).filter(([tag, shown]) => shown !== tag),
    ),
    topCounts: Object.fromEntries(top.map(({ captions, category }) => [category ?? '', captions])),
  };
}

/** Whether the order of the tags is not learnt; that of sentences always is. */
const isOrderFree = ({ metrics }: ReportBody, { facts, concepts }: DatasetIndex, settings: FolderSettings): boolean =>
  metrics.template?.isProse === false && isShuffled(facts, concepts, settings);

function* captionValues(
  values: Values,
  files: Files,
  report: ReportBody,
  index: DatasetIndex,
  subject: SubjectTags,
  order: FileOrder,
  doubtfulLimit: boolean,
  shuffled: boolean,
): Steps<void> {
  const { metrics, settings } = report;
  const limit = settings.tokenLimit;
  // What a model that nobody named would cut is no evidence.
  values['over-limit-share'] = doubtfulLimit ? null : metrics.tokens.overLimitShare;
  if (limit !== null && !doubtfulLimit)
    files['over-limit-share'] = report.captions.filter(({ tokens }) => (tokens ?? 0) > limit).map(({ file }) => file);
  yield;
  const [tags, prose] = [index.facts.clearStyleCount('tags'), index.facts.clearStyleCount('prose')];
  values['other-style-share'] = tags + prose < fewestCaptions ? 0 : Math.min(tags, prose) / (tags + prose);
  const glued: string[] = [];
  yield* eachInSteps(subjectRecords(index.facts, index.concepts), ({ separatedBy, file }) => {
    if (separatedBy !== null) glued.push(file);
  });
  values['other-separator-share'] = subject.captions === 0 ? null : glued.length / subject.captions;
  files['other-separator-share'] = yield* order.sortedInSteps(glued);
  yield;
  const isOther = regularizationTest(index);
  const alike = [...index.facts.repeatedTexts()].flat().map(({ file }) => file);
  const repeated = yield* order.sortedInSteps(alike.filter((file) => !isOther(file)));
  values['identical-caption-share'] = subject.captions === 0 ? null : repeated.length / subject.captions;
  files['identical-caption-share'] = repeated;
  yield;
  const { template } = metrics;
  values['template-share'] = template === null || shuffled ? 0 : template.share;
  values['fixed-text-share'] = template === null ? 0 : template.share * template.fixed;
  const isTail = metrics.vocabulary > 10 && metrics.captions >= fewestForTail && metrics.proseShare < 0.5;
  values['top-10-share'] = isTail ? metrics.distribution.top10Share : null;
  if (metrics.proseShare < 0.5) varietyEvidence(values, subject);
  const { concepts } = index;
  const own = (category: Measured, tag: string): boolean =>
    isNamesake(tag, index.concepts) || (category === 'lighting' && ofStyles(index.concepts));
  for (const [category, tag] of spreadEvidence(values, subject, own)) {
    yield;
    files[`${category}-top-share`] = yield* order.sortedInSteps(filesWith(index, tag));
  }
  const shared = sharedFraming(index.facts, concepts);
  const share = shared === null ? 0 : shared.captions / subject.captions;
  const isOwn = shared?.words.some((word) => own('framing', word)) ?? true;
  if (shared === null || isOwn || share < coverage || share <= (values['framing-top-share'] ?? 0)) return;
  values['framing-top-share'] = share;
  const framed = [...captionsFramed(index.facts, concepts, shared.kind)].map(({ file }) => file);
  files['framing-top-share'] = yield* order.sortedInSteps(framed);
}

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

/** Tells whether a file belongs to a regularization set, as the concepts are now. */
export function regularizationTest({ concepts }: DatasetIndex): (file: string) => boolean {
  const folders = new Set(regularizationFolders(concepts));
  return (file) => folders.size > 0 && folders.has(folderOf(file));
}

function filesWith(index: DatasetIndex, tag: string): string[] {
  const norm = index.vocabulary.normId(tag);
  return norm === undefined ? [] : index.facts.captionsWith(norm).map(({ file }) => file);
}
