import type { SettingValue } from '../../advice/facts.ts';
import { type RecordSubset, unknownRun } from '../../history/record.ts';
import { familyOfType } from '../base-model.ts';
import { asCount, asList, asMap, asNumber, asText, isMap, type JsonMap } from '../json.ts';
import { jsonIn } from '../python-value.ts';
import { countOf, type MetadataReader, presentKeys } from './said.ts';

/** Its options by the names of sd-scripts, where both mean the same (OneTrainer modules/util/config/TrainConfig.py). */
const same: readonly (readonly [own: string, option: string])[] = [
  ['base_model_name', 'pretrained_model_name_or_path'],
  ['lora_rank', 'network_dim'],
  ['lora_alpha', 'network_alpha'],
  ['dropout_probability', 'network_dropout'],
  ['learning_rate', 'learning_rate'],
  ['learning_rate_scheduler', 'lr_scheduler'],
  ['learning_rate_warmup_steps', 'lr_warmup_steps'],
  ['batch_size', 'train_batch_size'],
  ['gradient_accumulation_steps', 'gradient_accumulation_steps'],
  ['resolution', 'resolution'],
  ['aspect_ratio_bucketing', 'enable_bucket'],
  ['seed', 'seed'],
  ['offset_noise_weight', 'noise_offset'],
  ['clip_grad_norm', 'max_grad_norm'],
];

/**
 * OneTrainer (modules/modelSaver/mixin/DtypeModelSaverMixin.py): branch and revision, `modelspec.*`, and, where its user has it included, the
 * whole configuration in `ot_config`, with the concepts or without. It notes no tags, no counts of images, and not how far it went.
 */
export const oneTrainer: MetadataReader = {
  id: 'onetrainer',
  because: (metadata) => presentKeys(metadata, ['ot_revision', 'ot_branch', 'ot_config']),
  *read(metadata) {
    const written = metadata.get('ot_config');
    const config = asMap(yield* jsonIn(written));
    const settings = new Map<string, SettingValue>();
    for (const [own, option] of same) {
      const value = config.get(own);
      if (value === undefined || isMap(value) || Array.isArray(value)) continue;
      settings.set(option, option === 'resolution' && /^\d+$/.test(String(value)) ? Number(value) : value);
    }
    const optimizer = asText(asMap(config.get('optimizer')).get('optimizer'));
    if (optimizer !== null) settings.set('optimizer', optimizer);
    rates(settings, config);
    const concepts = asList(config.get('concepts')).filter(isMap);
    const batch = settings.get('train_batch_size');
    const accumulation = countOf(settings.get('gradient_accumulation_steps'));
    const type = asText(config.get('model_type'));
    const revision = [metadata.get('ot_branch'), metadata.get('ot_revision')].filter((part) => part !== undefined);
    return {
      version: revision.length === 0 ? null : revision.join(' '),
      baseModel: type ?? metadata.get('ss_base_model_version') ?? null,
      family: type === null ? null : familyOfType(type),
      modelName: asText(config.get('base_model_name')),
      settings,
      subsets: concepts.length === 0 ? null : concepts.filter(isEnabled).map(subsetOf),
      buckets: null,
      // `epochs` is what was planned; a file that was saved on the way has trained fewer.
      run: {
        ...unknownRun,
        epochs: asCount(config.get('epochs')),
        samplesPerStep: typeof batch === 'number' && batch > 0 ? batch * accumulation : null,
      },
      trigger: null,
      rank: asCount(config.get('lora_rank')),
      alpha: asNumber(config.get('lora_alpha')),
      ...(config.size > 0 && written !== undefined && { config: written }),
    };
  },
};

/** Rates of the parts: those of their own where they are set; a text encoder that does not train has none. */
function rates(settings: Map<string, SettingValue>, config: JsonMap): void {
  const model = [config.get('unet'), config.get('prior'), config.get('transformer')].find(isMap);
  const own = asNumber(asMap(model).get('learning_rate'));
  if (own !== null) settings.set('unet_lr', own);
  const encoder = config.get('text_encoder');
  if (!isMap(encoder)) return;
  if (encoder.get('train') === false) settings.set('network_train_unet_only', true);
  const rate = asNumber(encoder.get('learning_rate'));
  if (rate !== null) settings.set('text_encoder_lr', rate);
}

const isEnabled = (concept: JsonMap): boolean => concept.get('enabled') !== false;

function subsetOf(concept: JsonMap): RecordSubset {
  const path = asText(concept.get('path')) ?? '';
  const text = asMap(concept.get('text'));
  const image = asMap(concept.get('image'));
  const options = new Map<string, SettingValue>();
  const set = (name: string, value: SettingValue | undefined): void => {
    if (value !== undefined) options.set(name, value);
  };
  const bool = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);
  set('shuffle_caption', bool(text.get('enable_tag_shuffling')));
  set('keep_tokens', asNumber(text.get('keep_tags_count')) ?? undefined);
  set('flip_aug', bool(image.get('enable_random_flip')));
  // `balancing` is repeats by its default strategy; with SAMPLES it is a number of images.
  const repeats = concept.get('balancing_strategy') === 'SAMPLES' ? null : asNumber(concept.get('balancing'));
  return {
    name: path.split(/[\\/]/).findLast((part) => part !== '') ?? asText(concept.get('name')) ?? '',
    regularization: concept.get('type') === 'PRIOR_PREDICTION',
    repeats,
    images: null,
    classTokens: null,
    options,
    tags: null,
  };
}
