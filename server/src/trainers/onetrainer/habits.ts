import { rootDict } from '../documents/document.ts';
import type { ConfigDocument } from '../documents/parsed.ts';
import { modelFamily } from '../families.ts';
import { familyId, lengthOf } from '../option-help.ts';
import type { PixelSize } from '../pixel-size.ts';
import type { CaptionHabits, TrainerConfig } from '../trainer.ts';
import { parseResolution } from './buckets.ts';
import { isSet } from './caption.ts';
import { readConcepts } from './concepts.ts';
import { FAMILIES } from './families.ts';
import { MODEL_TYPES } from './model-types.ts';
import { ONETRAINER_PROFILE } from './profile.ts';
import { asCurrent, resolveTrainConfig, type TrainConfig } from './train-config.ts';

/** What concepts, and the configuration around them, say for the captions of their folders. */
export function habits({ role, document }: TrainerConfig): CaptionHabits[] {
  // One that stops the trainer names its folders all the same.
  const resolved = role === 'train_config' ? resolveTrainConfig(document) : null;
  const config = resolved && (resolved.value ?? resolveTrainConfig(asCurrent(document)).value);
  const concepts = role === 'concepts' ? (readConcepts(document).value?.concepts ?? []) : (config?.concepts ?? []);
  const type = String(config?.values.get('model_type') ?? '');
  const family = config ? familyId(FAMILIES[type]) : null;
  const common = {
    ...(resolved?.error && { stops: true as const }),
    captionExtension: '.txt',
    dropoutRate: null,
    trigger: null,
    batchSize: config ? Number(config.values.get('batch_size')) : null,
    buckets: config ? isSet(config.values.get('aspect_ratio_bucketing')) : null,
    family,
    familyKey: config ? 'model_type' : null,
    textLength: config ? textLength(document, config, family) : null,
    resolution: config ? sideOf(String(config.values.get('resolution'))) : null,
  };
  const own = concepts.map(({ values, text }): CaptionHabits => {
    const drops = isSet(text.get('tag_dropout_enable'));
    return {
      ...common,
      folders: [String(values.get('path'))],
      regularization: values.get('type') === 'PRIOR_PREDICTION',
      separator: String(text.get('tag_delimiter')) || null,
      shuffle: isSet(text.get('enable_tag_shuffling')),
      keepTags: Number(text.get('keep_tags_count')),
      tagDropoutRate: drops ? Number(text.get('tag_dropout_probability')) : null,
      repeats: values.get('balancing_strategy') === 'REPEATS' ? Number(values.get('balancing')) : null,
    };
  });
  if (own.length > 0 || role === 'concepts') return own;
  return [
    {
      ...common,
      folders: [],
      regularization: false,
      separator: null,
      shuffle: false,
      keepTags: null,
      tagDropoutRate: null,
      repeats: null,
    },
  ];
}

/** The positions that the configuration gives the main encoder, less what the template and marks take of them. */
function textLength(
  document: ConfigDocument,
  { values }: TrainConfig,
  id: CaptionHabits['family'],
): CaptionHabits['textLength'] {
  const encoder = MODEL_TYPES.get(String(values.get('model_type')))?.encoders.find(({ limitOption }) => limitOption);
  if (!encoder?.limitOption || id === null || !rootDict(document).entries.has(encoder.limitOption)) return null;
  return lengthOf(
    modelFamily(id),
    ONETRAINER_PROFILE,
    encoder.limitOption,
    encoder.limit,
    values.get(encoder.limitOption),
  );
}

function sideOf(text: string): PixelSize | null {
  const wanted = parseResolution(text, 64);
  if (wanted?.kind === 'fixed') return wanted.size;
  const [side] = wanted?.targets ?? [];
  return side !== undefined && side > 0 ? { width: side, height: side } : null;
}
