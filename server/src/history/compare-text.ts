import type { SettingValue } from '../advice/facts.ts';
import { formatValue } from '../advice/metrics.ts';
import { riskName } from '../advice/modes.ts';
import { t } from '../ground/l10n.ts';
import { visible } from '../ground/visible.ts';
import type { ComparedSide, Comparison, SettingChange, SubsetNumbers, TagChange } from './compare.ts';
import { type EvidencePiece, pieceText, type RiskChange } from './risk-changes.ts';

export interface CompareTextOptions {
  readonly colour: boolean;
  /** List every tag that moved; without it the first ones. */
  readonly all?: boolean;
}

/** Tags of each kind of change that are listed unless all are asked for. */
const listed = 15;

/** A comparison for a terminal. @param images what changed of the images, where both sides know them */
export function writeComparison(
  comparison: Comparison,
  options: CompareTextOptions,
  images: readonly { readonly title: string; readonly lines: readonly string[] }[] = [],
): string {
  const bold = (text: string): string => (options.colour ? `\x1b[1m${text}\x1b[0m` : text);
  const out: string[] = [`- ${visible(sideText(comparison.before))}`, `+ ${visible(sideText(comparison.after))}`];
  const own = comparisonSections(comparison, options.all ? Number.POSITIVE_INFINITY : listed);
  const sections = [...own.slice(0, -1), ...images.map((part) => ({ ...part, isChange: true })), ...own.slice(-1)];
  for (const { title, lines } of sections)
    if (lines.length > 0) out.push('', bold(title), ...lines.map((line) => `  ${visible(line)}`));
  if (sections.every(({ lines, isChange }) => !isChange || lines.length === 0))
    out.push('', t('Nothing that both tell has changed.'));
  return `${out.join('\n')}\n`;
}

/** The parts of a comparison as lines. @param most lines of a list of tags */
export function comparisonSections(
  { risks, settings, subsets, tags, unknown }: Comparison,
  most: number,
): { readonly title: string; readonly lines: readonly string[]; readonly isChange: boolean }[] {
  const section = (title: string, lines: readonly string[], isChange = true) => ({ title, lines, isChange });
  const some = (changes: readonly TagChange[]): string[] => {
    const lines = changes.slice(0, most).map(tagLine);
    return changes.length > most ? [...lines, t('… {0} more. --all lists them.', changes.length - most)] : lines;
  };
  return [
    section(t('Risks that moved, as far as both tell'), risks.flatMap(riskLines)),
    section(t('Options that changed'), settings.map(settingLine)),
    section(t('Folders'), [
      ...(subsets?.added.map((subset) => `+ ${subsetText(subset)}`) ?? []),
      ...(subsets?.gone.map((subset) => `- ${subsetText(subset)}`) ?? []),
      ...(subsets?.changed.map(({ before, after }) => `  ${subsetText(before)} → ${subsetText(after)}`) ?? []),
    ]),
    section(t('Tags added'), some(tags?.added ?? [])),
    section(t('Tags gone'), some(tags?.gone ?? [])),
    section(t('Tags on another share of the images'), some(tags?.moved ?? [])),
    section(t('Not compared'), unknown, false),
  ];
}

const known = (value: number | null): string => (value === null ? '?' : String(Number(value.toFixed(2))));

/** One side with its numbers. */
export function sideText({ name, trainer, images, samplesPerEpoch, steps, epochs }: ComparedSide): string {
  const parts = [name];
  if (trainer !== null) parts.push(trainer);
  if (images !== null) parts.push(t('{0} images', images));
  if (samplesPerEpoch !== null) parts.push(t('{0} samples per epoch', samplesPerEpoch));
  if (steps !== null) parts.push(t('{0} steps', steps));
  if (epochs !== null) parts.push(t('{0} epochs', known(epochs)));
  return parts.join(', ');
}

function riskLines({ title, before, after, appeared, gone, moved }: RiskChange): string[] {
  const head = before === after ? `${title}: ${riskName(after)}` : `${title}: ${riskName(before)} → ${riskName(after)}`;
  const line = (sign: string, piece: EvidencePiece): string => `  ${sign} ${pieceText(piece)}`;
  return [
    head,
    ...appeared.map((piece) => line('+', piece)),
    ...gone.map((piece) => line('-', piece)),
    ...moved.map(({ before: old, after: now }) => `    ${pieceText(old)} → ${formatValue(now.value, now.unit)}`),
  ];
}

/** A changed option on one line. */
export function settingLine({ name, subset, before, after }: SettingChange): string {
  const where = subset === null ? name : `${subset}: ${name}`;
  return `${where}: ${valueText(before)} → ${valueText(after)}`;
}

/** A value of an option as a person writes it. */
export function valueText(value: SettingValue): string {
  if (value === null) return t('not set');
  if (typeof value === 'number') return value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential() : String(value);
  return Array.isArray(value) ? (value as readonly SettingValue[]).map(valueText).join(', ') : String(value);
}

export function subsetText({ name, images, repeats, regularization }: SubsetNumbers): string {
  const text = t('{0}: {1} images × {2} repeats', name, known(images), known(repeats));
  return regularization ? `${text}, ${t('regularization set')}` : text;
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

/** A tag with its counts, and shares where they are known. */
export function tagLine({ tag, before, after, shareBefore, shareAfter }: TagChange): string {
  const shares =
    shareBefore !== null && shareAfter !== null ? `  (${percent(shareBefore)} → ${percent(shareAfter)})` : '';
  return `${tag}: ${before} → ${after}${shares}`;
}
