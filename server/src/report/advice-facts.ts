import type { AdviceFacts } from '../advice/facts.ts';
import { unmeasured } from '../advice/metrics.ts';
import type { KnownConcept } from '../concepts/concepts.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import { Breath } from '../ground/breath.ts';
import { finishInBreaths } from '../ground/steps.ts';
import type { ImageFacts } from '../images/facts.ts';
import { looksAtPixels } from '../images/survey.ts';
import type { DatasetMetrics } from '../metrics/metrics.ts';
import { regularizationTest } from '../metrics/subject.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { looksLikeIdentifier } from '../tags/identifiers.ts';
import { normalTag } from '../tags/normal.ts';
import { isCoinedTag } from '../tags/trigger-words.ts';
import type { AuditMemory } from './audit-memory.ts';
import { isTriggerCut } from './evidence/cut-trigger.ts';
import { imageEvidence } from './evidence/images.ts';
import { lookEvidence } from './evidence/looks.ts';
import { textEvidence } from './evidence/text.ts';
import { trainingEvidence } from './evidence/training.ts';
import { boundTags, supportIn, triggerEvidence } from './evidence/trigger.ts';
import type { Files } from './evidence/values.ts';
import type { ReportBody } from './report.ts';
import { ruleFacts } from './rule-facts.ts';
import type { TrainingReading } from './training-facts.ts';

/** Share of the captions that the token limit should hold. */
const held = 0.99;

/** Fills what advice is given from out of an audit. What the audit did not look at stays null or absent. Rejects with the signal's reason. */
export async function adviceFacts(
  report: ReportBody,
  memory: AuditMemory,
  index: DatasetIndex,
  settings: FolderSettings,
  reading: TrainingReading | null,
  images: ReadonlyMap<string, ImageFacts>,
  signal?: AbortSignal,
): Promise<AdviceFacts> {
  const values = unmeasured();
  const files: Files = {};
  const { metrics } = report;
  const [concept] = [...index.concepts.known].sort((a, b) => b.captions - a.captions);
  const breath = new Breath(signal);
  const isOther = regularizationTest(index.concepts);
  const text = await finishInBreaths(textEvidence(values, files, report, index, settings, memory.order), signal);
  await breath.take();
  imageEvidence(values, files, report, settings, (file) => !isOther(file), looksAtPixels(report.imageScan.level));
  await breath.take();
  await finishInBreaths(lookEvidence(values, files, index, images), signal);
  await breath.take();
  const triggerCut = concept !== undefined && isTriggerCut(index, settings, concept, supportIn(index));
  triggerEvidence(values, metrics, index, concept, triggerCut);
  const training = reading?.facts ?? null;
  const subjects = subjectCount(index, metrics);
  const model = {
    id: settings.model,
    encoders: settings.family.encoders.length,
    resolution: settings.family.resolution,
  };
  trainingEvidence(values, reading, { ...model, newTrigger: isNewWord(concept), subjects });
  return {
    images: report.summary.images,
    compared: looksAtPixels(report.imageScan.level),
    subjects,
    resolution: settings.resolution,
    tokenLimit: settings.tokenLimit,
    neededTokens: settings.tokenLimit === null ? null : neededTokens(metrics),
    metrics: values,
    metricFiles: files,
    ...(await ruleFacts(memory, index, settings, report.imageScan.level, training !== null, signal)),
    training,
    profile: settings.profile,
    model: model.id,
    textEncoders: model.encoders,
    samplesPerEpoch: training && !training.stops ? training.samplesPerEpoch : samplesOf(index),
    trigger: concept?.trigger ?? null,
    triggerCut,
    classWord: concept?.classWord ?? null,
    triggerPosition:
      concept?.triggerNorm == null ? null : Math.round(index.facts.meanPosition(concept.triggerNorm)) + 1,
    triggered:
      concept?.triggerNorm == null
        ? null
        : { captions: concept.captions, held: index.facts.subset(concept.folder)?.frequency(concept.triggerNorm) ?? 0 },
    boundTags: concept && !triggerCut ? boundTags(index, concept) : [],
    spareImages: metrics.images === null ? 0 : metrics.images.subjectImages - metrics.images.effectiveImages,
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
  return tokens.max ?? 0;
}
