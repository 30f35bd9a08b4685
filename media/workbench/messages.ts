import type { Texts } from '../overview/messages.ts';

/** Between the page of the workbench and its host. Plain data only; places are those of the working set at a revision. */

export type Order = 'name' | 'tokens' | 'findings' | 'resolution' | 'similarity';
export type Ranges = readonly (readonly [from: number, to: number])[];
export type SelectMode = 'set' | 'add' | 'remove' | 'toggle';

/** What can be done to the selected captions, else to the current one. */
export const actions = ['add', 'remove', 'replace', 'more', 'undo', 'copy', 'paste'] as const;
export type Action = (typeof actions)[number];

export interface ShownState {
  readonly revision: number;
  /** Number of the last step of this page that is part of it. */
  readonly turn: number;
  /** Grows when captions were edited: what is shown of them is asked for again. */
  readonly version: number;
  readonly name: string;
  readonly filter: string;
  readonly order: Order;
  readonly total: number;
  readonly count: number;
  readonly stale: number;
  /** Place of the current one; null when the filter leaves it out, -1 when there is none. */
  readonly current: number | null;
  readonly currentName: string;
  readonly selection: Ranges;
  readonly tokenLimit: number | null;
  /** Model and trainer, in words. */
  readonly reading: string;
}

export interface ShownItem {
  readonly name: string;
  readonly wordless: boolean;
  readonly tokens: number | null;
  /** Null: not judged yet, as for the others. */
  readonly errors: number | null;
  readonly warnings: number | null;
  readonly infos: number | null;
  readonly text: string;
  /** Tags that not both neighbours have. */
  readonly differs: string;
  readonly twins: number;
}

export type PictureProblem = 'no image' | 'unreadable' | null;

export interface Picture {
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ShownImage {
  readonly key: string;
  /** Null when there is none. */
  readonly name: string | null;
  readonly size: { readonly width: number; readonly height: number } | null;
  /** What the bucket keeps, in pixels of the image. */
  readonly crop: Rect | null;
  readonly lines: readonly string[];
  readonly picture: Picture | null;
  readonly twin: { readonly name: string; readonly place: number | null; readonly picture: Picture | null } | null;
}

export type ToWorkbench =
  | { readonly type: 'start'; readonly language: string; readonly texts: Texts }
  /** Null: there is no dataset. */
  | { readonly type: 'state'; readonly state: ShownState | null }
  | {
      readonly type: 'items';
      readonly revision: number;
      readonly version: number;
      readonly offset: number;
      readonly items: readonly ShownItem[];
    }
  | {
      readonly type: 'thumbnail';
      readonly revision: number;
      readonly place: number;
      readonly picture: Picture | null;
      /** Why there is no picture, where that is known. */
      readonly problem: PictureProblem;
    }
  /** `place` null: of a current one that the filter leaves out. `fine`: large enough to be zoomed in. */
  | {
      readonly type: 'image';
      readonly revision: number;
      readonly place: number | null;
      readonly fine: boolean;
      readonly image: ShownImage | null;
    }
  | {
      readonly type: 'proposals';
      readonly turn: number;
      readonly problem: string | null;
      readonly proposals: readonly { readonly label: string; readonly detail: string; readonly filter: string }[];
    }
  /** Said once, for everybody: what an action did, or why it could not. */
  | { readonly type: 'notice'; readonly text: string };

export type FromWorkbench =
  | { readonly type: 'ready' }
  /** `turn` counts the steps of the page. */
  | { readonly type: 'step'; readonly by: number; readonly turn: number }
  | { readonly type: 'go'; readonly revision: number; readonly place: number }
  | { readonly type: 'select'; readonly revision: number; readonly ranges: Ranges; readonly mode: SelectMode }
  /** Selects from where the range began to another place. */
  | { readonly type: 'extend'; readonly by: number }
  | { readonly type: 'extend-to'; readonly revision: number; readonly place: number }
  | { readonly type: 'select-all' | 'select-none' | 'select-inverse' }
  | { readonly type: 'filter'; readonly filter: string }
  | { readonly type: 'order'; readonly order: Order }
  /** What can stand at the end of a filter that is being typed; `turn` counts the questions. */
  | { readonly type: 'help'; readonly turn: number; readonly filter: string; readonly offset: number }
  | { readonly type: 'items'; readonly revision: number; readonly offset: number; readonly limit: number }
  /** The pictures in sight that are still to be shown, the most wanted first. */
  | { readonly type: 'thumbnails'; readonly revision: number; readonly places: readonly number[] }
  | { readonly type: 'image'; readonly revision: number; readonly place: number | null; readonly fine: boolean }
  | { readonly type: 'act'; readonly action: Action }
  /** The editor beside takes the focus. */
  | { readonly type: 'write' }
  | { readonly type: 'pick-dataset' };

/** What the parts of the page send: steps get their number on the way. */
export type FromPage = Exclude<FromWorkbench, { type: 'step' }> | { readonly type: 'step'; readonly by: number };
