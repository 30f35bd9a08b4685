import { type FailureMode, failureModes } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import { dataAdvice } from './data/index.ts';
import { type EvidenceRow, evidenceTable } from './evidence.ts';
import { formatValue, type MetricUnit, metrics } from './metrics.ts';
import { modeTexts, riskName, symptoms } from './modes.ts';
import { settingsAdvice } from './settings/index.ts';

/** What a failure mode looks like, what speaks for it and from which numbers, and what to do: Markdown text. */
export function explainMode(mode: FailureMode): string {
  const { title, summary } = modeTexts[mode];
  const heuristic = t('heuristic');
  const mark = (entry: { readonly heuristic: boolean; readonly source: string }): string =>
    `(${entry.source}${entry.heuristic ? `; ${heuristic}` : ''})`;
  return [
    `# ${title()} (${mode})`,
    '',
    summary(),
    '',
    `## ${t('What you see')}`,
    '',
    ...symptoms.filter((symptom) => symptom.mode === mode).map(({ text }) => `- ${text()}`),
    '',
    `## ${t('Evidence')}`,
    '',
    ...evidenceTable[mode].map((row) => `- ${describeRow(row)} ${mark(row)}`),
    '',
    t('The risk is the highest level reached. Two elevated about different things make high; low ones do not add up.'),
    '',
    `## ${t('What to change in the data')}`,
    '',
    ...dataAdvice
      .filter(({ modes }) => modes.includes(mode))
      .map((entry) => `- ${entry.title()}. ${entry.why()} ${mark(entry)}`),
    '',
    `## ${t('What to change in the training settings')}`,
    '',
    ...settingsAdvice
      .filter(({ modes }) => modes.includes(mode))
      .map((entry) => `- ${entry.title()}. ${entry.why()} ${mark(entry)}`),
  ].join('\n');
}

/** The symptoms a user can name, by failure mode: Markdown text. */
export function explainSymptoms(): string {
  return failureModes
    .map((mode) =>
      [
        `## ${modeTexts[mode].title()} (${mode})`,
        '',
        ...symptoms.filter((symptom) => symptom.mode === mode).map(({ id, text }) => `- ${id}: ${text()}`),
      ].join('\n'),
    )
    .join('\n\n');
}

function describeRow(row: EvidenceRow): string {
  const { from, at } = row;
  const unit: MetricUnit =
    'metric' in from
      ? metrics[from.metric].unit
      : from.measure === 'captions' || from.measure === 'warned' || from.measure === 'images'
        ? 'share'
        : 'count';
  const below = 'metric' in from && from.below;
  const name =
    'metric' in from
      ? metrics[from.metric].title()
      : from.measure === 'captions'
        ? t('{0}, share of captions', from.rule)
        : from.measure === 'warned'
          ? t('{0}, share of captions it warns of', from.rule)
          : from.measure === 'images'
            ? t('{0}, share of images', from.rule)
            : from.rule;
  const levels = (['low', 'elevated', 'high'] as const).flatMap((level) => {
    const value = at[level];
    return value === undefined ? [] : [`${riskName(level)} ${below ? '≤' : '≥'} ${formatValue(value, unit)}`];
  });
  return `${name}: ${levels.join(', ')}`;
}
