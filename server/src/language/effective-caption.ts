import { append, largest } from '../ground/append.ts';
import { t } from '../ground/l10n.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { countCaptionTokens } from '../trainers/caption-tokens.ts';
import { splitsIntoTags } from '../trainers/captions/caption-options.ts';
import type { EffectiveCaption } from '../trainers/captions/effective-caption.ts';
import type { EffectiveTag, TagRole } from '../trainers/captions/effective-tag.ts';
import { keepChances } from '../trainers/captions/keep-chance.ts';
import type { KeepChances } from '../trainers/captions/tag-cost.ts';

/** A text that says what the trainer makes of a caption. */
export interface EffectiveDescription {
  readonly title: string;
  readonly text: string;
}

/** The chance of one tag to reach the model, 0 to 1, and how sure the figure is. */
export interface TagChance {
  readonly tag: EffectiveTag;
  readonly chance: number;
  /** One standard error of a simulated figure, 0 for an exact one. */
  readonly standardError: number;
}

/**
 * The chance of each tag of an effective caption to reach the model in one sample, dropout of the whole caption left out.
 * Null where the token limit is not known.
 */
export function tagChances(effective: EffectiveCaption, settings: FolderSettings): TagChance[] | null {
  const { tokenLimit, captionOptions, clip } = settings;
  if (tokenLimit === null) return null;
  const byPlace = (tag: EffectiveTag): TagChance => ({ tag, chance: tag.fate === 'kept' ? 1 : 0, standardError: 0 });
  if (!effective.tags.some((tag) => tag.moves || tag.drops)) return effective.tags.map(byPlace);
  const role = (wanted: TagRole): EffectiveTag[] => effective.tags.filter((tag) => tag.role === wanted);
  const texts = (wanted: TagRole): string[] => role(wanted).map((tag) => tag.text);
  const chances: KeepChances = keepChances(
    {
      fixed: texts('fixed'),
      flexible: texts('flexible'),
      suffix: texts('suffix'),
      limit: tokenLimit,
      tagDropoutRate: captionOptions.captionTagDropoutRate,
      shuffled: captionOptions.shuffleCaption,
    },
    (text) => countCaptionTokens(text, clip),
  );
  const next = { flexible: 0, suffix: 0 };
  return effective.tags.map((tag) => {
    if (tag.role === 'fixed') return byPlace(tag);
    const found = chances[tag.role][next[tag.role]++];
    return { tag, chance: found.chance, standardError: found.standardError };
  });
}

/** Describes an effective caption in words: what is fed, what stays in front, what may move, what is cut. Pure. */
export function describeEffective(
  file: string,
  effective: EffectiveCaption,
  settings: FolderSettings,
): EffectiveDescription {
  const title = t('{0} as {1} reads it', file, settings.trainer.name);
  const parts = [title, '='.repeat(width(title)), ''];
  if (effective.error !== null) {
    parts.push(t('Training stops at this caption: {0} {1}', effective.error.exception, effective.error.message).trim());
    return { title, text: `${parts.join('\n')}\n` };
  }
  append(parts, fed(effective, settings));
  parts.push('');
  append(parts, lines(effective));
  append(parts, chanceNotes(settings));
  if (effective.tags.length > 0) parts.push('', ...table(effective, settings));
  return { title, text: `${parts.join('\n').trimEnd()}\n` };
}

/** The text itself, cut where the limit cuts it. */
function fed({ text, cutAt }: EffectiveCaption, { tokenLimit, clip, encoder }: FolderSettings): string[] {
  const count = countCaptionTokens(text, clip);
  if (text === '') return [t('Nothing: the image trains without words.')];
  if (!encoder.counted) {
    const reads = encoder.limit === null ? '' : ` ${t('It reads {0}.', encoder.limit)}`;
    return [t('{0} tokens are not counted.', encoder.name) + reads, '', text];
  }
  if (tokenLimit === null) return [t('{0} tokens; no limit is known.', count), '', text];
  if (cutAt >= text.length) return [t('{0} of {1} tokens: all of it trains.', count, tokenLimit), '', text];
  return [
    t('{0} tokens, {1} train. In the order as written:', count, tokenLimit),
    '',
    text.slice(0, cutAt).trimEnd(),
    `──── ${t('cut here')} ────`,
    text.slice(cutAt),
  ];
}

function lines({ alternatives, shown, ignored, wildcards, prefix, suffix }: EffectiveCaption): string[] {
  const notes: string[] = [];
  if (alternatives.length > 1)
    notes.push(t('Line {0} of {1}; one of them is chosen for each sample.', shown + 1, alternatives.length));
  if (ignored.length === 1) notes.push(t('1 further line is never read.'));
  if (ignored.length > 1) notes.push(t('{0} further lines are never read.', ignored.length));
  if (wildcards.length > 0) notes.push(t('{0} choices like {a|b}; shown is the first part of each.', wildcards.length));
  if (prefix !== '') notes.push(t('Added in front by caption_prefix: {0}', prefix));
  if (suffix !== '') notes.push(t('Added at the end by caption_suffix: {0}', suffix));
  return notes;
}

function chanceNotes({ captionOptions: options }: FolderSettings): string[] {
  const notes: string[] = [];
  if (!splitsIntoTags(options)) notes.push(t('The order stays as written: nothing is shuffled.'));
  if (options.captionDropoutRate > 0)
    notes.push(t('In {0} % of samples the whole caption is left out.', percent(options.captionDropoutRate)));
  if (options.captionTagDropoutRate > 0)
    notes.push(t('Each tag that may move is left out of {0} % of samples.', percent(options.captionTagDropoutRate)));
  if (options.tokenWarmupStep > 0) notes.push(t('Token warm-up: the first steps see fewer tags.'));
  return notes;
}

/** One line per tag: number, role, chance, text. */
function table(effective: EffectiveCaption, settings: FolderSettings): string[] {
  const chances = tagChances(effective, settings);
  const rows = effective.tags.map((tag, at) => {
    const chance = chances?.[at];
    const share = chance === undefined ? '' : `${percent(chance.chance)} %`;
    const error = chance !== undefined && chance.standardError > 0 ? ` ±${percent(chance.standardError)}` : '';
    return [String(at + 1), roleName(tag), share + error, tag.text.replace(/\s+/g, ' ')];
  });
  const head = ['#', t('place'), t('reaches the model'), t('tag')];
  const columns = [0, 1, 2].map((column) => largest([head, ...rows].map((row) => width(row[column]))));
  const format = (row: readonly string[]): string =>
    [
      ' '.repeat(columns[0] - width(row[0])) + row[0],
      row[1] + ' '.repeat(columns[1] - width(row[1])),
      ' '.repeat(columns[2] - width(row[2])) + row[2],
      row[3],
    ].join('  ');
  return [format(head), ...rows.map(format)];
}

function roleName(tag: EffectiveTag): string {
  if (tag.moves) return tag.drops ? t('moves, may be left out') : t('moves');
  if (tag.drops) return t('may be left out');
  if (tag.fate !== 'kept') return tag.fate === 'cut' ? t('cut') : t('partly cut');
  return tag.role === 'suffix' ? t('fixed at the end') : t('fixed');
}

/** Percent with one digit behind the point where it says something. */
function percent(share: number): string {
  const value = share * 100;
  return Number.isInteger(value) || value >= 99.95 || value < 0.05 ? value.toFixed(0) : value.toFixed(1);
}

/** Columns a text takes in a fixed-width font: East Asian wide characters take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u.test(
      character,
    )
      ? 2
      : 1;
  return columns;
}
