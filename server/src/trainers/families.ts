import { CHAT, CHAT_WITHOUT_THINKING, FIXED, fixedClip, qwen, type TextEncoder, t5, windowedClip } from './encoders.ts';
import type { TrainerError } from './trainer-error.ts';
import { PAD_EOS, PAD_ZERO } from './windows.ts';

export type ModelFamilyId =
  | 'sd15'
  | 'sd2'
  | 'sdxl'
  | 'pony'
  | 'illustrious'
  | 'sd3'
  | 'flux'
  | 'flux-schnell'
  | 'chroma'
  | 'lumina2'
  | 'hunyuan-image'
  | 'anima'
  | 'flux2'
  | 'flux2-klein'
  | 'qwen-image'
  | 'qwen-image-edit'
  | 'z-image'
  | 'hidream'
  | 'krea2'
  | 'wan'
  | 'hunyuan-video';

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
  /** Trained with a video as the "image". */
  readonly video: boolean;
  /** The family whose encoders and sizes it has; null for one of its own. */
  readonly variantOf: ModelFamilyId | null;
  /** Words that its users put in front of every prompt to ask for quality; they are no description of a picture. */
  readonly qualityWords: readonly string[];
  /** `weighted_captions` has an effect; elsewhere it is refused (Flux, SD3) or ignored (Lumina). */
  readonly weightedCaptions: boolean;
}

const OWN = { video: false, variantOf: null, qualityWords: [] } as const;

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
    ...OWN,
  },
  variant('pony', 'Pony Diffusion (SDXL)', [
    'score_9',
    'score_8_up',
    'score_7_up',
    'score_6_up',
    'score_5_up',
    'score_4_up',
  ]),
  variant('illustrious', 'Illustrious / NoobAI (SDXL)', [
    'masterpiece',
    'best quality',
    'amazing quality',
    'very aesthetic',
    'absurdres',
    'newest',
  ]),
  {
    id: 'sd15',
    name: 'SD 1.5',
    encoders: [windowedClip('CLIP-L', PAD_EOS)],
    resolution: 512,
    otherResolutions: [768],
    bucketStepMultiple: 64,
    weightedCaptions: true,
    ...OWN,
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
    ...OWN,
  },
  {
    id: 'sd3',
    name: 'SD 3 / 3.5',
    encoders: [fixedClip('CLIP-L', PAD_EOS), fixedClip('CLIP-G', PAD_ZERO), t5(256, { onetrainer: 77 })],
    resolution: 1024,
    otherResolutions: [],
    bucketStepMultiple: 32,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // CLIP-L gives the pooled vector only. flux_train_network.py: 512 tokens for dev, 256 for schnell.
    id: 'flux',
    name: 'FLUX.1 dev',
    encoders: [fixedClip('CLIP-L', PAD_EOS), t5(512, { onetrainer: 77 })],
    resolution: 1024,
    otherResolutions: [512, 768],
    bucketStepMultiple: 64,
    weightedCaptions: false,
    ...OWN,
  },
  {
    id: 'flux-schnell',
    name: 'FLUX.1 schnell',
    encoders: [fixedClip('CLIP-L', PAD_EOS), t5(256, { 'ai-toolkit': 512 })],
    resolution: 1024,
    otherResolutions: [512, 768],
    bucketStepMultiple: 64,
    weightedCaptions: false,
    ...OWN,
  },
  {
    id: 'chroma',
    name: 'Chroma',
    encoders: [t5(512)],
    resolution: 1024,
    otherResolutions: [512],
    bucketStepMultiple: 64,
    weightedCaptions: false,
    ...OWN,
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
    ...OWN,
  },
  {
    // library/strategy_hunyuan_image.py: the glyph encoder sees double-quoted text only; the chat template is not counted.
    id: 'hunyuan-image',
    name: 'HunyuanImage 2.1',
    encoders: [
      qwen('Qwen2.5-VL', 1024),
      { ...FIXED, name: 'ByT5', tokenizer: 'byt5', contentTokens: 128, quotedTextOnly: true },
    ],
    resolution: null,
    otherResolutions: [],
    bucketStepMultiple: 64,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // library/strategy_anima.py
    id: 'anima',
    name: 'Anima',
    encoders: [
      { ...qwen('Qwen3', 512), limitOption: 'qwen3_max_token_length' },
      { ...FIXED, name: 'T5 ids', tokenizer: 't5', contentTokens: 511 },
    ],
    resolution: null,
    otherResolutions: [],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // Mistral reads a system message too; how long it is, nobody counts here (musubi-tuner flux_2/flux2_utils.py).
    id: 'flux2',
    name: 'FLUX.2 dev',
    encoders: [{ ...FIXED, name: 'Mistral 3', tokenizer: 'mistral', contentTokens: 512, sharesWithSystemPrompt: true }],
    resolution: 1024,
    otherResolutions: [],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // 512 with the chat template, thinking off (musubi-tuner flux_2/flux2_utils.py).
    id: 'flux2-klein',
    name: 'FLUX.2 klein',
    encoders: [qwen('Qwen3', 512 - CHAT_WITHOUT_THINKING, { onetrainer: 512 - CHAT, 'ai-toolkit': null })],
    resolution: 1024,
    otherResolutions: [],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // 1024 behind the fixed 34 of the template, whose 5 last tokens are inside (musubi-tuner qwen_image/qwen_image_utils.py).
    id: 'qwen-image',
    name: 'Qwen-Image',
    encoders: [qwen('Qwen2.5-VL', 1024 - 5, { onetrainer: 512 - 5, 'ai-toolkit': null })],
    resolution: 1328,
    otherResolutions: [512, 768, 1024],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
  },
  {
    id: 'qwen-image-edit',
    name: 'Qwen-Image-Edit',
    encoders: [qwen('Qwen2.5-VL', null)],
    resolution: 1024,
    otherResolutions: [512, 768, 1328],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // 512 with the chat template, thinking on (musubi-tuner zimage/zimage_utils.py).
    id: 'z-image',
    name: 'Z-Image',
    encoders: [qwen('Qwen3', 512 - CHAT, { 'ai-toolkit': null })],
    resolution: 1024,
    otherResolutions: [512, 768],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // 128 for each of the four; the Llama states carry the text (ai-toolkit hidream_model.py).
    id: 'hidream',
    name: 'HiDream-I1',
    encoders: [
      { ...FIXED, name: 'Llama 3.1', tokenizer: 'llama', contentTokens: 127 },
      { ...FIXED, name: 'T5-XXL', tokenizer: 't5', contentTokens: 127 },
      fixedClip('CLIP-L', PAD_EOS),
      fixedClip('CLIP-G', PAD_ZERO),
    ],
    resolution: 1024,
    otherResolutions: [],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // Prefix and suffix of the template are not in it (musubi-tuner krea2/krea2_encoder.py).
    id: 'krea2',
    name: 'Krea 2',
    encoders: [qwen('Qwen3-VL', 507, { 'ai-toolkit': 512 })],
    resolution: 1024,
    otherResolutions: [],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
  },
  {
    // The end mark is inside (musubi-tuner wan/configs/shared_config.py).
    id: 'wan',
    name: 'Wan 2.1 / 2.2',
    encoders: [{ ...FIXED, name: 'umT5-XXL', tokenizer: 'umt5', contentTokens: 511 }],
    resolution: null,
    otherResolutions: [],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
    video: true,
  },
  {
    // Behind a template of 95 tokens (musubi-tuner hunyuan_model/text_encoder.py; OneTrainer reads 77).
    id: 'hunyuan-video',
    name: 'HunyuanVideo',
    encoders: [
      { ...FIXED, name: 'Llama 3', tokenizer: 'llama', contentTokens: 256, limits: { onetrainer: 77 } },
      fixedClip('CLIP-L', PAD_EOS),
    ],
    resolution: null,
    otherResolutions: [],
    bucketStepMultiple: 16,
    weightedCaptions: false,
    ...OWN,
    video: true,
  },
];

