import { flag, float, int, str, TRAINER_ARGUMENTS, type TrainerArgument } from './arguments.ts';

/** The training scripts of sd-scripts for LoRA, by what they train. `sd` is `train_network.py`. */
export type ScriptId = 'sd' | 'sdxl' | 'sd3' | 'flux' | 'lumina' | 'hunyuan-image' | 'anima';

type Arguments = Readonly<Record<string, TrainerArgument>>;

const SAMPLING = ['sigma', 'uniform', 'sigmoid', 'shift', 'flux_shift'];
const PREDICTION = ['raw', 'additive', 'sigma_scaled'];
const ATTENTION = ['torch', 'xformers', 'flash', 'sageattn', 'sdpa'];

const cachedText: Arguments = {
  cache_text_encoder_outputs: flag,
  cache_text_encoder_outputs_to_disk: flag,
};

/** Shared by the scripts of transformer models (library/train_util.py, add_dit_training_arguments). */
const transformer: Arguments = {
  ...cachedText,
  text_encoder_batch_size: int(),
  disable_mmap_load_safetensors: flag,
  weighting_scheme: str('uniform', ['sigma_sqrt', 'logit_normal', 'mode', 'cosmap', 'none', 'uniform']),
  logit_mean: float(0),
  logit_std: float(1),
  mode_scale: float(1.29),
  blocks_to_swap: int(),
};

const flow = (shift: number, sampling: string, prediction: string): Arguments => ({
  timestep_sampling: str(sampling, SAMPLING),
  sigmoid_scale: float(1),
  model_prediction_type: str(prediction, PREDICTION),
  discrete_flow_shift: float(shift),
});

/**
 * What each script adds to the options of `train_network.py`, for LoRA and for whole models (library/sdxl_train_util.py, sd3_train_utils.py,
 * flux_train_utils.py, lumina_train_util.py, anima_train_utils.py, hunyuan_image_train_network.py and the scripts beside them).
 */
const ADDED: Readonly<Record<ScriptId, Arguments>> = {
  sd: {},
  sdxl: {
    ...cachedText,
    disable_mmap_load_safetensors: flag,
    train_text_encoder: flag,
    learning_rate_te1: float(),
    learning_rate_te2: float(),
    diffusers_xformers: flag,
    block_lr: str(),
    fused_optimizer_groups: int(),
  },
  sd3: {
    ...transformer,
    clip_l: str(),
    clip_g: str(),
    t5xxl: str(),
    save_clip: flag,
    save_t5xxl: flag,
    t5xxl_device: str(),
    t5xxl_dtype: str(),
    t5xxl_max_token_length: int(256),
    apply_lg_attn_mask: flag,
    apply_t5_attn_mask: flag,
    clip_l_dropout_rate: float(0),
    clip_g_dropout_rate: float(0),
    t5_dropout_rate: float(0),
    pos_emb_random_crop_rate: float(0),
    enable_scaled_pos_embed: flag,
    training_shift: float(1),
    train_text_encoder: flag,
    train_t5xxl: flag,
    use_t5xxl_cache_only: flag,
    learning_rate_te1: float(),
    learning_rate_te2: float(),
    learning_rate_te3: float(),
    num_last_block_to_freeze: int(),
    blockwise_fused_optimizers: flag,
    fused_optimizer_groups: int(),
    skip_latents_validity_check: flag,
  },
  flux: {
    ...transformer,
    ...flow(3, 'sigma', 'sigma_scaled'),
    clip_l: str(),
    t5xxl: str(),
    ae: str(),
    controlnet_model_name_or_path: str(),
    t5xxl_max_token_length: int(),
    apply_t5_attn_mask: flag,
    guidance_scale: float(3.5),
    model_type: str('flux', ['flux', 'chroma']),
    split_mode: flag,
    mem_eff_save: flag,
    fused_optimizer_groups: int(),
    blockwise_fused_optimizers: flag,
    double_blocks_to_swap: int(),
    single_blocks_to_swap: int(),
    skip_latents_validity_check: flag,
  },
  lumina: {
    ...transformer,
    ...flow(6, 'shift', 'raw'),
    timestep_sampling: str('shift', [...SAMPLING, 'nextdit_shift']),
    gemma2: str(),
    ae: str(),
    gemma2_max_token_length: int(),
    use_flash_attn: flag,
    use_sage_attn: flag,
    system_prompt: str(''),
    sample_batch_size: int(),
    mem_eff_save: flag,
    fused_optimizer_groups: int(),
    blockwise_fused_optimizers: flag,
    skip_latents_validity_check: flag,
  },
  'hunyuan-image': {
    ...transformer,
    ...flow(5, 'sigma', 'raw'),
    text_encoder: str(),
    byt5: str(),
    fp8_scaled: flag,
    fp8_vl: flag,
    text_encoder_cpu: flag,
    vae_chunk_size: int(),
    attn_mode: str(null, ATTENTION),
    split_attn: flag,
  },
  anima: {
    ...transformer,
    ...flow(1, 'sigmoid', 'raw'),
    qwen3: str(),
    llm_adapter_path: str(),
    llm_adapter_lr: float(),
    self_attn_lr: float(),
    cross_attn_lr: float(),
    mlp_lr: float(),
    mod_lr: float(),
    t5_tokenizer_path: str(),
    qwen3_max_token_length: int(512),
    t5_max_token_length: int(512),
    attn_mode: str(null, ATTENTION),
    split_attn: flag,
    vae_chunk_size: int(),
    vae_disable_cache: flag,
    unsloth_offload_checkpointing: flag,
    blockwise_fused_optimizers: flag,
    skip_latents_validity_check: flag,
  },
};

