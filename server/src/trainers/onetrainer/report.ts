import { t } from '../../ground/l10n.ts';
import type { Steps } from '../../ground/steps.ts';
import type { TrainerFiles } from '../files/files.ts';
import type { TrainerConfig } from '../trainer.ts';
import { enlarged, type PlanSet, stoppedPlan, sumBuckets, type TrainerPlan } from '../trainer-plan.ts';
import type { WhatTrains } from '../trains.ts';
import { parseResolution } from './buckets.ts';
import { isSet } from './caption.ts';
import { conceptOptions, runOptions } from './common-options.ts';
import { type Concept, readConcepts } from './concepts.ts';
import { countEpoch } from './epoch.ts';
import { modelType } from './model-types.ts';
import { planSteps } from './plan.ts';
import { currentConfig, resolveTrainConfig } from './train-config.ts';

/** What OneTrainer would do: its first epoch, which its fixed seed decides. */
export function* planReport(
  trains: WhatTrains,
  configs: readonly TrainerConfig[],
  files: TrainerFiles,
): Steps<TrainerPlan> {
  const train = configs.find(({ role }) => role === 'train_config');
  const list = configs.find(({ role }) => role === 'concepts');
  // A file that says no version stops as a configuration and is a preset all the same: its options are what it says.
  const config =
    resolveTrainConfig(train?.document ?? currentConfig).value ??
    (train && resolveTrainConfig(currentConfig, train.document).value);
  if (!config) return stoppedPlan(trains);
  const concepts = config.concepts ?? (list ? (readConcepts(list.document).value?.concepts ?? []) : []);
  const plan = (yield* planSteps(concepts, config, files)).value;
  const epoch = plan && (yield* countEpoch(plan, 0, files)).value;
  const model = modelType(String(config.values.get('model_type')));
  const options = train ? runOptions(config, train.document, model.encoders.length) : null;
  const resolution = parseResolution(String(config.values.get('resolution')), model.step);
  const side = resolution?.kind === 'targets' && resolution.targets.length === 1 ? resolution.targets[0] : undefined;
  const setOf = (concept: Concept): PlanSet => ({
    name: String(concept.values.get('path')),
    resolution: side === undefined ? null : { width: side, height: side },
    batchSize: Number(config.values.get('batch_size')),
    keepsAspect: isSet(config.values.get('aspect_ratio_bucketing')),
    isRegularization: concept.values.get('type') === 'PRIOR_PREDICTION',
    images: [],
    buckets: [],
    batches: null,
    options: conceptOptions(concept, config),
  });
  if (!plan || !epoch) {
    const used = concepts.filter(({ values }) => isSet(values.get('enabled')) && values.get('type') !== 'VALIDATION');
    return stoppedPlan(trains, options, used.map(setOf));
  }
  const sets = plan.groups.map((group, at): PlanSet => {
    const used = epoch.groups[at] ?? [];
    const images = used.map(({ image, placement }) => ({
      path: image.path,
      size: image.size,
      bucket: placement.bucket,
      resized: placement.scaled,
    }));
    const buckets = sumBuckets(
      used.flatMap((one) => one.buckets),
      (count) => Math.floor(count / plan.batchSize),
    );
    return {
      ...setOf(group.concept),
      images,
      buckets: epoch.batches === null ? [] : buckets,
      batches: epoch.batches === null ? null : buckets.reduce((sum, bucket) => sum + bucket.batches, 0),
    };
  });
  const batches = epoch.batches?.reduce((sum, bucket) => sum + bucket.batches, 0) ?? null;
  const accumulation = Math.max(1, Number(config.values.get('gradient_accumulation_steps')));
  const steps = batches === null ? null : Math.floor(batches / accumulation);
  const epochs = train ? Number(config.values.get('epochs')) : null;
  const left = batches === null ? 0 : epoch.samples - batches * plan.batchSize;
  const several = trains.items.filter(({ caption }) => caption.includes('\n')).length;
  const without = trains.items.filter(({ origin }) => origin.from === 'nothing').length;
  const large = sets.reduce((sum, set) => sum + enlarged(set.images), 0);
  const notes = [
    several > 0 ? t('{0} captions have several lines: one of them is drawn at random.', several) : '',
    plan.cachesText.some(Boolean)
      ? t('Text is cached: line, shuffle and dropped tags are drawn once per variation and stay.')
      : '',
    plan.cachesImages ? t('Images are cached: crop and resolution are drawn once per variation and stay.') : '',
    new Set(plan.cachesText).size > 1
      ? t('One text encoder is trained and another is not: the two see different captions from the second epoch on.')
      : '',
    left > 0
      ? t('{0} of {1} samples are left over of their buckets and do not train in an epoch.', left, epoch.samples)
      : '',
    without > 0 ? t('{0} images have no caption and train with the empty text.', without) : '',
    large > 0 ? t('{0} images are enlarged to their bucket.', large) : '',
    train ? '' : t('No configuration was found beside the concepts: its defaults count.'),
  ];
  return {
    trains,
    sets,
    batchesPerEpoch: batches,
    stepsPerEpoch: steps,
    totalSteps: epochs === null || steps === null ? null : epochs * steps,
    epochs,
    options,
    notes: notes.filter((note) => note !== ''),
  };
}
