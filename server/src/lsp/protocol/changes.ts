import { RequestType, type WorkspaceEdit } from 'vscode-languageserver';
import type { BulkOperation } from '../../bulk/operations.ts';

// What changes captions: fixes, bulk edits, other ways to write them.

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

/** One thing to do to many captions. */
export type { BulkOperation } from '../../bulk/operations.ts';

/** A bulk edit of a dataset. */
export interface BulkParams {
  /** URI of a folder, or of a caption in a dataset. */
  readonly uri: string;
  /** Which captions, in the filter language; empty for all. */
  readonly filter: string;
  readonly operation: BulkOperation;
  /** Only these captions of those the filter means, relative to the dataset's root. */
  readonly files?: readonly string[];
  /** Captions of images without words that an `add` begins, relative to the dataset's root. */
  readonly begin?: readonly string[];
  readonly workDoneToken?: string | number;
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

/**
 * Writes a bulk edit to disk, noted first so that it can be undone. Fails with a message for the user. Long: reports progress; when it is
 * cancelled it ends after the caption it is at, and the answer tells what was written.
 */
export const bulkApply = new RequestType<BulkParams, BulkApplied, void>('tagmetry/bulkApply');
export interface BulkApplied {
  readonly title: string;
  readonly written: number;
  /** Captions left as they were, and why, in words: not UTF-8, changed meanwhile, not to be written, nothing would be left of them. */
  readonly failed: readonly { readonly file: string; readonly reason: string }[];
}

/** Takes the last bulk edit of a dataset back, also one made before the server was started. Reports progress and can be cancelled likewise. */
export const bulkUndo = new RequestType<BulkUndoParams, BulkUndone, void>('tagmetry/bulkUndo');
export interface BulkUndoParams {
  readonly uri: string;
  /** URIs of documents with unsaved changes: these files are left alone. Those of other datasets do not matter. */
  readonly unsaved?: readonly string[];
  readonly workDoneToken?: string | number;
}
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

/** Reads a file that is not UTF-8 in an encoding, to show before it is written. */
export const decodePreview = new RequestType<ResaveParams, string, void>('tagmetry/decodePreview');

/** Writes a file again as UTF-8 without byte-order mark. Fails with a message for the user. */
export const resave = new RequestType<ResaveParams, null, void>('tagmetry/resave');
export interface ResaveParams {
  readonly uri: string;
  /** Encoding the bytes are read in. */
  readonly from: string;
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
