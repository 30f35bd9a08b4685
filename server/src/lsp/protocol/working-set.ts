import { NotificationType, RequestType } from 'vscode-languageserver';
import type { ImageDetails, ThumbnailData } from './images.ts';

// The working set: dataset, filter, order, selection and current caption, one for all views.

export type WorkingOrder = 'name' | 'tokens' | 'findings' | 'resolution' | 'similarity';

/** Places in the working set, both ends included. */
export type PlaceRange = readonly [from: number, to: number];

/** What to do to the working set. The answer is its state afterwards; null: there is none. Fails with a message for the user. */
export const workingSet = new RequestType<WorkingSetChange, WorkingSetState | null, void>('tagmetry/workingSet');
export type WorkingSetChange =
  | { readonly kind: 'look' }
  /** Somebody looks at a caption or image: it is current; the dataset becomes its own unless the one at hand holds it. */
  | { readonly kind: 'follow'; readonly uri: string }
  /** The dataset at this very folder, or that of a file; with a filter in the language of filters. */
  | { readonly kind: 'use'; readonly uri: string; readonly filter?: string }
  /** `enter`: a current caption that is left out gives way to the next one that is meant. */
  | { readonly kind: 'filter'; readonly filter: string; readonly enter?: boolean }
  | { readonly kind: 'order'; readonly order: WorkingOrder }
  /** Goes on by so many captions, backwards if negative. */
  | { readonly kind: 'step'; readonly by: number }
  /** `place` is valid for the revision. */
  | { readonly kind: 'go'; readonly revision: number; readonly place: number }
  /** Selects from where the range began to so many further, or to a place of the revision, which becomes current. */
  | { readonly kind: 'extend'; readonly by: number }
  | { readonly kind: 'extend-to'; readonly revision: number; readonly place: number }
  /** The next one without tags, round the end. */
  | { readonly kind: 'next-untagged' }
  /** The next one with an error or a warning, round the end; where no other has one, the next with any finding. */
  | { readonly kind: 'next-finding' }
  | {
      readonly kind: 'select';
      readonly revision: number;
      readonly ranges: readonly PlaceRange[];
      readonly mode: 'set' | 'add' | 'remove' | 'toggle';
    }
  | { readonly kind: 'select-all' | 'select-none' | 'select-inverse' }
  /** What an action is about is shown no more until the filter is asked again. No file changes. */
  | { readonly kind: 'leave-out' };

export interface WorkingSetState {
  /** Grows when the captions or their order become other ones: places are valid for one. */
  readonly revision: number;
  /** URI of the dataset's root. */
  readonly root: string;
  readonly name: string;
  readonly filter: string;
  readonly order: WorkingOrder;
  /** Images and captions of the dataset; those that the filter means. */
  readonly total: number;
  readonly count: number;
  /** How many would come or go if the filter were asked again. */
  readonly stale: number;
  readonly current: WorkingCurrent | null;
  readonly selection: readonly PlaceRange[];
  /** What an action is about: the selected ones, else the current one. */
  readonly targets: number;
  /** Names of model family and trainer, and with the token limit who says them. */
  readonly model: string;
  readonly trainer: string;
  readonly said: string;
  readonly tokenLimit: number | null;
}

export interface WorkingCurrent {
  /** Null when the filter leaves it out. */
  readonly place: number | null;
  /** Relative to the root. */
  readonly key: string;
  /** URIs; the caption's is where one would be when there is none. */
  readonly caption: string | null;
  readonly image: string | null;
  readonly hasCaption: boolean;
}

/** The working set became another one by itself: files, edits or settings changed. */
export const workingSetChanged = new NotificationType<WorkingSetState | null>('tagmetry/workingSetChanged');

/** A part of the working set. Fails when it has another revision by now. */
export const workingItems = new RequestType<WorkingItemsParams, readonly WorkingItemEntry[], void>(
  'tagmetry/workingItems',
);
export interface WorkingItemsParams {
  readonly revision: number;
  readonly offset: number;
  readonly limit: number;
  /** Waits until every caption given is judged. Without it those that are not judged yet have null in place of their findings. */
  readonly judged?: boolean;
}
export interface WorkingItemEntry {
  /** Relative to the root. */
  readonly key: string;
  readonly caption: string | null;
  readonly image: string | null;
  /** The image trains without any words. */
  readonly wordless: boolean;
  /** Null when there is no caption, or it cannot be decoded. */
  readonly tokens: number | null;
  readonly tags: number;
  /** Null: not judged yet, as for the others. */
  readonly errors: number | null;
  readonly warnings: number | null;
  readonly infos: number | null;
  /** First words of the caption. */
  readonly text: string;
  /** Tags that not both neighbours have, first words of them. */
  readonly differs: string;
  /** Other images that are the same or nearly so. */
  readonly twins: number;
}

