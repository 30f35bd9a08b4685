import type { SettingValue, TrainingFacts } from '../advice/facts.ts';
import { largest } from '../ground/append.ts';
import { splitTags, withPrefixAndSuffix } from '../trainers/captions/process-caption.ts';
import { traced } from '../trainers/captions/traced-text.ts';
import { toPlain } from '../trainers/documents/python-value.ts';
import type { PixelSize } from '../trainers/pixel-size.ts';
import type { TrainerPlan } from '../trainers/trainer-plan.ts';
import { captionOptionsOf } from '../training/default-trainer.ts';
import type { TrainingPlan } from '../training/training-plan.ts';

type Options = Readonly<Record<string, unknown>>;

/** What a configuration says of the training, for evidence and advice. */
export interface TrainingReading {
  readonly facts: TrainingFacts;
  /** What each sample of the subject is fed by: options of its subset, and the samples of an epoch that they hold for. */
  readonly fed: readonly FedImage[];
  /** Side of the largest square that is trained, pixels; null where no file says. */
  readonly side: number | null;
}

interface FedImage {
  /** Under the names of sd-scripts. */
  readonly options: Options;
  /** Uses in an epoch. */
  readonly samples: number;
  /** Tags of the caption that no kept head holds in place; null where that is not known. */
  readonly loose: number | null;
}

/**
 * What a configuration of sd-scripts says.
 * @param knowsOptions the options of the script were read; without them only what a dataset_config can say counts
 */
export function readTraining({ resolved, plan, report }: TrainingPlan, knowsOptions: boolean): TrainingReading {
  const run =
    knowsOptions && resolved.args ? [...resolved.args].map(([key, value]) => [key, toPlain(value)] as const) : [];
  const subsets = plan.datasets.flatMap((dataset) =>
    dataset.subsets
      .filter(({ isReg }) => !isReg)
      .map((subset) => ({ ...dataset.params.values, ...subset.params.values, batch_size: dataset.batchSize })),
  );
  const values = valuesOf(run, subsets);
  const images = plan.datasets.flatMap((dataset) => dataset.images.filter(({ isReg }) => !isReg));
  if (report.error) {
    const own = (resolved.datasets ?? []).flatMap(({ params, subsets: all }) =>
      all.filter((one) => one.values.is_reg !== true).map((one) => ({ ...params.values, ...one.values })),
    );
    return stoppedReading(run, own, knowsOptions, false);
  }
  return {
    facts: {
      values,
      knowsOptions,
      stops: false,
      images: images.length,
      samplesPerEpoch: images.reduce((sum, { repeats }) => sum + repeats, 0),
      samplesPerStep: samplesPerStep(values, plan.datasets),
      stepShare: 1,
      epochs: knowsOptions && report.stepsPerEpoch > 0 ? report.totalSteps / report.stepsPerEpoch : null,
      ratesPerEncoder: false,
    },
    fed: plan.datasets.flatMap(({ subsets: all, images: own }) =>
      own
        .filter(({ isReg }) => !isReg)
        .map(({ subset, repeats, caption }) => {
          const params = all[subset]?.params;
          return { options: params?.values ?? {}, samples: repeats, loose: params ? looseTags(caption, params) : null };
        }),
    ),
    side: largestSide(plan.datasets.map(({ resolution }) => resolution)),
  };
}

/**
 * What the files say where training stops: the options in force, and how samples are fed where all subsets agree on it. How many there
 * would be and for how long is not counted.
 */
function stoppedReading(
  run: readonly (readonly [string, unknown])[],
  subsets: readonly Options[],
  knowsOptions: boolean,
  ratesPerEncoder: boolean,
): TrainingReading {
  const values = valuesOf(run, subsets);
  const [first] = subsets;
  const agree = first !== undefined && Object.keys(first).every((key) => ownPaths.has(key) || values.has(key));
  return {
    facts: {
      values,
      knowsOptions,
      stops: true,
      images: 0,
      samplesPerEpoch: 0,
      samplesPerStep: samplesPerStep(
        values,
        subsets.map(({ batch_size: size }) => ({ batchSize: Number(size) })),
      ),
      stepShare: 1,
      epochs: null,
      ratesPerEncoder,
    },
    fed: agree ? [{ options: first, samples: 1, loose: null }] : [],
    side: null,
  };
}

/** Options in which subsets differ as a matter of course. */
const ownPaths: ReadonlySet<string> = new Set(['image_dir', 'metadata_file', 'class_tokens', 'num_repeats']);

