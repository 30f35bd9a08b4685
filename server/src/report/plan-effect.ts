import { type RiskLevel, riskLevels } from '../advice/assess.ts';
import type { Exposure } from '../exposure/exposure.ts';
import type { FailureMode } from '../ground/finding.ts';
import type { AuditReport } from './report.ts';

/** A risk before and after a change. */
export interface RiskChange {
  readonly mode: FailureMode;
  /** In the display language. */
  readonly title: string;
  readonly before: RiskLevel;
  readonly after: RiskLevel;
}

/** What a change does to a dataset, from the audit of it as it is and as it would be. */
export interface PlanEffect {
  readonly risks: readonly RiskChange[];
  /** Written tags that are read, of all showings of written tags, 0 to 1; null where exposure is not known. */
  readonly read: { readonly before: number; readonly after: number } | null;
}

export function effectOf(
  before: Pick<AuditReport, 'advice'>,
  after: Pick<AuditReport, 'advice'>,
  exposure: readonly [Exposure | null, Exposure | null],
): PlanEffect {
  const levels = new Map(after.advice.risks.map(({ mode, level }) => [mode, level]));
  const [first, second] = exposure;
  return {
    risks: before.advice.risks.map(({ mode, title, level }) => ({
      mode,
      title,
      before: level,
      after: levels.get(mode) ?? level,
    })),
    read: first && second ? { before: readShare(first), after: readShare(second) } : null,
  };
}

/** Of the showings of written tags the part in which they are read. */
function readShare({ tags }: Exposure): number {
  let shows = 0;
  let reached = 0;
  for (const tag of tags)
    if (tag.images > 0) {
      shows += tag.shows;
      reached += tag.reached;
    }
  return shows === 0 ? 1 : reached / shows;
}

/** Risks that a change makes worse. */
export const worsened = ({ risks }: PlanEffect): readonly RiskChange[] =>
  risks.filter(({ before, after }) => riskLevels.indexOf(after) > riskLevels.indexOf(before));
