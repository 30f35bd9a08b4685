import { example } from './examples.ts';
import { type Fault, faultsOf } from './faults-of.ts';

const CONFIG_FILE = `pretrained_model_name_or_path = "sdxl.safetensors"
train_data_dir = "/set/train"
resolution = "1024,1024"
network_module = "networks.lora"
network_dim = 16
network_alpha = 8
learning_rate = 1e-4
max_train_epochs = 10
train_batch_size = 2
enable_bucket = true
max_bucket_reso = 2048
caption_extension = ".txt"
optimizer_type = "AdamW8bit"
lr_scheduler = "cosine"
`;
const more = (line: string): readonly [string, string] => ['train_batch_size = 2', `train_batch_size = 2\n${line}`];
const alone = (from: string, to: string): Fault => [from, to, ''];

faultsOf(
  'options of sd-scripts that go against each other',
  'run.toml',
  CONFIG_FILE,
  [
    ['lr_scheduler = "cosine"', 'lr_scheduler = "cosinus"', 'config-refused-value [lr_scheduler]'],
    ['"AdamW8bit"', '"AdamW8bits"', 'config-refused-value [optimizer_type]'],
    ['"networks.lora"', '"network.lora"', 'config-refused-value [network_module]'],
    ['network_dim = 16', 'network_dim = 0', 'config-refused-value [network_dim]'],
    ['network_dim = 16', 'network_dim = "16"', 'config-wrong-type ["16"]'],
    [...more('max_train_steps = 500'), 'ignored-config-option [max_train_steps]'],
    [...more('network_train_unet_only = true\ntext_encoder_lr = 1e-5'), 'ignored-config-option [text_encoder_lr]'],
    [...more('xformers = true\nsdpa = true'), 'ignored-config-option [sdpa]'],
    [...more('caption_dropout_rate = 5.0'), 'config-refused-value [caption_dropout_rate]'],
    [
      ...more('network_train_unet_only = true\nnetwork_train_text_encoder_only = true'),
      'config-refused-value [network_train_text_encoder_only]',
    ],
    [
      ...more('persistent_data_loader_workers = true\nmax_data_loader_n_workers = 0'),
      'config-refused-value [persistent_data_loader_workers]',
    ],
  ],
  [
    alone('"AdamW8bit"', '"adamw8bit"'),
    alone('"AdamW8bit"', '"bitsandbytes.optim.AdamW8bit"'),
    alone('"AdamW8bit"', '"SomethingNew"'),
    alone(...more('caption_dropout_rate = 1.0')),
    alone(...more('network_train_unet_only = true')),
    alone(...more('max_train_steps = 0')),
    alone(...more('persistent_data_loader_workers = true\nmax_data_loader_n_workers = 1')),
  ],
);

faultsOf(
  'options of a dataset of sd-scripts that do nothing',
  'data.toml',
  `[general]
resolution = 1024
caption_extension = ".txt"
shuffle_caption = true
keep_tokens = 1
[[datasets]]
enable_bucket = true
max_bucket_reso = 2048
[[datasets.subsets]]
image_dir = "/set/img"
num_repeats = 2
`,
  [
    ['num_repeats = 2', 'class_tokens = "ohwx man"', 'ignored-config-option ["ohwx man"]'],
    ['num_repeats = 2', 'secondary_separator = ";;;"', 'ignored-config-option [";;;"]'],
    ['num_repeats = 2', 'caption_dropout_rate = 1.5', 'config-refused-value [caption_dropout_rate]'],
    ['num_repeats = 2', 'caption_tag_dropout_rate = -0.5', 'config-refused-value [caption_tag_dropout_rate]'],
  ],
  [alone('num_repeats = 2', 'secondary_separator = "pose"'), alone('num_repeats = 2', 'caption_dropout_rate = 0.5')],
);

