import { parseCaption } from '../caption/parse.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import { applyEdits, withoutOverlaps } from '../ground/edits.ts';
import type { Finding, Fix } from '../ground/finding.ts';
import type { TextEdit } from '../ground/text.ts';
import { captionOver, checkCaption } from '../rules/run.ts';
import { type FolderSettings, settingsFor } from '../settings/settings.ts';
import { sameTags } from '../tags/same-tags.ts';

/** Fixes may uncover each other; real captions settle in two or three rounds. */
const maxRounds = 20;

export interface FixedText {
  readonly text: string;
  /** Findings whose fix was applied. */
  readonly fixed: number;
}

/** Which fix of a finding to take, or undefined to leave it. */
export type FixChoice = (finding: Finding) => Fix | undefined;

/** Takes the safe fixes only: what `source.fixAll` and `--fix` do unasked. */
export const safeFixes: FixChoice = (finding) => finding.fixes?.find((fix) => fix.safety === 'safe' && !fix.resave);

/** Takes the best fix of every finding of these rules. */
export const fixesOf =
  (...rules: readonly string[]): FixChoice =>
  (finding) =>
    rules.includes(finding.rule) ? finding.fixes?.find((fix) => !fix.resave) : undefined;

/**
 * Applies the chosen fixes to one caption's text until none is left, checking again after each round.
 * Only edits of the caption's own file are made. Terminates for any rules: rounds are bounded and a text seen
 * before ends the work.
 */
export function fixAll(
  index: DatasetIndex,
  file: string,
  text: string,
  settings: FolderSettings,
  choose: FixChoice,
): FixedText {
  let current = text;
  let fixed = 0;
  const seen = new Set([text]);
  for (let round = 0; round < maxRounds; round++) {
    const record = captionOver(index, file, current, settings);
    if (!record) break;
    const edits: TextEdit[] = [];
    let chosen = 0;
    let safe = true;
    for (const finding of checkCaption(index, record, settings)) {
      const fix = choose(finding);
      const own = fix?.edits.filter((edit) => edit.file === file && edit.edits.length > 0) ?? [];
      if (own.length === 0) continue;
      chosen++;
      safe &&= fix?.safety === 'safe';
      for (const { edits: ranges } of own) for (const edit of ranges) edits.push(edit);
    }
    const next = applyEdits(current, withoutOverlaps(edits));
    // Together they may leave what none of them leaves: a file of 0 bytes, which stops training.
    if (next === '') break;
    if (chosen === 0 || seen.has(next)) break;
    // Two safe fixes could still make something new together, such as a separator out of its halves.
    const { syntax } = settingsFor(settings, file);
    if (safe && !sameTags(parseCaption(current, syntax), parseCaption(next, syntax))) break;
    fixed += chosen;
    seen.add(next);
    current = next;
  }
  return { text: current, fixed };
}
