/** Configurations as the documentation of each trainer shows them, restated: placeholders for paths, usual values. */

const job = (model: string, more = '') => `---
job: extension
config:
  # this becomes the name of the folder
  name: "my_first_lora_v1"
  process:
    - type: 'sd_trainer'
      training_folder: "output"
      device: cuda:0
      # trigger_word: "p3r5on"
      network:
        type: "lora"
        linear: 16
        linear_alpha: 16
      save:
        dtype: float16
        save_every: 250
        max_step_saves_to_keep: 4
      datasets:
        - folder_path: "/path/to/images/folder"
          caption_ext: "txt"
          caption_dropout_rate: 0.05
          shuffle_tokens: false
          cache_latents_to_disk: true
          resolution: [ 512, 768, 1024 ]${more}
      train:
        batch_size: 1
        steps: 2000
        gradient_accumulation_steps: 1
        train_unet: true
        train_text_encoder: false
        gradient_checkpointing: true
        noise_scheduler: "flowmatch"
        optimizer: "adamw8bit"
        lr: 1e-4
        dtype: bf16
      model:
${model}
      sample:
        sampler: "flowmatch"
        sample_every: 250
        prompts:
          - "a person playing chess in the park"
        neg: ""
        seed: 42
meta:
  name: "[name]"
  version: '1.0'
`;

export const AI_TOOLKIT_EXAMPLES: Record<string, string> = {
  'flux.yaml': job(
    '        name_or_path: "black-forest-labs/FLUX.1-dev"\n        is_flux: true\n        quantize: true',
  ),
  'qwen.yaml': job(
    '        name_or_path: "Qwen/Qwen-Image"\n        arch: "qwen_image"\n        quantize: true\n        low_vram: true',
  ),
  'zimage.yaml': job('        name_or_path: "x"\n        arch: "zimage:turbo"'),
  'wan.yaml': job(
    '        name_or_path: "Wan-AI/Wan2.1-T2V-1.3B-Diffusers"\n        arch: "wan21"',
    '\n          num_frames: 33\n          shrink_video_to_frames: true',
  ),
  'sdxl.yaml': job(
    '        name_or_path: "stabilityai/sdxl"\n        arch: "sdxl"',
    '\n          buckets: true\n          flip_x: false',
  ),
};

const run = (process: string) =>
  `---\njob: extension\nconfig:\n  name: "my_first_lora_v1"\n  process:\n    - type: 'diffusion_trainer'\n      training_folder: "output"\n      device: cuda:0\n${process}`;

/** Kinds of jobs beyond the plain one: edits of pictures, adapters, several encoders, videos, older words. */
Object.assign(AI_TOOLKIT_EXAMPLES, {
  'edit.yaml': run(`      network:
        type: "lora"
        linear: 16
        linear_alpha: 16
      datasets:
        - folder_path: "/path/to/images/folder"
          control_path:
            - "/path/to/control/one"
            - "/path/to/control/two"
          caption_ext: "txt"
          caption_dropout_rate: 0.05
          resolution: [ 512, 768, 1024 ]
      train:
        batch_size: 1
        cache_text_embeddings: true
        steps: 3000
        gradient_accumulation: 1
        timestep_type: "weighted"
        optimizer: "adamw8bit"
        lr: 1e-4
        dtype: bf16
      model:
        name_or_path: "Qwen/Qwen-Image-Edit-2509"
        arch: "qwen_image_edit_plus"
        quantize: true
        qtype: "uint3|someone/adapters/qwen_image_edit.safetensors"
        quantize_te: true
        low_vram: true
      sample:
        samples:
          - prompt: "put image 1 on image 2"
            ctrl_img_1: "/path/to/image1.png"
`),
  'redux.yaml': run(`      adapter:
        type: "redux"
        image_encoder_arch: 'siglip2'
        test_img_path:
          - "/path/to/x.jpg"
        train: true
      datasets:
        - folder_path: "/path/to/images/folder"
          clip_image_path: "/path/to/control/images/folder"
          caption_ext: "txt"
          caption_dropout_rate: 0.05
          resolution: [ 512, 768, 1024 ]
      train:
        batch_size: 3
        gradient_accumulation: 2
        unload_text_encoder: true
        loss_type: "mse"
        steps: 4000000
        content_or_style: balanced
        ema_config:
          use_ema: true
      model:
        name_or_path: "ostris/Flex.1-alpha"
        is_flux: true
`),
  'older.yaml': run(`      network:
        type: "lora"
        linear: 16
        linear_alpha: 16
      datasets:
        - folder_path: "/path/to/images/folder"
          caption_ext: "txt"
          shuffle_caption: false
          resolution: [ 512, 768, 1024 ]
      train:
        batch_size: 1
        steps: 2000
        gradient_accumulation_steps: 1
      model:
        name_or_path: "Alpha-VLLM/Lumina-Image-2.0"
        is_lumina2: true
`),
  'clips.yaml': run(`      datasets:
        - folder_path: "/path/to/images/folder"
          caption_ext: "txt"
          num_frames: 1
          resolution: [512, 768, 1024]
      train:
        batch_size: 1
        steps: 2000
        cache_text_embeddings: true
        switch_boundary_every: 10
        optimizer_params:
          weight_decay: 1e-4
      model:
        name_or_path: "Wan-AI/Wan2.2-I2V-A14B-Diffusers"
        arch: 'wan22_14b_i2v'
        model_kwargs:
          train_high_noise: true
`),
  'old-model.yaml': run(`      datasets:
        - folder_path: "/path/to/images/folder"
      train:
        steps: 500
      model:
        name_or_path: "runwayml/stable-diffusion-v1-5"
        is_xl: false
`),
});

