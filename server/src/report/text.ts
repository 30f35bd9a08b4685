import { type RiskLevel, riskLevels } from '../advice/assess.ts';
import { riskName } from '../advice/modes.ts';
import { type Need, needName, unmeasuredIn } from '../advice/needs.ts';
import { wordsFor } from '../advice/playbook.ts';
import type { Severity } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import { visible } from '../ground/visible.ts';
import { mostlyProse } from '../metrics/metrics.ts';
import { imageLine } from './image-line.ts';
import type { AuditReport, ReportFinding } from './report.ts';

const colours: Record<Severity, string> = {
  error: '\x1b[31m',
  warning: '\x1b[33m',
  info: '\x1b[36m',
  hint: '\x1b[90m',
};

export interface TextOptions {
  readonly colour: boolean;
  /** List hints one by one; without it only their number per rule is shown. */
  readonly hints?: boolean;
  /** List every finding; without it long lists are shortened. */
  readonly all?: boolean;
}

/** Findings of one rule that are listed in one file and in all; errors are always listed. */
const listedPerFile = 5;
const listedPerRule = 50;

/** The findings that are listed, in the order of the report. */
function listed(findings: readonly ReportFinding[], { hints = false, all = false }: TextOptions): ReportFinding[] {
  const counts = new Map<string, number>();
  const take = (key: string, limit: number): boolean => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= limit;
  };
  return findings.filter(({ rule, file, severity }) => {
    if (severity === 'hint' && !hints) return false;
    if (all || severity === 'error') return true;
    return take(`${file}\n${rule}`, listedPerFile) && take(rule, listedPerRule);
  });
}

/** The report for a terminal. File names are shown with control characters made visible. */
export function writeText(report: AuditReport, options: TextOptions): string {
  const { colour } = options;
  const paint = (code: string, text: string): string => (colour ? `${code}${text}\x1b[0m` : text);
  const bold = (text: string): string => paint('\x1b[1m', text);
  const out: string[] = [];
  let file: string | null = null;
  const shown = listed(report.findings, options);
  const shownOf = new Map<string, number>();
  for (const finding of shown) {
    const { rule: key } = finding;
    shownOf.set(key, (shownOf.get(key) ?? 0) + 1);
    if (finding.file !== file) {
      file = finding.file;
      out.push('', bold(visible(file === '' ? report.folder : file)));
    }
    out.push(
      `  ${place(finding).padEnd(8)}${paint(colours[finding.severity], finding.severity.padEnd(8))}${visible(finding.message)}  ${paint('\x1b[90m', finding.rule)}`,
    );
  }
  const { summary, metrics, settings } = report;
  const images = imageLine(metrics.images);
  out.push(
    '',
    bold(t('Images {0}, captions {1}, pairs {2}', summary.images, summary.captions, summary.pairs)),
    ...(images === null ? [] : [images]),
    ...(metrics.proseShare < mostlyProse
      ? [t('Tags: {0} per caption, {1} different', metrics.tagsPerCaption.toFixed(1), metrics.vocabulary)]
      : [`${t('Captions written as sentences')}: ${(metrics.proseShare * 100).toFixed(0)} %`]),
    (settings.encoder.counted
      ? t('Tokens: median {0}, longest {1}', metrics.tokens.median ?? 0, metrics.tokens.max ?? 0)
      : t('{0} tokens are not counted.', settings.encoder.name)) +
      (metrics.tokens.overLimitShare === null
        ? ''
        : t(', {0} % over {1}', (metrics.tokens.overLimitShare * 100).toFixed(1), settings.tokenLimit ?? 0)),
    settings.said,
  );
  if (summary.rules.length === 0) out.push(t('No findings.'));
  else {
    out.push('');
    for (const { rule, severity, count } of summary.rules) {
      const some = shownOf.get(rule) ?? 0;
      const note = some === count ? '' : paint('\x1b[90m', `  ${t('{0} listed', some)}`);
      out.push(`${String(count).padStart(6)}  ${paint(colours[severity], severity.padEnd(8))}${rule}${note}`);
    }
    const hidden = report.findings.filter(({ severity }) => severity !== 'hint' || options.hints).length - shown.length;
    if (hidden > 0) out.push(t('{0} findings are counted but not listed. --all lists them.', hidden));
    if (!options.hints && report.findings.some(({ severity }) => severity === 'hint'))
      out.push(t('Hints are counted only. --hints lists them.'));
  }
  if (report.narrowed) out.push(t('{0} findings that were known are not shown.', report.narrowed.hidden));
  if (report.delta && report.delta.length > 0) {
    out.push('', bold(t('Changed since {0}', report.narrowed?.changedSince ?? '')));
    for (const { metric, before, after } of report.delta)
      out.push(`  ${metric.padEnd(18)}${rounded(before)} → ${rounded(after)}`);
  }
  out.push('', ...adviceLines(report, paint));
  return `${out.join('\n').replace(/^\n/, '')}\n`;
}

