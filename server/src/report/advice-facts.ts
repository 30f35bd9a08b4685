import type { AdviceFacts, BoundTag, RuleFacts } from '../advice/facts.ts';
import { type MetricId, unmeasured } from '../advice/metrics.ts';
import type { KnownConcept } from '../concepts/concepts.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import { leastSupport } from '../facts/associations.ts';
import { entropy } from '../facts/information.ts';
import type { Finding } from '../ground/finding.ts';
import { denseCluster } from '../images/image-metrics.ts';
import { type ImageLevel, looksAtPixels } from '../images/survey.ts';
import { type DatasetMetrics, stopTagShare } from '../metrics/metrics.ts';
import { rules } from '../rules/registry.ts';
import type { Rule } from '../rules/rule.ts';
import { severityOf } from '../rules/rule-settings.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { type Category, categoryOf } from '../tags/categories.ts';
import { normalTag } from '../tags/normal.ts';
import type { AuditReport } from './report.ts';

/** Captions with the trigger below which P(tag | trigger) says nothing. */
const triggerSupport = 10;
/** Share of the captions that must name a category before its spread is judged. */
const coverage = 0.5;
/** Sides of at least this part of the target resolution are near it. */
const nearTarget = 0.75;
const bound = 0.95;

const measuredCategories = ['background', 'framing', 'lighting', 'pose'] as const;

/**
 * Fills what advice is given from out of an audit. What the audit did not look at stays null or absent.
 * @param withConfigs a training configuration was judged
 */
export function adviceFacts(
  report: Omit<AuditReport, 'advice'>,
  findings: readonly Finding[],
  index: DatasetIndex,
  settings: FolderSettings,
  withConfigs: boolean,
): AdviceFacts {
  const values = unmeasured();
  const files: Partial<Record<MetricId, readonly string[]>> = {};
  const { metrics } = report;
  const subject = subjectTags(index);
  if (metrics.captions > 0) textMetrics(values, files, report, index, subject);
  imageValues(values, files, report, settings);
  const concepts = index.concepts.known;
  const [concept] = [...concepts].sort((a, b) => b.captions - a.captions);
  const boundTags = concept ? tagsBeside(metrics, concept) : [];
  if (concept) triggerMetrics(values, index, concepts, boundTags);
  const overlaps = metrics.overlaps.filter(({ compared }) => compared > 0);
  if (overlaps.length > 0)
    values['concept-overlap'] = Math.max(...overlaps.map(({ shared, compared }) => shared.length / compared));
  return {
    images: report.summary.images,
    captions: metrics.captions,
    resolution: settings.resolution,
    tokenLimit: settings.tokenLimit,
    metrics: values,
    metricFiles: files,
    rules: ruleFacts(findings, index, settings, report.imageScan.level, withConfigs),
    trigger: concept?.trigger ?? null,
    classWord: concept?.classWord ?? null,
    triggerPosition:
      concept?.triggerNorm == null ? null : Math.round(index.facts.meanPosition(concept.triggerNorm)) + 1,
    boundTags: boundTags.filter(({ probability }) => probability >= bound),
    constantTags: constantTags(subject),
    topTags: Object.fromEntries([...subject.tags].reverse().map(({ tag, category }) => [category ?? '', tag])),
  };
}

type Values = Record<MetricId, number | null>;
type Files = Partial<Record<MetricId, readonly string[]>>;

