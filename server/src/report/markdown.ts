import { riskName } from '../advice/modes.ts';
import { needName, unmeasuredIn } from '../advice/needs.ts';
import { t } from '../ground/l10n.ts';
import { codeBlock, plain } from '../ground/markdown.ts';
import { mostlyProse } from '../metrics/metrics.ts';
import { imageLine } from './image-line.ts';
import type { AuditReport, ReportFinding } from './report.ts';

/** The report as Markdown (GitHub's dialect): for a pull request, a wiki, a file beside the dataset. */
export function writeMarkdown(report: AuditReport): string {
  const { summary, metrics, settings, advice } = report;
  const images = imageLine(metrics.images);
  const out = [
    `# ${t('Audit of {0}', plain(report.folder))}`,
    '',
    t('Images {0}, captions {1}, pairs {2}', summary.images, summary.captions, summary.pairs),
    '',
    ...(images === null ? [] : [images, '']),
    settings.said,
    '',
    `## ${t('Risks')}`,
    '',
    table(
      [t('Failure mode'), t('Risk'), t('Evidence')],
      advice.risks.map(({ title, level, evidence }) => [
        title,
        riskName(level),
        evidence.map(({ text }) => plain(text)).join('<br>'),
      ]),
    ),
  ];
  if (advice.risks.some(({ tooFew }) => tooFew))
    out.push('', t('Too few images to judge: shares over them count as low at most.'));
  else if (advice.risks.some(({ indicative }) => indicative))
    out.push('', t('Few images: the figures are indicative.'));
  for (const { need, ids, how } of unmeasuredIn(advice.risks))
    out.push('', plain(t('Not measured ({0}): {1}', needName(need), `${ids.join(', ')}. ${how}`)));
  const { x, y } = advice.playbook;
  const ticked = advice.symptoms.filter(({ id }) => advice.ticked?.includes(id));
  if (ticked.length > 0) out.push('', plain(t('For: {0}', ticked.map(({ text }) => text).join('; '))));
  if (x.length > 0) {
    out.push('', `## ${t('What to change in the data')}`, '');
    for (const { title, why, heuristic } of x)
      out.push(`- **${plain(title)}.** ${plain(why)}${heuristic ? ` (${t('heuristic')})` : ''}`);
  }
  if (y.length > 0) {
    out.push('', `## ${t('What to change in the training settings')}`);
    for (const { title, why, copy, heuristic } of y)
      out.push(
        '',
        `**${plain(title)}.** ${plain(why)}${heuristic ? ` (${t('heuristic')})` : ''}`,
        '',
        codeBlock('toml', copy),
      );
  }
  out.push(
    '',
    `## ${t('Numbers')}`,
    '',
    table(
      [t('Metric'), t('Value')],
      [
        ...(metrics.proseShare < mostlyProse
          ? [
              [t('Tags per caption'), metrics.tagsPerCaption.toFixed(1)],
              [t('Different tags'), String(metrics.vocabulary)],
              [t('Effective tags'), metrics.distribution.effectiveTags.toFixed(1)],
            ]
          : [[t('Captions written as sentences'), `${(metrics.proseShare * 100).toFixed(0)} %`]]),
        [t('Tokens, median'), tokensText(metrics.tokens.median)],
        [t('Tokens, longest'), tokensText(metrics.tokens.max)],
        ...(metrics.tokens.overLimitShare === null
          ? []
          : [[t('Captions longer than the token limit'), `${(metrics.tokens.overLimitShare * 100).toFixed(1)} %`]]),
      ],
    ),
  );
  const { narrowed, delta } = report;
  if (delta && delta.length > 0) {
    const shown = (value: number | null): string => (value === null ? '–' : String(Number(value.toFixed(3))));
    out.push(
      '',
      `## ${t('Changed since {0}', plain(narrowed?.changedSince ?? ''))}`,
      '',
      table(
        [t('Metric'), t('Before'), t('After')],
        delta.map(({ metric, before, after }) => [metric, shown(before), shown(after)]),
      ),
    );
  }
  out.push('', `## ${t('Findings')}`, '');
  if (narrowed) out.push(t('{0} findings that were known are not shown.', narrowed.hidden), '');
  if (summary.rules.length === 0) out.push(t('No findings.'));
  else
    out.push(
      table(
        [t('Rule'), t('Severity'), t('Count')],
        summary.rules.map(({ rule, severity, count }) => [rule, severity, String(count)]),
      ),
    );
  for (const [file, findings] of byFile(report.findings)) {
    out.push('', `### ${plain(file === '' ? report.folder : file)}`, '');
    for (const finding of findings)
      out.push(`- ${place(finding)}**${finding.severity}** ${plain(finding.message)} (${finding.rule})`);
  }
  return `${out.join('\n')}\n`;
}

function byFile(findings: readonly ReportFinding[]): Map<string, ReportFinding[]> {
  const files = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const list = files.get(finding.file);
    if (list) list.push(finding);
    else files.set(finding.file, [finding]);
  }
  return files;
}

function place({ range }: ReportFinding): string {
  return range ? `${range.start.line + 1}:${range.start.character + 1} ` : '';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** A number of tokens; of an encoder that is not counted it is unknown. */
const tokensText = (tokens: number | null): string => (tokens === null ? t('not counted') : String(tokens));
