import { example } from './examples.ts';
import { type Fault, faultsOf } from './faults-of.ts';

const alone = (from: string, to: string): Fault => [from, to, ''];

const RUN = `pretrained_model_name_or_path = "sdxl.safetensors"
train_data_dir = "/set/train"
resolution = "1024,1024"
network_module = "networks.lora"
network_dim = 16
learning_rate = 1e-4
max_train_epochs = 10
enable_bucket = true
max_bucket_reso = 2048
caption_extension = ".txt"
`;
const more = (line: string): readonly [string, string] => ['network_dim = 16', `network_dim = 16\n${line}`];

faultsOf(
  'numbers of a run of sd-scripts',
  'run.toml',
  RUN,
  [
    ['learning_rate = 1e-4', 'learning_rate = -1e-4', 'config-refused-value [learning_rate]'],
    [...more('unet_lr = -1e-4'), 'config-refused-value [unet_lr]'],
    [...more('text_encoder_lr = [1e-5, -1e-5]'), 'config-refused-value [text_encoder_lr]'],
    ['learning_rate = 1e-4', 'learning_rate = 0.0', 'config-refused-value [learning_rate]'],
    [...more('unet_lr = 0.0\ntext_encoder_lr = 0.0'), 'config-refused-value [unet_lr]'],
    [...more('network_train_unet_only = true\nunet_lr = 0.0'), 'config-refused-value [unet_lr]'],
    [...more('network_dropout = 1.5'), 'config-refused-value [network_dropout]'],
    ['max_train_epochs = 10', 'max_train_epochs = 0', 'config-refused-value [max_train_epochs]'],
    ['max_train_epochs = 10', 'max_train_steps = -5', 'config-refused-value [max_train_steps]'],
    [...more('save_every_n_epochs = 0'), 'config-refused-value [save_every_n_epochs]'],
    [...more('max_data_loader_n_workers = -1'), 'config-refused-value [max_data_loader_n_workers]'],
    ['"1024,1024"', '"0,1024"', 'config-refused-value [resolution]'],
    [...more('v2 = true'), 'config-refused-value [v2]'],
    [...more('clip_skip = 2'), 'ignored-config-option [clip_skip]'],
    ['sdxl.safetensors"', 'sd-v1-5.ckpt"\nclip_skip = 0', 'config-refused-value [clip_skip]'],
    [...more('scale_v_pred_loss_like_noise_pred = true'), 'config-refused-value [scale_v_pred_loss_like_noise_pred]'],
    [...more('adaptive_noise_scale = 0.005'), 'config-refused-value [adaptive_noise_scale]'],
    [...more('v_parameterization = true\nv_pred_like_loss = 0.1'), 'config-refused-value [v_pred_like_loss]'],
  ],
  [
    alone('learning_rate = 1e-4', 'learning_rate = 0.0\nunet_lr = 1e-4'),
    alone(...more('text_encoder_lr = 0.0')),
    alone(...more('unet_lr = 0.0')),
    alone(...more('network_dropout = 1.0')),
    alone(...more('save_every_n_epochs = 1')),
    alone('max_train_epochs = 10', 'max_train_epochs = 1'),
    alone(...more('max_data_loader_n_workers = 0')),
    alone('sdxl.safetensors"', 'sd-v1-5.ckpt"\nclip_skip = 1'),
    alone(...more('clip_skip = 1')),
    alone('sdxl.safetensors"', 'sd-v1-5.ckpt"\nclip_skip = 2'),
    alone(...more('v_parameterization = true\nscale_v_pred_loss_like_noise_pred = true')),
    alone(...more('noise_offset = 0.05\nadaptive_noise_scale = 0.005')),
  ],
);

faultsOf(
  'sides of a dataset of sd-scripts',
  'data.toml',
  `[general]
caption_extension = ".txt"
[[datasets]]
resolution = 1024
enable_bucket = true
max_bucket_reso = 2048
[[datasets.subsets]]
image_dir = "/set/img"
`,
  [['resolution = 1024', 'resolution = [1024, -1]', 'config-refused-value [[1024, -1]]']],
);

faultsOf(
  'numbers of a run of musubi-tuner',
  'run.toml',
  `dit = "m.safetensors"
network_module = "networks.lora_wan"
network_dim = 16
learning_rate = 1e-4
max_train_epochs = 10
lr_scheduler = "cosine"
optimizer_type = "adamw8bit"
timestep_sampling = "shift"
`,
  [
    ['learning_rate = 1e-4', 'learning_rate = -1e-4', 'config-refused-value [-1e-4]'],
    ['learning_rate = 1e-4', 'learning_rate = 0.0', 'config-refused-value [0.0]'],
    ['network_dim = 16', 'network_dropout = -0.1', 'config-refused-value [-0.1]'],
    ['max_train_epochs = 10', 'max_train_epochs = 0', 'config-refused-value [0]'],
    ['network_dim = 16', 'save_every_n_epochs = 0', 'config-refused-value [0]'],
    ['"cosine"', '"cosin"', 'config-refused-value ["cosin"]'],
    ['"adamw8bit"', '"adamw8bits"', 'config-refused-value ["adamw8bits"]'],
    ['"shift"', '"shfit"', 'config-refused-value ["shfit"]'],
  ],
  [
    alone('"shift"', '"something_new"'),
    alone('"adamw8bit"', '"my.module.Optimizer"'),
    alone('network_dim = 16', 'network_dropout = 0.0'),
    alone('max_train_epochs = 10', 'max_train_epochs = 1'),
  ],
);

