import { answer, type Outcome, stops } from '../trainer-error.ts';

/** A model family of musubi-tuner. The script that runs chooses it; a dataset file never does. */
export interface Architecture {
  /** As in the names of its cache files. */
  readonly key: string;
  readonly name: string;
  /** Training script, without folder. */
  readonly script: string;
  /** Bucket sides are multiples of this many pixels. */
  readonly step: number;
  /** Video datasets are accepted. */
  readonly video: boolean;
  /** Frames per second that a `source_fps` is brought to; null for families without video. */
  readonly fps: number | null;
  /** Control images used per image: all, or this many (`clean-indices`: as many as fp_1f_clean_indices has, else one). */
  readonly controls: 'all' | 'first' | 'clean-indices';
  /** `fp_latent_window_size` is part of the bucket of an image. */
  readonly windowInBucket: boolean;
  readonly encoders: readonly ArchitectureEncoder[];
}

/** A text encoder and where captions end for it. Read in the source, not run. */
export interface ArchitectureEncoder {
  readonly name: string;
  readonly tokenizer: 'clip' | 't5' | 'umt5' | 'qwen' | 'llama' | 'mistral' | 'byt5';
  /** Positions in all; null where nothing is cut. */
  readonly limit: number | null;
  /** What else takes positions of it: `template` stands for a chat template of its own length. */
  readonly shared: 'nothing' | 'end-mark' | 'begin-and-end-mark' | 'template';
  /** Fixed tokens of the limit that are not the caption's, where that number is known. */
  readonly taken: number;
  readonly overLimit: 'cut' | 'stops';
  readonly quotedTextOnly: boolean;
}

type Encoder = Pick<ArchitectureEncoder, 'name' | 'tokenizer' | 'limit' | 'shared'> & Partial<ArchitectureEncoder>;

const encoder = (given: Encoder): ArchitectureEncoder => ({
  taken: 0,
  overLimit: 'cut',
  quotedTextOnly: false,
  ...given,
});

const CLIP_L = encoder({ name: 'CLIP-L', tokenizer: 'clip', limit: 77, shared: 'begin-and-end-mark', taken: 2 });

const qwen = (name: string, limit: number | null, given: Partial<ArchitectureEncoder> = {}): ArchitectureEncoder =>
  encoder({ name, tokenizer: 'qwen', limit, shared: 'template', ...given });

