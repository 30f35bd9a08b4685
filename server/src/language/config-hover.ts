import { t } from '../ground/l10n.ts';
import type { TextRange } from '../ground/text.ts';
import { findInConfig, pathAt } from '../trainers/documents/document.ts';
import type { OptionMeanings, OptionWords } from '../trainers/option-dictionary.ts';
import type { TrainerConfig } from '../trainers/trainer.ts';
import { trainerOf } from '../trainers/trainers.ts';

/**
 * What is known of the option at an offset of a configuration: type, default, place, meaning. Markdown; null where no option stands.
 * @param meanings those of its trainer
 */
export function configHover(
  config: TrainerConfig,
  offset: number,
  meanings: OptionMeanings,
): { markdown: string; range: TextRange } | null {
  const place = pathAt(config.document.root, offset);
  if (!place) return null;
  // Items of a list belong to the option that holds them.
  const path = [...place.path];
  while (path.length > 0 && /^\d+$/.test(path.at(-1) ?? '')) path.pop();
  const option = trainerOf(config.trainer)
    .words.optionsIn(config, path.slice(0, -1))
    .find(({ name }) => name === path.at(-1));
  const entry = findInConfig(config.document.root, path);
  const range = entry?.keyRange ?? entry?.value.range;
  return option && range ? { markdown: describeOption(option, meanings), range } : null;
}

/** Type, default and what else is known in one line, and the meaning below it. Markdown. */
export function describeOption(
  { name, type, default: value, remarks = [], tables, values }: OptionWords,
  meanings: OptionMeanings,
): string {
  const meaning = tables.map((table) => meanings[table]?.[name]).find((text) => text !== undefined);
  const facts = [type, ...(value === null ? [] : [t('default {0}', `\`${value}\``)]), ...remarks];
  const lines = [`\`${name}\`: ${facts.join(' · ')}`];
  if (meaning !== undefined) lines.push(t(meaning));
  if (values.length > 0 && values[0] !== 'true') lines.push(values.map((one) => `\`${one}\``).join(', '));
  return lines.join('\n\n');
}
