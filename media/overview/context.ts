import type { Ability, Answers, Place, PlaybookStep, Question, RuleAction, TagAction, Verdict } from './messages.ts';
import type { OverviewModel } from './model.ts';

/** Ids of the tabs, in their order. */
export const tabIds = [
  'summary',
  'playbook',
  'findings',
  'tags',
  'binding',
  'co-occurrence',
  'tokens',
  'images',
  'duplicates',
  'config',
  'history',
] as const;
export type TabId = (typeof tabIds)[number];

/** What every view is given: the data, what it remembers, and what it may ask for. */
export interface ViewContext {
  readonly model: OverviewModel;
  /** Whether files can be opened. */
  readonly live: boolean;
  /** What was remembered under a name, or the fallback. Survives new data, other tabs and a reload. */
  recall<T>(name: string, fallback: T): T;
  /** Remembers a plain value. `quiet`: nothing that is shown depends on it. */
  remember(name: string, value: unknown, quiet?: boolean): void;
  open(place: Place): void;
  /** Asks the editor for what the report does not hold. Rejects with a message for the user. The one-file report answers for findings and pictures only. */
  ask<K extends Question['kind']>(question: Extract<Question, { kind: K }>): Promise<Answers[K]>;
  explain(rule: string): void;
  /** Acts on all findings of a rule. */
  actOnRule(rule: string, action: RuleAction): void;
  /** Opens a finding, by its number, and offers its fixes there. */
  fix(finding: number): void;
  /** Shows what a failure mode is. */
  explainRisk(mode: string): void;
  /** Starts something with a tag of the report. */
  actOnTag(tag: string, action: TagAction): void;
  /** What the editor can start on demand; nothing in the one-file report. */
  readonly abilities: readonly Ability[];
  /** Starts what a step of the playbook offers. */
  act(step: PlaybookStep): void;
  /** Remembers what was decided about a group of duplicates, by its number; null takes it back. */
  judge(cluster: number, verdict: Verdict | null): void;
  /** Makes the captions of a group of duplicates alike: with the caption of one image, or (null) with the tags of all. */
  shareCaptions(cluster: number, from: number | null): void;
  /** Moves images, by their numbers, out of the dataset with their captions; the editor asks first. */
  moveAside(images: readonly number[]): void;
  /** Moves copies out of the dataset: of each group all but the first, by their numbers. */
  keepBest(groups: readonly (readonly number[])[]): void;
  /** Shows a tab, after remembering values for it. */
  show(tab: TabId, values?: Readonly<Record<string, unknown>>): void;
}