/** The families in the order the scripts are documented (musubi-tuner dataset/architectures.py and the text encoders of each). */
export const ARCHITECTURES: readonly Architecture[] = [
  {
    key: 'hv',
    name: 'HunyuanVideo',
    script: 'hv_train_network.py',
    step: 16,
    video: true,
    fps: 24,
    controls: 'first',
    windowInBucket: false,
    encoders: [encoder({ name: 'Llama 3 (LLaVA)', tokenizer: 'llama', limit: 256, shared: 'nothing' }), CLIP_L],
  },
  {
    key: 'hv15',
    name: 'HunyuanVideo 1.5',
    script: 'hv_1_5_train_network.py',
    step: 16,
    video: true,
    fps: 24,
    controls: 'first',
    windowInBucket: false,
    encoders: [
      qwen('Qwen2.5-VL', 1024),
      encoder({ name: 'ByT5', tokenizer: 'byt5', limit: 128, shared: 'end-mark', taken: 1, quotedTextOnly: true }),
    ],
  },
  {
    key: 'wan',
    name: 'Wan 2.1 / 2.2',
    script: 'wan_train_network.py',
    step: 16,
    video: true,
    fps: 16,
    controls: 'clean-indices',
    windowInBucket: true,
    encoders: [encoder({ name: 'umT5-XXL', tokenizer: 'umt5', limit: 512, shared: 'end-mark', taken: 1 })],
  },
  {
    key: 'fp',
    name: 'FramePack',
    script: 'fpack_train_network.py',
    step: 16,
    video: true,
    fps: 30,
    controls: 'clean-indices',
    windowInBucket: true,
    encoders: [encoder({ name: 'Llama 3 (LLaVA)', tokenizer: 'llama', limit: 256, shared: 'nothing' }), CLIP_L],
  },
  {
    key: 'fk',
    name: 'FLUX.1 Kontext',
    script: 'flux_kontext_train_network.py',
    step: 16,
    video: true,
    fps: 1,
    controls: 'first',
    windowInBucket: false,
    encoders: [encoder({ name: 'T5-XXL', tokenizer: 't5', limit: 512, shared: 'end-mark', taken: 1 }), CLIP_L],
  },
  ...(
    [
      ['f2d', 'FLUX.2 dev'],
      ['f2k4b', 'FLUX.2 klein 4B'],
      ['f2k9b', 'FLUX.2 klein 9B'],
    ] as const
  ).map(
    ([key, name]): Architecture => ({
      key,
      name,
      script: 'flux_2_train_network.py',
      step: 16,
      video: false,
      fps: null,
      controls: 'all',
      windowInBucket: false,
      encoders: [
        key === 'f2d'
          ? encoder({ name: 'Mistral 3.1', tokenizer: 'mistral', limit: 512, shared: 'template' })
          : qwen(key === 'f2k4b' ? 'Qwen3-4B' : 'Qwen3-8B', 512),
      ],
    }),
  ),
  {
    key: 'qi',
    name: 'Qwen-Image',
    script: 'qwen_image_train_network.py',
    step: 16,
    video: false,
    fps: null,
    controls: 'first',
    windowInBucket: false,
    // 1024 after the 34 tokens of the template's head; the 5 of its tail are inside.
    encoders: [qwen('Qwen2.5-VL', 1024, { taken: 5 })],
  },
  {
    key: 'qie',
    name: 'Qwen-Image-Edit',
    script: 'qwen_image_train_network.py',
    step: 16,
    video: false,
    fps: null,
    controls: 'all',
    windowInBucket: false,
    encoders: [qwen('Qwen2.5-VL', null)],
  },
  {
    key: 'qil',
    name: 'Qwen-Image-Layered',
    script: 'qwen_image_train_network.py',
    step: 16,
    video: false,
    fps: null,
    controls: 'first',
    windowInBucket: false,
    encoders: [qwen('Qwen2.5-VL', 1024, { taken: 5 })],
  },
  {
    key: 'k5',
    name: 'Kandinsky 5',
    script: 'kandinsky5_train_network.py',
    step: 16,
    video: true,
    fps: 24,
    controls: 'first',
    windowInBucket: false,
    encoders: [qwen('Qwen2.5-VL', 512), CLIP_L],
  },
  {
    key: 'zi',
    name: 'Z-Image',
    script: 'zimage_train_network.py',
    step: 16,
    video: false,
    fps: null,
    controls: 'first',
    windowInBucket: false,
    encoders: [qwen('Qwen3', 512)],
  },
  {
    key: 'ho1',
    name: 'HiDream-O1',
    script: 'hidream_o1_train_network.py',
    step: 32,
    video: false,
    fps: null,
    controls: 'all',
    windowInBucket: false,
    encoders: [qwen('Qwen3-VL', null)],
  },
  {
    key: 'i4',
    name: 'Ideogram 4',
    script: 'ideogram4_train_network.py',
    step: 16,
    video: false,
    fps: null,
    controls: 'first',
    windowInBucket: false,
    encoders: [qwen('Qwen3-VL-8B', 2048, { overLimit: 'stops' })],
  },
  {
    key: 'kr2',
    name: 'Krea 2',
    script: 'krea2_train_network.py',
    step: 16,
    video: false,
    fps: null,
    controls: 'first',
    windowInBucket: false,
    encoders: [qwen('Qwen3-VL-4B', 507)],
  },
];

/** The family of a key, with or without a version behind ":"; null for one that is not known. */
export function architecture(key: string): Architecture | null {
  const name = key.split(':')[0];
  return ARCHITECTURES.find((one) => one.key === name) ?? null;
}

/** Bucket step of a family, pixels; the trainer refuses a name it does not know. */
export function bucketStep(key: string): Outcome<number> {
  const found = architecture(key);
  return found ? answer(found.step) : stops('ValueError', `Invalid architecture: ${key}`);
}
