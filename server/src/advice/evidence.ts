import { type FailureMode, failureModes } from '../ground/finding.ts';
import type { MetricId } from './metrics.ts';

/** What a threshold rests on. `map`: the failure map (docs/failure-modes.md, section after the colon). */
export type Source = `map: ${string}` | `sd-scripts: ${string}`;

/** Values from which a level is reached. Rows with `below` reach it at or under the value. */
export interface Thresholds {
  readonly low?: number;
  readonly elevated?: number;
  readonly high?: number;
}

/**
 * How findings of a rule become a number: share of captions or of images it names, number of findings in the set, number of those that
 * are warnings or errors, or of errors alone.
 */
export type RuleMeasure = 'captions' | 'images' | 'set' | 'warnings' | 'errors';

export interface EvidenceRow {
  readonly from:
    | {
        readonly rule: string;
        readonly measure: RuleMeasure;
        /** Only findings about tags of this category. */
        readonly of?: string;
      }
    | { readonly metric: MetricId; readonly below: boolean };
  /** Rows about the same thing count once when levels are added up. */
  readonly about: string;
  readonly at: Thresholds;
  readonly source: Source;
  /** The threshold is an estimate, and so is what follows from it. */
  readonly heuristic: boolean;
}

type Basis = readonly [source: Source, heuristic?: 'heuristic'];

const row = (from: EvidenceRow['from'], about: string, at: Thresholds, [source, heuristic]: Basis): EvidenceRow => ({
  from,
  about,
  at,
  source,
  heuristic: heuristic !== undefined,
});
const from = (metric: MetricId, about: string, at: Thresholds, ...basis: Basis) =>
  row({ metric, below: false }, about, at, basis);
const below = (metric: MetricId, about: string, at: Thresholds, ...basis: Basis) =>
  row({ metric, below: true }, about, at, basis);
const captions = (rule: string, about: string, at: Thresholds, ...basis: Basis) =>
  row({ rule, measure: 'captions' }, about, at, basis);
const images = (rule: string, about: string, at: Thresholds, ...basis: Basis) =>
  row({ rule, measure: 'images' }, about, at, basis);
const set = (rule: string, about: string, at: Thresholds, ...basis: Basis) =>
  row({ rule, measure: 'set' }, about, at, basis);
const warnings = (rule: string, about: string, at: Thresholds, ...basis: Basis) =>
  row({ rule, measure: 'warnings' }, about, at, basis);
const errors = (rule: string, about: string, at: Thresholds, ...basis: Basis) =>
  row({ rule, measure: 'errors' }, about, at, basis);

const topic = (rule: string, of: string, ...basis: Basis) => row({ rule, measure: 'set', of }, of, { low: 1 }, basis);

/**
 * The evidence table: all that decides a risk, and nothing else does.
 *
 * Level of a risk = the highest level any of its rows reaches; two elevated rows about different things make high. Low ones do
 * not add up. Shares are 0 to 1, of the captions or the images of the subject. docs/calibration.md shows what made and real sets reach.
 */
