import { type FailureMode, failureModes } from '../ground/finding.ts';
import { once } from '../ground/once.ts';
import { conceptBleed } from './evidence/concept-bleed.ts';
import type { EvidenceRow } from './evidence/define.ts';
import { identityCollapse } from './evidence/identity-collapse.ts';
import { memorization } from './evidence/memorization.ts';
import { promptSensitivity } from './evidence/prompt-sensitivity.ts';
import { styleDrift } from './evidence/style-drift.ts';
import { trainingInstability } from './evidence/training-instability.ts';
import { weakSdxl } from './evidence/weak-sdxl.ts';

export type { EvidenceRow, Source, Thresholds } from './evidence/define.ts';

/**
 * The evidence table: all that decides a risk, and nothing else does.
 *
 * Level of a risk = the highest level any of its rows reaches; two elevated rows about different things make high. Low ones do
 * not add up. Shares are 0 to 1, of the captions or the images of the subject. docs/calibration.md shows what made and real sets reach.
 */
export const evidenceTable: Readonly<Record<FailureMode, readonly EvidenceRow[]>> = {
  memorization,
  'concept-bleed': conceptBleed,
  'identity-collapse': identityCollapse,
  'prompt-sensitivity': promptSensitivity,
  'style-drift': styleDrift,
  'training-instability': trainingInstability,
  'weak-sdxl': weakSdxl,
};

/**
 * Where images of a regularization set count as those of the subject do: they are looked at and learnt from like these. What is learnt
 * by heart, or who the subject is, they do not change.
 */
export const countsRegularization: ReadonlySet<FailureMode> = new Set([
  'style-drift',
  'training-instability',
  'weak-sdxl',
]);

/** The failure modes that findings of a rule are evidence for, by the table, in the order of the modes. */
export function failureModesOf(rule: string): readonly FailureMode[] {
  return modesByRule().get(rule) ?? [];
}

const modesByRule = once(() => {
  const found = new Map<string, FailureMode[]>();
  for (const mode of failureModes)
    for (const rule of new Set(evidenceTable[mode].flatMap(({ from }) => ('rule' in from ? [from.rule] : []))))
      found.set(rule, [...(found.get(rule) ?? []), mode]);
  return found;
});
