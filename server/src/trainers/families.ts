import type { TrainerError } from './trainer-error.ts';
import { PAD_EOS, PAD_ZERO, type TokenizerMarks } from './windows.ts';

export type ModelFamilyId =
  | 'sd15'
  | 'sd2'
  | 'sdxl'
  | 'sd3'
  | 'flux'
  | 'flux-schnell'
  | 'chroma'
  | 'lumina2'
  | 'hunyuan-image'
  | 'anima';

/** One text encoder of a model and where captions end for it. */
export interface TextEncoder {
  readonly name: string;
  /** `clip`: the byte-pair vocabulary this product counts exactly. Tokens of the others are not counted. */
  readonly tokenizer: 'clip' | 't5' | 'gemma' | 'qwen' | 'byt5';
  /** Content tokens that reach the model with default settings: begin and end marks, system prompts and templates are not in it. */
  readonly contentTokens: number;
  /** `contentTokens` also covers a system prompt of its own length, so that a caption has less. */
  readonly sharesWithSystemPrompt: boolean;
  /** Setting that changes the limit; null when it is fixed. `max_token_length` allows 75, 150 and 225. */
  readonly limitOption: 'max_token_length' | 't5xxl_max_token_length' | 'gemma2_max_token_length' | null;
  /** Marks of the windows, for encoders counted exactly. */
  readonly marks: TokenizerMarks | null;
  /** Its tokenizer takes `!` for its pad token, which makes each `!` a piece of its own (count with `padToken: '!'`). */
  readonly padIsExclamation: boolean;
  /** Only text in quotation marks reaches it. */
  readonly quotedTextOnly: boolean;
}

/** What the choice of a model decides about a dataset. */
export interface ModelFamily {
  readonly id: ModelFamilyId;
  /** As shown to the user; names are not translated. */
  readonly name: string;
  readonly encoders: readonly TextEncoder[];
  /** Side of the square the model was made for, in pixels; null where neither the trainer nor its documents say. */
  readonly resolution: number | null;
  /** Other sides the family was released for, in pixels. */
  readonly otherResolutions: readonly number[];
  /** `bucket_reso_steps` must be a multiple of this, else training stops (sd-scripts train_network.py and its siblings). */
  readonly bucketStepMultiple: number;
  /** `weighted_captions` has an effect; elsewhere it is refused (Flux, SD3) or ignored (Lumina). */
  readonly weightedCaptions: boolean;
}

const FIXED = {
  sharesWithSystemPrompt: false,
  limitOption: null,
  marks: null,
  padIsExclamation: false,
  quotedTextOnly: false,
} as const;

/** CLIP of SD1.5, SD2 and SDXL: windows of 75, one unless `max_token_length` says more (sd-scripts library/strategy_sd.py). */
function windowedClip(name: string, marks: TokenizerMarks): TextEncoder {
  return { ...FIXED, name, tokenizer: 'clip', contentTokens: 75, limitOption: 'max_token_length', marks };
}

/** CLIP of SD3 and Flux: one window, `max_token_length` is ignored with a warning (library/strategy_sd3.py, strategy_flux.py). */
function fixedClip(name: string, marks: TokenizerMarks): TextEncoder {
  return { ...FIXED, name, tokenizer: 'clip', contentTokens: 75, marks };
}

/** T5-XXL: the end mark takes one of the tokens. */
function t5(length: number): TextEncoder {
  return {
    ...FIXED,
    name: 'T5-XXL',
    tokenizer: 't5',
    contentTokens: length - 1,
    limitOption: 't5xxl_max_token_length',
  };
}

const SDXL_ENCODERS = [windowedClip('CLIP-L', PAD_EOS), windowedClip('OpenCLIP bigG', PAD_ZERO)];

