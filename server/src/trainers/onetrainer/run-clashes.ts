import { t } from '../../ground/l10n.ts';
import { type PyDictValue, type PyValue, toPlain } from '../documents/python-value.ts';
import type { Problems } from '../option-help.ts';
import { isTrue } from '../python/truth.ts';
import { lengthFault, nothingLearned, rateFault } from '../run-values.ts';
import { parseResolution } from './buckets.ts';
import { modelType } from './model-types.ts';
import { TEXT_ENCODERS, TRAIN_OPTIONS, type TrainConfig } from './train-config.ts';

/** Parts of a configuration that hold the model itself, by kind of model (OneTrainer modules/util/config/TrainConfig.py). */
const MAIN_PARTS = ['unet', 'prior', 'transformer'];

/** Optimizers that find the rate themselves, or have one of their own. */
const OWN_RATE = /^(?:PRODIGY|DADAPT|ADAFACTOR)/;

/** What the numbers of a configuration come to: lengths, rates, ranks, and whether anything trains at all. */
export function runClashes(root: PyDictValue, { values, encoders }: TrainConfig, found: Problems): void {
  const written = (key: string) => plain(root.entries.get(key)?.value);
  const epochs = lengthFault(written('epochs'));
  if (epochs !== null) found.doubtful(['epochs'], epochs);
  const method = String(values.get('training_method'));
  for (const key of ['batch_size', 'gradient_accumulation_steps', ...(method === 'LORA' ? ['lora_rank'] : [])]) {
    const value = written(key);
    if (typeof value === 'number' && value < 1) found.least([key]);
  }
  if (method === 'LORA' && written('lora_alpha') === 0 && !String(written('peft_type') ?? 'LORA').startsWith('OFT'))
    found.doubtful(['lora_alpha'], t('At 0 the network has no effect, and nothing is learned.'));
  const model = modelType(String(values.get('model_type')));
  const wanted =
    typeof written('resolution') === 'string' ? parseResolution(String(written('resolution')), model.step) : null;
  const sides =
    wanted === null ? [] : wanted.kind === 'fixed' ? [wanted.size.width, wanted.size.height] : wanted.targets;
  if (sides.some((side) => side < 1)) found.refused(['resolution'], t('A side must be at least 1.'));
  rates(root, found);
  for (const [key, option] of TRAIN_OPTIONS) {
    const value = root.entries.get(key)?.value;
    if (option.type === 'int' && value?.type === 'float' && !Number.isInteger(value.value))
      found.add(
        'config-wrong-type',
        'warning',
        [key],
        t('{0} counts: what stands behind the point is cut.', Math.trunc(value.value)),
      );
  }
  for (const name of TEXT_ENCODERS) {
    const part = root.entries.get(name)?.value;
    const share = part?.type === 'dict' ? plain(part.entries.get('dropout_probability')?.value) : null;
    if (typeof share === 'number') found.share([name, 'dropout_probability'], share);
  }
  if (method !== 'LORA' && method !== 'FINE_TUNE') return;
  const main = MAIN_PARTS.filter((name) => root.entries.has(name));
  const trains = encoders.slice(0, model.encoders.length).some((encoder) => encoder.get('train') === true);
  const [first] = main;
  if (first !== undefined && !trains && main.every((name) => isOff(root.entries.get(name)?.value)))
    found.doubtful([first, 'train'], t('Neither the model nor a text encoder trains.'));
}

/** Rates of the run and of its parts. */
function rates(root: PyDictValue, found: Problems): void {
  const optimizer = root.entries.get('optimizer')?.value;
  const name = optimizer?.type === 'dict' ? plain(optimizer.entries.get('optimizer')?.value) : plain(optimizer);
  const parts = [...root.entries].flatMap(([key, { value }]) =>
    value.type === 'dict' && value.entries.has('learning_rate') ? [[key, 'learning_rate']] : [],
  );
  const paths = [...(root.entries.has('learning_rate') ? [['learning_rate']] : []), ...parts];
  const rateAt = ([key = '', inner]: readonly string[]) => {
    const value = root.entries.get(key)?.value;
    return inner === undefined ? plain(value) : value?.type === 'dict' ? plain(value.entries.get(inner)?.value) : null;
  };
  for (const path of paths) {
    const fault = rateFault('learning_rate', rateAt(path));
    if (fault !== null) found.refused(path, fault);
  }
  const hasOwnRate = typeof name === 'string' && OWN_RATE.test(name);
  if (!hasOwnRate && rateAt(['learning_rate']) === 0 && parts.every((path) => !rateAt(path)))
    found.doubtful(['learning_rate'], nothingLearned());
}

const plain = (value: PyValue | undefined) => toPlain(value ?? { type: 'none', range: null });

const isOff = (part: PyValue | undefined): boolean => {
  const train = part?.type === 'dict' ? part.entries.get('train')?.value : undefined;
  return train !== undefined && !isTrue(train);
};
