import type { FailureMode } from '../../ground/finding.ts';
import type { Start } from '../actions.ts';
import type { Source } from '../evidence.ts';
import type { AdviceFacts } from '../facts.ts';
import type { MetricId } from '../metrics.ts';

/** One thing to change in the data (X). */
export interface DataAdvice {
  readonly id: string;
  readonly modes: readonly FailureMode[];
  /** Rules and metrics that call for it. */
  readonly because: readonly (MetricId | (string & {}))[];
  /** What to do, in the display language; without facts as it holds of any set. */
  readonly title: (facts?: AdviceFacts) => string;
  /** Why it helps. */
  readonly why: (facts?: AdviceFacts) => string;
  /** The numbers of this set, in a sentence; '' where there are none. */
  readonly numbers?: (facts: AdviceFacts, evidence: readonly string[]) => string;
  readonly action: Start;
  /** It needs more than evidence or a symptom. */
  readonly when?: (facts: AdviceFacts) => boolean;
  readonly source: Source;
  /** Rests on inference or practice, not on a published result. */
  readonly heuristic: boolean;
}
