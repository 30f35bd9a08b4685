import { NotificationType, RequestType, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { SettingDiff } from '../advice/config-diff.ts';
import type { TrainerSetting } from '../advice/settings-advice.ts';
import type { Change, Outcome } from '../advice/what-if.ts';
import type { LineRange } from '../lines.ts';
import type { AuditReport } from '../report/report.ts';

/** Messages between the extension and the server beyond LSP. Plain data only. */

/** The state of the datasets, for the status item. */
export interface DatasetStatus {
  readonly root: string;
  readonly state: 'indexing' | 'ready' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly message: string | null;
}
export const datasetStatus = new NotificationType<DatasetStatus>('tagmetry/datasetStatus');

/** A dataset's captions, images or settings changed; what was shown of it is stale. */
export const datasetChanged = new NotificationType<{ readonly root: string }>('tagmetry/datasetChanged');

/** Whether a document is a caption, and of which dataset. */
export const captionInfo = new RequestType<{ readonly uri: string }, CaptionInfo | null, void>('tagmetry/captionInfo');
export interface CaptionInfo {
  /** URI of the dataset's root folder. */
  readonly root: string;
  /** URI of the image, null when there is none. */
  readonly image: string | null;
  readonly model: string;
  readonly profile: string;
  readonly tokens: number | null;
  readonly tokenLimit: number | null;
}

/** Audits the dataset at a folder. Long: reports progress and can be cancelled. */
export const overview = new RequestType<OverviewParams, AuditReport, void>('tagmetry/overview');
export interface OverviewParams {
  /** URI of a folder, or of a caption in a dataset. */
  readonly uri: string;
  readonly workDoneToken?: string | number;
}

/** The same audit as a document to save. */
export const exportReport = new RequestType<ExportParams, string, void>('tagmetry/exportReport');
export interface ExportParams {
  /** URI of a folder. */
  readonly uri: string;
  readonly format: 'json' | 'html' | 'markdown' | 'csv';
}

/** The captions of a dataset that hold all of some tags, and where. */
export const captionsWithTags = new RequestType<CaptionsWithTagsParams, TagPlace[], void>('tagmetry/captionsWithTags');
export interface CaptionsWithTagsParams {
  /** URI of the dataset's folder. */
  readonly uri: string;
  /** Normal forms, as in the report. */
  readonly tags: readonly string[];
}
export interface TagPlace {
  /** Relative to the dataset's folder. */
  readonly file: string;
  /** Of the first of the tags in the caption. */
  readonly range: LineRange;
}

/** Reads a file that is not UTF-8 in an encoding, to show before it is written. */
export const decodePreview = new RequestType<ResaveParams, string, void>('tagmetry/decodePreview');

/** Writes a file again as UTF-8 without byte-order mark. Fails with a message for the user. */
export const resave = new RequestType<ResaveParams, null, void>('tagmetry/resave');
export interface ResaveParams {
  readonly uri: string;
  /** Encoding the bytes are read in. */
  readonly from: string;
}

/** The edits that fix a whole dataset, for a preview. Nothing is written. */
export const fixFolder = new RequestType<FixFolderParams, FixFolderResult, void>('tagmetry/fixFolder');
export interface FixFolderParams {
  /** URI of a folder, or of a caption in a dataset. */
  readonly uri: string;
  /** Id of the rule to fix; null for all safe fixes. */
  readonly rule: string | null;
}
export interface FixFolderResult {
  readonly captions: number;
  readonly findings: number;
  /** Every change asks for confirmation. */
  readonly edit: WorkspaceEdit;
}

/** What the trainer makes of a caption, as a text to read. Null when the document is no caption that can be read. */
export const effectiveCaption = new RequestType<EffectiveCaptionParams, EffectiveCaptionText | null, void>(
  'tagmetry/effectiveCaption',
);
export interface EffectiveCaptionParams {
  readonly uri: string;
  /** Which of the lines training chooses from, from 0. */
  readonly line?: number;
}
export interface EffectiveCaptionText {
  readonly title: string;
  readonly text: string;
}

/** Writes a folder's trigger into the sidecar through an edit of the workspace. Fails with a message for the user. */
export const confirmTrigger = new RequestType<ConfirmTriggerParams, null, void>('tagmetry/confirmTrigger');
export interface ConfirmTriggerParams {
  /** URI of a caption, or of the folder of its captions. */
  readonly uri: string;
  /** URI of the dataset's root where it is not the folder itself. */
  readonly root?: string;
  /** Left out: the inferred one. */
  readonly trigger?: string;
  /** Left out: the inferred one; null: none. */
  readonly classWord?: string | null;
}

/** Shows the findings of a dataset's closed captions from now on. Answered when its captions are read. */
export const checkFolder = new RequestType<{ readonly uri: string }, null, void>('tagmetry/checkFolder');

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