function textMetrics(
  values: Values,
  files: Files,
  report: Omit<AuditReport, 'advice'>,
  index: DatasetIndex,
  subject: SubjectTags,
): void {
  const { metrics, settings } = report;
  values['over-limit-share'] = metrics.tokens.overLimitShare;
  const limit = settings.tokenLimit;
  if (limit !== null)
    files['over-limit-share'] = report.captions.filter(({ tokens }) => (tokens ?? 0) > limit).map(({ file }) => file);
  const repeated = [...index.facts.repeatedTexts()].flat().map(({ file }) => file);
  values['identical-caption-share'] = repeated.length / metrics.captions;
  files['identical-caption-share'] = repeated;
  values['template-share'] = metrics.template?.share ?? null;
  values['top-10-share'] = metrics.vocabulary > 10 ? metrics.distribution.top10Share : null;
  values['constant-style-tags'] = constantTags(subject).length;
  for (const category of measuredCategories) {
    const tags = subject.tags.filter((tag) => tag.category === category);
    const occurrences = tags.reduce((sum, { captions }) => sum + captions, 0);
    if (tags.length === 0 || occurrences < coverage * subject.captions) continue;
    values[`${category}-effective-tags`] = Math.exp(entropy(tags.map(({ captions }) => captions)));
    values[`${category}-top-share`] = tags[0].captions / subject.captions;
    files[`${category}-top-share`] = filesWith(index, tags[0].tag);
  }
}

interface SubjectTags {
  readonly captions: number;
  /** Most frequent first. */
  readonly tags: readonly { readonly tag: string; readonly category: Category | null; readonly captions: number }[];
}

/** The tags of the captions that train the subject: a regularization set shows other things, and is left out. */
function subjectTags({ concepts, facts }: DatasetIndex): SubjectTags {
  const counts = new Map<number, number>();
  let captions = 0;
  for (const { folder, regularization } of concepts.all) {
    const subset = regularization ? undefined : facts.subset(folder);
    if (!subset) continue;
    captions += subset.captions;
    for (const [norm, count] of subset.entries()) counts.set(norm, (counts.get(norm) ?? 0) + count);
  }
  const tags = [...counts]
    .map(([norm, count]) => ({ tag: facts.vocabulary.norm(norm), captions: count }))
    .sort((x, y) => y.captions - x.captions || (x.tag < y.tag ? -1 : 1))
    .map(({ tag, captions: count }) => ({ tag, category: categoryOf(tag), captions: count }));
  return { captions, tags };
}

const constantTags = ({ captions, tags }: SubjectTags): string[] =>
  tags.filter((tag) => isLook(tag.category) && tag.captions >= stopTagShare * captions).map(({ tag }) => tag);

const isLook = (category: Category | null): boolean => category === 'style' || category === 'quality';

function filesWith(index: DatasetIndex, tag: string): string[] {
  const norm = index.vocabulary.normId(tag);
  return norm === undefined ? [] : index.facts.captionsWith(norm).map(({ file }) => file);
}

function imageValues(
  values: Values,
  files: Files,
  { metrics, images, clusters, damaged }: Omit<AuditReport, 'advice'>,
  settings: FolderSettings,
): void {
  const measured = metrics.images;
  if (measured === null) return;
  values['damaged-images'] = measured.damaged;
  files['damaged-images'] = damaged.map(({ file }) => file);
  if (measured.images === 0) return;
  const dense = clusters.filter((cluster) => cluster.files.length >= denseCluster);
  const [largest] = [...dense].sort((a, b) => b.files.length - a.files.length);
  values['cluster-share'] = measured.clusteredShare;
  files['cluster-share'] = dense.flatMap((cluster) => cluster.files);
  values['largest-cluster-share'] = measured.largestClusterShare;
  files['largest-cluster-share'] = largest?.files ?? [];
  values['effective-images'] = measured.effectiveImages;
  values['effective-image-share'] = measured.effectiveShare;
  files['effective-image-share'] = clusters.flatMap((cluster) => cluster.files);
  const sized = images.filter(({ width, height }) => width !== null && height !== null);
  if (settings.family.resolution === null || sized.length === 0) return;
  const area = (settings.family.resolution * nearTarget) ** 2;
  const isNear = ({ width, height }: { width: number | null; height: number | null }): boolean =>
    (width ?? 0) * (height ?? 0) >= area;
  values['near-target-share'] = sized.filter(isNear).length / sized.length;
  files['near-target-share'] = sized.filter((image) => !isNear(image)).map(({ file }) => file);
}

