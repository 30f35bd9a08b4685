import { finish, type Steps } from '../../ground/steps.ts';
import type { TrainerFiles } from '../files/files.ts';
import { splitExtension } from '../files/paths.ts';
import type { PixelSize } from '../pixel-size.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import { type Placement, placeImage, planBuckets, type TargetBuckets } from './buckets.ts';
import { type CaptionOptions, isSet } from './caption.ts';
import { captionLines, readCaptionOptions } from './caption-source.ts';
import type { Concept } from './concepts.ts';
import { drawCaption, drawCrop, drawTarget, modulesOf } from './draws.ts';
import { collectImages, IMAGE_ENDINGS, VIDEO_ENDINGS } from './listing.ts';
import { type ModelType, modelType } from './model-types.ts';
import type { TrainConfig } from './train-config.ts';

/** One use of an image in an epoch. */
export interface PlannedSample {
  readonly image: string;
  /** What each text encoder gets; they differ where one is trained and another cached. */
  readonly texts: readonly string[];
  readonly placement: Placement;
  /** Left and top of the crop in the scaled image. */
  readonly offset: { readonly x: number; readonly y: number };
  /** Pixels after EXIF rotation. */
  readonly size: PixelSize;
  /** The mask beside it; null: everything counts. */
  readonly mask: string | null;
  readonly concept: Concept;
}

export interface PlannedEpoch {
  readonly samples: readonly PlannedSample[];
  /** Full batches by bucket; what is left over of a bucket does not train. */
  readonly batches: readonly { readonly bucket: PixelSize; readonly samples: number; readonly batches: number }[];
  /** What the progress bar announces. */
  readonly announced: number;
}

export interface PlanError {
  readonly exception: string;
  readonly message: string;
  readonly stage: string;
}

/** An image of a concept, by its number among all that were collected. */
export interface CollectedImage {
  readonly path: string;
  readonly index: number;
  readonly size: PixelSize;
  readonly lines: readonly string[];
}

/** Concepts that share a cache, with the options of the first. */
export interface ConceptGroup {
  readonly concept: Concept;
  readonly images: readonly CollectedImage[];
  /** Samples per epoch. */
  readonly samples: number;
  readonly captions: CaptionOptions;
  readonly targets: readonly TargetBuckets[];
}

/** What stays the same over the epochs. */
export interface DatasetPlan {
  readonly model: ModelType;
  readonly config: TrainConfig;
  readonly groups: readonly ConceptGroup[];
  readonly batchSize: number;
  /** Encoded images are kept. */
  readonly cachesImages: boolean;
  /** By text encoder: its captions are drawn once per variation and kept. */
  readonly cachesText: readonly boolean[];
  readonly buckets: boolean;
  readonly masks: boolean;
}

/**
 * Collects the images of all concepts and reads their captions (OneTrainer modules/dataLoader/mixin/DataLoaderText2ImageMixin.py).
 * @param validation the concepts that validate, in place of those that train; their batches hold one
 */
export function planDatasets(
  concepts: readonly Concept[],
  config: TrainConfig,
  files: TrainerFiles,
  validation = false,
): PlanOutcome {
  return finish(planSteps(concepts, config, files, validation));
}

type PlanOutcome = Outcome<DatasetPlan> & { readonly stage?: string };

/** {@link planDatasets} in steps. */
export function* planSteps(
  concepts: readonly Concept[],
  config: TrainConfig,
  files: TrainerFiles,
  validation = false,
): Steps<PlanOutcome> {
  const { values } = config;
  const model = modelType(String(values.get('model_type')));
  const used = concepts.filter(
    ({ values: own }) => isSet(own.get('enabled')) && (own.get('type') === 'VALIDATION') === validation,
  );
  const endings = model.video ? [...IMAGE_ENDINGS, ...VIDEO_ENDINGS] : IMAGE_ENDINGS;
  const groups: ConceptGroup[] = [];
  const byKey = new Map<string, number>();
  let index = 0;
  for (const concept of used) {
    const collected = collectImages(
      files,
      String(concept.values.get('path')),
      isSet(concept.values.get('include_subdirectories')),
      endings,
    );
    if (collected.error) return { ...collected, stage: 'epoch 0' };
    const captions = readCaptionOptions(files, concept.text);
    if (captions.error) return { ...captions, stage: 'epoch 0' };
    const targets = targetsOf(concept, config, model);
    if (targets.error) return { ...targets, stage: 'init' };
    const images: CollectedImage[] = [];
    for (const path of collected.value) {
      yield;
      const opened = openImage(files, path);
      if (opened.error) return { ...opened, stage: 'epoch 0' };
      const lines = captionLines(files, path, concept.text);
      if (lines.error) return { ...lines, stage: 'epoch 0' };
      images.push({ path, index: index++, size: opened.value, lines: lines.value });
    }
    const key = groupKey(concept);
    const known = key === null ? undefined : byKey.get(key);
    if (known !== undefined) {
      const group = groups[known] as ConceptGroup;
      const all = [...group.images, ...images];
      groups[known] = { ...group, images: all, samples: samplesOf(group.concept, all.length) };
      continue;
    }
    if (key !== null) byKey.set(key, groups.length);
    groups.push({
      concept,
      images,
      samples: samplesOf(concept, images.length),
      captions: captions.value,
      targets: targets.value,
    });
  }
  const caches = isSet(values.get('latent_caching'));
  const zero = groups.find(({ concept, images }) => caches && images.length > 0 && hasNoVariation(concept));
  if (zero) return { ...stops<DatasetPlan>('ZeroDivisionError', 'variations'), stage: 'epoch 0' };
  return answer({
    model,
    config,
    groups,
    batchSize: validation ? 1 : Number(values.get('batch_size')),
    cachesImages: caches,
    cachesText: model.encoders.map(
      (_, i) => caches && (model.alwaysCachesText || !isSet(config.encoders[i]?.get('train'))),
    ),
    buckets: isSet(values.get('aspect_ratio_bucketing')),
    masks: isSet(values.get('masked_training')),
  });
}

