import { t } from '../../ground/l10n.ts';
import type { Steps } from '../../ground/steps.ts';
import type { TrainerFiles } from '../files/files.ts';
import { baseName, splitExtension } from '../files/paths.ts';
import { isTrue } from '../python/truth.ts';
import type { TrainerConfig } from '../trainer.ts';
import { enlarged, type PlanSet, stoppedPlan, type TrainerPlan } from '../trainer-plan.ts';
import type { WhatTrains } from '../trains.ts';
import { numeric } from './buckets.ts';
import { datasetOptions, runOptions } from './common-options.ts';
import { IMAGE_ENDINGS } from './listing.ts';
import { planProcess } from './plan.ts';
import type { JobPlan } from './plan-types.ts';
import { resolveJob } from './resolve.ts';

/** What ai-toolkit would do with the first process of a job. */
export function* planReport(
  trains: WhatTrains,
  configs: readonly TrainerConfig[],
  files: TrainerFiles,
): Steps<TrainerPlan> {
  const config = configs.find(({ role }) => role === 'job');
  const [process] = (config && resolveJob(config.document).value?.processes) ?? [];
  if (!process) return stoppedPlan(trains);
  const plan = yield* planProcess(process, files);
  const sets = plan.loaders.flatMap(({ datasets, isReg }) =>
    datasets.map((dataset): PlanSet => {
      const side = numeric(dataset.dataset.values.get('resolution'));
      const images = [...new Map(dataset.items.map((item) => [item.path, item])).values()];
      const square = { width: side ?? 0, height: side ?? 0 };
      return {
        name: dataset.path,
        resolution: side === null ? null : square,
        batchSize: dataset.batchSize,
        keepsAspect: dataset.buckets !== null,
        isRegularization: isReg,
        images: images.map(({ path, size, placement }) => ({
          path,
          size,
          bucket: placement?.bucket ?? square,
          resized: placement?.scaled ?? square,
        })),
        buckets: (dataset.buckets ?? []).map(({ size, items, batches }) => ({ bucket: size, samples: items, batches })),
        batches: (dataset.buckets ?? []).reduce((sum, bucket) => sum + bucket.batches, 0),
        options: datasetOptions(dataset.dataset.values),
      };
    }),
  );
  const batches = plan.loaders.filter(({ isReg }) => !isReg).reduce((sum, loader) => sum + loader.batches, 0);
  const accumulation = Math.max(
    1,
    numeric(process.train.get('gradient_accumulation')) ?? 1,
    numeric(process.train.get('gradient_accumulation_steps')) ?? 1,
  );
  const steps = Math.ceil(batches / accumulation);
  const total = numeric(process.train.get('steps'));
  const values = process.datasets.map((dataset) => dataset.values);
  const resolutions = Math.max(
    0,
    ...[...new Set(process.datasets.map(({ entry }) => entry))].map(
      (entry) => process.datasets.filter((one) => one.entry === entry).length,
    ),
  );
  const without = trains.items.filter(({ origin }) => origin.from === 'nothing' || origin.from === 'default').length;
  const large = sets.reduce((sum, set) => sum + enlarged(set.images), 0);
  const filled = sets.reduce(
    (sum, set) => sum + set.buckets.reduce((own, bucket) => own + bucket.batches * set.batchSize - bucket.samples, 0),
    0,
  );
  const trigger = values
    .map((own) => own.get('trigger_word'))
    .find((value) => value?.type === 'str' && value.value !== '');
  const word = trigger?.type === 'str' ? trigger.value : null;
  const lacking =
    word === null
      ? 0
      : trains.items.filter(
          ({ caption, isRegularization }) =>
            !isRegularization && !caption.includes(word) && !/\[(?:trigger|name)\]/.test(caption),
        ).length;
  const unseen = unseenMasks(plan, files);
  const notes = [
    t('A caption trains whole, with all its lines and blanks; commas part what is shuffled or dropped.'),
    resolutions > 1 ? t('{0} resolutions: every image is used {0} times per epoch, once at each.', resolutions) : '',
    without > 0
      ? t('{0} images have no caption of their own and train with the default caption, or none.', without)
      : '',
    lacking > 0 && word !== null
      ? t('{0} captions lack the trigger: "{1} " is put in front of them.', lacking, word)
      : '',
    word === null && trains.items.some(({ caption }) => /\[(?:trigger|name)\]/.test(caption))
      ? t('No trigger_word is set: [trigger] is taken out of the captions.')
      : '',
    values.some((own) => isTrue(own.get('cache_text_embeddings')))
      ? t('Captions are encoded once: they are shuffled once and edits during training do not count.')
      : '',
    sets.some(({ isRegularization }) => isRegularization)
      ? t('The regularization set takes every second step: half of the steps train the rest.')
      : '',
    unseen > 0
      ? t(
          '{0} masks are not found, and nothing says so: they must end in .jpg, .jpeg, .png or .webp, in lower case.',
          unseen,
        )
      : '',
    filled > 0 ? t('{0} places of unfilled batches are taken by repeating images of their bucket.', filled) : '',
    large > 0 ? t('{0} images are enlarged by up to one step of their bucket.', large) : '',
    values.some((own) => isTrue(own.get('cache_latents_to_disk')))
      ? t('Latents on disk are told apart by name and size: an image edited under both trains as before.')
      : '',
  ];
  return {
    trains,
    sets,
    batchesPerEpoch: batches,
    stepsPerEpoch: steps,
    alternates: true,
    totalSteps: total,
    epochs: total === null || steps === 0 ? null : Math.ceil(total / steps),
    options: runOptions(process),
    notes: notes.filter((note) => note !== ''),
  };
}

/** Images whose mask lies in its folder under an ending that is not looked for, such as `.PNG`. */
function unseenMasks({ loaders }: JobPlan, files: TrainerFiles): number {
  const found = new Set<string>();
  for (const { dataset, items } of loaders.flatMap(({ datasets }) => datasets)) {
    const folder = dataset.values.get('mask_path');
    if (folder?.type !== 'str' || folder.value === '') continue;
    const stems = new Set(
      files.list(folder.value).flatMap(({ name }) => {
        const [stem, ending] = splitExtension(name);
        const isOther = IMAGE_ENDINGS.includes(ending.toLowerCase()) && !IMAGE_ENDINGS.includes(ending);
        return isOther ? [stem] : [];
      }),
    );
    for (const { path, mask } of items)
      if (mask === null && stems.has(splitExtension(baseName(path))[0])) found.add(path);
  }
  return found.size;
}
