import { advise } from '../advice/index.ts';
import { Duplicates } from '../dataset/duplicates.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import type { Dataset } from '../engine/open-dataset.ts';
import { bump } from '../facts/bump.ts';
import { inBreaths } from '../ground/breath.ts';
import type { Finding } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import { folderOf } from '../ground/paths.ts';
import { eachInSteps, finishInBreaths, type Steps } from '../ground/steps.ts';
import type { ImageFacts } from '../images/facts.ts';
import type { ScanProgress } from '../images/scan-headers.ts';
import { type ImageLevel, type ImageSurvey, type PixelScanner, surveyImages } from '../images/survey.ts';
import { withVerdicts } from '../images/verdicts.ts';
import { countInSteps } from '../metrics/prepare.ts';
import { regularizationTest } from '../metrics/subject.ts';
import { checkImage, folderChecks, type RuleFailureListener } from '../rules/run.ts';
import type { FolderSettings } from '../settings/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { adviceFacts } from './advice-facts.ts';
import { AuditMemory, type Judgement } from './audit-memory.ts';
import type { Collection } from './collect.ts';
import { checkConfigs } from './config-findings.ts';
import type { FileOrder } from './file-order.ts';
import type { SourceOf } from './fingerprint.ts';
import type { Whole } from './habits.ts';
import { makeReport } from './make-report.ts';
import type { AuditReport } from './report.ts';
import { readTrainerPlan, readTraining } from './training-facts.ts';

/** A part of an audit that counts along. */
export type AuditStep = ScanProgress['stage'] | 'rules';

