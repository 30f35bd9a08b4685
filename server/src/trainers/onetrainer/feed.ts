import type { Steps } from '../../ground/steps.ts';
import {
  type AskedRun,
  type FedImage,
  type FedPhase,
  type FedRun,
  type FeedTrial,
  lengthOf,
  tagsBetween,
} from '../fed-run.ts';
import { pythonStripRange } from '../python/python-text.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import { placeImage, type TargetBuckets } from './buckets.ts';
import { drawCaption, drawTarget, modulesOf } from './draws.ts';
import type { CollectedImage, ConceptGroup, DatasetPlan } from './plan.ts';
import { compileSpecial } from './special-tags.ts';

/** Captions drawn at the most; of longer runs evenly spaced epochs stand for all. */
const mostDraws = 400_000;
/** Samples of an epoch at the most: a larger one is not counted. */
const mostSamples = 2_000_000;

/**
 * What OneTrainer feeds over a run: its seed is always 42, so lines, dropped tags and shuffles are those of the run itself. Only which
 * samples of a bucket are left over at a batch above one is not known; each is taken for equally likely.
 */
export function* feedOf(
  configured: DatasetPlan,
  accumulation: number,
  configuredEpochs: number | null,
  asked: AskedRun,
): Steps<Outcome<FedRun>> {
  const plan = { ...configured, groups: configured.groups.map((group) => tried(group, asked.trial)) };
  const perEpoch = plan.groups.reduce((sum, { samples }) => sum + samples, 0);
  if (!(perEpoch <= mostSamples)) return stops('MemoryError', 'too many samples to be counted');
  const first = yield* usesOf(plan, 0);
  if (first.error) return first;
  const stepsPerEpoch = Math.floor(first.value.batches / Math.max(1, accumulation));
  const length = lengthOf(asked.length, configuredEpochs === null ? null : { epochs: configuredEpochs }, stepsPerEpoch);
  const epochs = Math.ceil(length.epochs);
  const stride = Math.max(1, Math.ceil((perEpoch * epochs) / mostDraws));
  // Where every epoch is like the first, some of them tell all.
  const isSampled = stride > 1 && !(first.value.isAlike && plan.groups.every(isStill));
  const uses: EpochUses[] = [];
  let known = first.value.isAlike ? first.value : null;
  for (let epoch = 0; epoch < epochs; epoch += stride) {
    const made = known ? answer(known) : epoch === 0 ? first : yield* usesOf(plan, epoch);
    if (made.error) return made;
    known = made.value.isAlike ? made.value : null;
    // A stretch of epochs stands for the first of them; the last one is gone through in part.
    const weight = Math.min(length.epochs, epoch + stride) - epoch;
    uses.push({ epoch, weight, parts: made.value.parts });
  }
  const images = plan.groups.flatMap((group, set) => imagesOf(plan, group, set, uses));
  const whole = Number.isInteger(length.epochs) && first.value.isWhole;
  return answer({
    basis: isSampled ? 'sampled' : whole ? 'exact' : 'expected',
    length,
    sets: plan.groups.map(({ concept, images: own, samples }) => ({
      name: String(concept.values.get('path')),
      isRegularization: concept.values.get('type') === 'PRIOR_PREDICTION',
      repeats: own.length === 0 ? null : samples / own.length,
    })),
    images,
    neverShown: images.filter(({ shows }) => shows === 0).map(({ path }) => path),
  });
}

/** A concept with what is tried in place of its options. Dropping all tags at once is tried as dropping each by itself. */
function tried(group: ConceptGroup, trial: FeedTrial = {}): ConceptGroup {
  const { captions } = group;
  const rate = trial.tagDropout;
  const special = captions.dropout?.special ?? compileSpecial(noSpecialTags);
  return {
    ...group,
    samples: trial.repeats === undefined ? group.samples : Math.floor(group.images.length * trial.repeats),
    captions: {
      ...captions,
      shuffle: trial.shuffle ?? captions.shuffle,
      keep: trial.keep ?? captions.keep,
      dropout: rate === undefined ? captions.dropout : rate > 0 ? { mode: 'RANDOM', probability: rate, special } : null,
    },
  };
}

const noSpecialTags = { mode: 'NONE', written: '', isRegex: false, delimiter: ',', lines: null };

/** Epochs that stand for `weight` of them. */
interface EpochUses extends Pick<Uses, 'parts'> {
  readonly epoch: number;
  readonly weight: number;
}

