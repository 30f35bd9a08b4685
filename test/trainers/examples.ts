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

export const AI_TOOLKIT_EXAMPLES: Readonly<Record<string, string>> = {
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

export const MUSUBI_EXAMPLES: Readonly<Record<string, string>> = {
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

export const ONETRAINER_EXAMPLES: Readonly<Record<string, string>> = {
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
