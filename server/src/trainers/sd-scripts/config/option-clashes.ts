import { t } from '../../../ground/l10n.ts';
import { type Plain, type PyValue, toPlain } from '../../documents/python-value.ts';
import { meantValue } from '../../near-value.ts';
import { shareFault } from '../../option-help.ts';
import { dropoutFault, lengthFault, nothingLearned, OPTIMIZERS, rateFault, SCHEDULERS } from '../../run-values.ts';
import { familyOfOptions } from './family-of-options.ts';

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
  lr_scheduler: SCHEDULERS,
  optimizer_type: OPTIMIZERS,
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
  const add: Add = (option, kind, message) => void found.push({ option, kind, message });
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
  numberClashes(plain, add);
  modelClashes(options, plain, add);
  const idle = idleRate(options, plain);
  if (idle !== null) add(idle, 'doubtful', nothingLearned());
  for (const [option, needed] of WITHOUT)
    if (isSet(plain(option)) && !isSet(plain(needed)))
      add(option, 'refused', t('{0} stops training without {1}.', option, needed));
  if (plain('v_pred_like_loss') !== null && isOn('v_parameterization'))
    add(
      'v_pred_like_loss',
      'refused',
      t('{0} and {1} together stop the trainer.', 'v_parameterization', 'v_pred_like_loss'),
    );
  return found;
}

/** Options that train_util.verify_training_args refuses without another one. */
const WITHOUT: readonly (readonly [option: string, needed: string])[] = [
  ['scale_v_pred_loss_like_noise_pred', 'v_parameterization'],
  ['adaptive_noise_scale', 'noise_offset'],
];

/** Numbers of the run that stop it, leave nothing to train, or count for other than they look. */
function numberClashes(plain: (name: string) => Plain, add: Add): void {
  for (const option of ['learning_rate', 'unet_lr', 'text_encoder_lr'])
    addFault(option, 'refused', rateFault(option, plain(option)), add);
  addFault('network_dropout', 'refused', dropoutFault('network_dropout', plain('network_dropout')), add);
  const epochs = plain('max_train_epochs');
  if (epochs !== null) addFault('max_train_epochs', 'doubtful', lengthFault(epochs), add);
  else addFault('max_train_steps', 'doubtful', lengthFault(plain('max_train_steps')), add);
  for (const option of ['save_every_n_epochs', 'save_every_n_steps'])
    if (plain(option) === 0) add(option, 'refused', t('{0} {1} stops training: it must be 1 or more.', option, 0));
  const workers = plain('max_data_loader_n_workers');
  if (typeof workers === 'number' && workers < 0)
    add(
      'max_data_loader_n_workers',
      'refused',
      t('{0} must not be negative: training stops.', 'max_data_loader_n_workers'),
    );
  const resolution = plain('resolution');
  if (typeof resolution === 'string' && resolution.split(',').some((side) => Number(side) < 1))
    add('resolution', 'refused', t('A side must be at least 1.'));
}

/** Options of one kind of model beside a model of another (library/sdxl_train_util.py, verify_sdxl_training_args). */
function modelClashes(options: Options, plain: (name: string) => Plain, add: Add): void {
  const others = new Map([...options].filter(([name]) => name !== 'v2'));
  const isSdxl = ['sdxl', 'pony', 'illustrious'].includes(familyOfOptions(others)?.family ?? '');
  if (isSdxl && plain('v2') === true)
    add('v2', 'refused', t('{0} is for Stable Diffusion 2: with {1} training stops.', 'v2', 'SDXL'));
  const skip = plain('clip_skip');
  if (typeof skip !== 'number') return;
  // 1 is what the form writes for every model.
  if (isSdxl && skip !== 1) add('clip_skip', 'idle', t('{0} does nothing with {1}.', 'clip_skip', 'SDXL'));
  else if (!isSdxl && skip < 1)
    add(
      'clip_skip',
      'doubtful',
      t('{0} counts layers from the end, from 1 on: {1} takes one of the first.', 'clip_skip', skip),
    );
}

/** Whether all parts that train have a rate of 0: the option to say it at; null otherwise. */
function idleRate(options: Options, plain: (name: string) => Plain): string | null {
  // Rates of blocks and of single encoders are given apart.
  if ([...options.keys()].some((name) => name === 'block_lr' || name.startsWith('learning_rate_te'))) return null;
  const own = (name: string): readonly Plain[] => {
    const value = plain(name) ?? plain('learning_rate');
    return Array.isArray(value) ? value : [value];
  };
  const rates = [
    ...(plain('network_train_text_encoder_only') === true ? [] : own('unet_lr')),
    ...(plain('network_train_unet_only') === true ? [] : own('text_encoder_lr')),
  ];
  if (rates.length === 0 || rates.some((rate) => rate !== 0)) return null;
  return plain('learning_rate') === 0 ? 'learning_rate' : 'unet_lr';
}

type Add = (option: string, kind: OptionClash['kind'], message: string) => void;

function addFault(option: string, kind: OptionClash['kind'], message: string | null, add: Add): void {
  if (message !== null) add(option, kind, message);
}

const isSet = (value: ReturnType<typeof toPlain>): boolean => value !== null && value !== 0 && value !== false;
