import { t } from '../ground/l10n.ts';
import type { Need } from './needs.ts';

/** How a metric is written: a share or probability of 0 to 1 as per cent, a count, or a plain number. */
export type MetricUnit = 'share' | 'count' | 'number';

interface Metric {
  readonly unit: MetricUnit;
  /** Without which it is not measured. */
  readonly need: Need;
  /** A share or spread over the captions or images of a set: it says little of a small one (see `tooFewBelow`). */
  readonly statistic: boolean;
  /** In the display language. */
  readonly title: () => string;
}

const metric =
  (unit: MetricUnit, statistic: boolean) =>
  (need: Need, title: () => string): Metric => ({ unit, need, statistic, title });
const share = metric('share', true);
const number = metric('number', true);
/** What holds however small the set is. */
const fact = { share: metric('share', false), number: metric('number', false), count: metric('count', false) };

/** Every metric that can be evidence. `effective` numbers are exp(entropy): how many equally frequent ones it amounts to. */
export const metrics = {
  'over-limit-share': fact.share('token-limit', () => t('Captions longer than the token limit')),
  'other-style-share': fact.share('captions', () => t('Captions in the rarer of two styles, tags and sentences')),
  'other-separator-share': share('captions', () =>
    t('Captions whose tags something else than the separator takes apart'),
  ),
  'identical-caption-share': share('captions', () => t('Captions that repeat another caption')),
  'look-alike-share': share('pixels', () => t('Images that look like others and have the caption of another')),
  'template-share': share('captions', () => t('Captions of one template')),
  'fixed-text-share': share('captions', () => t('Part of the text that is the same in captions of one template')),
  'cluster-share': fact.share('images', () => t('Images in clusters of three or more near-duplicates')),
  'largest-cluster-share': share('images', () => t('Images in the largest cluster')),
  'dense-cluster-share': fact.share('images', () => t('Images in the largest cluster of three or more')),
  'effective-images': fact.number('images', () => t('Effective images')),
  'effective-image-share': fact.share('images', () => t('Effective images, share of all')),
  'background-effective-tags': number('named-category', () => t('Effective background tags')),
  'framing-effective-tags': number('named-category', () => t('Effective framing tags')),
  'lighting-effective-tags': number('named-category', () => t('Effective lighting tags')),
  'pose-effective-tags': number('named-category', () => t('Effective pose tags')),
  'background-top-share': share('named-category', () => t('Captions with the most frequent background tag')),
  'framing-top-share': share('named-category', () => t('Captions with the most frequent framing')),
  'lighting-top-share': share('named-category', () => t('Captions with the most frequent lighting tag')),
  'pose-top-share': share('named-category', () => t('Captions with the most frequent pose tag')),
  'unnamed-light-share': share('enough-captions', () => t('Captions that name neither light nor colour')),
  'constant-style-tags': fact.count('captions', () => t('Style and quality tags on nearly every caption')),
  'missing-fields': fact.count('enough-captions', () => t('Kinds of words that most captions lack')),
  'varying-effective-tags': number('enough-captions', () => t('Effective tags besides those on nearly every caption')),
  'top-10-share': share('enough-captions', () => t('Share of the ten most frequent tags')),
  'trigger-background-probability': share('trigger', () => t('Highest P(background tag | trigger)')),
  'trigger-style-probability': share('trigger', () => t('Highest P(style tag | trigger)')),
  'trigger-clothing-probability': share('trigger', () => t('Highest P(clothing tag | trigger)')),
  'trigger-colour-probability': share('trigger', () => t('Highest P(a colour of clothes or things | trigger)')),
  'class-trigger-probability': share('class-word', () => t('P(trigger | class word)')),
  'without-trigger-share': share('trigger', () => t('Captions without the trigger')),
  'other-subject-share': share('trigger', () => t('Captions of one folder that name another subject')),
  'other-look-share': share('trigger', () => t('Captions of one trigger that describe another person')),
  'concept-overlap': share('two-triggers', () => t('Overlap of the top tags of two triggers')),
  'concept-divergence': number('two-triggers', () => t('Divergence of the tags of two triggers, in bits')),
  'plain-regularization-share': fact.share('regularization', () =>
    t('Regularization captions that name the class only'),
  ),
  'colour-mismatch-share': share('pixels', () => t('Captions that name a colour their picture has nowhere')),
  'regularization-detail': fact.share('regularization', () =>
    t('Detail of the regularization images, over that of the set'),
  ),
  'near-target-share': fact.share('model-resolution', () => t('Images near the target resolution')),
  'damaged-images': fact.count('images', () => t('Damaged images')),
  'image-exposure': fact.number('options', () => t('Times each different image is trained')),
  'training-samples': fact.number('options', () => t('Samples of the whole training')),
  'trained-epochs': fact.number('options', () => t('Epochs that are trained')),
  'kept-states': fact.count('options', () => t('States of the run that are kept to choose from')),
  'image-use-ratio': fact.number('configuration', () =>
    t('Uses of the image shown most, over those of the one shown least'),
  ),
  'head-drop-share': fact.share('configuration', () => t('Showings in which the first tag of a caption is dropped')),
  'network-rank': fact.number('options', () => t('Rank of the network')),
  'rank-per-image': fact.number('options', () => t('Rank of the network per different image')),
  'alpha-share': fact.share('options', () => t('Alpha, as a share of the rank')),
  'text-encoder-rate-ratio': fact.number('options', () =>
    t('Learning rate of the text encoder over that of the U-Net'),
  ),
  'untrained-text-encoder': fact.count('options', () =>
    t('Text encoders that do not train, with a new word as trigger'),
  ),
  'shared-encoder-rate': fact.count('options', () =>
    t('Text encoders of SDXL that share one rate near that of the U-Net'),
  ),
  'colour-augmentation': fact.share('configuration', () => t('Samples under colour augmentation')),
  'training-resolution': fact.share('configuration', () => t('Side that is trained, as a share of the model’s own')),
  'fixed-captions': fact.share('configuration', () => t('Samples whose tags neither move nor drop')),
} as const satisfies Record<string, Metric>;

export type MetricId = keyof typeof metrics;
export const metricIds = Object.keys(metrics) as MetricId[];

/** No metric measured: the start for whoever fills them. */
export const unmeasured = (): Record<MetricId, number | null> =>
  Object.fromEntries(metricIds.map((id) => [id, null])) as Record<MetricId, number | null>;

/** A value as people read it, in the metric's unit. */
export function formatValue(value: number, unit: MetricUnit): string {
  if (unit === 'share') return `${Number((value * 100).toFixed(1))} %`;
  return unit === 'count' ? String(value) : String(Number(value.toFixed(Math.abs(value) < 1 ? 2 : 1)));
}
