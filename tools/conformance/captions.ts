import { captionChoices } from '../../server/src/trainers/captions/caption-choices.ts';
import {
  CAPTION_DEFAULTS,
  type CaptionContext,
  type CaptionOptions,
  FIRST_STEP,
} from '../../server/src/trainers/captions/caption-options.ts';
import { processCaption } from '../../server/src/trainers/captions/process-caption.ts';
import { pythonRandom } from '../../server/src/trainers/python/mersenne.ts';
import type { RandomSource } from '../../server/src/trainers/python/random-source.ts';
import type { RowCheck } from '../conformance.ts';
import { difference } from './rows.ts';

const NEARLY_ONE = 0.9999999;

function camelCase(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The caption options of a row. */
export function optionsOf(row: Record<string, unknown>): CaptionOptions {
  const given = Object.entries(row.options as object).map(([name, value]) => [camelCase(name), value]);
  return { ...CAPTION_DEFAULTS, ...Object.fromEntries(given) };
}

/** Where in training a row reads its caption. */
export function contextOf(row: Record<string, unknown>): CaptionContext {
  const { epoch, step, max_train_steps, replacements } = row.context as Record<string, never>;
  return {
    epoch: epoch ?? FIRST_STEP.epoch,
    step: step ?? FIRST_STEP.step,
    maxTrainSteps: max_train_steps ?? FIRST_STEP.maxTrainSteps,
    replacements: Object.entries(replacements ?? {}),
  };
}

/** The pinned randomness of the fixtures; `calls` are the first answers of random(), after which `rest` is given. */
function pinned(calls: number[], rest: number, last = false): RandomSource {
  const queue = [...calls];
  return {
    random: () => queue.shift() ?? rest,
    choice: (count) => (last ? count - 1 : 0),
    shuffle: (items) => void (last && items.reverse()),
  };
}

const check: RowCheck = (row) => {
  const options = optionsOf(row);
  const context = contextOf(row);
  const run = (chance: RandomSource) => processCaption(row.caption as string, options, chance, context);
  const first = run(pinned([], NEARLY_ONE));
  if (first.error) return difference(row, { error: first.error.exception });
  const choices = captionChoices(row.caption as string, options, 200, context).value;
  const listed = new Set(row.choices as string[]);
  if (row.choices_truncated && choices?.truncated) {
    // Which combinations the oracle tried is its own matter; each of its texts must be among all of ours.
    const all = new Set(captionChoices(row.caption as string, options, 100_000, context).value?.texts);
    const missing = [...listed].find((text) => !all.has(text));
    if (missing !== undefined) return `choices: ${JSON.stringify(missing)} is missing`;
  }
  const dropoutCall = options.captionDropoutRate > 0 ? [NEARLY_ONE] : [];
  const expected = { ...row, choices: row.choices_truncated ? null : [...listed].sort() };
  return difference(expected, {
    error: null,
    first: first.value.text,
    last: run(pinned([], NEARLY_ONE, true)).value?.text,
    low: run(pinned([], 0)).value?.text,
    tags_low: run(pinned(dropoutCall, 0)).value?.text,
    dropped: first.value.dropped,
    fixed: first.value.tags?.fixed ?? null,
    flex: first.value.tags?.flexible ?? null,
    suffix: first.value.tags?.suffix ?? null,
    choices: choices?.truncated ? null : [...(choices?.texts ?? [])].sort(),
    choices_truncated: choices?.truncated,
    samples: [1000, 1001, 1002].map((seed) => run(pythonRandom(seed)).value?.text),
  });
};

export default check;
