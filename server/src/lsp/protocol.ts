import { NotificationType, RequestType, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { SettingDiff } from '../advice/config-diff.ts';
import type { TrainerSetting } from '../advice/settings/index.ts';
import type { Change, Outcome } from '../advice/what-if.ts';
import type { BulkOperation } from '../bulk/operations.ts';
import type { FindingFilter, FindingsPage } from '../ground/finding-filter.ts';
import type { LineRange } from '../ground/lines.ts';
import type { LiveAnswer } from '../ground/live-answer.ts';
import type { ReportHead } from '../report/live-report.ts';
import type { PlanSummary } from '../report/plan-summary.ts';
import type { ReportFinding } from '../report/report.ts';
import type { Verdict } from '../settings/sidecar-data.ts';

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
  /** Model, trainer and limit with who says them, in words. */
  readonly said: string;
}

/** Audits the dataset at a folder, without listing findings. Long: reports progress and can be cancelled. */
export const overview = new RequestType<OverviewParams, LiveAnswer<ReportHead>, void>('tagmetry/overview');
export interface OverviewParams {
  /** URI of a folder, or of a caption in a dataset. */
  readonly uri: string;
  readonly workDoneToken?: string | number;
  /** Revision of the report that the client has: the answer then tells what changed since. */
  readonly since?: number;
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

/** A small picture of an image of a dataset; null where none can be made. */
export const thumbnail = new RequestType<ThumbnailParams, ThumbnailData | null, void>('tagmetry/thumbnail');
export interface ThumbnailParams {
  /** URI of the dataset's folder. */
  readonly uri: string;
  /** Relative to it. */
  readonly file: string;
  /** Pixels of the longer side at the most. */
  readonly side: number;
}
export interface ThumbnailData {
  readonly mime: string;
  /** Base64. */
  readonly data: string;
}

/** Compares the images of a dataset now. Long: reports progress and can be cancelled. */
export const scanImages = new RequestType<ScanImagesParams, ScannedImages, void>('tagmetry/scanImages');
export interface ScanImagesParams {
  /** URI of a folder, or of a caption in a dataset. */
  readonly uri: string;
  readonly workDoneToken?: string | number;
}
export interface ScannedImages {
  readonly images: number;
  /** Groups of images that show one picture, and images in them beyond the first of each. */
  readonly clusters: number;
  readonly duplicates: number;
  readonly damaged: number;
  /** Whether pixels were compared. */
  readonly compared: boolean;
  /** Why not all were, for the user; null when they were. */
  readonly message: string | null;
}

/** Remembers in the sidecar what was decided about images that look alike. Fails with a message for the user. */
export const setVerdict = new RequestType<VerdictParams, null, void>('tagmetry/setVerdict');
export interface VerdictParams {
  /** URI of the dataset's folder. */
  readonly uri: string;
  /** Images, relative to it: all of a group, or two of it. */
  readonly files: readonly string[];
  /** Null takes the verdict about these images back. */
  readonly verdict: Verdict['verdict'] | null;
}

/** Moves images, each with its captions, to a folder beside the dataset. Fails with a message for the user. */
export const moveAside = new RequestType<MoveAsideParams, MovedAside, void>('tagmetry/moveAside');
export interface MoveAsideParams {
  /** URI of the dataset's folder. */
  readonly uri: string;
  /** Images, relative to it. */
  readonly files: readonly string[];
}
/** Moves back what the last request moved; null when there is nothing. */
export const undoMoveAside = new RequestType<{ readonly uri: string }, MovedAside | null, void>(
  'tagmetry/undoMoveAside',
);
export interface MovedAside {
  /** URI of the folder the files are in now. */
  readonly folder: string;
  /** Images and captions, relative to the dataset's folder. */
  readonly moved: string[];
  readonly failed: { readonly file: string; readonly reason: string }[];
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

/** One thing to do to many captions. */
export type { BulkOperation } from '../bulk/operations.ts';

/** A bulk edit of a dataset. */
export interface BulkParams {
  /** URI of a folder, or of a caption in a dataset. */
  readonly uri: string;
  /** Which captions, in the filter language; empty for all. */
  readonly filter: string;
  readonly operation: BulkOperation;
  /** Only these captions of those the filter means, relative to the dataset's root. */
  readonly files?: readonly string[];
}

/** Works a bulk edit out and writes nothing. Fails with a message for the user. */
export const bulkPreview = new RequestType<BulkParams, BulkPreview, void>('tagmetry/bulkPreview');
export interface BulkPreview {
  /** URI of the dataset's root. */
  readonly root: string;
  readonly title: string;
  /** Captions that would change, texts before and after. */
  readonly changes: readonly { readonly file: string; readonly before: string; readonly after: string }[];
  /** Captions that are meant and need no change. */
  readonly unchanged: number;
  /** Captions that are never touched, and why, in words: not UTF-8, too large, nothing would be left of them. */
  readonly untouchable: readonly { readonly file: string; readonly reason: string }[];
}

/** Writes a bulk edit to disk, noted first so that it can be undone. Fails with a message for the user. */
export const bulkApply = new RequestType<BulkParams, BulkApplied, void>('tagmetry/bulkApply');
export interface BulkApplied {
  readonly title: string;
  readonly written: number;
  /** Captions left as they were, because they changed meanwhile or cannot be written. */
  readonly failed: readonly { readonly file: string; readonly reason: string }[];
}

/** Takes the last bulk edit of a dataset back, also one made before the server was started. */
export const bulkUndo = new RequestType<{ readonly uri: string }, BulkUndone, void>('tagmetry/bulkUndo');
export interface BulkUndone {
  /** `partly`: another undo tries what is left. `nothing`: nothing is noted. */
  readonly kind: 'undone' | 'partly' | 'nothing';
  readonly title: string;
  readonly files: readonly string[];
  /** Captions that are as they were, with the reason in words. */
  readonly left: readonly { readonly file: string; readonly reason: string }[];
  /** Journals that cannot be used: absolute paths. */
  readonly unusable: readonly string[];
}

/** Reads a filter while it is written: what is wrong with it, and what can stand at a place. */
export const filterHelp = new RequestType<FilterHelpParams, FilterHelp, void>('tagmetry/filterHelp');
export interface FilterHelpParams {
  readonly uri: string;
  readonly filter: string;
  /** UTF-16 offset of the cursor. */
  readonly offset: number;
}
export interface FilterHelp {
  /** Null when all is understood. */
  readonly problem: string | null;
  /** Each with the whole filter as it would then read. */
  readonly proposals: readonly { readonly label: string; readonly detail: string; readonly filter: string }[];
}

/** The captions that a filter means, with what a list shows of them: a part of the list at a time. */
export const captionList = new RequestType<CaptionListParams, LiveAnswer<CaptionList>, void>('tagmetry/captionList');
export interface CaptionListParams {
  readonly uri: string;
  readonly filter: string;
  /** Captions left out at the head of the list; 0 by default. */
  readonly offset?: number;
  /** Captions given at the most; 500 by default. */
  readonly limit?: number;
  /** Revision of the same list that the client has: the answer then tells what changed since. */
  readonly since?: number;
}
export interface CaptionList {
  readonly root: string;
  readonly tokenLimit: number | null;
  /** How many captions the filter means. */
  readonly total: number;
  /** Whether the captions lie in more than one folder, so that a name alone does not tell them apart. */
  readonly manyFolders: boolean;
  /** In order of the file names. */
  readonly captions: readonly CaptionListEntry[];
}
export interface CaptionListEntry {
  readonly file: string;
  readonly image: string | null;
  /** Null when the caption cannot be decoded. */
  readonly tokens: number | null;
  readonly tags: number;
  /** First words of the caption. */
  readonly text: string;
  readonly errors: number;
  readonly warnings: number;
}

/** The tags of a caption one per line, as it is on disk. Fails with a message for the user. */
export const tagLines = new RequestType<{ readonly uri: string }, TagLines, void>('tagmetry/tagLines');
export interface TagLines {
  /** The whole caption, to be given back when the lines are written. */
  readonly text: string;
  readonly lines: readonly string[];
}

/** Writes such lines back into the caption; fails when it is no longer as it was shown. The answer is its new text. */
export const writeTagLines = new RequestType<TagLines & { readonly uri: string }, string, void>(
  'tagmetry/writeTagLines',
);

/** Notes in the sidecar that no rule shall complain about a tag any more. */
export const allowTag = new RequestType<{ readonly uri: string; readonly tag: string }, null, void>(
  'tagmetry/allowTag',
);

/** The vocabulary of a dataset by category, most frequent first. */
export const tagList = new RequestType<{ readonly uri: string }, TagListing, void>('tagmetry/tagList');
export interface TagListing {
  readonly root: string;
  readonly captions: number;
  readonly categories: readonly {
    /** Name in the display language. */
    readonly name: string;
    readonly tags: readonly ListedTag[];
  }[];
}

export interface ListedTag {
  readonly tag: string;
  readonly captions: number;
  /** How much more often it stands beside a trigger than elsewhere, and which; null without a trigger. */
  readonly lift: { readonly value: number; readonly trigger: string } | null;
}

/** What the Preview shows of a caption's image. Null when the document is no caption. */
export const imagePreview = new RequestType<ImagePreviewParams, ImagePreview | null, void>('tagmetry/imagePreview');
export interface ImagePreviewParams {
  readonly uri: string;
  /** Longer side of the picture wanted, in pixels. */
  readonly side: number;
}
export interface ImagePreview {
  /** Name of the image; null when there is none. */
  readonly image: string | null;
  /** Size in pixels of the image file; null when it cannot be read. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly bucket: { readonly width: number; readonly height: number } | null;
  /** What the bucket keeps, in pixels of the image. */
  readonly crop: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
  /** What stands under the picture. */
  readonly lines: readonly string[];
  /** The picture made smaller, base64; null when no image worker runs or it cannot be decoded. */
  readonly picture: { readonly mime: string; readonly data: string } | null;
}

/** The caption before or after one, in order of the file names; null at the end. */
export const neighbour = new RequestType<NeighbourParams, string | null, void>('tagmetry/neighbour');
export interface NeighbourParams {
  readonly uri: string;
  readonly step: 1 | -1;
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

/** What the trainer will do with a dataset. Fails with a message for the user where no plan can be made. */
export const plan = new RequestType<{ readonly uri: string }, PlanAnswer, void>('tagmetry/plan');
export interface PlanAnswer {
  /** Configuration files that count, absolute; empty when none names the dataset. */
  readonly configs: readonly string[];
  /** Options nobody gave, with what guides use for the model. */
  readonly assumed: readonly (readonly [name: string, value: string])[];
  readonly plan: PlanSummary;
}
