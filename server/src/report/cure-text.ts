import type { RiskLevel } from '../advice/assess.ts';
import { modeTexts, riskName } from '../advice/modes.ts';
import { type FailureMode, failureModes } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import { visible } from '../ground/visible.ts';
import type { Levels } from '../planning/cure.ts';
import { setKindNote, shotText } from '../planning/shot-names.ts';
import type { CurePlan, CurePlanStep } from './cure.ts';

/** Files named per step. */
const named = 3;

/** The levels a step moves, in words; "" where it moves none by itself. */
export function movedLevels(before: Levels, after: Levels): string {
  return failureModes
    .filter((mode) => before[mode] !== undefined && before[mode] !== after[mode])
    .map((mode) => levelChange(mode, before[mode] ?? 'none', after[mode] ?? 'none'))
    .join('; ');
}

function levelChange(mode: FailureMode, before: RiskLevel, after: RiskLevel): string {
  return t('{0}: {1} → {2}', modeTexts[mode].title(), riskName(before), riskName(after));
}

/** A cure for a terminal. */
export function writeCureText({ folder, before, after, steps, left, missing, cutShort }: CurePlan): string {
  const out = [t('The smallest cure of {0}', folder), ''];
  const above = failureModes.filter((mode) => isAbove(before[mode]));
  if (above.length === 0) out.push(t('Every risk is low or none: there is nothing to cure.'));
  else if (steps.length === 0) out.push(t('No change of what is there lowers a risk.'));
  for (const [at, step] of steps.entries()) {
    const effect = movedLevels(step.before, step.after);
    out.push(`${at + 1}. ${visible(step.title)} [${step.source}${step.heuristic ? `; ${t('heuristic')}` : ''}]`);
    out.push(`   ${effect === '' ? t('moves no level by itself; the next steps need it') : effect}`);
    const details = detailsOf(step);
    if (details !== '') out.push(`   ${details}`);
  }
  if (steps.length > 0) {
    out.push('', t('All together: {0}', movedLevels(before, after) || t('no level changes')));
    out.push(t('Nothing is written without --apply; "tagmetry undo" takes it back.'));
  }
  if (cutShort) out.push(t('There are more combinations than were tried: a smaller set may exist.'));
  if (left.length > 0) {
    out.push('', t('What no change of this data cures'));
    for (const { mode, text } of left) out.push(`  ${mode}: ${text}`);
  }
  const { total, shots, of } = missing;
  if (total > 0) {
    const listed = shots.reduce((sum, { pictures }) => sum + pictures, 0);
    out.push('', t('Pictures that are missing: {0}, each of them fills several gaps (heuristic)', total));
    const note = setKindNote(of, t);
    if (note !== '') out.push(`  ${note}`);
    for (const { shot, pictures } of shots) out.push(`  ${pictures}× ${shotText(shot, t)}`);
    if (total > listed) out.push(`  ${t('and {0} more', total - listed)}`);
  }
  return `${out.join('\n')}\n`;
}

const isAbove = (level: RiskLevel | undefined): boolean => level === 'elevated' || level === 'high';

function detailsOf({ images, captions, settings }: CurePlanStep): string {
  if (settings.length > 0) return settings.map(({ key, value }) => `${key} = ${value}`).join(', ');
  const files = images.length > 0 ? images : captions;
  if (files.length === 0) return '';
  return files.slice(0, named).map(visible).join(', ') + (files.length > named ? ' …' : '');
}