export const SCRIPT_IDS = Object.keys(ADDED) as readonly ScriptId[];

/** Options of other front doors of the trainer (textual inversion, ControlNet, sliders, newer versions): known, and left alone. */
const OTHER_NAMES: ReadonlySet<string> = new Set([
  ...['token_string', 'init_word', 'num_vectors_per_token', 'use_object_template', 'use_style_template', 'weights'],
  ...['cond_emb_dim', 'network_train_on_control', 'control_net_lr', 'conditioning_dropout_rate'],
  ...['stop_text_encoder_training', 'no_token_padding', 'learning_rate_te', 'train_text_encoder', 'reg_weight'],
  ...['compile', 'compile_mode', 'compile_dynamic', 'compile_fullgraph', 'cuda_allow_tf32', 'cuda_cudnn_benchmark'],
  ...[
    'use_flash_attn',
    'cache_latents_batch_size',
    'skip_image_resolution',
    'save_ema',
    'ema_decay',
    'immiscible_noise',
  ],
  ...['lllite_mlp_dim', 'lllite_cond_dim', 'lllite_cond_resblocks', 'lllite_use_aspp', 'lllite_target_layers'],
  ...['lllite_dropout', 'lllite_multiplier', 'train_inpainting', 'prompts_file', 'max_denoising_steps'],
  ...['use_pinned_memory_for_block_swap', 'block_swap_optimizer_patch_params', 'qwen_image_vae_2d'],
]);

/** The scripts that take an option; empty for one that all share or none has. */
export function scriptsWith(name: string): readonly ScriptId[] {
  return SCRIPT_IDS.filter((script) => Object.hasOwn(ADDED[script], name));
}

/**
 * An option as a script takes it; with `null`, where nobody knows the script, as the first that has it does. `undefined` when there is none.
 */
export function argumentOf(name: string, script: ScriptId | null): TrainerArgument | undefined {
  const own = script && Object.hasOwn(ADDED[script], name) ? ADDED[script][name] : undefined;
  if (own) return own;
  const shared = TRAINER_ARGUMENTS.get(name);
  if (shared || script) return shared;
  const [first] = scriptsWith(name);
  return first && ADDED[first][name];
}

/** True for an option of any script of the trainer. */
export function isKnownArgument(name: string): boolean {
  return TRAINER_ARGUMENTS.has(name) || OTHER_NAMES.has(name) || scriptsWith(name).length > 0;
}

/** Every option that a `config_file` can hold for a script, or for any where it is not known. */
export function argumentNames(script: ScriptId | null): readonly string[] {
  const added = script ? [script] : SCRIPT_IDS;
  return [...new Set([...TRAINER_ARGUMENTS.keys(), ...added.flatMap((id) => Object.keys(ADDED[id]))])];
}