interface Uses {
  /** By group, for each of its samples the part of it that trains: left-overs of a bucket may be any of its samples. */
  readonly parts: readonly (readonly number[])[];
  readonly batches: number;
  /** Nothing is left over. */
  readonly isWhole: boolean;
  /** Every epoch uses each image as often and in the same bucket. */
  readonly isAlike: boolean;
}

function* usesOf(plan: DatasetPlan, epoch: number): Steps<Outcome<Uses>> {
  const modules = modulesOf(plan.model, plan.masks);
  const buckets = new Map<string, number>();
  const placed: string[][] = [];
  for (const { images, samples: count, targets, concept } of plan.groups) {
    const own: string[] = [];
    for (let j = 0; j < count; j++) {
      yield;
      const { image, pass } = sampleAt(images, epoch * count + j);
      const variation = plan.cachesImages ? pass % Number(concept.values.get('image_variations')) : epoch;
      const target = targets[drawTarget(modules, variation, image.index, targets.length)] as TargetBuckets;
      const placement = placeImage(target, image.size, plan.buckets || !plan.model.frameAxis ? null : 1);
      if (placement.error) return placement;
      const bucket = `${placement.value.bucket.width}x${placement.value.bucket.height}`;
      buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
      own.push(bucket);
    }
    placed.push(own);
  }
  const size = Math.max(1, plan.batchSize);
  const batches = (count: number): number => Math.floor(count / size);
  const partOf = (bucket: string): number => {
    const count = buckets.get(bucket) ?? 0;
    return count === 0 ? 0 : (batches(count) * size) / count;
  };
  const counts = [...buckets.values()];
  return answer({
    parts: placed.map((own) => own.map(partOf)),
    batches: counts.reduce((sum, count) => sum + batches(count), 0),
    isWhole: counts.every((count) => count % size === 0),
    isAlike: plan.groups.every(
      ({ images, samples, targets }) => targets.length === 1 && (images.length === 0 || samples % images.length === 0),
    ),
  });
}

/** Whether nothing of the captions of a group is drawn. */
function isStill({ images, captions }: ConceptGroup): boolean {
  const { shuffle, dropout, caps } = captions;
  return !shuffle && !dropout && !caps && images.every(({ lines }) => lines.length === 1);
}

/** The image of a sample counted over all epochs, and how often the list was gone through before it. */
function sampleAt(
  images: readonly CollectedImage[],
  at: number,
): { image: CollectedImage; place: number; pass: number } {
  const place = at % images.length;
  return { image: images[place] as CollectedImage, place, pass: Math.floor(at / images.length) };
}

function imagesOf(
  plan: DatasetPlan,
  { images, captions, concept, samples }: ConceptGroup,
  set: number,
  uses: readonly EpochUses[],
): FedImage[] {
  const modules = modulesOf(plan.model, plan.masks);
  const variations = Number(concept.values.get('text_variations'));
  const shown = images.map((): { epoch: number; pass: number; part: number }[] => []);
  for (const { epoch, weight, parts } of uses)
    for (const [j, part] of (parts[set] ?? []).entries()) {
      const { place, pass } = sampleAt(images, epoch * samples + j);
      shown[place]?.push({ epoch, pass, part: part * weight });
    }
  return images.map((image, place): FedImage => {
    const own = shown[place] ?? [];
    return {
      path: image.path,
      set,
      shows: own.reduce((sum, { part }) => sum + part, 0),
      written: () =>
        image.lines.flatMap((line) => tagsBetween(line, captions.delimiter, pythonStripRange).map(({ text }) => text)),
      phases() {
        const drawn = new Map<number, string>();
        const textOf = (variation: number): string => {
          const text =
            drawn.get(variation) ?? drawCaption(modules, variation, image.index, image.lines, captions).value ?? '';
          drawn.set(variation, text);
          return text;
        };
        const counted = new Map<string, number>();
        for (const { epoch, pass, part } of own)
          for (const cached of plan.cachesText) {
            const text = textOf(cached ? pass % variations : epoch);
            counted.set(text, (counted.get(text) ?? 0) + part / plan.cachesText.length);
          }
        return [...counted].map(([text, shows]): FedPhase => {
          const tags = tagsBetween(text, captions.delimiter, pythonStripRange);
          return { shows, alternatives: [{ chance: 1, text: { kind: 'still', text, tags } }], once: true };
        });
      },
    };
  });
}