/** Jobs of ai-toolkit that train no folder of pictures: nothing is said of them. */
export const AI_TOOLKIT_OTHER_JOBS: Readonly<Record<string, string>> = {
  'slider.yml': `job: train\nconfig:\n  name: slider_v1\n  training_folder: "output/LoRA"\n  process:\n    - type: slider\n      network: { type: "lierla", linear: 8 }\n      train: { steps: 500, lr: 2e-4 }\n      model: { name_or_path: "runwayml/stable-diffusion-v1-5", is_v2: false }\n      slider: { resolutions: [[512, 512]], targets: [{ target_class: "" }] }\n`,
  'generate.yaml': `job: generate\nconfig:\n  name: "generate"\n  process:\n    - type: to_folder\n      output_folder: "output/gen"\n      generate: { width: 1024, prompts: ["photo of a hero"] }\n      model: { name_or_path: "/models/some.safetensors", is_xl: false }\n`,
  'train.json': `{"job": "train", "config": {"name": "x", "base_model": "/m", "process": [{"type": "fine_tune", "model": {}}]}}`,
};

export const MUSUBI_EXAMPLES: Record<string, string> = {
  'images.toml': `# what holds for all datasets
[general]
resolution = [960, 544]
caption_extension = ".txt"
batch_size = 1
enable_bucket = true
bucket_no_upscale = false

[[datasets]]
image_directory = "/path/to/image_dir"
cache_directory = "/path/to/cache_directory"
num_repeats = 1 # optional, default is 1
`,
  'videos.toml': `[general]
resolution = [960, 544]
caption_extension = ".txt"
batch_size = 1
enable_bucket = true
bucket_no_upscale = false

[[datasets]]
video_directory = "/path/to/video_dir"
cache_directory = "/path/to/cache_directory"
target_frames = [1, 25, 45]
frame_extraction = "head"
source_fps = 30.0

[[datasets]]
video_directory = "/path/to/other_dir"
cache_directory = "/path/to/other_cache"
frame_extraction = "full"
max_frames = 45
`,
  'list.toml': `[general]
resolution = 1024
batch_size = 1
enable_bucket = true

[[datasets]]
image_jsonl_file = "/path/to/metadata.jsonl"
cache_directory = "/path/to/cache_directory"
`,
  'edit.toml': `[general]
resolution = [1024, 1024]
caption_extension = ".txt"

[[datasets]]
image_directory = "/path/to/image_dir"
control_directory = "/path/to/control_dir"
qwen_image_edit_no_resize_control = true
`,
  'one-frame.toml': `[general]
resolution = [960, 544]
caption_extension = ".txt"

[[datasets]]
image_directory = "/path/to/image_dir"
control_directory = "/path/to/control_dir"
fp_latent_window_size = 9
fp_1f_clean_indices = [0]
fp_1f_target_index = 9
fp_1f_no_post = false
`,
};

Object.assign(MUSUBI_EXAMPLES, {
  'layers.toml': `[general]
resolution = [1024, 1024]
caption_extension = ".txt"
batch_size = 1
enable_bucket = true

[[datasets]]
image_directory = "/path/to/image_dir"
cache_directory = "/path/to/cache_directory"
num_repeats = 1
multiple_target = true
`,
  'control-video.toml': `[general]
resolution = [960, 544]
caption_extension = ".txt"

[[datasets]]
video_directory = "/path/to/video_dir"
control_directory = "/path/to/control_dir" # required for control videos
cache_directory = "/path/to/cache_directory"
target_frames = [1, 25, 45]
frame_extraction = "head"
`,
  'lists.toml': `[general]
resolution = [960, 544]
batch_size = 1
enable_bucket = true
bucket_no_upscale = false

[[datasets]]
video_jsonl_file = "/path/to/metadata.jsonl"
target_frames = [1, 25, 45]
frame_extraction = "head"
cache_directory = "/path/to/cache_directory_head"
source_fps = 30.0

[[datasets]]
video_jsonl_file = "/path/to/metadata.jsonl"
target_frames = [1]
frame_stride = 10
cache_directory = "/path/to/cache_directory_stride"
`,
  'control.toml': `[general]
resolution = 1024
caption_extension = ".txt"

[[datasets]]
image_directory = "/path/to/image_dir"
control_directory = "/path/to/control_dir"
control_resolution = [1024, 1024]
no_resize_control = false
`,
  'mc.toml': `[general]
resolution = [960, 544]
caption_extension = ".txt"

[[datasets]]
image_directory = "/path/to/image_dir"
control_directory = "/path/to/control_dir"
fp_1f_clean_indices = [0, 10]
fp_1f_target_index = 1
fp_1f_no_post = true
`,
});