export const evidenceTable: Readonly<Record<FailureMode, readonly EvidenceRow[]>> = {
  memorization: [
    below('kept-states', 'checkpoints', { low: 1 }, 'map: memorization', 'heuristic'),
    from('cluster-share', 'duplicates', { low: 0.05, elevated: 0.1, high: 0.2 }, 'map: duplicates', 'heuristic'),
    from('largest-cluster-share', 'duplicates', { low: 0.02 }, 'map: duplicates', 'heuristic'),
    from('dense-cluster-share', 'duplicates', { low: 0.02, elevated: 0.05 }, 'map: duplicates', 'heuristic'),
    below(
      'effective-image-share',
      'duplicates',
      { low: 0.95, elevated: 0.85, high: 0.7 },
      'map: duplicates',
      'heuristic',
    ),
    images('exact-duplicate', 'duplicates', { low: 0.01, elevated: 0.15, high: 0.3 }, 'map: duplicates', 'heuristic'),
    images('near-duplicate', 'duplicates', { low: 0.05, elevated: 0.2, high: 0.4 }, 'map: duplicates', 'heuristic'),
    set('dominant-cluster', 'duplicates', { low: 1 }, 'map: duplicates', 'heuristic'),
    images('related-image', 'duplicates', { low: 0.5 }, 'map: duplicates', 'heuristic'),
    below('effective-images', 'size', { low: 12 }, 'map: memorization', 'heuristic'),
    from('image-exposure', 'training', { low: 250, elevated: 500, high: 1500 }, 'map: memorization', 'heuristic'),
    from('image-use-ratio', 'balance', { low: 10, elevated: 40 }, 'map: memorization', 'heuristic'),
    from('rank-per-image', 'rank', { low: 3, elevated: 6, high: 12 }, 'map: memorization', 'heuristic'),
    from('text-encoder-rate-ratio', 'text encoder', { low: 1, elevated: 5 }, 'map: memorization', 'heuristic'),
    from('fixed-captions', 'template', { low: 0.5 }, 'map: templates', 'heuristic'),
    below('background-effective-tags', 'background', { low: 2.5, elevated: 1.5 }, 'map: diversity', 'heuristic'),
    from('background-top-share', 'background', { low: 0.7, elevated: 0.9 }, 'map: diversity', 'heuristic'),
    from('trigger-background-probability', 'background', { elevated: 0.95 }, 'map: co-occurrence', 'heuristic'),
    topic('low-diversity', 'background', 'map: diversity', 'heuristic'),
    topic('low-diversity', 'lighting', 'map: diversity', 'heuristic'),
    topic('low-diversity', 'pose', 'map: diversity', 'heuristic'),
    below('framing-effective-tags', 'framing', { low: 1.5 }, 'map: diversity', 'heuristic'),
    from('framing-top-share', 'framing', { low: 0.8, elevated: 0.95 }, 'map: diversity', 'heuristic'),
    set('framing-bias', 'framing', { low: 1 }, 'map: diversity', 'heuristic'),
    below('lighting-effective-tags', 'lighting', { low: 1.1 }, 'map: diversity', 'heuristic'),
    from('lighting-top-share', 'lighting', { low: 0.8, elevated: 0.95 }, 'map: diversity', 'heuristic'),
    below('pose-effective-tags', 'pose', { low: 1.5 }, 'map: diversity', 'heuristic'),
    from('pose-top-share', 'pose', { low: 0.8, elevated: 0.95 }, 'map: diversity', 'heuristic'),
    from('template-share', 'template', { low: 0.6 }, 'map: templates', 'heuristic'),
    from('fixed-text-share', 'template', { low: 0.4, elevated: 0.6 }, 'map: templates', 'heuristic'),
    set('template-captions', 'template', { low: 1 }, 'map: templates', 'heuristic'),
    from('identical-caption-share', 'template', { low: 0.1, elevated: 0.5 }, 'map: templates', 'heuristic'),
    set('identical-captions', 'template', { low: 1 }, 'map: templates', 'heuristic'),
    from('top-10-share', 'vocabulary', { low: 0.9 }, 'map: vocabulary', 'heuristic'),
    set('head-heavy-vocabulary', 'vocabulary', { low: 1 }, 'map: vocabulary', 'heuristic'),
    below('varying-effective-tags', 'variety', { low: 8, elevated: 3 }, 'map: diversity', 'heuristic'),
    set('trigger-lock-in', 'tied tags', { low: 1 }, 'map: co-occurrence'),
    set('singleton-tags', 'vocabulary', { low: 1 }, 'map: vocabulary', 'heuristic'),
    set('unbalanced-concepts', 'balance', { low: 1 }, 'map: vocabulary', 'heuristic'),
    set('unbalanced-repeats', 'balance', { low: 1 }, 'sd-scripts: library/train_util.py', 'heuristic'),
    set('oversized-batch', 'configuration', { low: 1 }, 'sd-scripts: library/train_util.py', 'heuristic'),
    set('shared-caption', 'template', { low: 1 }, 'sd-scripts: library/train_util.py', 'heuristic'),
    images('thin-bucket', 'buckets', { low: 0.1 }, 'map: resolution', 'heuristic'),
  ],
  'concept-bleed': [
    set('class-hijack', 'class word', { low: 1 }, 'map: regularization'),
    from('class-trigger-probability', 'class word', { low: 0.95 }, 'map: regularization', 'heuristic'),
    below('without-trigger-share', 'class word', { low: 0 }, 'map: regularization'),
    set('missing-regularization', 'class word', { low: 1 }, 'map: regularization'),
    from('trigger-background-probability', 'background', { elevated: 0.95 }, 'map: co-occurrence', 'heuristic'),
    from('trigger-clothing-probability', 'clothing', { low: 0.95 }, 'map: co-occurrence', 'heuristic'),
    from('trigger-style-probability', 'style', { elevated: 0.95 }, 'map: co-occurrence', 'heuristic'),
    from(
      'text-encoder-rate-ratio',
      'text encoder',
      { low: 1, elevated: 2, high: 8 },
      'map: concept-bleed',
      'heuristic',
    ),
    from('image-exposure', 'training', { low: 400, elevated: 1000 }, 'map: concept-bleed', 'heuristic'),
    set('plain-regularization', 'regularization', { low: 1 }, 'map: regularization'),
    from('plain-regularization-share', 'regularization', { low: 0.3, elevated: 0.9 }, 'map: regularization'),
    set('trigger-lock-in', 'tied tags', { low: 1 }, 'map: co-occurrence'),
    from('concept-overlap', 'overlap', { low: 0.5, elevated: 0.75 }, 'map: co-occurrence', 'heuristic'),
    below('concept-divergence', 'overlap', { low: 0.2, elevated: 0.06 }, 'map: co-occurrence', 'heuristic'),
    set('concept-overlap', 'overlap', { low: 1 }, 'map: co-occurrence', 'heuristic'),
    set('overloaded-trigger', 'trigger', { low: 1 }, 'map: trigger choice'),
    set('mixed-subjects', 'subjects', { low: 1 }, 'map: identity', 'heuristic'),
    set('unbalanced-concepts', 'balance', { low: 1 }, 'map: vocabulary', 'heuristic'),
    from('top-10-share', 'vocabulary', { low: 0.9 }, 'map: vocabulary', 'heuristic'),
    set('head-heavy-vocabulary', 'vocabulary', { low: 1 }, 'map: vocabulary', 'heuristic'),
    set('missing-field', 'fields', { low: 1 }, 'map: captions', 'heuristic'),
    captions('ambiguous-attribute', 'attributes', { low: 0.05, elevated: 0.3 }, 'map: concept-bleed', 'heuristic'),
    topic('low-diversity', 'background', 'map: diversity', 'heuristic'),
    captions('missing-trigger', 'trigger', { low: 0.1 }, 'map: identity', 'heuristic'),
    set('caption-extension-finds-nothing', 'no captions', { elevated: 1 }, 'sd-scripts: library/config_util.py'),
    set('unused-regularization', 'class word', { low: 1 }, 'sd-scripts: library/train_util.py'),
    set('unbalanced-repeats', 'balance', { low: 1 }, 'sd-scripts: library/train_util.py', 'heuristic'),
    captions('mojibake', 'noise', { low: 0.1 }, 'map: health', 'heuristic'),
    captions('empty-caption', 'no captions', { low: 0.05, elevated: 0.3 }, 'map: health', 'heuristic'),
    images('missing-caption', 'no captions', { low: 0.05, elevated: 0.3 }, 'map: health', 'heuristic'),
    set('wrong-caption-extension', 'no captions', { elevated: 1 }, 'sd-scripts: library/config_util.py'),
  ],
  'identity-collapse': [
    captions('identity-conflict', 'identity', { low: 0.01, elevated: 0.1, high: 0.25 }, 'map: identity', 'heuristic'),
    captions('ambiguous-attribute', 'identity', { low: 0.05, elevated: 0.3 }, 'map: identity', 'heuristic'),
    set('mixed-subjects', 'subjects', { low: 1 }, 'map: identity', 'heuristic'),
    from('other-subject-share', 'subjects', { low: 0.05, elevated: 0.3 }, 'map: identity', 'heuristic'),
    from('other-look-share', 'identity', { low: 0.05, elevated: 0.3 }, 'map: identity', 'heuristic'),
    captions(
      'contradictory-tags',
      'contradiction',
      { low: 0.02, elevated: 0.2, high: 0.5 },
      'map: contradictions',
      'heuristic',
    ),
    set('conflicting-duplicate-captions', 'contradiction', { low: 1 }, 'map: contradictions'),
    captions('missing-trigger', 'trigger', { low: 0.01, elevated: 0.1, high: 0.3 }, 'map: identity', 'heuristic'),
    captions('misspelt-trigger', 'trigger', { low: 0.001, elevated: 0.1 }, 'map: identity', 'heuristic'),
    set('unconfirmed-trigger', 'trigger', { low: 1 }, 'map: identity', 'heuristic'),
    images('missing-caption', 'no captions', { low: 0.01, elevated: 0.1, high: 0.5 }, 'map: health', 'heuristic'),
    captions('empty-caption', 'no captions', { low: 0.01, elevated: 0.1, high: 0.5 }, 'map: health', 'heuristic'),
    set('wrong-caption-extension', 'no captions', { high: 1 }, 'sd-scripts: library/config_util.py'),
    images(
      'unseen-image',
      'unseen images',
      { low: 0.01, elevated: 0.1, high: 0.5 },
      'sd-scripts: library/train_util.py',
    ),
    captions('ignored-line', 'unread text', { low: 0.05, elevated: 0.3 }, 'sd-scripts: library/train_util.py'),
    from('framing-top-share', 'framing', { low: 0.8, elevated: 0.95 }, 'map: identity', 'heuristic'),
    set('framing-bias', 'framing', { low: 1 }, 'map: identity', 'heuristic'),
    set('missing-field', 'fields', { low: 1 }, 'map: identity', 'heuristic'),
    from('missing-fields', 'fields', { low: 1, elevated: 4 }, 'map: identity', 'heuristic'),
    set('unbalanced-concepts', 'balance', { low: 1 }, 'map: vocabulary', 'heuristic'),
    below('effective-images', 'size', { low: 8 }, 'map: identity', 'heuristic'),
    below('network-rank', 'rank', { low: 3, elevated: 1 }, 'map: identity', 'heuristic'),
    below('alpha-share', 'rank', { low: 0.1, elevated: 0.02 }, 'map: identity', 'heuristic'),
    below('training-samples', 'training', { low: 300, elevated: 100 }, 'map: identity', 'heuristic'),
    // An epoch that never ends: some images are never shown.
    below('trained-epochs', 'unshown', { low: 0.99, elevated: 0.5 }, 'map: identity', 'heuristic'),
    from('head-drop-share', 'fed', { low: 0.3, elevated: 0.6 }, 'map: identity', 'heuristic'),
    from('untrained-text-encoder', 'text encoder', { low: 1 }, 'map: identity', 'heuristic'),
    set('caption-extension-finds-nothing', 'no captions', { high: 1 }, 'sd-scripts: library/config_util.py'),
    set('missing-image-dir', 'unseen images', { high: 1 }, 'sd-scripts: library/config_util.py'),
    set('keep-tokens-mismatch', 'trigger', { low: 1 }, 'sd-scripts: library/train_util.py'),
    captions('late-key-tag', 'trigger', { low: 0.1 }, 'map: length', 'heuristic'),
    set('orphan-caption', 'no captions', { low: 1 }, 'map: health', 'heuristic'),
    set('shared-caption', 'contradiction', { low: 1 }, 'sd-scripts: library/train_util.py'),
    set('stale-cache', 'unread text', { elevated: 1 }, 'sd-scripts: library/train_util.py'),
    // Folders and repeats that somebody wrote and that do not train; options that are merely idle are no evidence.
    warnings('ignored-config-option', 'unseen images', { low: 1 }, 'sd-scripts: library/config_util.py'),
    images('heavy-crop', 'framing', { low: 0.1, elevated: 0.5 }, 'map: resolution', 'heuristic'),
    images('rotated-by-exif', 'orientation', { low: 0.1 }, 'sd-scripts: library/train_util.py', 'heuristic'),
  ],
  'prompt-sensitivity': [
    from('over-limit-share', 'length', { low: 0.01, elevated: 0.1, high: 0.3 }, 'map: length', 'heuristic'),
    captions('token-truncation', 'length', { low: 0.01, elevated: 0.1, high: 0.3 }, 'map: length', 'heuristic'),
    captions('oversized-caption', 'length', { low: 0.01, elevated: 0.1, high: 0.3 }, 'map: length', 'heuristic'),
    set('token-overflow-share', 'length', { low: 1 }, 'map: length', 'heuristic'),
    captions('late-key-tag', 'length', { low: 0.01, elevated: 0.1, high: 0.3 }, 'map: length', 'heuristic'),
    captions(
      'contradictory-tags',
      'contradiction',
      { low: 0.02, elevated: 0.1, high: 0.3 },
      'map: contradictions',
      'heuristic',
    ),
    captions(
      'conflicting-duplicate-captions',
      'contradiction',
      { low: 0.01, elevated: 0.15 },
      'map: contradictions',
      'heuristic',
    ),
    captions('synonym-drift', 'wording', { low: 0.02, elevated: 0.2 }, 'map: contradictions', 'heuristic'),
    captions('near-identical-tag', 'wording', { low: 0.02, elevated: 0.2 }, 'map: contradictions', 'heuristic'),
    captions('deprecated-tag', 'wording', { low: 0.1 }, 'map: contradictions', 'heuristic'),
    captions('unknown-tag', 'wording', { low: 0.2 }, 'map: contradictions', 'heuristic'),
    set('singleton-tags', 'wording', { low: 1 }, 'map: vocabulary', 'heuristic'),
    set('mixed-caption-style', 'caption style', { low: 1 }, 'map: captions'),
    from('other-style-share', 'caption style', { low: 0.02, elevated: 0.1 }, 'map: captions', 'heuristic'),
    set('missing-field', 'fields', { low: 1 }, 'map: captions', 'heuristic'),
    from('missing-fields', 'fields', { low: 1, elevated: 4 }, 'map: captions', 'heuristic'),
    captions('mojibake', 'noise', { low: 0.01, elevated: 0.1 }, 'map: health', 'heuristic'),
    captions('foreign-separator', 'noise', { low: 0.01, elevated: 0.1 }, 'map: health'),
    from('other-separator-share', 'noise', { low: 0.01, elevated: 0.1 }, 'map: health'),
    captions('unseparated-tags', 'noise', { low: 0.01, elevated: 0.1 }, 'map: health'),
    captions('fused-tags', 'noise', { low: 0.02, elevated: 0.2 }, 'map: health', 'heuristic'),
    captions('repeated-word', 'noise', { low: 0.05, elevated: 0.5 }, 'map: contradictions', 'heuristic'),
    captions('misspelt-word', 'wording', { low: 0.05, elevated: 0.3 }, 'map: contradictions', 'heuristic'),
    captions('captioner-artifact', 'noise', { low: 0.01, elevated: 0.2 }, 'map: health', 'heuristic'),
    captions('foreign-language', 'wording', { low: 0.02, elevated: 0.2 }, 'map: captions', 'heuristic'),
    captions('invisible-character', 'noise', { low: 0.05, elevated: 0.3 }, 'map: health', 'heuristic'),
    captions('byte-order-mark', 'noise', { low: 0.05, elevated: 0.3 }, 'sd-scripts: library/train_util.py'),
    captions('empty-tag', 'noise', { low: 0.1, elevated: 0.5 }, 'map: health', 'heuristic'),
    captions('prompt-syntax', 'noise', { low: 0.01, elevated: 0.2 }, 'sd-scripts: library/strategy_base.py'),
    captions('escaped-parenthesis', 'noise', { low: 0.05, elevated: 0.5 }, 'sd-scripts: library/strategy_base.py'),
    captions('underscore-tag', 'noise', { low: 0.05, elevated: 0.5 }, 'map: contradictions', 'heuristic'),
    captions('duplicate-tag', 'noise', { low: 0.1, elevated: 0.4 }, 'map: contradictions', 'heuristic'),
    captions('redundant-tag', 'length', { low: 0.5 }, 'map: length', 'heuristic'),
    captions('ignored-line', 'unread text', { low: 0.02, elevated: 0.2 }, 'sd-scripts: library/train_util.py'),
    from('template-share', 'template', { low: 0.6 }, 'map: templates', 'heuristic'),
    from('fixed-text-share', 'template', { low: 0.4, elevated: 0.6 }, 'map: templates', 'heuristic'),
    from('fixed-captions', 'template', { low: 0.5 }, 'map: templates', 'heuristic'),
    set('template-captions', 'template', { low: 1 }, 'map: templates', 'heuristic'),
    captions('missing-trigger', 'trigger', { low: 0.01, elevated: 0.1 }, 'map: trigger choice', 'heuristic'),
    captions('misplaced-trigger', 'trigger', { low: 0.02, elevated: 0.2 }, 'map: captions', 'heuristic'),
    captions('misspelt-trigger', 'trigger', { low: 0.001, elevated: 0.1 }, 'map: contradictions', 'heuristic'),
    set('overloaded-trigger', 'trigger', { low: 1 }, 'map: trigger choice'),
    set('trigger-lock-in', 'tied tags', { low: 1 }, 'map: co-occurrence'),
    set('head-heavy-vocabulary', 'vocabulary', { low: 1 }, 'map: vocabulary', 'heuristic'),
    set('keep-tokens-mismatch', 'trigger', { low: 1 }, 'sd-scripts: library/train_util.py'),
    warnings('keep-tokens-mismatch', 'trigger', { elevated: 1 }, 'sd-scripts: library/train_util.py'),
    set('useless-keep-tokens-separator', 'trigger', { low: 1 }, 'sd-scripts: library/train_util.py'),
    set('token-limit-mismatch', 'length', { low: 1 }, 'sd-scripts: library/train_util.py'),
    set('cached-text-encoder-conflict', 'configuration', { elevated: 1 }, 'sd-scripts: library/strategy_sdxl.py'),
  ],
  'style-drift': [
    from('constant-style-tags', 'style', { low: 1, elevated: 2, high: 4 }, 'map: style', 'heuristic'),
    set('constant-style-tags', 'style', { low: 1 }, 'map: style', 'heuristic'),
    from('trigger-style-probability', 'style', { low: 0.95 }, 'map: style', 'heuristic'),
    from('trigger-colour-probability', 'colour', { elevated: 0.95 }, 'map: style', 'heuristic'),
    from('lighting-top-share', 'lighting', { low: 0.9 }, 'map: style', 'heuristic'),
    from('unnamed-light-share', 'lighting', { low: 0.95 }, 'map: style', 'heuristic'),
    from('image-exposure', 'training', { low: 400, elevated: 1000 }, 'map: style', 'heuristic'),
    from('rank-per-image', 'rank', { low: 3, elevated: 6 }, 'map: style', 'heuristic'),
    from('colour-mismatch-share', 'colour', { low: 0.2, elevated: 0.5 }, 'map: style', 'heuristic'),
    captions('colour-contradiction', 'colour', { low: 0.05, elevated: 0.5 }, 'map: style', 'heuristic'),
    below('regularization-detail', 'image quality', { low: 0.6, elevated: 0.35 }, 'map: formats', 'heuristic'),
    from('colour-augmentation', 'colour', { low: 0.01 }, 'map: style', 'heuristic'),
    captions('contradictory-tags', 'contradiction', { low: 0.05, elevated: 0.3 }, 'map: style', 'heuristic'),
    images('heavy-compression', 'image quality', { low: 0.1, elevated: 0.3 }, 'map: formats', 'heuristic'),
    images('low-resolution', 'image quality', { low: 0.1, elevated: 0.5 }, 'map: formats', 'heuristic'),
    images('upscaled-image', 'image quality', { low: 0.1, elevated: 0.3 }, 'map: formats', 'heuristic'),
    images('enlarged-image', 'image quality', { low: 0.1, elevated: 0.3 }, 'map: resolution', 'heuristic'),
    images('blurred-image', 'image quality', { low: 0.1, elevated: 0.3 }, 'map: resolution', 'heuristic'),
    images('framed-image', 'image quality', { low: 0.1, elevated: 0.3 }, 'map: style', 'heuristic'),
    images('transparent-image', 'alpha', { low: 0.01, elevated: 0.1, high: 0.5 }, 'sd-scripts: library/train_util.py'),
    images('animated-image', 'alpha', { low: 0.01 }, 'sd-scripts: library/train_util.py'),
    set('mixed-formats', 'formats', { low: 1 }, 'map: formats', 'heuristic'),
    set('trigger-lock-in', 'style', { low: 1 }, 'map: co-occurrence'),
    set('disabled-buckets', 'configuration', { low: 1 }, 'sd-scripts: library/train_util.py', 'heuristic'),
    set('small-max-bucket', 'configuration', { low: 1 }, 'sd-scripts: library/model_util.py', 'heuristic'),
    images('extreme-aspect-ratio', 'image quality', { low: 0.1 }, 'map: resolution', 'heuristic'),
    images('heavy-crop', 'image quality', { low: 0.1 }, 'map: resolution', 'heuristic'),
  ],
  'training-instability': [
    set('unreadable-image', 'damage', { high: 1 }, 'map: health'),
    from('damaged-images', 'damage', { high: 1 }, 'map: health'),
    set('undecodable-caption', 'damage', { high: 1 }, 'sd-scripts: library/train_util.py'),
    errors('empty-caption', 'damage', { high: 1 }, 'sd-scripts: library/train_util.py'),
    set('stale-cache', 'cache', { elevated: 1 }, 'sd-scripts: library/train_util.py'),
    images('missing-caption', 'no captions', { low: 0.1, elevated: 0.5 }, 'map: health', 'heuristic'),
    images('outlier-image', 'outliers', { low: 0.01, elevated: 0.15 }, 'map: health', 'heuristic'),
    images('wrong-image-extension', 'outliers', { low: 0.5 }, 'map: health', 'heuristic'),
    images('extreme-aspect-ratio', 'outliers', { low: 0.02, elevated: 0.1 }, 'map: resolution', 'heuristic'),
    images('heavy-compression', 'outliers', { low: 0.1, elevated: 0.5 }, 'map: formats', 'heuristic'),
    from('identical-caption-share', 'look-alikes', { low: 0.2, elevated: 0.5 }, 'map: look-alikes', 'heuristic'),
    set('identical-captions', 'look-alikes', { low: 1 }, 'map: look-alikes', 'heuristic'),
    from('cluster-share', 'look-alikes', { low: 0.2, elevated: 0.5 }, 'map: look-alikes', 'heuristic'),
    from('over-limit-share', 'length', { low: 0.3 }, 'map: length', 'heuristic'),
    images('thin-bucket', 'buckets', { low: 0.1, elevated: 0.5 }, 'map: resolution', 'heuristic'),
    set('shared-caption', 'pairing', { low: 1 }, 'sd-scripts: library/train_util.py'),
    set('orphan-caption', 'pairing', { low: 1 }, 'map: health', 'heuristic'),
    set('no-images', 'pairing', { high: 1 }, 'sd-scripts: library/train_util.py'),
    errors('stops-training', 'configuration', { high: 1 }, 'sd-scripts: library/train_util.py'),
    errors('unreadable-config', 'configuration', { high: 1 }, 'sd-scripts: library/config_util.py'),
    errors('unknown-config-key', 'configuration', { high: 1 }, 'sd-scripts: library/config_util.py'),
    errors('missing-config-key', 'configuration', { high: 1 }, 'sd-scripts: library/config_util.py'),
    errors('config-wrong-type', 'configuration', { high: 1 }, 'sd-scripts: library/config_util.py'),
    errors('config-refused-value', 'configuration', { high: 1 }, 'sd-scripts: library/config_util.py'),
    errors('cached-latents-conflict', 'configuration', { high: 1 }, 'sd-scripts: library/config_util.py'),
    errors('cached-text-encoder-conflict', 'configuration', { high: 1 }, 'sd-scripts: library/config_util.py'),
    errors('disabled-buckets', 'configuration', { high: 1 }, 'sd-scripts: library/config_util.py'),
    errors('refused-bucket-step', 'configuration', { high: 1 }, 'sd-scripts: library/train_util.py'),
    set('nan-prone-settings', 'numbers', { elevated: 1 }, 'map: training-instability', 'heuristic'),
    // Alpha above the rank is what the rule tells; half of it is as usual as all of it.
    below('alpha-share', 'numbers', { low: 0.4 }, 'map: training-instability', 'heuristic'),
    set('oversized-batch', 'buckets', { low: 1 }, 'sd-scripts: library/train_util.py', 'heuristic'),
    set('token-overflow-share', 'length', { low: 1 }, 'map: length', 'heuristic'),
    captions('token-truncation', 'length', { low: 0.3 }, 'map: length', 'heuristic'),
    set('token-limit-mismatch', 'length', { low: 1 }, 'sd-scripts: library/train_util.py', 'heuristic'),
  ],
  'weak-sdxl': [
    images('low-resolution', 'resolution', { low: 0.02, elevated: 0.2, high: 0.5 }, 'map: resolution'),
    below('near-target-share', 'resolution', { low: 0.7, elevated: 0.4, high: 0.1 }, 'map: resolution', 'heuristic'),
    below(
      'training-resolution',
      'trained size',
      { low: 0.75, elevated: 0.5, high: 0.4 },
      'map: resolution',
      'heuristic',
    ),
    images('upscaled-image', 'resolution', { low: 0.1, elevated: 0.3, high: 0.6 }, 'map: resolution', 'heuristic'),
    images('extreme-aspect-ratio', 'aspect', { low: 0.02, elevated: 0.2 }, 'map: resolution', 'heuristic'),
    images('heavy-crop', 'aspect', { low: 0.05, elevated: 0.3 }, 'map: resolution', 'heuristic'),
    images('thin-bucket', 'buckets', { low: 0.1, elevated: 0.5 }, 'map: resolution', 'heuristic'),
    images('rotated-by-exif', 'orientation', { low: 0.01, elevated: 0.1 }, 'sd-scripts: library/train_util.py'),
    images('outlier-image', 'outliers', { low: 0.05 }, 'map: resolution', 'heuristic'),
    set('small-max-bucket', 'buckets', { elevated: 1 }, 'sd-scripts: library/model_util.py'),
    from('shared-encoder-rate', 'text encoder', { low: 1 }, 'sd-scripts: docs/train_SDXL-en.md', 'heuristic'),
  ],
};

/**
 * Where images of a regularization set count as those of the subject do: they are looked at and learnt from like these. What is learnt
 * by heart, or who the subject is, they do not change.
 */
export const countsRegularization: ReadonlySet<FailureMode> = new Set([
  'style-drift',
  'training-instability',
  'weak-sdxl',
]);

/** The failure modes that findings of a rule are evidence for, by the table, in the order of the modes. */
export function failureModesOf(rule: string): readonly FailureMode[] {
  return modesByRule.get(rule) ?? [];
}

const modesByRule = new Map<string, FailureMode[]>();
for (const mode of failureModes)
  for (const rule of new Set(evidenceTable[mode].flatMap(({ from }) => ('rule' in from ? [from.rule] : [])))) {
    const known = modesByRule.get(rule);
    if (known) known.push(mode);
    else modesByRule.set(rule, [mode]);
  }
