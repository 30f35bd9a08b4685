import type { SettingValue, TrainingFacts } from '../advice/facts.ts';
import { toPlain } from '../trainers/documents/python-value.ts';
import type { TrainingPlan } from '../training/training-plan.ts';

/**
 * What a training configuration says, as advice needs it.
 * @param knowsOptions the options of the script were read; without them only what a dataset_config can say counts
 */
export function trainingFacts({ resolved, plan, report }: TrainingPlan, knowsOptions: boolean): TrainingFacts {
  const values = new Map<string, SettingValue>();
  if (knowsOptions && resolved.args)
    for (const [key, value] of resolved.args) values.set(key, toPlain(value) as SettingValue);
  const subsets = plan.datasets.flatMap((dataset) =>
    dataset.subsets
      .filter(({ isReg }) => !isReg)
      .map((subset) => ({ ...dataset.params.values, ...subset.params.values, batch_size: dataset.batchSize })),
  );
  for (const key of new Set(subsets.flatMap((subset) => Object.keys(subset)))) {
    const different = new Set(subsets.map((subset) => JSON.stringify(subset[key as keyof typeof subset])));
    if (different.size === 1) values.set(key, subsets[0]?.[key as keyof (typeof subsets)[0]] as SettingValue);
    // The option of the script is only a default that the subsets replace.
    else values.delete(key);
  }
  const images = plan.datasets.flatMap((dataset) => dataset.images.filter(({ isReg }) => !isReg));
  const batchSizes = new Set(plan.datasets.map(({ batchSize }) => batchSize));
  const accumulation = values.get('gradient_accumulation_steps');
  const [batchSize] = batchSizes;
  return {
    values,
    knowsOptions,
    images: images.length,
    samplesPerEpoch: images.reduce((sum, { repeats }) => sum + repeats, 0),
    samplesPerStep:
      batchSizes.size === 1 && batchSize !== undefined
        ? batchSize * (typeof accumulation === 'number' ? Math.max(1, accumulation) : 1)
        : null,
    epochs: knowsOptions && report.stepsPerEpoch > 0 ? report.totalSteps / report.stepsPerEpoch : null,
  };
}

/** Part of the samples of an epoch whose subset has a property, 0 to 1; null without samples. */
export function sampleShare(
  { plan }: TrainingPlan,
  holds: (values: Readonly<Record<string, unknown>>) => boolean,
): number | null {
  let all = 0;
  let those = 0;
  for (const dataset of plan.datasets)
    for (const { isReg, repeats, subset } of dataset.images) {
      if (isReg) continue;
      all += repeats;
      if (holds(dataset.subsets[subset]?.params.values ?? {})) those += repeats;
    }
  return all === 0 ? null : those / all;
}
