import { t } from '../../../ground/l10n.ts';
import { type PyValue, toPlain } from '../../documents/python-value.ts';
import { meantValue } from '../../near-value.ts';
import { shareFault } from '../../option-help.ts';

/** What is wrong with an option of a config_file beside its type. */
export interface OptionClash {
  readonly option: string;
  /** `idle`: it does nothing; `refused`: training stops; `doubtful`: a slip of the pen, or a value that hardly anybody means. */
  readonly kind: 'idle' | 'refused' | 'doubtful';
  readonly message: string;
}

type Options = ReadonlyMap<string, PyValue>;

/** Options that do nothing where another one is on. */
const IDLE: readonly (readonly [option: string, beside: string])[] = [
  ['max_train_steps', 'max_train_epochs'],
  ['text_encoder_lr', 'network_train_unet_only'],
  ['unet_lr', 'network_train_text_encoder_only'],
  ['sdpa', 'xformers'],
];

/** Values that library/train_util.py (get_scheduler_fix, get_optimizer) and networks/ know; a file is not checked for them when it is read. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  lr_scheduler: [
    ...['linear', 'cosine', 'cosine_with_restarts', 'polynomial', 'constant', 'constant_with_warmup', 'adafactor'],
    ...['piecewise_constant', 'inverse_sqrt', 'cosine_with_min_lr', 'warmup_stable_decay'],
  ],
  optimizer_type: [
    ...['AdamW', 'AdamW8bit', 'PagedAdamW', 'PagedAdamW8bit', 'PagedAdamW32bit', 'Lion', 'Lion8bit', 'PagedLion8bit'],
    ...['SGDNesterov', 'SGDNesterov8bit', 'AdaFactor', 'Prodigy', 'DAdaptation', 'DAdaptAdam', 'DAdaptAdaGrad'],
    ...['DAdaptAdan', 'DAdaptAdanIP', 'DAdaptLion', 'DAdaptSGD', 'DAdaptAdamPreprint', 'AdamWScheduleFree'],
    ...['RAdamScheduleFree', 'SGDScheduleFree'],
  ],
  network_module: [
    ...['networks.lora', 'networks.lora_fa', 'networks.dylora', 'networks.oft', 'networks.oft_flux'],
    ...['networks.lora_flux', 'networks.lora_sd3', 'networks.lora_lumina', 'networks.lora_anima'],
    ...['networks.lora_hunyuan_image', 'networks.loha', 'networks.lokr', 'lycoris.kohya'],
  ],
};

/** Shares: what is above 1 counts as always, below 0 as never. */
export const SHARES = ['caption_dropout_rate', 'caption_tag_dropout_rate'];

/** Options of a config_file that go against each other, or against what the trainer can do (library/train_util.py, train_network.py). */
export function optionClashes(options: Options): OptionClash[] {
  const found: OptionClash[] = [];
  const add = (option: string, kind: OptionClash['kind'], message: string) => found.push({ option, kind, message });
  const plain = (name: string) => toPlain(options.get(name) ?? { type: 'none', range: null });
  const isOn = (name: string): boolean => {
    const value = plain(name);
    return value === true || (typeof value === 'number' && value > 0);
  };
  for (const [option, beside] of IDLE)
    if (isSet(plain(option)) && isOn(beside)) add(option, 'idle', t('{0} does nothing beside {1}.', option, beside));
  for (const [option, known] of Object.entries(KNOWN)) {
    const written = plain(option);
    const meant = typeof written === 'string' ? meantValue(written, known) : null;
    if (meant !== null)
      add(option, 'doubtful', t('No {0} is called {1}. Did you mean {2}?', option, String(written), meant));
  }
  for (const option of SHARES) {
    const share = plain(option);
    const fault = typeof share === 'number' ? shareFault(option, share) : null;
    if (fault !== null) add(option, 'doubtful', fault);
  }
  for (const option of ['network_dim', 'train_batch_size', 'gradient_accumulation_steps']) {
    const number = plain(option);
    if (typeof number === 'number' && number < 1)
      add(option, 'refused', t('{0} {1} stops training: it must be 1 or more.', option, number));
  }
  if (isOn('network_train_unet_only') && isOn('network_train_text_encoder_only'))
    add(
      'network_train_text_encoder_only',
      'refused',
      t('{0} and {1} together leave nothing to train.', 'network_train_unet_only', 'network_train_text_encoder_only'),
    );
  if (isOn('persistent_data_loader_workers') && plain('max_data_loader_n_workers') === 0)
    add(
      'persistent_data_loader_workers',
      'refused',
      t('{0} stops training where {1} is {2}.', 'persistent_data_loader_workers', 'max_data_loader_n_workers', 0),
    );
  return found;
}

const isSet = (value: ReturnType<typeof toPlain>): boolean => value !== null && value !== 0 && value !== false;