/** What a configuration of another trainer says; null where it trains nothing. */
export function readTrainerPlan({
  trains,
  sets,
  options,
  stepsPerEpoch,
  totalSteps,
  alternates,
}: TrainerPlan): TrainingReading | null {
  const items = trains.items.filter(({ isRegularization }) => !isRegularization);
  const own = sets.filter(({ isRegularization }) => !isRegularization);
  const subsets = own.map((set) => ({ ...Object.fromEntries(set.options), batch_size: set.batchSize }));
  const values = valuesOf([...(options ?? [])], subsets);
  const ratesPerEncoder = Array.isArray(values.get('text_encoder_lr'));
  if (trains.stop) {
    const isNothing = options === null && own.length === 0;
    return isNothing ? null : stoppedReading([...(options ?? [])], subsets, options !== null, ratesPerEncoder);
  }
  if (items.length === 0 || own.length === 0) return null;
  const samples = items.reduce((sum, { uses }) => sum + uses, 0);
  const epochs = totalSteps === null || !stepsPerEpoch ? null : totalSteps / stepsPerEpoch;
  const stepShare = alternates === true && sets.some(({ isRegularization }) => isRegularization) ? 0.5 : 1;
  return {
    facts: {
      values,
      knowsOptions: options !== null,
      stops: false,
      images: new Set(items.map(({ path }) => path)).size,
      samplesPerEpoch: samples,
      samplesPerStep: samplesPerStep(values, own),
      stepShare,
      epochs: epochs === null ? null : epochs * stepShare,
      ratesPerEncoder,
    },
    fed: items.map(({ dataset, uses, caption }) => {
      const options = Object.fromEntries(sets[dataset]?.options ?? []);
      return { options, samples: uses, loose: looseParts(caption, options) };
    }),
    // Without the file of the run the size is the trainer's default, or said elsewhere.
    side: options === null ? null : largestSide(own.flatMap(({ resolution }) => resolution ?? [])),
  };
}

/** Tags of a caption behind the head that sd-scripts keeps; 0 for no caption. */
function looseTags(caption: string, params: Parameters<typeof captionOptionsOf>[0]): number | null {
  const options = captionOptionsOf(params);
  if (options.captionSeparator === '') return null;
  const text = options.enableWildcard ? caption : (caption.split('\n')[0] ?? '');
  return splitTags(withPrefixAndSuffix(traced(text), options), options).flexible.filter((tag) => tag.text !== '')
    .length;
}

/** The same of a trainer whose head holds tags back from shuffling and dropping: it names its separator. */
function looseParts(caption: string, { caption_separator: separator, keep_tokens: kept }: Options): number | null {
  if (typeof separator !== 'string' || separator === '' || typeof kept !== 'number') return null;
  const [line = ''] = caption.split('\n');
  return Math.max(0, line.split(separator).length - Math.max(0, kept));
}

function largestSide(sizes: readonly PixelSize[]): number | null {
  return sizes.length === 0 ? null : Math.sqrt(largest(sizes.map(({ width, height }) => width * height)));
}

/** Values in force: those of the run, and those of the subsets where they agree. */
function valuesOf(
  run: readonly (readonly [string, unknown])[],
  subsets: readonly Options[],
): Map<string, SettingValue> {
  const values = new Map(run as readonly (readonly [string, SettingValue])[]);
  for (const key of new Set(subsets.flatMap((subset) => Object.keys(subset)))) {
    const different = new Set(subsets.map((subset) => JSON.stringify(subset[key])));
    if (different.size === 1) values.set(key, subsets[0]?.[key] as SettingValue);
    // The option of the script is only a default that the subsets replace.
    else values.delete(key);
  }
  return values;
}

function samplesPerStep(
  values: ReadonlyMap<string, SettingValue>,
  sets: readonly { readonly batchSize: number }[],
): number | null {
  const sizes = new Set(sets.map(({ batchSize }) => batchSize));
  const [size] = sizes;
  const accumulation = values.get('gradient_accumulation_steps');
  if (sizes.size !== 1 || size === undefined) return null;
  return size * (typeof accumulation === 'number' ? Math.max(1, accumulation) : 1);
}

/** Part of the samples of an epoch that have a property, 0 to 1; null without samples. */
export function sampleShare(
  { fed }: TrainingReading,
  holds: (options: Options, image: FedImage) => boolean,
): number | null {
  const all = fed.reduce((sum, { samples }) => sum + samples, 0);
  const those = fed.reduce((sum, image) => sum + (holds(image.options, image) ? image.samples : 0), 0);
  return all === 0 ? null : those / all;
}

/** Uses of the image that is shown most, over those of the one that is shown least; null without images. */
export function useRatio({ fed }: TrainingReading): number | null {
  const uses = fed.flatMap(({ samples }) => (samples > 0 && Number.isFinite(samples) ? [samples] : []));
  return uses.length === 0 ? null : largest(uses) / -largest(uses.map((count) => -count));
}

/**
 * Part of the showings in which the first tag of a caption is dropped, alone or with the caption, 0 to 1; null without samples. Tags that
 * are kept at the head are dropped with the whole caption only.
 */
export function droppedShare({ fed }: TrainingReading): number | null {
  const all = fed.reduce((sum, { samples }) => sum + samples, 0);
  if (all === 0 || !Number.isFinite(all)) return null;
  const share = (value: unknown): number => (typeof value === 'number' ? Math.min(1, Math.max(0, value)) : 0);
  const dropped = fed.reduce((sum, { options, samples }) => {
    const every = options.caption_dropout_every_n_epochs;
    const whole =
      typeof every === 'number' && every > 0
        ? Math.max(share(1 / every), share(options.caption_dropout_rate))
        : share(options.caption_dropout_rate);
    const keeps =
      Number(options.keep_tokens) > 0 ||
      (typeof options.keep_tokens_separator === 'string' && options.keep_tokens_separator !== '');
    const alone = keeps ? 0 : share(options.caption_tag_dropout_rate);
    return sum + samples * (1 - (1 - whole) * (1 - alone));
  }, 0);
  return dropped / all;
}
