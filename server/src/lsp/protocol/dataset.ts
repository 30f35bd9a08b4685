import { NotificationType, RequestType } from 'vscode-languageserver';

// What the server tells of a dataset, and of one document of it.

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

/** Shows the findings of a dataset's closed captions from now on. Answered when its captions are read. */
export const checkFolder = new RequestType<{ readonly uri: string }, null, void>('tagmetry/checkFolder');

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
