import { NotificationType, RequestType } from 'vscode-languageserver';
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
  readonly format: 'json' | 'html';
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
