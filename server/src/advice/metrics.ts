import { t } from '../ground/l10n.ts';

/** How a metric is written: a share or probability of 0 to 1 as per cent, a count, or a plain number. */
export type MetricUnit = 'share' | 'count' | 'number';

interface Metric {
  readonly unit: MetricUnit;
  /** In the display language. */
  readonly title: () => string;
}

const share = (title: () => string): Metric => ({ unit: 'share', title });
const count = (title: () => string): Metric => ({ unit: 'count', title });
const number = (title: () => string): Metric => ({ unit: 'number', title });

/** Every metric that can be evidence. `effective` numbers are exp(entropy): how many equally frequent ones it amounts to. */
export const metrics = {
  'over-limit-share': share(() => t('Captions longer than the token limit')),
  'identical-caption-share': share(() => t('Captions that repeat another caption')),
  'template-share': share(() => t('Captions of one template')),
  'cluster-share': share(() => t('Images in clusters of three or more near-duplicates')),
  'largest-cluster-share': share(() => t('Images in the largest cluster')),
  'effective-images': number(() => t('Effective images')),
  'effective-image-share': share(() => t('Effective images, share of all')),
  'background-effective-tags': number(() => t('Effective background tags')),
  'framing-effective-tags': number(() => t('Effective framing tags')),
  'lighting-effective-tags': number(() => t('Effective lighting tags')),
  'pose-effective-tags': number(() => t('Effective pose tags')),
  'background-top-share': share(() => t('Captions with the most frequent background tag')),
  'framing-top-share': share(() => t('Captions with the most frequent framing tag')),
  'lighting-top-share': share(() => t('Captions with the most frequent lighting tag')),
  'pose-top-share': share(() => t('Captions with the most frequent pose tag')),
  'constant-style-tags': count(() => t('Style and quality tags on nearly every caption')),
  'top-10-share': share(() => t('Share of the ten most frequent tags')),
  'trigger-background-probability': share(() => t('Highest P(background tag | trigger)')),
  'trigger-style-probability': share(() => t('Highest P(style or quality tag | trigger)')),
  'trigger-clothing-probability': share(() => t('Highest P(clothing tag | trigger)')),
  'trigger-colour-probability': share(() => t('Highest P(colour tag | trigger)')),
  'class-trigger-probability': share(() => t('P(trigger | class word)')),
  'without-trigger-share': share(() => t('Captions without the trigger')),
  'concept-overlap': share(() => t('Overlap of the top tags of two triggers')),
  'near-target-share': share(() => t('Images near the target resolution')),
  'damaged-images': count(() => t('Damaged images')),
} as const satisfies Record<string, Metric>;

export type MetricId = keyof typeof metrics;
export const metricIds = Object.keys(metrics) as MetricId[];

/** No metric measured: the start for whoever fills them. */
export const unmeasured = (): Record<MetricId, number | null> =>
  Object.fromEntries(metricIds.map((id) => [id, null])) as Record<MetricId, number | null>;

/** A value as people read it, in the metric's unit. */
export function formatValue(value: number, unit: MetricUnit): string {
  if (unit === 'share') return `${Number((value * 100).toFixed(1))} %`;
  return unit === 'count' ? String(value) : String(Number(value.toFixed(1)));
}
