import type { PixelSize } from './pixel-size.ts';

/** Where the words that train with an image come from. */
export type CaptionOrigin =
  /** The caption file of the image. */
  | { readonly from: 'file'; readonly path: string }
  /** A file that names many images: a metadata file, a cache of captions, a list of lines. */
  | { readonly from: 'metadata'; readonly path: string }
  /** One prompt file for all images of a concept. */
  | { readonly from: 'prompt-file'; readonly path: string }
  /** A value of the configuration in place of a caption file. */
  | { readonly from: 'default' }
  /** The folder's class. */
  | { readonly from: 'class-tokens' }
  /** The name of the image file. */
  | { readonly from: 'file-name' }
  /** Nothing: the image trains without words. */
  | { readonly from: 'nothing' };

/** Which lines of a caption file train. `random`: one of the lines that are not blank, drawn anew or once. */
export type TrainedLines = 'first' | 'random' | 'whole';

/** A picture or video that trains. Paths are absolute or as the configuration leads to them, "/" between names. */
export interface TrainingItem {
  readonly path: string;
  readonly kind: 'image' | 'video';
  readonly origin: CaptionOrigin;
  /** The text that goes into the trainer's steps: before shuffling, triggers and prefixes. Alternatives are parted by "\n". */
  readonly caption: string;
  readonly lines: TrainedLines;
  /** Uses per epoch; a part of one where not every epoch uses it. */
  readonly uses: number;
  readonly isRegularization: boolean;
  /** As the trainer reads it, pixels; null where nothing but the file could tell. */
  readonly size: PixelSize | null;
  readonly bucket: PixelSize | null;
  /** Other files that train with it. */
  readonly companions: readonly { readonly path: string; readonly as: 'mask' | 'control' | 'layer' }[];
  /** Position of the folder or dataset it belongs to in the configuration, from 0. */
  readonly dataset: number;
}

/** Why a file that lies where the trainer looks does not train. */
export type IdleReason =
  /** `.Png` where only all lower or all upper case is seen. */
  | 'ending-case'
  /** A format the trainer does not look for. */
  | 'ending'
  | 'hidden'
  /** In a folder below one that is read without its folders. */
  | 'nested'
  /** In no folder the configuration names. */
  | 'not-a-subset'
  /** A cache or metadata file that does not name it takes the place of the folder. */
  | 'not-in-cache'
  /** Fewer pixels than the configuration asks for. */
  | 'too-small'
  /** Surplus regularization, validation only, or a concept that is switched off. */
  | 'left-over'
  /** The trainer leaves images without a caption out. */
  | 'no-caption'
  /** Mask, control or layer of another image. */
  | 'companion'
  /** Cannot be opened and is left out with a printed line. */
  | 'unreadable'
  /** Too few frames for every length that is asked for. */
  | 'too-short'
  /** Caption: another ending than the one that is read. */
  | 'other-extension'
  /** Caption: no image of its name. */
  | 'no-image'
  /** Caption: something else is read in its place. */
  | 'replaced'
  /** Caption: of an image that does not train. */
  | 'of-idle-image';

export interface IdleFile {
  readonly path: string;
  readonly kind: 'image' | 'video' | 'caption';
  readonly reason: IdleReason;
}

/** What stops the trainer, and the file to look at. */
export interface TrainingStop {
  /** Python's exception class. */
  readonly exception: string;
  /** What it says or what was asked for; may be empty. */
  readonly message: string;
  /** Where in the run: reading the configuration, building the datasets, caching, training. */
  readonly stage: string;
  /** The file it stops at; null when it is no single file. */
  readonly path: string | null;
}

/** The one truth of what trains: everything the trainer would use of the files, and what it passes over with the reason. */
export interface WhatTrains {
  readonly items: readonly TrainingItem[];
  readonly idle: readonly IdleFile[];
  /** Not null: nothing trains, and the rest is what was known until then. */
  readonly stop: TrainingStop | null;
}
