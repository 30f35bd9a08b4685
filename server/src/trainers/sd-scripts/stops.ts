import { fixedSizeFit } from '../crop.ts';
import type { Plain } from '../documents/python-value.ts';
import { bucketStepError, isOrVariantOf, type ModelFamily } from '../families.ts';
import { isTrue } from '../python/truth.ts';
import type { TrainerArguments } from './config/resolve.ts';
import type { DatasetPlan, PlannedDataset } from './dataset/plan-types.ts';

/** What ends a training after its datasets are built. */
export interface LateStop {
  /** Python's exception class; empty where the trainer logs and ends. */
  readonly exception: string;
  readonly message: string;
}

/** Caption options that cannot be combined with cached outputs of the text encoder (library/train_util.py, is_text_encoder_output_cacheable). */
export const REFUSED_WHEN_CACHED = [
  'caption_dropout_rate',
  'shuffle_caption',
  'token_warmup_step',
  'caption_tag_dropout_rate',
] as const;

/**
 * What stops the training scripts between the datasets and the first step, as far as configuration and images decide it; null when nothing
 * does (train_network.py, train; sdxl_train_network.py, assert_extra_args).
 * @param args null where the options are not known
 */
export function lateStop(plan: DatasetPlan, args: TrainerArguments | null, family: ModelFamily): LateStop | null {
  if (plan.error) return null;
  if (!plan.datasets.some(({ images }) => images.length > 0))
    return { exception: '', message: 'No data found: no folder of the configuration holds an image.' };
  for (const { params } of plan.datasets) {
    const step = params.values.bucket_reso_steps;
    const refused = params.values.enable_bucket === true && typeof step === 'number' && bucketStepError(family, step);
    if (refused) return refused;
  }
  const on = (name: string): boolean => args !== null && isTrue(args.get(name));
  const subsets = plan.datasets.flatMap((dataset) => dataset.subsets);
  const using = (names: readonly string[]) =>
    names.filter((name) => subsets.some(({ params }) => isOn(params.values[name])));
  if (on('cache_text_encoder_outputs')) {
    const names = REFUSED_WHEN_CACHED.filter((name) => name !== 'caption_dropout_rate' || family.id !== 'anima');
    const refused = using(names);
    if (refused.length > 0)
      return assertion(`${refused.join(', ')} cannot be used together with cache_text_encoder_outputs`);
    if (isOrVariantOf(family, 'sdxl') && args && trainsNetwork(args) && !on('network_train_unet_only'))
      return assertion('cache_text_encoder_outputs needs network_train_unet_only');
  }
  if (on('cache_latents') || on('cache_latents_to_disk')) {
    const refused = using(['color_aug', 'random_crop']);
    if (refused.length > 0) return assertion(`${refused.join(', ')} cannot be used together with cache_latents`);
  } else if (args !== null) {
    const image = plan.datasets.map(unfitting).find((path) => path !== null);
    if (image) return assertion(`the image is smaller than the resolution, and enable_bucket is off: ${image}`);
  }
  return null;
}

/** An image that is smaller than the resolution of a dataset without buckets, which is not scaled (library/train_util.py, __getitem__). */
function unfitting({ params, resolution, images }: PlannedDataset): string | null {
  if (params.values.enable_bucket === true) return null;
  return images.find(({ size }) => fixedSizeFit(size, resolution) === 'too-small')?.path ?? null;
}

/** Whether options are those of a network beside the model: whole models and embeddings are trained by scripts that ask for other things. */
export function trainsNetwork(args: TrainerArguments): boolean {
  return ['network_module', 'network_dim', 'network_weights', 'network_args'].some((name) => {
    const value = args.get(name);
    return value !== undefined && value.type !== 'none';
  });
}

const assertion = (message: string): LateStop => ({ exception: 'AssertionError', message });

const isOn = (value: Plain | undefined): boolean =>
  value !== undefined && value !== null && value !== false && value !== 0;