const VIDEOS = `[general]
resolution = [960, 544]
caption_extension = ".txt"
[[datasets]]
video_directory = "/set/img"
cache_directory = "/set/cache"
target_frames = [1, 25]
frame_extraction = "head"
`;
faultsOf(
  'options of musubi-tuner that do nothing, or count for other than they look',
  'videos.toml',
  VIDEOS,
  [
    ['[1, 25]', '[1, 24]', 'config-refused-value [[1, 24]]'],
    ['target_frames = [1, 25]\n', '', 'missing-config-key ["/set/img"]'],
    ['"head"', '"uniform"', 'ignored-config-option ["uniform"]'],
    ['"head"', '"head"\nframe_stride = 5', 'ignored-config-option [5]'],
    ['"head"', '"head"\nframe_sample = 5', 'ignored-config-option [5]'],
    ['"head"', '"head"\nmax_frames = 81', 'ignored-config-option [81]'],
    ['"head"', '"full"', 'ignored-config-option [[1, 25]]'],
    ['"head"', '"heads"', 'config-refused-value ["heads"]'],
    ['/set/cache"', '/set/cache [sks]"', 'config-refused-value ["/set/cache [sks]"]'],
    ['"head"', '"head"\nbatch_size = 2', 'config-refused-value [2]'],
    ['[960, 544]', '[-1, 544]', 'config-refused-value [[-1, 544]]'],
  ],
  [
    alone('"head"', '"slide"\nframe_stride = 5'),
    alone('"head"', '"uniform"\nframe_sample = 3'),
    alone('target_frames = [1, 25]\nframe_extraction = "head"', 'frame_extraction = "full"\nmax_frames = 81'),
    alone('[1, 25]', '[1, 25, 81]'),
    alone('"head"', '"head"\nbatch_size = 2\nenable_bucket = true'),
  ],
);
faultsOf(
  'options of images of musubi-tuner',
  'images.toml',
  VIDEOS.replace(/target_frames.*/s, '').replace('video_', 'image_'),
  [
    ['cache_directory', 'no_resize_control = true\ncache_directory', 'ignored-config-option [true]'],
    ['cache_directory', 'control_resolution = 1024\ncache_directory', 'ignored-config-option [1024]'],
    ['".txt"', '".cap.txt"', 'config-refused-value [".cap.txt"]'],
  ],
  [
    alone('cache_directory', 'control_directory = "/set/img"\nno_resize_control = true\ncache_directory'),
    alone('".txt"', '".caption"'),
  ],
);

const JOB = example('ai-toolkit/sdxl.yaml')
  .replace(/folder_path: .*/, 'folder_path: "/set/img"')
  .replace(/trigger_word: .*/, 'trigger_word: "ohwx"');
const first = 'shuffle_tokens: false';
faultsOf(
  'options of ai-toolkit that go against each other, or are slips of the pen',
  'job.yaml',
  JOB,
  [
    [first, 'keep_tokens: 1', 'ignored-config-option [1]'],
    [first, 'random_scale: true', 'ignored-config-option [true]'],
    [first, 'num_repeats: 0', 'ignored-config-option [0]'],
    [first, 'token_dropout_rate: 5', 'config-refused-value [5]'],
    [first, 'caption_extension: "txt"', 'unknown-config-key [caption_extension]'],
    ['buckets: true', 'buckets: false\n          batch_size: 2', 'config-refused-value [2]'],
    [first, 'cache_text_embeddings: true\n          shuffle_tokens: true', 'ignored-config-option [true]'],
    [first, 'token_dropout_rate: 0.1\n          cache_text_embeddings: true', 'ignored-config-option [0.1]'],
    ['caption_ext: "txt"', 'caption_ext: "_tags.txt"', 'config-refused-value ["_tags.txt"]'],
    ['buckets: true', 'buckets: false\n          mask_path: "/set/img"', 'config-refused-value ["/set/img"]'],
    ['[ 512, 768, 1024 ]', '[ 1024, 1024 ]', 'config-refused-value [[ 1024, 1024 ]]'],
    ['[ 512, 768, 1024 ]', '[]', 'config-refused-value [[]]'],
    ["type: 'sd_trainer'", "type: 'sd_trainr'", "config-refused-value ['sd_trainr']"],
    ['        steps: ', '        steps: 2000\n        steps: ', 'ignored-config-option [steps]'],
  ],
  [
    alone('[ 512, 768, 1024 ]', '[ 512, 1024 ]'),
    alone(first, 'keep_tokens: 1\n          token_dropout_rate: 0.1'),
    alone(first, 'token_dropout_rate: 1'),
    alone(first, 'mask_path: "/set/img"'),
    alone(first, 'cache_text_embeddings: true'),
  ],
);