export const ONETRAINER_EXAMPLES: Record<string, string> = {
  'concepts.json': JSON.stringify(
    [
      {
        __version: 2,
        image: { __version: 0, enable_crop_jitter: true, enable_random_flip: false, resolution_override: '512' },
        text: {
          __version: 0,
          prompt_source: 'sample',
          prompt_path: '',
          enable_tag_shuffling: false,
          tag_delimiter: ',',
          keep_tags_count: 1,
        },
        name: 'subject',
        path: '/path/to/images',
        seed: 12345,
        enabled: true,
        type: 'STANDARD',
        include_subdirectories: false,
        image_variations: 1,
        text_variations: 1,
        balancing: 1.0,
        balancing_strategy: 'REPEATS',
        loss_weight: 1.0,
        concept_stats: {},
      },
    ],
    null,
    4,
  ),
  'config.json': JSON.stringify(
    {
      __version: 11,
      training_method: 'LORA',
      model_type: 'FLUX_DEV_1',
      base_model_name: 'black-forest-labs/FLUX.1-dev',
      concept_file_name: 'training_concepts/concepts.json',
      aspect_ratio_bucketing: true,
      latent_caching: true,
      resolution: '768',
      batch_size: 2,
      epochs: 100,
      learning_rate: 0.0003,
      text_encoder: { train: false },
      text_encoder_2: { train: false },
      lora_rank: 16,
    },
    null,
    4,
  ),
  'preset.json': JSON.stringify(
    {
      base_model_name: 'x',
      batch_size: 2,
      learning_rate: 0.0003,
      model_type: 'FLUX_DEV_1',
      resolution: '768',
      training_method: 'LORA',
    },
    null,
    4,
  ),
};

/** Trainers that are named and left alone. */
const preset = (model: string, more: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ base_model_name: 'x/y', model_type: model, learning_rate: 0.0003, ...more }, null, 4);

/** Presets as the trainer ships them, by kind of model and of training. */
Object.assign(ONETRAINER_EXAMPLES, {
  'krea.json': preset('KREA_2', {
    batch_size: 2,
    resolution: '512',
    training_method: 'LORA',
    output_model_format: 'DIFFUSERS_LORA',
    transformer: { train: true, weight_dtype: 'INT_W8A8', offload_fraction: 0.3 },
    text_encoder: { train: false, weight_dtype: 'FLOAT_8' },
    quantization: { layer_filter: 'attn,ff', layer_filter_preset: 'attn-mlp' },
    timestep_distribution: 'LOGIT_NORMAL',
    compile: true,
  }),
  'masked.json': preset('STABLE_DIFFUSION_15_INPAINTING', {
    batch_size: 4,
    masked_training: true,
    normalize_masked_area_loss: true,
    resolution: '512',
    training_method: 'FINE_TUNE',
    vae: { weight_dtype: 'FLOAT_32' },
  }),
  'embedding.json': preset('STABLE_DIFFUSION_XL_10_BASE', { resolution: '1024', training_method: 'EMBEDDING' }),
  'video.json': preset('HUNYUAN_VIDEO', { resolution: '512', frames: '25', training_method: 'LORA' }),
});

export const FOREIGN_EXAMPLES: Readonly<Record<string, readonly [name: string, text: string]>> = {
  'dataset.toml': [
    'diffusion-pipe',
    "resolutions = [512]\nenable_ar_bucket = true\nmin_ar = 0.5\nmax_ar = 2.0\nnum_ar_buckets = 7\n\n[[directory]]\npath = '/home/you/data'\nnum_repeats = 10\n",
  ],
  'run.toml': [
    'diffusion-pipe',
    "output_dir = '/data/runs'\ndataset = 'examples/dataset.toml'\nepochs = 1000\nmicro_batch_size_per_gpu = 1\n\n[model]\ntype = 'flux'\ndtype = 'bfloat16'\n\n[adapter]\ntype = 'lora'\nrank = 32\n",
  ],
  'backend.json': [
    'SimpleTuner',
    '[{"id": "my-set", "type": "local", "instance_data_dir": "/data", "caption_strategy": "textfile", "resolution": 1024, "cache_dir_vae": "cache"}]',
  ],
  'simple.json': [
    'SimpleTuner',
    '{"--model_type": "lora", "--model_family": "flux", "--lora_rank": 16, "--data_backend_config": "b.json"}',
  ],
  'easy.toml': [
    'LoRA_Easy_Training_Scripts',
    '[[subsets]]\nnum_repeats = 1\nimage_dir = "/data"\n\n[train_mode]\ntrain_mode = "lora"\n\n[general_args.args]\nmax_token_length = 225\n\n[network_args.args]\nnetwork_dim = 32\n\n[optimizer_args.args]\nlearning_rate = 0.0001\n',
  ],
};
