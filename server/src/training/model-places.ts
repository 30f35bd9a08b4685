import type { PyValue } from '../trainers/documents/python-value.ts';
import type { ConfigText } from '../trainers/trainer.ts';
import { basesOf } from './find-config.ts';

/** Options that name a model or one of its encoders, of all trainers. */
const MODEL_KEYS = new Set([
  ...[
    'pretrained_model_name_or_path',
    't5xxl',
    'gemma2',
    'llama',
    'text_encoder',
    'text_encoder1',
    'text_encoder2',
    't5',
  ],
  ...['name_or_path', 'extras_name_or_path', 'base_model_name', 'llama_model_path'],
]);

/** Tables in tables that are looked into. */
const deepest = 6;

/** Files and folders of models that configurations name, absolute; a relative path is meant from the folder of its file or one above. */
export function modelPlaces(configs: readonly Pick<ConfigText, 'path' | 'document'>[]): string[] {
  const found = new Set<string>();
  for (const { path, document } of configs)
    for (const written of namedModels(document.root)) {
      const place = written.replaceAll('\\', '/').replace(/\/+$/, '');
      if (place.startsWith('/') || /^[a-z]:\//i.test(place)) found.add(place);
      else for (const base of basesOf(path)) found.add(`${base}/${place.replace(/^\.\//, '')}`);
    }
  return [...found];
}

function* namedModels(value: PyValue, depth = 0): Iterable<string> {
  if (depth > deepest) return;
  // Processes of a job; what aliases make of other lists is not followed far.
  if (value.type === 'list') for (const item of value.items.slice(0, 8)) yield* namedModels(item, depth + 2);
  if (value.type !== 'dict') return;
  for (const [key, { value: inner }] of value.entries)
    if (inner.type === 'str' && MODEL_KEYS.has(key) && inner.value !== '') yield inner.value;
    else if (inner.type === 'dict' || (inner.type === 'list' && key === 'process'))
      yield* namedModels(inner, depth + 1);
}