faultsOf(
  'triggers of ai-toolkit',
  'job.yaml',
  JOB.replace('training_folder:', 'trigger_word: "ohwx"\n      training_folder:'),
  [[first, 'trigger_word: "zzz"', 'ignored-config-option ["zzz"]']],
  [alone(first, 'trigger_word: "ohwx"'), alone(first, 'trigger_word: "zzz"\n          cache_text_embeddings: true')],
);

const CONCEPT = {
  __version: 2,
  path: '/set/img',
  enabled: true,
  type: 'STANDARD',
  seed: 1,
  balancing: 1,
  image: { enable_crop_jitter: true, resolution_override: '512', enable_resolution_override: false },
  text: {
    prompt_source: 'sample',
    prompt_path: '',
    enable_tag_shuffling: false,
    keep_tags_count: 1,
    tag_dropout_enable: false,
    tag_dropout_probability: 0,
    tag_dropout_special_tags_mode: 'NONE',
    tag_dropout_special_tags: '',
  },
};
const CONFIG = JSON.stringify(
  {
    __version: 11,
    training_method: 'LORA',
    model_type: 'STABLE_DIFFUSION_XL_10_BASE',
    resolution: '1024',
    batch_size: 2,
    epochs: 100,
    train_dtype: 'BFLOAT_16',
    learning_rate_scheduler: 'CONSTANT',
    text_encoder: { train: false, learning_rate: null },
    optimizer: { optimizer: 'ADAMW' },
    concepts: [CONCEPT],
  },
  null,
  1,
);
faultsOf(
  'options of OneTrainer that do nothing, or are slips of the pen',
  'config.json',
  CONFIG,
  [
    ['"batch_size"', '"batchsize"', 'unknown-config-key ["batchsize"]'],
    ['"epochs"', '"max_train_epochs"', 'unknown-config-key ["max_train_epochs"]'],
    ['"epochs": 100', '"epochs": 10.5', 'config-wrong-type [10.5]'],
    ['"BFLOAT_16"', '"BF16"', 'config-refused-value ["BF16"]'],
    ['"CONSTANT"', '"CONST"', 'config-refused-value ["CONST"]'],
    ['"ADAMW"', '"ADAMWW"', 'config-refused-value ["ADAMWW"]'],
    ['"learning_rate": null', '"learning_rate": 0.0001', 'ignored-config-option [0.0001]'],
    ['"enabled": true', '"enabled": false', 'config-refused-value [false]'],
    ['"balancing": 1', '"balancing": 0', 'config-refused-value [0]'],
    ['"tag_dropout_probability": 0', '"tag_dropout_probability": 0.3', 'ignored-config-option [0.3]'],
    ['"resolution_override": "512"', '"resolution_override": "768"', 'ignored-config-option ["768"]'],
    ['"keep_tags_count": 1', '"keep_tags_count": 3', 'ignored-config-option [3]'],
    ['"prompt_path": ""', '"prompt_path": "/set/p.txt"', 'ignored-config-option ["/set/p.txt"]'],
    ['"sample"', '"concept"', 'missing-config-key ["concept"]'],
    ['"tag_dropout_special_tags": ""', '"tag_dropout_special_tags": "x"', 'ignored-config-option ["x"]'],
    [
      '"tag_dropout_special_tags": ""',
      '"tag_dropout_special_tags": "", "caps_randomize_lowercase": true',
      'config-refused-value [true]',
    ],
    ['"epochs": 100', '"epochs": 100, "epochs": 50', 'ignored-config-option ["epochs"]'],
  ],
  [
    alone('"ADAMW"', '"SOMETHING_NEW"'),
    alone('"BFLOAT_16"', '"INT_W8A8_COMPRESSED"'),
    alone('"epochs": 100', '"epochs": 100.0'),
    alone('"epochs": 100', '"text_encoder_2": {"train": false}, "epochs": 100'),
    alone(
      '"enable_tag_shuffling": false,\n    "keep_tags_count": 1',
      '"enable_tag_shuffling": true,\n    "keep_tags_count": 3',
    ),
  ],
);

faultsOf(
  'concepts of OneTrainer that count as one',
  'concepts.json',
  JSON.stringify([CONCEPT, { ...CONCEPT, seed: 2, balancing: 3 }], null, 1),
  [['"seed": 2', '"seed": 1', 'config-refused-value ["/set/img"]']],
  [alone('"type": "STANDARD",\n  "seed": 2', '"type": "VALIDATION",\n  "seed": 1')],
);
