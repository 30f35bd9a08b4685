import type { AdviceFacts, RuleFacts } from '../advice/facts.ts';
import { unmeasured } from '../advice/metrics.ts';
import type { Need } from '../advice/needs.ts';
import type { KnownConcept } from '../concepts/concepts.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import type { Finding } from '../ground/finding.ts';
import type { ImageFacts } from '../images/facts.ts';
import { type ImageLevel, looksAtPixels } from '../images/survey.ts';
import type { DatasetMetrics } from '../metrics/metrics.ts';
import { rules } from '../rules/registry.ts';
import type { Rule } from '../rules/rule.ts';
import { severityOf } from '../rules/rule-settings.ts';
import { isLimitDoubtful } from '../rules/tokens/doubtful-limit.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { categoryOf } from '../tags/categories.ts';
import { looksLikeIdentifier } from '../tags/identifiers.ts';
import { normalTag } from '../tags/normal.ts';
import { isCoinedTag } from '../tags/trigger-words.ts';
import { imageEvidence } from './evidence/images.ts';
import { lookEvidence } from './evidence/looks.ts';
import { isRegularization, textEvidence } from './evidence/text.ts';
import { trainingEvidence } from './evidence/training.ts';
import { boundTags, triggerEvidence } from './evidence/trigger.ts';
import type { Files } from './evidence/values.ts';
import type { AuditReport } from './report.ts';
import type { TrainingReading } from './training-facts.ts';

/** Share of the captions that the token limit should hold. */
const held = 0.99;

/** Fills what advice is given from out of an audit. What the audit did not look at stays null or absent. */
export function adviceFacts(
  report: Omit<AuditReport, 'advice'>,
  findings: readonly Finding[],
  index: DatasetIndex,
  settings: FolderSettings,
  reading: TrainingReading | null,
  images: ReadonlyMap<string, ImageFacts>,
): AdviceFacts {
  const values = unmeasured();
  const files: Files = {};
  const { metrics } = report;
  const [concept] = [...index.concepts.known].sort((a, b) => b.captions - a.captions);
  const text = textEvidence(values, files, report, index, settings);
  imageEvidence(values, files, report, settings, (file) => !isRegularization(index, file));
  lookEvidence(values, files, index, images);
  triggerEvidence(values, metrics, index, concept);
  const training = reading?.facts ?? null;
  const model = { id: settings.model, encoders: settings.family.encoders.length };
  trainingEvidence(values, reading, { ...model, newTrigger: isNewWord(concept) });
  return {
    images: report.summary.images,
    subjects: subjectCount(index, metrics),
    resolution: settings.resolution,
    tokenLimit: settings.tokenLimit,
    neededTokens: settings.tokenLimit === null ? null : neededTokens(metrics),
    proseShare: metrics.proseShare,
    metrics: values,
    metricFiles: files,
    ...ruleFacts(findings, index, settings, report.imageScan.level, training !== null),
    training,
    model: model.id,
    textEncoders: model.encoders,
    samplesPerEpoch: training?.samplesPerEpoch ?? samplesOf(index),
    trigger: concept?.trigger ?? null,
    classWord: concept?.classWord ?? null,
    triggerPosition:
      concept?.triggerNorm == null ? null : Math.round(index.facts.meanPosition(concept.triggerNorm)) + 1,
    triggered:
      concept?.triggerNorm == null
        ? null
        : { captions: concept.captions, held: index.facts.subset(concept.folder)?.frequency(concept.triggerNorm) ?? 0 },
    boundTags: concept ? boundTags(metrics, index, concept) : [],
    spareImages: report.clusters.reduce((sum, cluster) => sum + cluster.files.length - 1, 0),
    ...text,
  };
}

/** A word without a meaning yet, which only training can give it. */
function isNewWord(concept: KnownConcept | undefined): boolean {
  if (!concept) return false;
  const norm = normalTag(concept.trigger);
  return looksLikeIdentifier(norm) || isCoinedTag(norm);
}

/** Images that train the subject; captions where no image is listed. */
function subjectCount({ concepts }: DatasetIndex, { captions }: DatasetMetrics): number {
  const own = concepts.all.filter(({ regularization }) => !regularization);
  const count = (of: 'images' | 'captions'): number => own.reduce((sum, concept) => sum + concept[of], 0);
  return count('images') || count('captions') || captions;
}

/** Images × repeats, as the names of the folders say. */
const samplesOf = ({ concepts }: DatasetIndex): number =>
  concepts.all.reduce((sum, { regularization, repeats, images }) => sum + (regularization ? 0 : repeats * images), 0);

function neededTokens({ tokens, captions }: DatasetMetrics): number {
  let seen = 0;
  for (const [count, those] of tokens.histogram) {
    seen += those;
    if (seen >= captions * held) return count;
  }
  return tokens.max;
}

/** Rules about what the subject's captions say: a regularization set says other things on purpose. */
const aboutSubject = new Set(['identical-captions', 'ambiguous-attribute', 'identity-conflict']);

function ruleFacts(
  findings: readonly Finding[],
  index: DatasetIndex,
  settings: FolderSettings,
  level: ImageLevel,
  withConfigs: boolean,
): Pick<AdviceFacts, 'rules' | 'idle'> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (aboutSubject.has(finding.rule) && isRegularization(index, finding.file)) continue;
    const list = found.get(finding.rule);
    if (list) list.push(finding);
    else found.set(finding.rule, [finding]);
  }
  const facts = new Map<string, RuleFacts>();
  const idle = new Map<string, Need>();
  for (const rule of rules) {
    const doubtful = aboutLimit.has(rule.id) && isLimitDoubtful(index, settings);
    const need = doubtful ? 'token-limit' : needOf(rule, settings, level, withConfigs);
    if (need !== null && (doubtful || !found.has(rule.id))) {
      idle.set(rule.id, need);
      continue;
    }
    const own = found.get(rule.id) ?? [];
    const named = new Set(own.map(({ file }) => file).filter((file) => file !== ''));
    // A cluster is reported at one of its images; the others are related places.
    if (rule.group === 'images')
      for (const { file } of own.flatMap(({ related }) => related ?? [])) if (index.image(file)) named.add(file);
    const files = [...named];
    const topics = new Map<string, number>();
    for (const { tag } of own) {
      const category = tag === undefined ? null : categoryOf(tag);
      if (category !== null) topics.set(category, (topics.get(category) ?? 0) + 1);
    }
    facts.set(rule.id, {
      findings: own.length,
      errors: own.filter(({ severity }) => severity === 'error').length,
      topics,
      files,
      captions: files.filter((file) => index.caption(file) && !isRegularization(index, file)).length,
      images: files.filter((file) => index.image(file)).length,
    });
  }
  return { rules: facts, idle };
}

/** Rules about what the token limit cuts. */
const aboutLimit = new Set(['token-truncation', 'token-overflow-share', 'late-key-tag']);

/** Rules that know nothing before pictures were compared. */
const comparing = new Set(['near-duplicate', 'dominant-cluster', 'colour-contradiction']);

/** Why a rule did not run; null when it did. */
function needOf(rule: Rule, settings: FolderSettings, level: ImageLevel, withConfigs: boolean): Need | null {
  if (severityOf(rule, settings) === 'off') return 'rule-on';
  if (rule.scope === 'config') return withConfigs ? null : 'configuration';
  if (comparing.has(rule.id)) return looksAtPixels(level) ? null : 'pixels';
  return level !== 'off' || (rule.scope !== 'image' && rule.group !== 'images') ? null : 'images';
}
