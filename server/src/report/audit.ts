import { advise } from '../advice/index.ts';
import { Duplicates } from '../dataset/duplicates.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import type { Dataset } from '../engine/open-dataset.ts';
import { inBreaths } from '../ground/breath.ts';
import type { Finding } from '../ground/finding.ts';
import { version } from '../ground/version.ts';
import { imageMetrics } from '../images/image-metrics.ts';
import type { ScanProgress } from '../images/scan-headers.ts';
import { type ImageLevel, type ImageSurvey, type PixelScanner, surveyImages } from '../images/survey.ts';
import { withVerdicts } from '../images/verdicts.ts';
import { datasetMetrics } from '../metrics/metrics.ts';
import { checkFolder, checkImage, type RuleFailureListener } from '../rules/run.ts';
import { saidSettings } from '../settings/said.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { adviceFacts } from './advice-facts.ts';
import { bucketTable, imageBucket } from './bucket-table.ts';
import { Collection } from './collect.ts';
import { checkConfigs } from './config-findings.ts';
import type { SourceOf } from './fingerprint.ts';
import type { AuditReport, ReportFinding } from './report.ts';
import { summarize } from './summary.ts';
import { cooccurrenceTable, tagTable } from './tag-table.ts';
import { readTrainerPlan, readTraining } from './training-facts.ts';

/** A part of an audit that counts along. */
export type AuditStep = ScanProgress['stage'] | 'rules';

export interface AuditOptions {
  readonly images: ImageLevel;
  /** What is known of the images already; they are not looked at again. */
  readonly survey?: ImageSurvey | undefined;
  /** Looks at pixels for levels that ask for it; left out: they get the headers. */
  readonly scanPixels?: PixelScanner | undefined;
  /** False: the findings come without their fixes, which in a large folder take most of the memory. Default true. */
  readonly withFixes?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (step: AuditStep, done: number, total: number) => void;
  readonly onRuleFailure?: RuleFailureListener;
}

/** What an audit looks at; the files of its training configuration are judged too. */
export type AuditedDataset = Pick<Dataset, 'index' | 'settings' | 'findings' | 'config'>;

/** An audit with what it was made from, for callers that show more than the report. */
export interface Audit {
  readonly report: AuditReport;
  readonly findings: readonly Finding[];
  /** The text that ranges of findings lie in, by file. */
  readonly sourceOf: SourceOf;
}

/**
 * Audits a folder: the one source of every number that command line, editor and reports show.
 * @param name the folder as the user named it
 */
export async function audit(
  workspace: Workspace,
  { index, settings, findings: captions, config }: AuditedDataset,
  name: string,
  options: AuditOptions,
): Promise<Audit> {
  const { signal, onProgress, onRuleFailure } = options;
  const survey = await withVerdicts(
    workspace,
    index.root,
    options.survey ?? (await lookAtImages(workspace, index, options)),
    settings.sidecar.verdicts,
  );
  const { images, clusters, related } = survey;
  if (survey.level !== 'off') index.duplicates = new Duplicates(clusters);
  const configs = await checkConfigs(workspace, index.root, settings, config?.pair ?? null, signal, onRuleFailure);
  const sourceOf: SourceOf = (file) => {
    const source = index.record(file)?.source;
    return source?.kind === 'text' ? source.text : (configs.texts.get(file) ?? '');
  };
  const collection = new Collection(sourceOf, options.withFixes ?? true);
  await captions.each((_, found) => collection.add(found), {
    signal,
    onProgress: (done, total) => onProgress?.('rules', done, total),
  });
  await inBreaths(
    images.values(),
    (image) => collection.add(checkImage(index, image, settings, onRuleFailure)),
    signal,
  );
  const folder = {
    index,
    facts: index.facts,
    settings,
    images: survey.level === 'off' ? null : images,
    clusters,
    related,
  };
  collection.add(checkFolder(folder, onRuleFailure));
  collection.add(configs.findings);
  const { findings, reported } = collection.sorted();
  const report = makeReport({ index, settings, config, findings: captions }, name, findings, reported, survey);
  const reading =
    (configs.training && readTraining(configs.training, config?.pair.configFile != null)) ??
    (configs.otherPlan && readTrainerPlan(configs.otherPlan));
  const advice = advise(adviceFacts(report, findings, index, settings, reading, images));
  return { report: { ...report, advice }, findings, sourceOf };
}

function lookAtImages(
  workspace: Workspace,
  index: DatasetIndex,
  { images, scanPixels, signal, onProgress }: AuditOptions,
): Promise<ImageSurvey> {
  const files = [...index.images].map(({ file }) => file);
  return surveyImages(workspace, index.root, files, {
    level: images,
    scanPixels,
    signal,
    onProgress: ({ stage, done, total }) => onProgress?.(stage, done, total),
  });
}

function makeReport(
  { index, settings }: AuditedDataset,
  name: string,
  findings: readonly Finding[],
  reported: readonly ReportFinding[],
  survey: ImageSurvey,
): Omit<AuditReport, 'advice'> {
  const { images, clusters, notCompared, level, switchedOff } = survey;
  const shown = [...index.images].map(({ file, caption }) => {
    const facts = images.get(file);
    const width = facts?.header?.width ?? null;
    const height = facts?.header?.height ?? null;
    const place = imageBucket({ width, height }, settings);
    return {
      file,
      caption,
      width,
      height,
      format: facts?.header?.format ?? null,
      header: facts?.header ?? null,
      transparent: facts?.transparent ?? null,
      size: facts?.size ?? 0,
      bucket: place?.bucket ?? null,
      cropped: place?.cropped ?? null,
    };
  });
  return {
    version: 1,
    tool: { name: 'tagmetry', version },
    folder: name,
    settings: {
      model: settings.model,
      profile: settings.profile,
      tokenLimit: settings.tokenLimit,
      encoder: settings.encoder,
      origins: settings.origins,
      said: saidSettings(settings),
      resolution: settings.resolution,
    },
    summary: summarize(index, findings),
    metrics: {
      ...datasetMetrics(index.facts, settings.tokenLimit, index.concepts),
      images: imageMetrics(survey),
    },
    concepts: index.concepts.all.map(({ triggerNorm: _, ...concept }) => concept),
    tags: tagTable(index.facts, index.concepts, settings.clip),
    cooccurrence: cooccurrenceTable(index.facts),
    findings: reported,
    images: shown,
    buckets: bucketTable(shown, (folder) => index.concepts.of(folder)?.repeats ?? 1),
    captions: [...index.captions].map(({ file, image }) => {
      const record = index.record(file);
      return {
        file,
        image,
        tokens: record?.source.kind === 'text' ? record.tokens : null,
        tags: record?.surfaces.length ?? 0,
      };
    }),
    idle: [...index.idle].map(({ file, kind, why }) => ({ file, kind, why })),
    clusters,
    damaged: [...images.values()].flatMap(({ file, damage }) => (damage ? [{ file, ...damage }] : [])),
    notCompared,
    imageScan: { level, switchedOff },
  };
}
