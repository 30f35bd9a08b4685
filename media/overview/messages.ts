import type { SettingDiff } from '../../server/src/advice/config-diff.ts';
import type { Change, Outcome } from '../../server/src/advice/what-if.ts';
import type { FindingFilter, FindingsPage } from '../../server/src/ground/finding-filter.ts';
import type { LiveAnswer } from '../../server/src/ground/live-answer.ts';
import type { Applied, DatasetComparison, LockState, PlanAnswer, PruneEffect } from '../../server/src/lsp/protocol.ts';
import type { ConceptKind } from '../../server/src/planning/practice.ts';
import type { ConceptBinding } from '../../server/src/report/binding.ts';
import type { CurePlan } from '../../server/src/report/cure.ts';
import type { ExposureSummary } from '../../server/src/report/exposure-summary.ts';
import type { ReportHead } from '../../server/src/report/live-report.ts';
import type { AuditReport, ReportFinding } from '../../server/src/report/report.ts';
import type { FeedTrial } from '../../server/src/trainers/fed-run.ts';

/** What the Folder Overview and its host say to each other. The view names things by their number in the report it was
 * given, never by a path: the host alone knows files. */

/** A thing of the report, by its number in the list it stands in. Findings: in the list grouped by rule, as pages give it. */
export type Place =
  | { readonly kind: 'finding'; readonly index: number }
  | { readonly kind: 'related'; readonly finding: number; readonly index: number }
  | { readonly kind: 'image'; readonly index: number }
  | { readonly kind: 'caption'; readonly index: number }
  /** A place of the last answer to a search. */
  | { readonly kind: 'hit'; readonly index: number }
  /** A file of the last comparison. */
  | { readonly kind: 'change'; readonly index: number };

/** A step of the playbook that changes data, by its place in the report's advice. */
export interface PlaybookStep {
  readonly list: 'playbook' | 'further';
  readonly index: number;
}

/** Kinds of work the editor may be able to start. */
export const abilities = ['filter', 'bulk-edit'] as const;
export type Ability = (typeof abilities)[number];

/** What can be done with a tag. */
export const tagActions = ['show', 'rename', 'remove', 'trigger', 'class-word'] as const;
export type TagAction = (typeof tagActions)[number];

/** What can be decided about images that look alike. */
export const verdicts = ['keep', 'alternate', 'not-a-duplicate'] as const;
export type Verdict = (typeof verdicts)[number];

/** Translations of the view's texts: English text to what is shown. */
export type Texts = Readonly<Record<string, string>>;

/** What the view wants to know beyond the report. */
export type Question =
  /** Names of the captions with all of these tags; each can be opened as a hit until the next search. */
  | { readonly kind: 'find'; readonly tags: readonly string[] }
  /** A small picture of an image, by its number in the report. */
  | { readonly kind: 'thumbnail'; readonly image: number }
  /** Findings that a filter lets through, from `offset`, `limit` at the most. */
  | { readonly kind: 'findings'; readonly filter: FindingFilter; readonly offset: number; readonly limit: number }
  /** Tags of captions, in normal form, by their numbers in the report. */
  | { readonly kind: 'tags'; readonly captions: readonly number[] }
  /** What the trainer will do. */
  | { readonly kind: 'plan' }
  /** What will be fed over the run, as configured or as tried. */
  | { readonly kind: 'exposure'; readonly trial: FeedTrial; readonly tokens: number | null }
  /** What each tag is to its trigger; `kinds`: what concepts are, by trigger. */
  | { readonly kind: 'binding'; readonly kinds: Readonly<Record<string, ConceptKind>> }
  /** What pruning for a trigger would change. */
  | { readonly kind: 'prune-effect'; readonly trigger: string; readonly concept: ConceptKind }
  /** Prunes for a trigger; the host asks first. */
  | { readonly kind: 'prune'; readonly trigger: string; readonly concept: ConceptKind }
  /** The smallest set of changes that brings every risk to low. */
  | { readonly kind: 'cure' }
  /** Makes steps of the last cure; the host asks first. */
  | { readonly kind: 'apply-cure'; readonly steps: readonly string[] }
  /** What changes would make of the dataset; nothing is changed. */
  | { readonly kind: 'what-if'; readonly changes: readonly Change[] }
  /** The advised settings of the playbook against the user's configuration, step by step. */
  | { readonly kind: 'settings' }
  /** The same after the settings of one step were written into the open configuration. */
  | { readonly kind: 'apply-settings'; readonly step: number }
  /** The lock in the folder. */
  | { readonly kind: 'lock-state' }
  /** Locks the dataset as it is; the host asks before a lock is replaced. */
  | { readonly kind: 'lock' }
  /** What changed since the lock; each of its files can be opened as a change until the next comparison. */
  | { readonly kind: 'since-lock' }
  /** The dataset against a LoRA file or another lock that the host asks for. */
  | { readonly kind: 'compare' };

