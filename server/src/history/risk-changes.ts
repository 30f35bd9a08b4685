import { assess, type Evidence, type RiskLevel, riskLevels } from '../advice/assess.ts';
import type { AdviceFacts } from '../advice/facts.ts';
import { formatValue, type MetricId, metricIds, metrics } from '../advice/metrics.ts';
import { modeTexts } from '../advice/modes.ts';
import type { FailureMode } from '../ground/finding.ts';
import type { TrainingRecord } from './record.ts';
import { recordFacts } from './record-risks.ts';

/** How a risk moved. */
export interface RiskChange {
  readonly mode: FailureMode;
  readonly title: string;
  readonly before: RiskLevel;
  readonly after: RiskLevel;
  /** What speaks for it now and did not, spoke for it and does not, or speaks with another number. */
  readonly appeared: readonly EvidencePiece[];
  readonly gone: readonly EvidencePiece[];
  readonly moved: readonly { readonly before: EvidencePiece; readonly after: EvidencePiece }[];
}

/** A piece of evidence as it is kept: without words, which a language decides, and without files. */
export type EvidencePiece = Pick<Evidence, 'kind' | 'id' | 'about' | 'level' | 'value' | 'unit'>;

/** A risk as it is kept. */
export interface SeenRisk {
  readonly mode: FailureMode;
  readonly level: RiskLevel;
  readonly evidence: readonly EvidencePiece[];
}

/** A piece of evidence in words. */
export function pieceText({ kind, id, value, unit }: EvidencePiece): string {
  const title = kind === 'metric' && id in metrics ? metrics[id as MetricId].title() : id;
  return `${title}: ${formatValue(value, unit)}`;
}

const pieceOf = ({ kind, id, about, level, value, unit }: EvidencePiece): EvidencePiece => ({
  kind,
  id,
  about,
  level,
  value,
  unit,
});

/** A risk without words and files. */
export const seenRisk = ({ mode, level, evidence }: SeenRisk): SeenRisk => ({
  mode,
  level,
  evidence: evidence.map(pieceOf),
});

/** The risks of both sides by what was measured on both: else a side would look better for telling less. */
export function commonRisks(before: TrainingRecord, after: TrainingRecord): [SeenRisk[], SeenRisk[]] {
  // A model that one side does not name is taken for the other's: it is no difference.
  const a = recordFacts({ ...before, family: before.family ?? after.family });
  const b = recordFacts({ ...after, family: after.family ?? before.family });
  const masked = (own: AdviceFacts, other: AdviceFacts): AdviceFacts => ({
    ...own,
    metrics: Object.fromEntries(
      metricIds.map((id) => [id, other.metrics[id] === null ? null : own.metrics[id]]),
    ) as AdviceFacts['metrics'],
  });
  return [assess(masked(a, b)).map(seenRisk), assess(masked(b, a)).map(seenRisk)];
}

const rank = (level: RiskLevel): number => riskLevels.indexOf(level);

/** The risks that moved, or whose evidence did; the highest rise first. */
export function riskChanges(before: readonly SeenRisk[], after: readonly SeenRisk[]): RiskChange[] {
  const changes: RiskChange[] = [];
  for (const now of after) {
    const then = before.find(({ mode }) => mode === now.mode);
    if (!then) continue;
    const was = new Map(then.evidence.map((piece) => [keyOf(piece), piece]));
    const is = new Map(now.evidence.map((piece) => [keyOf(piece), piece]));
    const change = {
      mode: now.mode,
      title: modeTexts[now.mode].title(),
      before: then.level,
      after: now.level,
      appeared: now.evidence.filter((piece) => !was.has(keyOf(piece))),
      gone: then.evidence.filter((piece) => !is.has(keyOf(piece))),
      moved: now.evidence.flatMap((piece) => {
        const old = was.get(keyOf(piece));
        return old && pieceText(old) !== pieceText(piece) ? [{ before: old, after: piece }] : [];
      }),
    };
    const isSame = change.appeared.length + change.gone.length + change.moved.length === 0;
    if (!isSame || change.before !== change.after) changes.push(change);
  }
  const rise = ({ before: from, after: to }: RiskChange): number => rank(to) - rank(from);
  return changes.sort((a, b) => rise(b) - rise(a) || rank(b.after) - rank(a.after));
}

const keyOf = ({ id, about }: EvidencePiece): string => `${id}\n${about}`;
