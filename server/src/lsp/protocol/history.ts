import { RequestType } from 'vscode-languageserver';
import type { ImageLevel } from '../../images/survey.ts';

/** A comparison of what two trainings were made of, in words, line by line. */
export interface ComparisonInWords {
  readonly before: string;
  readonly after: string;
  /** Parts with something to say. */
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly ComparedRow[];
    /** Lines beyond those listed. */
    readonly more: number;
    /** False: what could not be compared. */
    readonly isChange: boolean;
  }[];
}

export interface ComparedRow {
  readonly text: string;
  /** The file it is about, relative to the dataset; null where there is none now. */
  readonly file: string | null;
}

/** A comparison with a dataset as its files were. */
export interface DatasetComparison extends ComparisonInWords {
  /** Of its captions then, see {@link LockState}. */
  readonly stamp: string;
}

/** The lock in a dataset's folder. */
export interface LockState {
  /** Stands for the captions of the dataset as they are, unsaved ones too: the same for the same texts. */
  readonly stamp: string;
  /** Name of the file. */
  readonly name: string;
  readonly isThere: boolean;
  /** What is known of it; null where none is there, or something else lies under its name. */
  readonly lock: {
    /** When the file was written, as ISO 8601. */
    readonly made: string;
    readonly images: number;
    /** How far the images were looked into. */
    readonly imageLevel: ImageLevel;
  } | null;
}

export interface LockParams {
  /** The dataset, or something in it. */
  readonly uri: string;
}

/** Whether a dataset has a lock, and which. */
export const lockState = new RequestType<LockParams, LockState, void>('tagmetry/lockState');

/** What changed in a dataset since its lock, as `tagmetry diff` tells it; long, cancellable. Refused where there is no lock. */
export const sinceLock = new RequestType<LockParams, DatasetComparison, void>('tagmetry/sinceLock');

/**
 * A dataset as its files are against what it was: a LoRA file or another lock; long, cancellable. Refused with a message for the user where
 * that cannot be read.
 */
export const compareDataset = new RequestType<LockParams & { readonly other: string }, DatasetComparison, void>(
  'tagmetry/compareDataset',
);

/**
 * Locks a dataset as it is: writes the file in its folder; long, cancellable. A lock that is there is replaced only with `replace`. Refused
 * where something else lies under its name, or the file cannot be written.
 */
export const lockDataset = new RequestType<LockParams & { readonly replace: boolean }, LockState, void>(
  'tagmetry/lockDataset',
);
