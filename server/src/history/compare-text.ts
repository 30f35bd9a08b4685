import type { SettingValue } from '../advice/facts.ts';
import { formatValue } from '../advice/metrics.ts';
import { riskName } from '../advice/modes.ts';
import { t } from '../ground/l10n.ts';
import { visible } from '../ground/visible.ts';
import type { ComparedSide, Comparison, SettingChange, SubsetNumbers, TagChange } from './compare.ts';
import type { DatasetDiff } from './dataset-diff.ts';
import { exposureChangePart } from './exposure-changes.ts';
import { type ChangeRow, imageChangeParts } from './image-changes-text.ts';
import { type EvidencePiece, pieceText, type RiskChange } from './risk-changes.ts';

export interface CompareTextOptions {
  readonly colour: boolean;
  /** List everything that changed; without it the first lines of each part. */
  readonly all?: boolean;
}

/** A part of a comparison: a line for each change. */
export interface ChangePart {
  readonly title: string;
  readonly count: number;
  /** The first lines, so many at the most: there may be hundreds of thousands. */
  readonly rows: (most: number) => readonly ChangeRow[];
  /** False: what could not be compared. */
  readonly isChange: boolean;
}

/** Lines of each part that are listed unless all are asked for. */
const listed = 15;

/** A comparison, with images and what is fed where both sides know them. */
export type Compared = Comparison & Partial<DatasetDiff>;

/** A comparison for a terminal. */
export function writeComparison(comparison: Compared, { colour, all = false }: CompareTextOptions): string {
  const bold = (text: string): string => (colour ? `\x1b[1m${text}\x1b[0m` : text);
  const out: string[] = [`- ${visible(sideText(comparison.before))}`, `+ ${visible(sideText(comparison.after))}`];
  const parts = changeParts(comparison);
  for (const { title, count, rows, isList } of parts) {
    if (count === 0) continue;
    out.push('', bold(title));
    const shown = rows(all || !isList ? count : listed);
    for (const { text } of shown) out.push(`  ${visible(text)}`);
    if (shown.length < count) out.push(`  ${t('… {0} more. --all lists them.', count - shown.length)}`);
  }
  if (parts.every(({ count, isChange }) => !isChange || count === 0))
    out.push('', t('Nothing that both tell has changed.'));
  return `${out.join('\n')}\n`;
}

/** All parts of a comparison, empty ones too. `isList`: it can be long. */
export function changeParts({
  risks,
  settings,
  subsets,
  tags,
  unknown,
  images,
  exposure,
}: Compared): (ChangePart & { readonly isList: boolean })[] {
  const list = <T>(title: string, items: readonly T[], row: (item: T) => ChangeRow) => ({
    title,
    count: items.length,
    rows: (most: number) => items.slice(0, most).map(row),
    isChange: true,
    isList: true,
  });
  const some = (title: string, lines: readonly string[]) => ({ ...list(title, lines, plain), isList: false });
  const ofTags = (title: string, changes: readonly TagChange[] = []) =>
    list(title, changes, (change) => plain(tagLine(change)));
  const fed = exposure && exposureChangePart(exposure);
  return [
    some(t('Risks that moved, as far as both tell'), risks.flatMap(riskLines)),
    some(t('Options that changed'), settings.map(settingLine)),
    some(t('Folders'), [
      ...(subsets?.added.map((subset) => `+ ${subsetText(subset)}`) ?? []),
      ...(subsets?.gone.map((subset) => `- ${subsetText(subset)}`) ?? []),
      ...(subsets?.changed.map(({ before, after }) => `${subsetText(before)} → ${subsetText(after)}`) ?? []),
    ]),
    ofTags(t('Tags added'), tags?.added),
    ofTags(t('Tags gone'), tags?.gone),
    ofTags(t('Tags on another share of the images'), tags?.moved.filter(isTold)),
    ...(fed ? [list(fed.title, fed.lines, plain)] : []),
    ...(images ? imageChangeParts(images).map(({ title, rows }) => list(title, rows, (row) => row)) : []),
    { ...some(t('Not compared'), unknown), isChange: false },
  ];
}

const plain = (text: string): ChangeRow => ({ text, file: null });

/** A share that moves by less says only that there are more or fewer images. */
const leastMove = 0.05;

/** Whether the captions of a tag are others, or its share moved by more than other images bring about. */
const isTold = ({ before, after, shareBefore, shareAfter }: TagChange): boolean =>
  before !== after || Math.abs((shareAfter ?? 0) - (shareBefore ?? 0)) >= leastMove;

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
