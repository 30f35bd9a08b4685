import { t } from '../../ground/l10n.ts';
import type { ConfigPath } from '../documents/document.ts';
import type { PyDictValue, PyValue } from '../documents/python-value.ts';
import { meantKey } from '../near-value.ts';
import type { Problems } from '../option-help.ts';
import { isTrue } from '../python/truth.ts';
import { numeric } from './buckets.ts';
import { TRAIN_OPTIONS } from './options.ts';

/** Keys of the tables beside datasets that most jobs have (ai-toolkit toolkit/config_modules.py): a slip of the pen from one of them is told. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  process: [
    ...['training_folder', 'trigger_word', 'network', 'datasets', 'train', 'model', 'sample', 'logging', 'device'],
    ...['performance_log_every', 'sqlite_db_path', 'embedding', 'adapter'],
  ],
  network: ['linear', 'linear_alpha', 'conv_alpha', 'dropout', 'transformer_only', 'lokr_factor'],
  train: [
    ...TRAIN_OPTIONS.keys(),
    ...['noise_scheduler', 'optimizer', 'optimizer_params', 'lr_scheduler', 'dtype', 'train_unet', 'ema_config'],
    ...['gradient_checkpointing', 'disable_sampling', 'skip_first_sample', 'content_or_style', 'timestep_type'],
  ],
  model: ['name_or_path', 'arch', 'quantize', 'quantize_te', 'low_vram'],
};

/** Values that the trainer knows, by table and key; newer versions have more. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'network.type': ['lora', 'lokr', 'locon', 'lorm', 'dora'],
  'train.dtype': ['bf16', 'fp16', 'fp32', 'bfloat16', 'float16', 'float32', 'float'],
  'train.noise_scheduler': ['flowmatch', 'ddpm', 'ddim', 'euler'],
  'train.optimizer': [
    'adamw8bit',
    'adamw',
    'adam8bit',
    'adam',
    'adafactor',
    'automagic',
    'prodigy',
    'prodigy8bit',
    'lion8bit',
    'lion',
  ],
};

/** Options of a network under names of other trainers. */
const OTHER_NAMES: Readonly<Record<string, string>> = { network_dim: 'linear', network_alpha: 'linear_alpha' };

/** Numbers that end training where they are written as text. */
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  train: ['steps', 'lr', 'unet_lr', 'text_encoder_lr', 'max_grad_norm'],
  network: ['linear', 'linear_alpha', 'rank', 'alpha', 'conv', 'conv_alpha'],
};

/** What is wrong in one table of a process beside the types of the options that are known. */
export function tableClashes(name: string, table: PyValue | undefined, path: ConfigPath, found: Problems): void {
  if (table?.type !== 'dict') return;
  for (const [key, { value }] of table.entries) {
    const place = [...path, key];
    const own = name === 'network' ? OTHER_NAMES[key] : undefined;
    const meant = meantKey(key, KEYS[name] ?? []);
    if (own !== undefined) found.otherName(place, own, table.entries.has(own));
    else if (meant !== null && !table.entries.has(meant)) found.unknownKey(place, [meant], false);
    if (value.type !== 'str') continue;
    if (NUMBERS[name]?.includes(key) && value.value.trim() !== '' && Number.isFinite(Number(value.value)))
      found.wrongType(place, t('A number in quotation marks is a text: training stops.'), [
        ...found.writeFix(place, value.value),
      ]);
    found.doubtfulValue(place, value.value, VALUES[`${name}.${key}`] ?? []);
  }
}

