import type { PyDictValue, PyValue } from '../documents/python-value.ts';
import { flattenSections } from '../documents/sections.ts';

/** What an option of the training programs takes. */
export type RunOptionType = 'bool' | 'int' | 'float' | 'str';

/**
 * Options of the training programs that most of them share, as a `--config_file` holds them (musubi-tuner training/parser_common.py). Each program
 * has more: a key that is not here may still be one.
 */
const OPTIONS: Readonly<Record<RunOptionType, readonly string[]>> = {
  str: [
    ...['dataset_config', 'dit', 'network_module', 'network_weights', 'optimizer_type', 'lr_scheduler'],
    ...['mixed_precision', 'timestep_sampling'],
  ],
  int: [
    ...['network_dim', 'max_train_steps', 'max_train_epochs', 'gradient_accumulation_steps'],
    ...['save_every_n_epochs', 'save_every_n_steps', 'save_last_n_epochs', 'save_last_n_steps', 'blocks_to_swap'],
  ],
  float: [
    ...['network_alpha', 'network_dropout', 'scale_weight_norms', 'learning_rate', 'max_grad_norm'],
    'discrete_flow_shift',
  ],
  bool: ['gradient_checkpointing', 'fp8_base', 'fp8_scaled'],
};

/** The type of each option. */
export const RUN_OPTIONS: ReadonlyMap<string, RunOptionType> = new Map(
  (Object.keys(OPTIONS) as RunOptionType[]).flatMap((type) => OPTIONS[type].map((name) => [name, type] as const)),
);

/** Values the command line takes; a file is not checked for them. */
export const PRECISIONS: readonly string[] = ['no', 'fp16', 'bf16'];

/** Modules that train one model: its architecture, where the version that is modelled has it (musubi-tuner networks/). */
const MODULES: Readonly<Record<string, string | null>> = {
  lora_wan: 'wan',
  lora_framepack: 'fp',
  lora_hv_1_5: 'hv15',
  lora_kandinsky: 'k5',
  lora_qwen_image: 'qi',
  lora_flux_2: 'f2d',
  lora_zimage: 'zi',
  lora_hidream_o1: 'ho1',
  lora_ideogram4: 'i4',
  lora_krea2: 'kr2',
  // Of later versions.
  lora_ernie_image: null,
  lora_mage_flow: null,
  lora_minimax_h3: null,
  lora_qwen_image_21: null,
};

/** Modules whose names its sister trainer has too; the model file `dit` tells them apart. */
const SHARED_MODULES: Readonly<Record<string, string>> = { lora: 'hv', lora_flux: 'fk' };

/** All modules of networks there are, as an option names them. */
export const NETWORK_MODULES: readonly string[] = [
  ...Object.keys(MODULES),
  ...Object.keys(SHARED_MODULES),
  'loha',
  'lokr',
].map((name) => `networks.${name}`);

/** The options of a training file. */
export type RunValues = ReadonlyMap<string, PyValue>;

export const runValues = (root: PyDictValue): RunValues => flattenSections(root);

/** The keys by which a file holds options of its training programs; null where it does not. */
export function tellingRunKeys(root: PyDictValue): string[] | null {
  const values = runValues(root);
  const own = moduleOf(values);
  const module = own !== null && Object.hasOwn(MODULES, own) ? ['network_module'] : [];
  const isModel = values.get('dit')?.type === 'str';
  const others = [...RUN_OPTIONS.keys()].filter((name) => name !== 'dit' && values.has(name));
  if (module.length === 0 && !(isModel && others.length > 0)) return null;
  return [...(isModel ? ['dit'] : []), ...module, ...(values.has('dataset_config') ? ['dataset_config'] : [])];
}

/** The architecture that a training file trains; null where it does not say. */
export function architectureOfRun(values: RunValues): string | null {
  const module = moduleOf(values);
  if (module === null) return null;
  const key = Object.hasOwn(MODULES, module) ? MODULES[module] : SHARED_MODULES[module];
  if (key === 'qi') return isOn(values, 'edit') || isOn(values, 'edit_plus') || isEdit(values) ? 'qie' : 'qi';
  if (key === 'f2d') return /4b/.test(version(values)) ? 'f2k4b' : /9b|klein/.test(version(values)) ? 'f2k9b' : 'f2d';
  return key ?? null;
}

const textOf = (values: RunValues, name: string): string => {
  const value = values.get(name);
  return value?.type === 'str' ? value.value.trim() : '';
};

const version = (values: RunValues): string => textOf(values, 'model_version').toLowerCase();
const isEdit = (values: RunValues): boolean => version(values).startsWith('edit');

const isOn = (values: RunValues, name: string): boolean => {
  const value = values.get(name);
  return value?.type === 'bool' && value.value;
};

function moduleOf(values: RunValues): string | null {
  return /^(?:musubi_tuner\.)?networks\.(\w+)$/.exec(textOf(values, 'network_module'))?.[1] ?? null;
}