/** Playbook entries shown on a terminal; the reports hold all. */
const stepsShown = 5;

const levelColours: Record<RiskLevel, string> = {
  high: '\x1b[31m',
  elevated: '\x1b[33m',
  low: '\x1b[36m',
  none: '\x1b[90m',
};

function adviceLines(
  { advice, settings: { profile } }: AuditReport,
  paint: (code: string, text: string) => string,
): string[] {
  const bold = (text: string): string => paint('\x1b[1m', text);
  const risks = [...advice.risks].sort((a, b) => riskLevels.indexOf(b.level) - riskLevels.indexOf(a.level));
  const out = [bold(risksTitle(risks))];
  for (const { level, title, evidence } of risks) {
    out.push(`  ${paint(levelColours[level], riskName(level).padEnd(10))}${title}`);
    if (level === 'none' || level === 'low') continue;
    // Three low ones make elevated: then they are the evidence.
    const strong = evidence.filter((piece) => piece.level !== 'low');
    for (const { text } of strong.length > 0 ? strong : evidence) out.push(`            ${visible(text)}`);
  }
  for (const { need, how } of unmeasuredIn(risks).filter((entry) => ownDoing.has(entry.need)))
    out.push(paint('\x1b[90m', `  ${t('Not measured ({0}): {1}', needName(need), how)}`));
  const { x } = advice.playbook;
  const y = advice.playbook.y.filter((step) => wordsFor(step, profile).length > 0);
  if (advice.ticked) out.push('', ...tickedLines(advice).map(visible));
  if (x.length > 0) {
    out.push('', bold(t('What to change in the data')));
    for (const { title } of x.slice(0, stepsShown)) out.push(`  ${title}`);
    if (x.length > stepsShown) out.push(`  ${t('{0} more in the other formats', x.length - stepsShown)}`);
  }
  if (y.length > 0) {
    out.push('', bold(t('What to change in the training settings')));
    for (const step of y.slice(0, stepsShown)) out.push(`  ${step.title}: ${wordsFor(step, profile).join(', ')}`);
    if (y.length > stepsShown) out.push(`  ${t('{0} more in the other formats', y.length - stepsShown)}`);
  }
  return out;
}

/** What whoever runs the audit can give; what the captions lack stands in the other formats. */
const ownDoing: ReadonlySet<Need> = new Set<Need>(['configuration', 'options', 'images', 'pixels', 'trigger']);

function tickedLines({ symptoms, ticked }: AuditReport['advice']): string[] {
  const texts = symptoms.filter(({ id }) => ticked?.includes(id)).map(({ text }) => text);
  return texts.length === 0 ? [] : [t('For: {0}', texts.join('; '))];
}

function risksTitle(risks: AuditReport['advice']['risks']): string {
  if (risks.some(({ tooFew }) => tooFew)) return t('Risks (too few images to judge by shares)');
  return risks.some(({ indicative }) => indicative) ? t('Risks (indicative, few images)') : t('Risks');
}

const rounded = (value: number | null): string => (value === null ? '–' : String(Number(value.toFixed(3))));

function place({ range }: ReportFinding): string {
  return range ? `${range.start.line + 1}:${range.start.character + 1}` : '-';
}