export interface Answers {
  readonly find: readonly string[];
  /** Null where no picture can be made. */
  readonly thumbnail: { readonly mime: string /** Base64. */; readonly data: string } | null;
  readonly findings: FindingsPage<ReportFinding>;
  readonly tags: readonly (readonly string[])[];
  readonly plan: PlanAnswer;
  /** Null where training stops or no image trains. */
  readonly exposure: ExposureSummary | null;
  readonly binding: readonly ConceptBinding[];
  readonly 'prune-effect': PruneEffect;
  /** Null when the user thought better of it. */
  readonly prune: Applied | null;
  readonly cure: CurePlan;
  readonly 'apply-cure': Applied | null;
  readonly 'what-if': { readonly before: Outcome; readonly after: Outcome };
  readonly settings: AdvisedSettings;
  readonly 'apply-settings': AdvisedSettings;
  readonly 'lock-state': LockState;
  /** Null when the user thought better of it. */
  readonly lock: LockState | null;
  readonly 'since-lock': ShownComparison;
  readonly compare: ShownComparison | null;
}

/** A comparison as the view is given it. */
export interface ShownComparison extends Omit<DatasetComparison, 'sections'> {
  readonly sections: readonly (Omit<DatasetComparison['sections'][number], 'rows'> & {
    readonly rows: readonly ShownRow[];
  })[];
}

export interface ShownRow {
  readonly text: string;
  /** The number of the file it is about, and how many UTF-16 units at the beginning of the text name it; null: none. */
  readonly change: { readonly index: number; readonly length: number } | null;
}

/** Advised settings against a configuration. */
export interface AdvisedSettings {
  /** Names of the files; null where there is none. */
  readonly datasetConfig: string | null;
  readonly configFile: string | null;
  /** For each step of the playbook that changes settings, in its order. */
  readonly steps: readonly {
    readonly diffs: readonly SettingDiff[];
    /** Whether anything of it can be written. */
    readonly canApply: boolean;
  }[];
}

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
  /** Id of the tab to begin with; left out: the one that was open, else the first. */
  readonly tab?: string;
  /** When the report of a file was made, as ISO 8601; left out by the editor, whose report is of now. */
  readonly made?: string;
}

/** What changed in a report by its revision, or the whole of it: a place is valid together with the revision it was seen in. */
export interface ReportMessage {
  readonly type: 'report';
  readonly answer: LiveAnswer<ReportHead>;
}

export type ToView =
  | StartMessage
  | ReportMessage
  /** The host is at work; null when it has ended. */
  | { readonly type: 'progress'; readonly message: string | null }
  | { readonly type: 'failed'; readonly message: string }
  /** Goes to a tab, by its id. */
  | { readonly type: 'show'; readonly tab: string }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answers[Question['kind']] }
  /** A question that cannot be answered, with a message for the user. */
  | { readonly type: 'refused'; readonly id: number; readonly message: string };

/** What can be done about all findings of a rule: fix them with a preview, or go through their captions in the workbench. */
export const ruleActions = ['fix-all', 'workbench'] as const;
export type RuleAction = (typeof ruleActions)[number];

export type ToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'refresh' }
  /** Leaves the images alone until the next refresh. */
  | { readonly type: 'stop' }
  | { readonly type: 'open'; readonly revision: number; readonly place: Place }
  /** Shows why a rule exists. `index`: its number in `summary.rules`. */
  | { readonly type: 'explain'; readonly revision: number; readonly index: number }
  /** Acts on all findings of a rule. `index`: its number in `summary.rules`. */
  | { readonly type: 'rule'; readonly revision: number; readonly index: number; readonly action: RuleAction }
  /** Opens a finding, by its number, and offers its fixes there. */
  | { readonly type: 'fix'; readonly revision: number; readonly index: number }
  /** Shows what a failure mode is and what speaks for it. `index`: its number in `advice.risks`. */
  | { readonly type: 'explain-risk'; readonly revision: number; readonly index: number }
  /** Does something with a tag, by its number in the report. */
  | { readonly type: 'tag'; readonly revision: number; readonly index: number; readonly action: TagAction }
  /** `id` counts the questions of the view; the answer bears it. */
  | { readonly type: 'ask'; readonly id: number; readonly revision: number; readonly question: Question }
  | { readonly type: 'act'; readonly revision: number; readonly step: PlaybookStep }
  /** Remembers what was decided about a group of duplicates; null takes it back. */
  | { readonly type: 'judge'; readonly revision: number; readonly cluster: number; readonly verdict: Verdict | null }
  /** Makes the captions of a group alike: with the text of one image's caption, or (null) with the tags of all. */
  | {
      readonly type: 'share-captions';
      readonly revision: number;
      readonly cluster: number;
      readonly from: number | null;
    }
  /** Moves images, by their numbers, and their captions out of the dataset. The host asks first. */
  | { readonly type: 'move-aside'; readonly revision: number; readonly images: readonly number[] }
  /** Moves copies out of the dataset: of each group all but the first, by their numbers. The host shows them first. */
  | { readonly type: 'keep-best'; readonly revision: number; readonly groups: readonly (readonly number[])[] }
  /** Asks the user for a format and a file, and writes the report. */
  | { readonly type: 'export' };

/** What the one-file report embeds instead of messages. */
export interface EmbeddedData {
  readonly language: string;
  readonly texts: Texts;
  readonly report: AuditReport;
  /** ISO 8601. */
  readonly made: string;
  /** Small pictures by the image's file, JPEG in base64. */
  readonly pictures: Readonly<Record<string, string>>;
}
/** Id of the element that holds the embedded data: JSON, compressed with gzip, in base64. */
export const embeddedDataId = 'tagmetry-data';
