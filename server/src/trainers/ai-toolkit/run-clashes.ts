import { t } from '../../ground/l10n.ts';
import type { ConfigPath } from '../documents/document.ts';
import { type PyDictValue, type PyValue, toPlain } from '../documents/python-value.ts';
import type { Problems } from '../option-help.ts';
import { isTrue } from '../python/truth.ts';
import { dropoutFault, nothingLearned, rateFault } from '../run-values.ts';
import { numeric } from './buckets.ts';

/** Optimizers that set a rate of their own (ai-toolkit toolkit/optimizer.py). */
const OWN_RATE = /^(?:prodigy|dadapt|automagic)/i;

/** Tables of a process that train something else than the model (ai-toolkit jobs/process/BaseSDTrainProcess.py). */
const TRAINED_APART = ['embedding', 'adapter', 'decorator'];

/** What the numbers of a process come to: rates, ranks, and whether anything trains at all. */
export function runClashes(process: PyDictValue, path: ConfigPath, found: Problems): void {
  const table = (name: string): ReadonlyMap<string, { value: PyValue }> => {
    const value = process.entries.get(name)?.value;
    return value?.type === 'dict' ? value.entries : new Map();
  };
  const train = table('train');
  const optimizer = toPlain(train.get('optimizer')?.value ?? { type: 'none', range: null });
  const hasOwnRate = typeof optimizer === 'string' && OWN_RATE.test(optimizer);
  for (const key of hasOwnRate ? [] : ['lr', 'unet_lr', 'text_encoder_lr']) {
    const fault = rateFault(key, numeric(train.get(key)?.value));
    if (fault !== null) found.refused([...path, 'train', key], fault);
  }
  const rate = numeric(train.get('lr')?.value);
  if (!hasOwnRate && rate === 0 && !train.has('unet_lr') && !train.has('text_encoder_lr'))
    found.doubtful([...path, 'train', 'lr'], nothingLearned());
  const network = table('network');
  // Layers of a kind whose rank is 0 are left out.
  const hasConv = (numeric(network.get('conv')?.value) ?? 0) > 0;
  for (const key of ['linear', 'rank', 'conv']) {
    const value = numeric(network.get(key)?.value);
    if (value !== null && (value < 0 || (value === 0 && key !== 'conv' && !hasConv)))
      found.least([...path, 'network', key]);
  }
  const dropout = dropoutFault('dropout', numeric(network.get('dropout')?.value));
  if (dropout !== null) found.refused([...path, 'network', 'dropout'], dropout);
  const unet = train.get('train_unet')?.value;
  const trainsText = isTrue(train.get('train_text_encoder')?.value);
  if (unet && !isTrue(unet) && !trainsText && !TRAINED_APART.some((name) => process.entries.has(name)))
    found.doubtful([...path, 'train', 'train_unet'], t('Neither the model nor a text encoder trains.'));
  const datasets = process.entries.get('datasets')?.value;
  const caches =
    isTrue(train.get('cache_text_embeddings')?.value) ||
    (datasets?.type === 'list' &&
      datasets.items.some((one) => one.type === 'dict' && isTrue(one.entries.get('cache_text_embeddings')?.value)));
  if (trainsText && (caches || isTrue(train.get('unload_text_encoder')?.value)))
    found.against([...path, 'train', 'train_text_encoder'], caches ? 'cache_text_embeddings' : 'unload_text_encoder');
}