/** The families, in the order they are offered. Limits are those of sd-scripts' own defaults. */
export const MODEL_FAMILIES: readonly ModelFamily[] = [
  {
    // library/sdxl_train_util.py, library/strategy_sdxl.py: pooled text comes from the first window only.
    id: 'sdxl',
    name: 'SDXL',
    encoders: SDXL_ENCODERS,
    resolution: 1024,
    otherResolutions: [],
    bucketStepMultiple: 32,
    weightedCaptions: true,
  },
  {
    id: 'sd15',
    name: 'SD 1.5',
    encoders: [windowedClip('CLIP-L', PAD_EOS)],
    resolution: 512,
    otherResolutions: [768],
    bucketStepMultiple: 64,
    weightedCaptions: true,
  },
  {
    // Released as 2.x-base (512) and 2.x (768); tokenizer of its own that pads with 0 (library/strategy_sd.py).
    id: 'sd2',
    name: 'SD 2.x',
    encoders: [{ ...windowedClip('OpenCLIP-H', PAD_ZERO), padIsExclamation: true }],
    resolution: 768,
    otherResolutions: [512],
    bucketStepMultiple: 64,
    weightedCaptions: true,
  },
  {
    id: 'sd3',
    name: 'SD 3 / 3.5',
    encoders: [fixedClip('CLIP-L', PAD_EOS), fixedClip('CLIP-G', PAD_ZERO), t5(256)],
    resolution: 1024,
    otherResolutions: [],
    bucketStepMultiple: 32,
    weightedCaptions: false,
  },
  {
    // CLIP-L gives the pooled vector only. flux_train_network.py: 512 tokens for dev, 256 for schnell.
    id: 'flux',
    name: 'FLUX.1 dev',
    encoders: [fixedClip('CLIP-L', PAD_EOS), t5(512)],
    resolution: 1024,
    otherResolutions: [512, 768],
    bucketStepMultiple: 64,
    weightedCaptions: false,
  },
  {
    id: 'flux-schnell',
    name: 'FLUX.1 schnell',
    encoders: [fixedClip('CLIP-L', PAD_EOS), t5(256)],
    resolution: 1024,
    otherResolutions: [512, 768],
    bucketStepMultiple: 64,
    weightedCaptions: false,
  },
  {
    id: 'chroma',
    name: 'Chroma',
    encoders: [t5(512)],
    resolution: 1024,
    otherResolutions: [512],
    bucketStepMultiple: 64,
    weightedCaptions: false,
  },
  {
    // library/strategy_lumina.py: 256 with the begin mark and the system prompt inside.
    id: 'lumina2',
    name: 'Lumina Image 2.0',
    encoders: [
      {
        ...FIXED,
        name: 'Gemma 2',
        tokenizer: 'gemma',
        contentTokens: 255,
        sharesWithSystemPrompt: true,
        limitOption: 'gemma2_max_token_length',
      },
    ],
    resolution: 1024,
    otherResolutions: [],
    bucketStepMultiple: 64,
    weightedCaptions: false,
  },
  {
    // library/strategy_hunyuan_image.py: the glyph encoder sees double-quoted text only; the chat template is not counted.
    id: 'hunyuan-image',
    name: 'HunyuanImage 2.1',
    encoders: [
      { ...FIXED, name: 'Qwen2.5-VL', tokenizer: 'qwen', contentTokens: 1024 },
      { ...FIXED, name: 'ByT5', tokenizer: 'byt5', contentTokens: 128, quotedTextOnly: true },
    ],
    resolution: null,
    otherResolutions: [],
    bucketStepMultiple: 64,
    weightedCaptions: false,
  },
  {
    // library/strategy_anima.py
    id: 'anima',
    name: 'Anima',
    encoders: [
      { ...FIXED, name: 'Qwen3', tokenizer: 'qwen', contentTokens: 512 },
      { ...FIXED, name: 'T5 ids', tokenizer: 't5', contentTokens: 511 },
    ],
    resolution: null,
    otherResolutions: [],
    bucketStepMultiple: 16,
    weightedCaptions: false,
  },
];

/** The family of an id; SDXL, the default, for an id that is not known. */
export function modelFamily(id: string): ModelFamily {
  return MODEL_FAMILIES.find((family) => family.id === id) ?? (MODEL_FAMILIES[0] as ModelFamily);
}

/** The encoder whose tokens are counted, the one with the smallest limit among CLIPs; null when a family has no CLIP. */
export function countedEncoder(family: ModelFamily): TextEncoder | null {
  return family.encoders.find((encoder) => encoder.tokenizer === 'clip') ?? null;
}

/** What stops training for a `bucket_reso_steps` the model cannot use (library/train_util.py, verify_bucket_reso_steps); else null. */
export function bucketStepError(family: ModelFamily, step: number): TrainerError | null {
  if (step % family.bucketStepMultiple === 0) return null;
  const message = `bucket_reso_steps is ${step}. it must be divisible by ${family.bucketStepMultiple}.`;
  return { exception: 'AssertionError', message };
}
