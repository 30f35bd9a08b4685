import type { RiskLevel } from '../../server/src/advice/assess.ts';
import type { FailureMode } from '../../server/src/ground/finding.ts';
import type { SeedSet } from './sets.ts';

/** What must follow from a set that has what a statement speaks of. */
export interface Consequence {
  readonly mode: FailureMode;
  /** The rule or metric that is the evidence. */
  readonly evidence: string;
  /** Level of that evidence in the faint and in the clear set. */
  readonly faint: RiskLevel;
  readonly clear: RiskLevel;
  /** A finding of this rule stands in the report of the clear set. */
  readonly finding?: string;
  /** Steps of the playbook for the clear set. */
  readonly x?: readonly string[];
  readonly y?: readonly string[];
  /** The map or this page marks it as inference. */
  readonly heuristic: boolean;
}

/** A statement of the failure map, restated, with sets that have what it speaks of and one that has not. */
export interface Proved extends Consequence {
  readonly says: string;
  readonly not?: SeedSet;
  readonly faintSet: SeedSet;
  readonly clearSet: SeedSet;
  /** What else acts on it, as the page names it. */
  readonly also?: readonly string[];
}

/** A statement that no set can show: symptoms of a finished training, numbers of the report, advice in general, or nothing at all. */
export interface Told {
  readonly says: string;
  /** What acts on it, as the page names it; empty where nothing can. */
  readonly by: readonly string[];
  /** Why no tool can act on it from data, where none does. */
  readonly because?: string;
}

export type Statement = Proved | Told;
export const isProved = (statement: Statement): statement is Proved => 'evidence' in statement;

/** A section of docs/failure-modes.md; evidence and advice name it as `map: <title in lower case>`. */
export interface Section {
  readonly title: string;
  readonly statements: readonly Statement[];
}