export interface AuditOptions {
  readonly images: ImageLevel;
  /** What is known of the images already, with the user's verdicts; they are not looked at again. */
  readonly survey?: ImageSurvey | undefined;
  /** What the last audit of this dataset left; left out: everything is looked at, and nothing remembered. */
  readonly memory?: AuditMemory | undefined;
  /** Another number whenever files on disk changed, for what a memory holds of configurations. */
  readonly filesRevision?: number;
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

/** An audit whose findings are still by what was judged, as somebody needs them who asks for a page of them or none. */
export interface AuditHead {
  readonly head: Omit<AuditReport, 'findings'>;
  readonly collection: Collection;
  readonly order: FileOrder;
  readonly sourceOf: SourceOf;
}

/**
 * Audits a folder: the one source of every number that command line, editor and reports show.
 * @param name the folder as the user named it
 */
export async function audit(
  workspace: Workspace,
  dataset: AuditedDataset,
  name: string,
  options: AuditOptions,
): Promise<Audit> {
  const { head, collection, order, sourceOf } = await auditHead(workspace, dataset, name, options);
  const { findings, reported } = await collection.sorted(order, options.signal);
  // Where the members have always stood.
  const { images, buckets, captions, idle, clusters, damaged, notCompared, imageScan, advice, ...first } = head;
  const rest = { images, buckets, captions, idle, clusters, damaged, notCompared, imageScan, advice };
  return { report: { ...first, findings: reported, ...rest }, findings, sourceOf };
}

/**
 * The same without a list of all findings. With a memory it costs what changed since the last time, and rows that say the same are the
 * same objects as then. Done in breaths; a change of the dataset meanwhile may be in one part and not yet in another.
 */
export async function auditHead(
  workspace: Workspace,
  { index, settings, findings: captions, config }: AuditedDataset,
  name: string,
  options: AuditOptions,
): Promise<AuditHead> {
  const { signal, onProgress, onRuleFailure } = options;
  const memory = options.memory ?? new AuditMemory({ keeps: false, withFixes: options.withFixes ?? true });
  const survey = options.survey ?? (await lookAtImages(workspace, { index, settings }, options));
  const { images, clusters, related } = survey;
  if (survey.level !== 'off') index.duplicates = new Duplicates(clusters);
  const configs = await memory.configs([settings, config?.pair, options.filesRevision], () =>
    checkConfigs(workspace, index.root, settings, config?.pair ?? null, signal, onRuleFailure),
  );
  const sourceOf: SourceOf = (file) => {
    const source = index.record(file)?.source;
    return source?.kind === 'text' ? source.text : (configs.texts.get(file) ?? '');
  };
  const { collection, order } = memory;
  collection.begin(sourceOf);
  const files = Array.from(index.captions, ({ file }) => file);
  // Where nobody looks at images hardly anything is said of one: those few are compared by name.
  const others = survey.level === 'off' ? [] : [...index.images, ...index.idle].map(({ file }) => file);
  await order.include([...files, ...others, ...configs.texts.keys()], signal);
  await memory.judgeCaptions(captions, files, {
    signal,
    onProgress: (done, total) => onProgress?.('rules', done, total),
  });
  const { tracker } = index;
  await memory.judge('image', tracker, imageJudgements(index, images, settings, onRuleFailure), signal);
  await inBreaths(countInSteps(index.facts, index.concepts), () => {}, signal);
  const folder = {
    index,
    facts: index.facts,
    settings,
    images: survey.level === 'off' ? null : images,
    clusters,
    related,
  };
  const inputs = [settings, images, survey.level, clusters, related];
  const ofFolder = folderChecks(folder, onRuleFailure).map(({ rule, check }) => ({ name: rule, inputs, check }));
  await memory.judge('folder', tracker, ofFolder, signal);
  collection.put('config', '', configs.findings);
  const inFolders = await finishInBreaths(imagesIn(index), signal);
  await finishInBreaths(collection.tellOnce(wholesOf(index), inFolders), signal);
  const report = await makeReport({ index, settings }, name, survey, memory, signal);
  const reading =
    (configs.training && readTraining(configs.training, config?.pair.configFile != null)) ??
    (configs.otherPlan && readTrainerPlan(configs.otherPlan));
  const facts = await adviceFacts(report, memory, index, settings, reading, images, signal);
  return { head: { ...report, advice: advise(facts) }, collection, order, sourceOf };
}

/** What is said alike is a fact of the subject, or of its regularization set: neither is a part of the other. */
function wholesOf(index: DatasetIndex): { captions: Whole[]; images: Whole[] } {
  const isOther = regularizationTest(index.concepts);
  const others = { captions: 0, images: 0 };
  for (const { folder, captions, images } of index.folders) {
    if (!isOther(`${folder}/`)) continue;
    others.captions += captions.length;
    others.images += images.length;
  }
  const isSubject = (file: string): boolean => !isOther(file);
  const ofCaptions = (...parts: [number, number, string]): string => t('{0} of {1} captions: {2}', ...parts);
  const ofImages = (...parts: [number, number, string]): string => t('{0} of {1} images: {2}', ...parts);
  const captions = [{ files: index.captionCount - others.captions, has: isSubject, tell: ofCaptions }];
  const images = [{ files: index.imageCount - others.images, has: isSubject, tell: ofImages }];
  if (others.captions + others.images === 0) return { captions, images };
  const tellOther = (...parts: [number, number, string]): string =>
    t('{0} of {1} captions of the regularization set: {2}', ...parts);
  const tellOtherImages = (...parts: [number, number, string]): string =>
    t('{0} of {1} images of the regularization set: {2}', ...parts);
  return {
    captions: [...captions, { files: others.captions, has: isOther, tell: tellOther }],
    images: [...images, { files: others.images, has: isOther, tell: tellOtherImages }],
  };
}

/** How many images lie in each folder, those that do not train included. */
function* imagesIn({ images, idle }: DatasetIndex): Steps<(folder: string) => number> {
  const counts = new Map<string, number>();
  yield* eachInSteps(images, ({ file }) => bump(counts, folderOf(file), 1));
  yield* eachInSteps(idle, ({ file, kind }) => {
    if (kind === 'image') bump(counts, folderOf(file), 1);
  });
  return (folder) => counts.get(folder) ?? 0;
}

function* imageJudgements(
  index: DatasetIndex,
  images: ReadonlyMap<string, ImageFacts>,
  settings: FolderSettings,
  onFailure?: RuleFailureListener,
): Iterable<Judgement> {
  for (const [file, image] of images)
    yield { name: file, inputs: [image, settings], check: () => checkImage(index, image, settings, onFailure) };
}

async function lookAtImages(
  workspace: Workspace,
  { index, settings }: Pick<AuditedDataset, 'index' | 'settings'>,
  { images, scanPixels, signal, onProgress }: AuditOptions,
): Promise<ImageSurvey> {
  const files = [...index.images].map(({ file }) => file);
  const survey = await surveyImages(workspace, index.root, files, {
    level: images,
    scanPixels,
    signal,
    onProgress: ({ stage, done, total }) => onProgress?.(stage, done, total),
  });
  return withVerdicts(workspace, index.root, survey, settings.sidecar.verdicts);
}
