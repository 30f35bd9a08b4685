import { NotificationType, RequestType } from 'vscode-languageserver';
import type { FindingFilter, FindingsPage } from '../../ground/finding-filter.ts';
import type { LineRange } from '../../ground/lines.ts';
import type { LiveAnswer } from '../../ground/live-answer.ts';
import type { HeadRows, ReportHead } from '../../report/live-report.ts';
import type { ReportFinding } from '../../report/report.ts';

// The Folder Overview and the report it shows.

/** Audits the dataset at a folder, without listing findings. Long: reports progress and can be cancelled. */
export const overview = new RequestType<OverviewParams, LiveAnswer<ReportHead>, void>('tagmetry/overview');
export interface OverviewParams {
  /** URI of a folder, or of a caption in a dataset. */
  readonly uri: string;
  readonly workDoneToken?: string | number;
  /** Revision of the report that the client has: the answer then tells what changed since. */
  readonly since?: number;
  /** Rows of images and of captions that come with a whole report; the others are asked for as {@link overviewRows}. Left out: all. */
  readonly rows?: number;
  /** Answers with what the texts say, and without the images where those were not looked at yet. */
  readonly textsFirst?: boolean;
}

/** More rows of the images and captions of an overview. Fails when the overview has another revision by now. */
export const overviewRows = new RequestType<OverviewRowsParams, HeadRows, void>('tagmetry/overviewRows');
export interface OverviewRowsParams {
  /** URI of the dataset, as the overview was asked for. */
  readonly uri: string;
  readonly revision: number;
  readonly offset: number;
  readonly limit: number;
}

/** Findings of an overview as they are shown. Fails when the overview has another revision by now. */
export const findingsOfOverview = new RequestType<FindingsParams, FindingsPage<ReportFinding>, void>(
  'tagmetry/findingsOfOverview',
);
export interface FindingsParams {
  /** URI of the dataset, as the overview was asked for. */
  readonly uri: string;
  readonly revision: number;
  readonly filter: FindingFilter;
  readonly offset: number;
  readonly limit: number;
}

/** No client shows the overview of a dataset any more: what was kept for it may go. */
export const overviewClosed = new NotificationType<{ readonly uri: string }>('tagmetry/overviewClosed');

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

/** Tags of captions in their order, in normal form or as they are written. A caption that is not there has none. */
export const tagsOfCaptions = new RequestType<TagsParams, string[][], void>('tagmetry/tagsOfCaptions');
export interface TagsParams extends FilesParams {
  readonly asWritten?: boolean;
}
export interface FilesParams {
  /** URI of the dataset's folder. */
  readonly uri: string;
  /** Relative to it. */
  readonly files: readonly string[];
}