/** Options of a dataset that go against each other, or do nothing as they stand (ai-toolkit toolkit/config_modules.py, data_loader.py). */
export function datasetClashes(dataset: PyDictValue, path: ConfigPath, found: Problems): void {
  const value = (key: string): PyValue | undefined => dataset.entries.get(key)?.value;
  const idle = (key: string, message: string) => {
    if (value(key)) found.idle([...path, key], message);
  };
  for (const key of ['caption_dropout_rate', 'token_dropout_rate']) found.share([...path, key], numeric(value(key)));
  const batch = numeric(value('batch_size'));
  if (batch !== null && batch < 1) found.least([...path, 'batch_size']);
  const repeats = numeric(value('num_repeats'));
  if (repeats !== null && repeats < 1) idle('num_repeats', t('Below 1 it counts as 1.'));
  const resolution = value('resolution');
  if (resolution?.type === 'list') {
    const sides = resolution.items.map((item) => numeric(item));
    if (sides.some((side) => side !== null && side < 1))
      found.doubtful([...path, 'resolution'], t('A side must be at least 1.'));
    else if (sides.length === 0)
      found.doubtful([...path, 'resolution'], t('Without a resolution nothing of this dataset trains.'));
    else if (sides.length === 2 && sides[0] === sides[1])
      found.note(
        [...path, 'resolution'],
        t('A list is no width and height: every image trains twice at {0}.', sides[0] ?? 0),
        found.writeFix([...path, 'resolution'], String(sides[0])),
      );
  }
  const side = resolution?.type === 'list' ? null : numeric(resolution);
  if (side !== null && side < 1) found.doubtful([...path, 'resolution'], t('A side must be at least 1.'));
  const buckets = value('buckets');
  const hasBuckets = buckets === undefined || isTrue(buckets);
  if (hasBuckets && isTrue(value('random_scale'))) idle('random_scale', t('Has no effect while buckets are on.'));
  if (!hasBuckets && batch !== null) found.against([...path, 'batch_size'], 'buckets: false');
  if (!hasBuckets && isTrue(value('mask_path'))) found.against([...path, 'mask_path'], 'buckets: false');
  const ending = value('caption_ext');
  if (ending?.type === 'str' && /^[^.].*\./.test(ending.value))
    found.doubtful([...path, 'caption_ext'], t('A dot is put in front: {0} is looked for.', `.${ending.value}`));
  if (isTrue(value('dataset_path')) && isTrue(value('folder_path')))
    found.beside([...path, 'folder_path'], 'dataset_path');
  const drops = (numeric(value('token_dropout_rate')) ?? 0) > 0;
  if (isTrue(value('keep_tokens')) && !drops && !isTrue(value('shuffle_tokens')))
    found.without([...path, 'keep_tokens'], 'token_dropout_rate');
  if (!isTrue(value('cache_text_embeddings'))) return;
  if (drops && value('token_dropout_rate')) found.beside([...path, 'token_dropout_rate'], 'cache_text_embeddings');
  if (isTrue(value('shuffle_tokens')))
    idle('shuffle_tokens', t('With {0} captions are shuffled once, before training.', 'cache_text_embeddings'));
}

/** What the datasets of a process must have in common. */
export function sharedClashes(
  datasets: readonly PyValue[],
  trigger: PyValue | undefined,
  path: ConfigPath,
  found: Problems,
): void {
  for (const [i, dataset] of datasets.entries()) {
    const own = dataset.type === 'dict' ? dataset.entries : null;
    const word = own?.get('trigger_word')?.value;
    if (trigger?.type !== 'str' || word?.type !== 'str' || isTrue(own?.get('cache_text_embeddings')?.value)) continue;
    if (trigger.value !== '' && word.value !== '' && !word.value.includes(trigger.value))
      found.add(
        'ignored-config-option',
        'info',
        [...path, String(i), 'trigger_word'],
        t(
          'The trigger of the process is put in front as well: captions begin with "{0} {1} ".',
          trigger.value,
          word.value,
        ),
      );
  }
  const caches = datasets.map((one) => one.type === 'dict' && isTrue(one.entries.get('cache_text_embeddings')?.value));
  const odd = caches.indexOf(true);
  if (odd >= 0 && caches.includes(false))
    found.refused(
      [...path, String(odd), 'cache_text_embeddings'],
      t('Either all datasets cache their captions or none: training stops.'),
    );
}
