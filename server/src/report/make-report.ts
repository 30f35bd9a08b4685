import type { DatasetIndex } from '../dataset/index.ts';
import { Breath } from '../ground/breath.ts';
import { finishInBreaths } from '../ground/steps.ts';
import { version } from '../ground/version.ts';
import type { ImageFacts } from '../images/facts.ts';
import { imageMetrics } from '../images/image-metrics.ts';
import type { ImageSurvey } from '../images/survey.ts';
import { countedTokens } from '../language/code-lens.ts';
import { metricSteps } from '../metrics/metrics.ts';
import { regularizationFolders } from '../metrics/subject.ts';
import { saidSettings } from '../settings/said.ts';
import type { FolderSettings } from '../settings/settings.ts';
import type { AuditMemory } from './audit-memory.ts';
import { bucketTable, imageBucket } from './bucket-table.ts';
import type { AuditReport, ReportImage } from './report.ts';
import { summarize } from './summary.ts';
import { cooccurrenceTable, tagTable } from './tag-table.ts';

/** Everything of a report but its findings and what follows from them. Made in breaths; rejects with the signal's reason. */
export async function makeReport(
  { index, settings }: { readonly index: DatasetIndex; readonly settings: FolderSettings },
  name: string,
  survey: ImageSurvey,
  { collection, imageRows, captionRows }: AuditMemory,
  signal?: AbortSignal,
): Promise<Omit<AuditReport, 'advice' | 'findings'>> {
  const { images, clusters, notCompared, level, switchedOff } = survey;
  const breath = new Breath(signal);
  const shown = await imageRows.of(
    settings,
    index.images,
    ({ file, caption }) => [images.get(file), caption],
    ({ file, caption }) => imageRow(file, caption, images.get(file), settings),
    signal,
  );
  await breath.take();
  const shownCaptions = await captionRows.of(
    settings,
    index.captions,
    ({ file, image }) => [index.record(file), image],
    ({ file, image }) => {
      const record = index.record(file);
      const tokens = record ? countedTokens(record, settings) : null;
      return { file, image, tokens, tags: record?.surfaces.length ?? 0 };
    },
    signal,
  );
  await breath.take();
  const { tokenLimit, encoder } = settings;
  const inSteps = metricSteps(index.facts, tokenLimit, index.concepts, encoder.counted);
  const ofCaptions = await finishInBreaths(inSteps, signal);
  const ofImages = imageMetrics(survey, regularizationFolders(index.concepts));
  const metrics = { ...ofCaptions, images: await finishInBreaths(ofImages, signal) };
  await breath.take();
  const tags = await tagTable(index.facts, index.concepts, settings.encoder.counted ? settings.clip : null, signal);
  const cooccurrence = await cooccurrenceTable(index.facts, signal);
  const repeats = (folder: string): number => index.concepts.of(folder)?.repeats ?? 1;
  const buckets = await finishInBreaths(bucketTable(shown, repeats), signal);
  await breath.take();
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
    summary: summarize(index, collection.counts),
    metrics,
    concepts: index.concepts.all.map(({ triggerNorm: _, ...concept }) => concept),
    tags,
    cooccurrence,
    images: shown,
    buckets,
    captions: shownCaptions,
    idle: [...index.idle].map(({ file, kind, why }) => ({ file, kind, why })),
    clusters,
    damaged: [...images.values()].flatMap(({ file, damage }) => (damage ? [{ file, ...damage }] : [])),
    notCompared,
    imageScan: { level, switchedOff },
  };
}

function imageRow(
  file: string,
  caption: string | null,
  facts: ImageFacts | undefined,
  settings: FolderSettings,
): ReportImage {
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
}
