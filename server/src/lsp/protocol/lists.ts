import { RequestType } from 'vscode-languageserver';
import type { LiveAnswer } from '../../ground/live-answer.ts';

// The lists of captions and tags, and the filter that chooses among them.

/** The captions that a filter means, with what a list shows of them: a part of the list at a time. */
export const captionList = new RequestType<CaptionListParams, LiveAnswer<CaptionList>, void>('tagmetry/captionList');
export interface CaptionListParams {
  readonly uri: string;
  readonly filter: string;
  /** Captions left out at the head of the list; 0 by default. */
  readonly offset?: number;
  /** Captions given at the most; 500 by default. */
  readonly limit?: number;
  /**
   * Waits until every caption given is judged. Without it, and without `since`, the answer comes at once: captions that are not judged yet
   * have null in place of their findings.
   */
  readonly judged?: boolean;
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
  /** Null: not judged yet, as for the warnings. */
  readonly errors: number | null;
  readonly warnings: number | null;
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

/** Notes in the sidecar that no rule shall complain about a tag any more. */
export const allowTag = new RequestType<{ readonly uri: string; readonly tag: string }, null, void>(
  'tagmetry/allowTag',
);