/** What stands beside a trigger that enough captions hold. */
function tagsBeside(metrics: DatasetMetrics, concept: KnownConcept): BoundTag[] {
  const beside = metrics.concepts.find(({ folder }) => folder === concept.folder)?.besideTrigger ?? [];
  return beside
    .filter(({ support }) => support >= triggerSupport)
    .map(({ tag, probability }) => ({ tag, probability, category: categoryOf(tag) }));
}

function triggerMetrics(
  values: Values,
  index: DatasetIndex,
  concepts: readonly KnownConcept[],
  beside: readonly BoundTag[],
): void {
  const { facts } = index;
  if (beside.length > 0) {
    const highest = (...categories: Category[]): number =>
      Math.max(
        0,
        ...beside.filter((tag) => categories.includes(tag.category as Category)).map((tag) => tag.probability),
      );
    values['trigger-background-probability'] = highest('background');
    values['trigger-style-probability'] = highest('style', 'quality');
    values['trigger-clothing-probability'] = highest('clothing');
    values['trigger-colour-probability'] = highest('colour');
  }
  const triggered = new Set<number>();
  const byClass: number[] = [];
  for (const { triggerNorm, classWord } of concepts) {
    if (triggerNorm === null || facts.frequency(triggerNorm) < leastSupport) continue;
    const own = new Set(facts.captionsWith(triggerNorm).map(({ id }) => id));
    for (const id of own) triggered.add(id);
    if (classWord === null) continue;
    const norm = normalTag(classWord);
    const classNorm = index.vocabulary.normId(norm);
    const within = facts.vocabulary.norm(triggerNorm).split(' ').includes(norm);
    const named = new Set(classNorm === undefined ? [] : facts.captionsWith(classNorm).map(({ id }) => id));
    if (within) for (const id of own) named.add(id);
    if (named.size > 0) byClass.push([...named].filter((id) => own.has(id)).length / named.size);
  }
  if (triggered.size === 0) return;
  values['without-trigger-share'] = 1 - triggered.size / facts.captions;
  values['class-trigger-probability'] = byClass.length === 0 ? null : Math.max(...byClass);
}

function ruleFacts(
  findings: readonly Finding[],
  index: DatasetIndex,
  settings: FolderSettings,
  level: ImageLevel,
  withConfigs: boolean,
): Map<string, RuleFacts> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = found.get(finding.rule);
    if (list) list.push(finding);
    else found.set(finding.rule, [finding]);
  }
  const facts = new Map<string, RuleFacts>();
  for (const rule of rules) {
    if (!ran(rule, settings, level, withConfigs) && !found.has(rule.id)) continue;
    const own = found.get(rule.id) ?? [];
    const named = new Set(own.map(({ file }) => file).filter((file) => file !== ''));
    // A cluster is reported at one of its images; the others are related places.
    if (rule.group === 'images')
      for (const { file } of own.flatMap(({ related }) => related ?? [])) if (index.image(file)) named.add(file);
    const files = [...named];
    facts.set(rule.id, {
      findings: own.length,
      errors: own.filter(({ severity }) => severity === 'error').length,
      files,
      captions: files.filter((file) => index.caption(file)).length,
      images: files.filter((file) => index.image(file)).length,
    });
  }
  return facts;
}

/** Rules that know nothing before pictures were compared. */
const comparing = new Set(['near-duplicate', 'dominant-cluster']);

function ran(rule: Rule, settings: FolderSettings, level: ImageLevel, withConfigs: boolean): boolean {
  if (severityOf(rule, settings) === 'off') return false;
  if (rule.scope === 'config') return withConfigs;
  if (comparing.has(rule.id)) return looksAtPixels(level);
  return level !== 'off' || (rule.scope !== 'image' && rule.group !== 'images');
}
