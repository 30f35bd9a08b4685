import type { FileChange } from '../bulk/change.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import { type OpenOptions, openDataset } from '../engine/open-dataset.ts';
import { type ImageLevel, type ImageSurvey, type PixelScanner, surveyImages } from '../images/survey.ts';
import { TrialWorkspace } from '../workspace/trial.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type AuditOptions, audit } from './audit.ts';
import type { AuditReport } from './report.ts';

/** What is tried on a dataset before anything is written. Files are relative to its root. */
export interface Trial {
  readonly changes: readonly FileChange[];
  /** Images and captions that are moved out of it. */
  readonly aside: readonly string[];
  /** Texts of configurations and open captions, by absolute path. */
  readonly configs?: ReadonlyMap<string, string>;
}

export interface TrialOptions
  extends Pick<OpenOptions, 'tagLists' | 'paths' | 'over' | 'under' | 'config' | 'sidecarText'> {
  /** What is known of the images: they are not looked at again. */
  readonly survey: ImageSurvey;
  readonly signal?: AbortSignal;
}

/** The audit of a dataset as a trial would leave it: the same numbers as afterwards. */
export async function auditTrial(
  workspace: Workspace,
  root: string,
  { changes, aside, configs = new Map() }: Trial,
  { survey, signal, ...open }: TrialOptions,
): Promise<AuditReport> {
  const gone = new Set(aside);
  const trial = new TrialWorkspace(workspace, {
    contents: new Map([
      ...[...configs].map(([path, text]) => [path, new TextEncoder().encode(text)] as const),
      ...changes.map(({ file, after }) => [`${root}/${file}`, after] as const),
    ]),
    gone: new Set(aside.map((file) => `${root}/${file}`)),
  });
  const dataset = await openDataset(trial, root, { ...open, keeps: false, onTagListProblem: () => {}, signal });
  const options: AuditOptions = { images: survey.level, survey: withoutImages(survey, gone), withFixes: false, signal };
  return (await audit(trial, dataset, '', options)).report;
}

/** Looks at the images of a dataset once, for its audit and its trials. */
export function lookAt(
  workspace: Workspace,
  index: DatasetIndex,
  level: ImageLevel = 'headers',
  scanPixels?: PixelScanner,
): Promise<ImageSurvey> {
  const files = [...index.images].map(({ file }) => file);
  return surveyImages(workspace, index.root, files, { level, scanPixels });
}

/** What is known of the images that stay. */
export function withoutImages(survey: ImageSurvey, gone: ReadonlySet<string>): ImageSurvey {
  if (gone.size === 0) return survey;
  const stays = (file: string): boolean => !gone.has(file);
  return {
    ...survey,
    images: new Map([...survey.images].filter(([file]) => stays(file))),
    clusters: survey.clusters.flatMap((cluster) => {
      const files = cluster.files.filter(stays);
      const pairs = cluster.pairs.filter(({ a, b }) => stays(a) && stays(b));
      return files.length < 2 ? [] : [{ ...cluster, files, pairs }];
    }),
    related: survey.related.filter(({ a, b }) => stays(a) && stays(b)),
    notCompared: survey.notCompared.filter(stays),
  };
}
