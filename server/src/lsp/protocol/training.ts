import { RequestType, type TextDocumentEdit } from 'vscode-languageserver';
import type { SettingDiff } from '../../advice/config-diff.ts';
import type { TrainerSetting } from '../../advice/settings/index.ts';
import type { Change, Outcome } from '../../advice/what-if.ts';
import type { ExposureSummary } from '../../report/exposure-summary.ts';
import type { PlanSummary } from '../../report/plan-summary.ts';
import type { FeedTrial } from '../../trainers/fed-run.ts';

// What training will do with a dataset, and with other settings.

/** What the trainer will do with a dataset. Fails with a message for the user where no plan can be made. */
export const plan = new RequestType<{ readonly uri: string }, PlanAnswer, void>('tagmetry/plan');
export interface PlanAnswer {
  /** Configuration files that count, absolute; empty when none names the dataset. */
  readonly configs: readonly string[];
  /** Options nobody gave, with what guides use for the model. */
  readonly assumed: readonly (readonly [name: string, value: string])[];
  readonly plan: PlanSummary;
}

/** What will be fed of a dataset over its run; null where training stops or no image trains. Nothing is changed. */
export const exposure = new RequestType<ExposureParams, ExposureSummary | null, void>('tagmetry/exposure');
export interface ExposureParams {
  /** URI of a folder, or of a caption in a dataset. */
  readonly uri: string;
  /** What is tried instead of the settings in force. */
  readonly trial?: FeedTrial;
  /** Content tokens that are tried. */
  readonly tokens?: number;
}

/** Advised settings against the configuration that names a dataset, and the edits that apply them. Nothing is written. */
export const settingsDiff = new RequestType<SettingsDiffParams, SettingsDiffResult, void>('tagmetry/settingsDiff');
export interface SettingsDiffParams {
  /** URI of a folder, or of a caption in a dataset. */
  readonly uri: string;
  readonly settings: readonly TrainerSetting[];
}
export interface SettingsDiffResult {
  /** URIs of the files that were found. */
  readonly datasetConfig: string | null;
  readonly configFile: string | null;
  readonly diffs: readonly SettingDiff[];
  readonly edits: readonly TextDocumentEdit[];
}

/** The numbers of a dataset as it is, and as changes would make it; no file is touched. */
export const whatIf = new RequestType<WhatIfParams, { readonly before: Outcome; readonly after: Outcome }, void>(
  'tagmetry/whatIf',
);
export interface WhatIfParams {
  /** URI of a folder, or of a caption in a dataset. */
  readonly uri: string;
  /** Applied in order. */
  readonly changes: readonly Change[];
}
