import type { AuditReport } from '../../server/src/report/report.ts';

/** What the Folder Overview and its host say to each other. The view names things by their number in the report it was
 * given, never by a path: the host alone knows files. */

/** A thing of the report, by its number in the list it stands in. */
export type Place =
  | { readonly kind: 'finding'; readonly index: number }
  | { readonly kind: 'related'; readonly finding: number; readonly index: number }
  | { readonly kind: 'image'; readonly index: number }
  | { readonly kind: 'caption'; readonly index: number }
  /** A place of the last answer to a search. */
  | { readonly kind: 'hit'; readonly index: number };

/** A step of the playbook that changes data, by its place in the report's advice. */
export interface PlaybookStep {
  readonly list: 'playbook' | 'further';
  readonly index: number;
}

/** Kinds of work the editor may be able to start. */
export const abilities = ['filter', 'bulk-edit'] as const;
export type Ability = (typeof abilities)[number];

/** Translations of the view's texts: English text to what is shown. */
export type Texts = Readonly<Record<string, string>>;

/** Formats the host can write the report in, the most asked for first. */
export const exportFormats = ['html', 'markdown', 'csv', 'json'] as const;

export interface StartMessage {
  readonly type: 'start';
  /** BCP 47 tag of the display language. */
  readonly language: string;
  readonly texts: Texts;
  /** Names the dataset to the host when the window is restored; the view only keeps it. */
  readonly root: string;
  readonly abilities: readonly Ability[];
}

export interface ReportMessage {
  readonly type: 'report';
  /** Counts the reports of this panel: a place is valid together with the revision it was seen in. */
  readonly revision: number;
  readonly report: AuditReport;
}

export type ToView =
  | StartMessage
  | ReportMessage
  /** The host is at work; null when it has ended. */
  | { readonly type: 'progress'; readonly message: string | null }
  | { readonly type: 'failed'; readonly message: string }
  /** Names of the captions found, in the order of their numbers. */
  | { readonly type: 'found'; readonly search: number; readonly files: readonly string[] };

export type ToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'refresh' }
  | { readonly type: 'open'; readonly revision: number; readonly place: Place }
  /** Shows why a rule exists. `index`: its number in `summary.rules`. */
  | { readonly type: 'explain'; readonly revision: number; readonly index: number }
  /** Looks for the captions with all of these tags. `search` counts the searches of the view. */
  | { readonly type: 'find'; readonly search: number; readonly tags: readonly string[] }
  | { readonly type: 'act'; readonly revision: number; readonly step: PlaybookStep }
  /** Asks the user for a format and a file, and writes the report. */
  | { readonly type: 'export' };

/** What the one-file report embeds instead of messages. */
export interface EmbeddedData {
  readonly language: string;
  readonly texts: Texts;
  readonly report: AuditReport;
}
/** Id of the element that holds the embedded data as JSON. */
export const embeddedDataId = 'tagmetry-data';
