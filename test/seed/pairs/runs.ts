/** What differs between runs, as each trainer writes it; a sound run without it. */
export interface Run {
  readonly rank?: number;
  readonly alpha?: number;
  /** Times each picture is trained. */
  readonly uses?: number;
  readonly rate?: number;
  /** 0: the text encoder does not train. */
  readonly encoderRate?: number;
  readonly varies?: boolean;
  /** Colours are varied at random. */
  readonly colours?: boolean;
  readonly half?: boolean;
  readonly captions?: '.txt' | '.caption';
  /** Words that the trainer puts on every caption. */
  readonly word?: string;
  /** Pictures of the set; 36 without it. */
  readonly size?: number;
}

type Files = Readonly<Record<string, string>>;

const full = (run: Run) => ({
  rank: 16,
  alpha: 16,
  uses: 60,
  rate: 1e-4,
  encoderRate: 1e-5,
  varies: true,
  colours: false,
  half: false,
  captions: '.txt' as const,
  word: '',
  size: 36,
  ...run,
});

/** A job of ai-toolkit over one folder, with those below it. */
export function aiToolkit(folder: string, run: Run = {}): Files {
  const { rank, alpha, uses, rate, encoderRate, varies, colours, half, captions, word, size } = full(run);
  const augment = colours
    ? `\n          augmentations:\n            - method: ColorJitter\n              hue: [-0.2, 0.2]\n              p: 0.5`
    : '';
  return {
    'train_it.yaml': `job: extension
config:
  name: run_7
  process:
    - type: sd_trainer
      training_folder: out${word === '' ? '' : `\n      trigger_word: "${word}"`}
      save:
        save_every: 100
      network:
        type: lora
        linear: ${rank}
        linear_alpha: ${alpha}
      datasets:
        - folder_path: "/set/${folder}"
          caption_ext: "${captions.slice(1)}"
          resolution: [1024]
          shuffle_tokens: ${varies}${augment}
      train:
        batch_size: 4
        steps: ${Math.ceil((size * uses) / 4)}
        lr: ${rate}
        dtype: ${half ? 'fp16' : 'bf16'}
        train_text_encoder: ${encoderRate > 0}
        text_encoder_lr: ${encoderRate}
      model:
        name_or_path: some/base
        arch: sdxl
`,
  };
}

/** A configuration of OneTrainer with its concepts in a file beside it. */
export function oneTrainer(folder: string, run: Run = {}): Files {
  const { rank, alpha, uses, rate, encoderRate, varies, colours, half } = full(run);
  const encoder = { train: encoderRate > 0, learning_rate: encoderRate };
  const second = { train: encoderRate > 0, learning_rate: encoderRate / 2 };
  return {
    'run.json': JSON.stringify({
      __version: 11,
      training_method: 'LORA',
      model_type: 'STABLE_DIFFUSION_XL_10_BASE',
      concept_file_name: 'concepts.json',
      resolution: '1024',
      batch_size: 4,
      epochs: uses,
      learning_rate: rate,
      save_every: 5,
      save_every_unit: 'EPOCH',
      lora_rank: rank,
      lora_alpha: alpha,
      train_dtype: half ? 'FLOAT_16' : 'BFLOAT_16',
      text_encoder: encoder,
      text_encoder_2: second,
    }),
    'concepts.json': JSON.stringify([
      {
        __version: 2,
        name: 'one',
        path: `/set/${folder}`,
        seed: 5,
        include_subdirectories: true,
        balancing: 1,
        image: colours ? { enable_random_hue: true, random_hue_max_strength: 0.2 } : {},
        text: { prompt_source: 'sample', enable_tag_shuffling: varies, keep_tags_count: 1 },
      },
    ]),
  };
}

/** A dataset file of musubi-tuner: one table per folder. */
export const musubi = (...folders: readonly string[]): Files => ({
  'movie_set.toml': [
    '[general]',
    'resolution = [1024, 1024]',
    'caption_extension = ".txt"',
    'batch_size = 2',
    'enable_bucket = true',
    ...folders.flatMap((folder) => ['[[datasets]]', `image_directory = "/set/${folder}"`, 'num_repeats = 4']),
    '',
  ].join('\n'),
});

/** Dataset and run of sd-scripts over folders, each with repeats of its own. */
export function sdScripts(folders: readonly string[], run: Run = {}): Files {
  const { rank, alpha, uses, rate, encoderRate, varies, colours, half, captions, word } = full(run);
  const subset = (folder: string) => [
    '[[datasets.subsets]]',
    `image_dir = "/set/${folder}"`,
    'num_repeats = 6',
    'keep_tokens = 1',
    `shuffle_caption = ${varies}`,
    `color_aug = ${colours}`,
    ...(word === '' ? [] : [`caption_prefix = "${word}"`]),
  ];
  return {
    'my_data.toml': [
      '[general]',
      `caption_extension = "${captions}"`,
      '[[datasets]]',
      'resolution = [1024, 1024]',
      'batch_size = 4',
      'enable_bucket = true',
      'max_bucket_reso = 1536',
      ...folders.flatMap(subset),
      '',
    ].join('\n'),
    'run_options.toml': [
      'dataset_config = "/set/my_data.toml"',
      'network_module = "networks.lora"',
      `network_dim = ${rank}`,
      `network_alpha = ${alpha}`,
      `unet_lr = ${rate}`,
      `text_encoder_lr = [${encoderRate}, ${encoderRate / 2}]`,
      `network_train_unet_only = ${encoderRate === 0}`,
      `max_train_epochs = ${Math.max(1, Math.round(uses / 6))}`,
      'save_every_n_epochs = 2',
      `mixed_precision = "${half ? 'fp16' : 'bf16'}"`,
      '',
    ].join('\n'),
  };
}

/** A preset of kohya_ss over the folder that holds those of the subjects, which are named with their repeats. */
export const preset = (folder: string, epochs: number): Files => ({
  'my_preset.json': JSON.stringify({
    LoRA_type: 'Standard',
    sdxl: true,
    pretrained_model_name_or_path: 'base/sdxl.safetensors',
    train_data_dir: `/set/${folder}`,
    reg_data_dir: '',
    caption_extension: '.caption',
    max_resolution: '1024,1024',
    enable_bucket: true,
    max_bucket_reso: 1536,
    shuffle_caption: true,
    keep_tokens: '1',
    network_dim: 16,
    network_alpha: 16,
    learning_rate: 0.0001,
    unet_lr: 0.0001,
    text_encoder_lr: 0.00001,
    epoch: epochs,
    save_every_n_epochs: 1,
    train_batch_size: 4,
    mixed_precision: 'bf16',
  }),
});

const trips = ['photos/trip 1', 'photos/trip 2', 'photos/trip 3'];
/** The four trainers over the folders of the dog. */
export const runsOfDog = {
  'sd-scripts': (run: Run = {}) => sdScripts(trips, run),
  'ai-toolkit': (run: Run = {}) => aiToolkit('photos', run),
  onetrainer: (run: Run = {}) => oneTrainer('photos', run),
} as const;
