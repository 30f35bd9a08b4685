import { riskLevels } from '../advice/assess.ts';
import { riskName } from '../advice/modes.ts';
import { t } from '../ground/l10n.ts';
import { visible } from '../ground/visible.ts';
import { subsetText, valueText } from '../history/compare-text.ts';
import type { KnownNumber } from './lora-file.ts';
import type { LoraReport } from './lora-report.ts';

export interface LoraTextOptions {
  readonly colour: boolean;
  /** List every tag; without it the most frequent ones. */
  readonly all?: boolean;
}

/** Tags and buckets that are listed unless all are asked for. */
const listed = 30;

/** A LoRA file for a terminal. What the file says is shown with control characters made visible. */
export function writeLoraText(report: LoraReport, { colour, all = false }: LoraTextOptions): string {
  const bold = (text: string): string => (colour ? `\x1b[1m${text}\x1b[0m` : text);
  const out: string[] = [bold(visible(report.file)), ...factLines(report)];
  const section = (title: string, lines: readonly string[]): void => {
    if (lines.length > 0) out.push('', bold(title), ...lines.map((line) => `  ${visible(line)}`));
  };
  section(t('Folders'), (report.subsets ?? []).map(subsetLine));
  section(
    t('Options'),
    settingsOf(report).map(({ name, value }) => `${name} = ${value}`),
  );
  section(
    t('Buckets'),
    shortened(
      report.buckets ?? [],
      all,
      ({ width, height, samples }) => `${`${width}×${height}`.padEnd(12)}${samples}`,
    ),
  );
  section(
    t('Tags'),
    shortened(
      report.tags ?? [],
      all,
      ({ tag, count, share }) =>
        `${String(count).padStart(6)}  ${share === null ? '' : `${percent(share).padStart(7)}  `}${tag}`,
    ),
  );
  section(t('Risks, as far as the file tells'), riskLines(report));
  section(t('What the file does not say'), report.unknown);
  section(t('Odd about the file'), report.notes);
  return `${out.join('\n')}\n`;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function shortened<T>(items: readonly T[], all: boolean, line: (item: T) => string): string[] {
  const shown = all ? items : items.slice(0, listed);
  const lines = shown.map(line);
  if (shown.length < items.length) lines.push(t('… {0} more. --all lists them.', items.length - shown.length));
  return lines;
}

/** The main facts of a LoRA file in words; what is not known is left out. */
export function factsOf(report: LoraReport): { readonly name: string; readonly value: string }[] {
  const parts = report.network.parts.map(({ name, layers }) => t('{0} ({1} layers)', name, layers));
  const facts: [string, string | null][] = [
    [t('Trained with'), trainerText(report)],
    [t('Base model'), modelText(report)],
    [t('Network'), networkText(report)],
    [t('Trained parts'), parts.join(', ') || null],
    [t('Trigger'), report.trigger],
    [t('Steps'), runText(report)],
    [t('Saved'), report.run.trainedAt],
    [t('Comment'), report.comment],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}

/** The options that are set, in words. */
export const settingsOf = ({ settings }: LoraReport): { readonly name: string; readonly value: string }[] =>
  settings.flatMap(({ name, value }) => (value === null ? [] : [{ name, value: valueText(value) }]));

const factLines = (report: LoraReport): string[] =>
  factsOf(report).map(({ name, value }) => `  ${name}: ${visible(value)}`);

function trainerText({ trainer }: LoraReport): string {
  if (trainer.name === null) return t('unknown');
  return trainer.version === null ? trainer.name : `${trainer.name} ${trainer.version}`;
}

function modelText({ model }: LoraReport): string {
  const details = [model.base, model.file].filter((part) => part !== null);
  if (model.name === null) return details.length === 0 ? t('unknown') : details.join(', ');
  return details.length === 0 ? model.name : `${model.name} (${details.join(', ')})`;
}

function networkText({ network }: LoraReport): string {
  const number = (known: KnownNumber | null): string => (known === null ? t('unknown') : String(known.value));
  if (network.kind === 'none' || network.kind === 'embedding') return network.name;
  const parts = [network.name, t('rank {0}', number(network.rank)), t('alpha {0}', number(network.alpha))];
  if (network.convRank !== null) parts.push(t('rank of convolutions {0}', network.convRank));
  return parts.join(', ');
}

function runText({ run }: LoraReport): string | null {
  const rounded = (value: number): string => String(Number(value.toFixed(2)));
  const parts: string[] = [];
  if (run.steps !== null) parts.push(String(run.steps));
  if (run.epochs !== null) parts.push(t('{0} epochs', rounded(run.epochs)));
  if (run.samplesPerEpoch !== null) parts.push(t('{0} samples per epoch', run.samplesPerEpoch));
  if (run.samplesPerStep !== null) parts.push(t('{0} images per step', run.samplesPerStep));
  return parts.length === 0 ? null : parts.join(', ');
}

function subsetLine(subset: NonNullable<LoraReport['subsets']>[number]): string {
  const text = subsetText(subset);
  return subset.tags === null ? text : `${text}, ${t('{0} different tags', subset.tags)}`;
}

function riskLines({ risks }: LoraReport): string[] {
  return [...risks]
    .sort((a, b) => riskLevels.indexOf(b.level) - riskLevels.indexOf(a.level))
    .flatMap(({ level, title, evidence, isKnown }) => {
      // Two elevated pieces make a high risk: then they are its evidence.
      const strong = evidence.filter((piece) => piece.level !== 'low');
      return [
        `${(isKnown ? riskName(level) : t('unknown')).padEnd(10)}${title}`,
        ...(strong.length > 0 ? strong : evidence).map(({ text }) => `          ${text}`),
      ];
    });
}