const hasNoVariation = ({ values }: Concept): boolean =>
  values.get('image_variations') === 0 || values.get('text_variations') === 0;

/** What tells two concepts apart for the cache; null for a drawn seed. */
function groupKey({ values, image, text }: Concept): string | null {
  if (values.get('seed') === null) return null;
  const own = ['path', 'seed', 'include_subdirectories'].map((name) => values.get(name));
  return JSON.stringify([own, [...image], [...text]]);
}

function targetsOf({ image }: Concept, { values }: TrainConfig, model: ModelType): Outcome<TargetBuckets[]> {
  return planBuckets({
    resolution: String(values.get('resolution')),
    enableOverride: isSet(image.get('enable_resolution_override')),
    override: String(image.get('resolution_override')),
    aspectRatioBucketing: isSet(values.get('aspect_ratio_bucketing')),
    step: model.step,
  });
}

/** Samples per epoch of a concept: a factor of its images, or a number. */
function samplesOf({ values }: Concept, images: number): number {
  const balancing = Number(values.get('balancing'));
  const count = values.get('balancing_strategy') === 'SAMPLES' ? Math.trunc(balancing) : Math.floor(images * balancing);
  return images === 0 ? 0 : Math.max(0, count);
}

function openImage(files: TrainerFiles, path: string): Outcome<PixelSize> {
  if (hasVideoEnding(path)) {
    const clip = files.clip(path);
    return clip.error ? clip : answer(clip.value ?? { width: 1, height: 1 });
  }
  const picture = files.picture(path);
  if (picture.error) return picture;
  if (picture.value.truncated) return stops('OSError', path);
  const { width, height, orientation } = picture.value;
  return answer(orientation >= 5 ? { width: height, height: width } : { width, height });
}

const hasVideoEnding = (path: string): boolean => VIDEO_ENDINGS.includes(splitExtension(path)[1].toLowerCase());

/**
 * What trains in an epoch, counted from 0, sample by sample: the seed is always 42, so it is known. For numbers alone ask `countEpoch`,
 * which does not grow with the repeats.
 */
export function planEpoch(plan: DatasetPlan, epoch: number, files: TrainerFiles): Outcome<PlannedEpoch> {
  const samples: PlannedSample[] = [];
  for (const group of plan.groups) {
    const { images, samples: count } = group;
    for (let j = 0; j < count; j++) {
      const at = j + epoch * count;
      const image = images[at % images.length] as CollectedImage;
      const sample = drawSample(plan, group, image, Math.floor(at / images.length), epoch, files);
      if (sample.error) return sample;
      samples.push(sample.value);
    }
  }
  return batchesOf(samples, plan);
}

/** One use of an image. @param pass how often its concept was gone through before */
export function drawSample(
  plan: DatasetPlan,
  group: ConceptGroup,
  image: CollectedImage,
  pass: number,
  epoch: number,
  files: TrainerFiles,
): Outcome<PlannedSample> {
  const modules = modulesOf(plan.model, plan.masks);
  const { concept } = group;
  const kept = (name: string) => pass % Number(concept.values.get(name));
  const variation = plan.cachesImages ? kept('image_variations') : epoch;
  const target = group.targets[drawTarget(modules, variation, image.index, group.targets.length)] as TargetBuckets;
  const frames = plan.buckets || !plan.model.frameAxis ? null : 1;
  const placement = placeImage(target, image.size, frames);
  if (placement.error) return placement;
  const jitters = isSet(concept.image.get('enable_crop_jitter'));
  const texts: string[] = [];
  for (const cached of plan.cachesText) {
    const lines =
      cached || plan.cachesImages ? answer([...image.lines]) : captionLines(files, image.path, concept.text);
    if (lines.error) return lines;
    const variant = cached ? kept('text_variations') : epoch;
    const drawn = drawCaption(modules, variant, image.index, lines.value, group.captions);
    if (drawn.error) return drawn;
    texts.push(drawn.value);
  }
  return answer({
    image: image.path,
    texts,
    placement: placement.value,
    offset: jitters ? drawCrop(modules, variation, image.index, placement.value) : placement.value.centre,
    size: image.size,
    mask: plan.masks ? maskOf(files, image.path) : null,
    concept,
  });
}

/** `NAME-masklabel.png`, in exactly this spelling. */
export function maskOf(files: TrainerFiles, image: string): string | null {
  const mask = `${splitExtension(image)[0]}-masklabel.png`;
  return files.kind(mask) === 'file' ? mask : null;
}

function batchesOf(samples: readonly PlannedSample[], plan: DatasetPlan): Outcome<PlannedEpoch> {
  if (plan.batchSize === 0) return stops('ZeroDivisionError', 'batch_size');
  const found = new Map<string, { bucket: PixelSize; samples: number; batches: number }>();
  for (const { placement } of samples) {
    const { bucket } = placement;
    const key = `${bucket.width}x${bucket.height}`;
    const entry = found.get(key) ?? { bucket, samples: 0, batches: 0 };
    const count = entry.samples + 1;
    found.set(key, { bucket, samples: count, batches: Math.floor(count / plan.batchSize) });
  }
  const batches = [...found.values()];
  const real = batches.reduce((sum, entry) => sum + entry.batches, 0);
  const announced = plan.cachesImages ? real : Math.floor(samples.length / plan.batchSize);
  return answer({ samples, batches, announced });
}
