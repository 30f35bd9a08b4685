import type { PyDictValue, PyValue } from '../documents/python-value.ts';
import { flattenSections } from '../documents/sections.ts';

/** What an option of the training programs takes. */
export type RunOptionType = 'bool' | 'int' | 'float' | 'str';

export interface RunOption {
  readonly type: RunOptionType;
  /** The programs' own; null: unset. */
  readonly default: null | boolean | number | string;
  /** Values the command line takes; a file is not checked for them. */
  readonly values?: readonly string[];
}

/**
 * Options of the training programs that most of them share, as a `--config_file` holds them (musubi-tuner training/parser_common.py). Each program
 * has more: a key that is not here may still be one.
 */
export const RUN_OPTIONS: Readonly<Record<string, RunOption>> = {
  dataset_config: { type: 'str', default: null },
  dit: { type: 'str', default: null },
  network_module: {
    type: 'str',
    default: null,
  },
  network_dim: { type: 'int', default: null },
  network_alpha: {
    type: 'float',
    default: 1,
  },
  network_dropout: { type: 'float', default: null },
  network_weights: { type: 'str', default: null },
  scale_weight_norms: { type: 'float', default: null },
  learning_rate: { type: 'float', default: 2e-6 },
  optimizer_type: { type: 'str', default: '' },
  lr_scheduler: { type: 'str', default: 'constant' },
  max_grad_norm: { type: 'float', default: 1 },
  max_train_steps: { type: 'int', default: 1600 },
  max_train_epochs: { type: 'int', default: null },
  gradient_accumulation_steps: { type: 'int', default: 1 },
  gradient_checkpointing: { type: 'bool', default: false },
  mixed_precision: {
    type: 'str',
    default: 'no',
    values: ['no', 'fp16', 'bf16'],
  },
  save_every_n_epochs: { type: 'int', default: null },
  save_every_n_steps: { type: 'int', default: null },
  timestep_sampling: { type: 'str', default: 'sigma' },
  discrete_flow_shift: { type: 'float', default: 1 },
  blocks_to_swap: { type: 'int', default: null },
  fp8_base: { type: 'bool', default: false },
  fp8_scaled: { type: 'bool', default: false },
};

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

/** The options of a training file. */
export type RunValues = ReadonlyMap<string, PyValue>;

export const runValues = (root: PyDictValue): RunValues => flattenSections(root);

/** The keys by which a file holds options of its training programs; null where it does not. */
export function tellingRunKeys(root: PyDictValue): string[] | null {
  const values = runValues(root);
  const own = moduleOf(values);
  const module = own !== null && Object.hasOwn(MODULES, own) ? ['network_module'] : [];
  const isModel = values.get('dit')?.type === 'str';
  const others = Object.keys(RUN_OPTIONS).filter((name) => name !== 'dit' && values.has(name));
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
