import { rootDict } from '../documents/document.ts';
import type { ConfigText } from '../trainer.ts';
import { MODEL_TYPES } from './model-types.ts';

/** A name as enumerations of OneTrainer have them. */
const NAME = /^[A-Z][A-Z0-9_]*$/;
const OWN = ['base_model_name', 'output_model_format', 'train_dtype', 'output_dtype', 'transformer', 'unet'];

/** A preset for a model that the version modelled here does not have: what tells; null for all else. */
export function newerPreset({ document }: ConfigText): readonly string[] | null {
  const { entries } = rootDict(document);
  const name = (key: string): string | null => {
    const value = entries.get(key)?.value;
    return value?.type === 'str' && NAME.test(value.value) ? value.value : null;
  };
  const model = name('model_type');
  if (model === null || name('training_method') === null || MODEL_TYPES.has(model)) return null;
  // What was saved whole is judged as the version modelled here reads it.
  if (entries.has('__version') || !OWN.some((key) => entries.has(key))) return null;
  return [`model_type ${model}`];
}