/** A family that differs from SDXL in what it was trained on only. */
function variant(id: ModelFamilyId, name: string, qualityWords: readonly string[]): ModelFamily {
  return {
    id,
    name,
    encoders: SDXL_ENCODERS,
    resolution: 1024,
    otherResolutions: [],
    bucketStepMultiple: 32,
    weightedCaptions: true,
    video: false,
    variantOf: 'sdxl',
    qualityWords,
  };
}

/** The family of an id; SDXL, the default, for an id that is not known. */
export function modelFamily(id: string): ModelFamily {
  return MODEL_FAMILIES.find((family) => family.id === id) ?? (MODEL_FAMILIES[0] as ModelFamily);
}

/** The encoder that carries the text: the one beside CLIP where there is one, else the first CLIP. */
export function mainEncoder(family: ModelFamily): TextEncoder {
  const others = family.encoders.filter(({ tokenizer, quotedTextOnly }) => tokenizer !== 'clip' && !quotedTextOnly);
  return (others[0] ?? family.encoders[0]) as TextEncoder;
}

/** Content tokens that an encoder reads under a trainer; null where there is no limit or none is known. */
export function contentTokens(encoder: TextEncoder, trainer: string): number | null {
  return Object.hasOwn(encoder.limits, trainer) ? (encoder.limits[trainer] ?? null) : encoder.contentTokens;
}

/** Whether a family is an id or a variant of it. */
export function isOrVariantOf(family: ModelFamily, id: ModelFamilyId): boolean {
  return family.id === id || family.variantOf === id;
}

/** The CLIP whose tokens are counted; null when a family has none. */
export function countedEncoder(family: ModelFamily): TextEncoder | null {
  return family.encoders.find((encoder) => encoder.tokenizer === 'clip') ?? null;
}

/** What stops training for a `bucket_reso_steps` the model cannot use (library/train_util.py, verify_bucket_reso_steps); else null. */
export function bucketStepError(family: ModelFamily, step: number): TrainerError | null {
  if (step % family.bucketStepMultiple === 0) return null;
  const message = `bucket_reso_steps is ${step}. it must be divisible by ${family.bucketStepMultiple}.`;
  return { exception: 'AssertionError', message };
}
