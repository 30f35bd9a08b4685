import { RequestType } from 'vscode-languageserver';
import type { Verdict } from '../../settings/sidecar-data.ts';

// Images: their pictures, comparing them, and what is decided about them.

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

/** What a large view shows of an image. */
export interface ImageDetails {
  /** Size in pixels of the image file; null when it cannot be read. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly bucket: { readonly width: number; readonly height: number } | null;
  /** What the bucket keeps, in pixels of the image. */
  readonly crop: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
  /** What stands under the picture. */
  readonly lines: readonly string[];
  /** The picture made smaller; null when no image worker runs or it cannot be decoded. */
  readonly picture: ThumbnailData | null;
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