faultsOf(
  'numbers of videos of musubi-tuner',
  'videos.toml',
  `[general]
resolution = [960, 544]
caption_extension = ".txt"
[[datasets]]
video_directory = "/set/img"
cache_directory = "/set/cache"
target_frames = [25]
frame_extraction = "head"
`,
  [
    ['"head"', '"slide"\nframe_stride = 0', 'config-refused-value [0]'],
    ['"head"', '"uniform"\nframe_sample = 0', 'config-refused-value [0]'],
    [
      'target_frames = [25]\nframe_extraction = "head"',
      'frame_extraction = "full"\nmax_frames = 0',
      'config-refused-value [0]',
    ],
    ['[25]', '[0]', 'config-refused-value [[0]]'],
    ['[25]', '[]', 'config-refused-value [[]]'],
    ['"head"', '"head"\ncontrol_directory = "/set/none"', 'missing-image-dir ["/set/none"]'],
    ['video_directory = "/set/img"', 'video_jsonl_file = "/set/none.jsonl"', 'missing-image-dir ["/set/none.jsonl"]'],
  ],
  [alone('"head"', '"slide"\nframe_stride = 1'), alone('"head"', '"head"\ncontrol_directory = "/set/img"')],
);

const JOB = example('ai-toolkit/sdxl.yaml')
  .replace(/folder_path: .*/, 'folder_path: "/set/img"')
  .replace(/trigger_word: .*/, 'trigger_word: "ohwx"')
  .replace(/train_unet: .*/, 'train_unet: true');
const first = 'shuffle_tokens: false';
const rate = /lr: .*/.exec(JOB)?.[0] ?? '';
const rank = /linear: .*/.exec(JOB)?.[0] ?? '';
faultsOf(
  'numbers of a job of ai-toolkit',
  'job.yaml',
  JOB,
  [
    [rate, 'lr: -0.0001', 'config-refused-value [-0.0001]'],
    [rate, 'lr: 0', 'config-refused-value [0]'],
    [rank, 'linear: 0', 'config-refused-value [0]'],
    [rank, `${rank}\n        dropout: 2`, 'config-refused-value [2]'],
    ['train_unet: true', 'train_unet: false', 'config-refused-value [false]'],
    ['train_unet: true', 'train_unet: null', 'config-refused-value [null]'],
    [
      'train_text_encoder: false',
      'train_text_encoder: true\n        cache_text_embeddings: true',
      'config-refused-value [true]',
    ],
    ['[ 512, 768, 1024 ]', '[ 0 ]', 'config-refused-value [[ 0 ]]'],
    ['[ 512, 768, 1024 ]', '-512', 'config-refused-value [-512]'],
    [first, 'mask_path: "/set/none"', 'missing-image-dir ["/set/none"]'],
    ['      train:\n', '      trian:\n', 'unknown-config-key [trian]'],
    [first, 'num_repeats:\t2', 'unreadable-config [\t]'],
    [first, `${first}\t# once`, 'unreadable-config [\t]'],
  ],
  [
    alone(rate, 'lr: 0\n        unet_lr: 0.0001'),
    alone(rank, `${rank}\n        dropout: 1`),
    alone(rank, `${rank}\n        conv: 0`),
    alone(rank, 'linear: 0\n        conv: 8'),
    alone(first, `${first} # in\tthe middle`),
    alone(first, 'default_caption: "a\tb"'),
  ],
);

faultsOf(
  'a job of ai-toolkit that trains a text encoder alone',
  'job.yaml',
  JOB.replace('train_unet: true', 'train_unet: false').replace('train_text_encoder: false', 'train_text_encoder: true'),
  [['train_text_encoder: true', 'train_text_encoder: false', 'config-refused-value [false]']],
);

const CONFIG = JSON.stringify(
  {
    __version: 11,
    training_method: 'LORA',
    model_type: 'STABLE_DIFFUSION_15',
    resolution: '1024',
    batch_size: 2,
    epochs: 100,
    learning_rate: 0.0003,
    lora_rank: 16,
    lora_alpha: 1,
    unet: { train: true },
    text_encoder: { train: false, dropout_probability: 0 },
    optimizer: { optimizer: 'ADAMW' },
  },
  null,
  1,
);
faultsOf(
  'numbers of a configuration of OneTrainer',
  'config.json',
  CONFIG,
  [
    ['0.0003', '-0.0003', 'config-refused-value [-0.0003]'],
    ['0.0003', '0', 'config-refused-value [0]'],
    ['"unet": {', '"unet": {\n  "learning_rate": -1,', 'config-refused-value [-1]'],
    ['"epochs": 100', '"epochs": 0', 'config-refused-value [0]'],
    ['"batch_size": 2', '"batch_size": -2', 'config-refused-value [-2]'],
    ['"epochs": 100', '"epochs": 100, "gradient_accumulation_steps": 0', 'config-refused-value [0]'],
    ['"lora_rank": 16', '"lora_rank": 0', 'config-refused-value [0]'],
    ['"lora_rank": 16', '"lora_rank": 16.5', 'config-wrong-type [16.5]'],
    ['"lora_alpha": 1', '"lora_alpha": 0', 'config-refused-value [0]'],
    ['"1024"', '"-512"', 'config-refused-value ["-512"]'],
    ['"dropout_probability": 0', '"dropout_probability": 5', 'config-refused-value [5]'],
    ['"train": true', '"train": false', 'config-refused-value [false]'],
  ],
  [
    alone('"ADAMW"', '"PRODIGY"'),
    alone('"unet": {', '"unet": {\n  "learning_rate": 0.0001,'),
    alone('"train": false', '"train": true'),
    alone('"LORA"', '"EMBEDDING"'),
  ],
);