/** Captions an action is about, relative to the root; images whose caption is still to be written apart. */
export const workingTargets = new RequestType<TargetsParams, WorkingTargets, void>('tagmetry/workingTargets');
export interface TargetsParams {
  /** `chosen`: the selected ones, else the current one. `all`: every one of the working set. */
  readonly of: 'chosen' | 'all';
}
export interface WorkingTargets {
  readonly root: string;
  readonly captions: readonly string[];
  readonly images: readonly string[];
  /** Captions that are not there yet, relative to the root. */
  readonly unwritten: readonly string[];
}

/** A small picture of one image of the working set. */
export const workingThumbnail = new RequestType<WorkingThumbnailParams, WorkingThumbnail, void>(
  'tagmetry/workingThumbnail',
);
export interface WorkingThumbnailParams {
  readonly revision: number;
  readonly place: number;
  /** Pixels of the longer side at the most. */
  readonly side: number;
}

export interface WorkingThumbnail {
  /** Null where there is no image or its picture cannot be made. */
  readonly picture: ThumbnailData | null;
  /** `unreadable`: the file is no image. Null also where this kind of picture, or any, is not decoded here. */
  readonly problem: 'no image' | 'unreadable' | null;
}

/** What is known of one image of the working set, with the picture made smaller. */
export const workingImage = new RequestType<WorkingImageParams, WorkingImage | null, void>('tagmetry/workingImage');
export interface WorkingImageParams {
  readonly revision: number;
  /** Null: the current one, whether or not the filter means it. */
  readonly place: number | null;
  /** Longer side of the picture, in pixels at the most. */
  readonly side: number;
}
export interface WorkingImage extends ImageDetails {
  readonly key: string;
  /** Name of the image; null when there is none. */
  readonly name: string | null;
  /** The surest duplicate, its place in the working set if it is there, and its picture. */
  readonly twin: { readonly key: string; readonly place: number | null; readonly picture: ThumbnailData | null } | null;
}

/** Tags to write next: those of the dataset by count and the user's list, for a place where tags are typed. */
export const tagChoices = new RequestType<TagChoicesParams, readonly TagChoice[], void>('tagmetry/tagChoices');
export interface TagChoicesParams {
  /** URI of the dataset's folder. */
  readonly uri: string;
  readonly typed: string;
  /** `present`: only tags of the captions an action is about, the most frequent first. */
  readonly among: 'dataset' | 'present';
}
export interface TagChoice {
  /** As the dataset writes it. */
  readonly tag: string;
  /** Captions that hold it: of the dataset, or of those an action is about. */
  readonly captions: number;
  /** Posts in the user's list; null when it is not of the list. */
  readonly posts: number | null;
}

/** What a dataset can be read as: models, trainers, token limits. Each list begins with what counts now. */
export const readingChoices = new RequestType<{ readonly uri: string }, ReadingChoices, void>(
  'tagmetry/readingChoices',
);
export type ReadingOption = 'model' | 'profile' | 'tokenLimit';
export interface ReadingChoice {
  readonly value: string | number;
  readonly name: string;
}
export type ReadingChoices = Readonly<Record<ReadingOption, readonly ReadingChoice[]>>;

/** Notes in the sidecar how a dataset is to be read. Fails with a message for the user. */
export const setReading = new RequestType<SetReadingParams, null, void>('tagmetry/setReading');
export interface SetReadingParams {
  readonly uri: string;
  readonly option: ReadingOption;
  readonly value: string | number;
}

/**
 * The rules that find something in some captions, with how many of them; the most first. With a rule that one is suppressed in each of
 * these captions, in the sidecar.
 */
export const suppressIn = new RequestType<SuppressParams, readonly SuppressChoice[], void>('tagmetry/suppressIn');
export interface SuppressParams {
  /** URI of the dataset's folder. */
  readonly uri: string;
  /** Captions, relative to it. */
  readonly files: readonly string[];
  readonly rule: string | null;
}
export interface SuppressChoice {
  readonly rule: string;
  readonly captions: number;
}
