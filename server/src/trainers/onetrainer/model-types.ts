/** A text encoder of a model type. Limits count special tokens; the end is cut silently. Read in the source, not run. */
export interface ModelEncoder {
  readonly name: string;
  readonly tokenizer: 'clip' | 't5' | 'qwen' | 'mistral' | 'llama' | 'gemma' | 'unknown';
  /** Positions in all; null where the tokenizer's own limit counts. */
  readonly limit: number | null;
  /** Key of the configuration that sets it. */
  readonly limitOption: string | null;
}

export interface ModelType {
  readonly name: string;
  readonly encoders: readonly ModelEncoder[];
  /** Bucket sides are multiples of this many pixels. */
  readonly step: number;
  /** Videos train as well. */
  readonly video: boolean;
  /** Images get a frame axis: without buckets their sizes are then misread, and draws come from other modules. */
  readonly frameAxis: boolean;
  /** Text is cached even where the encoder is said to be trained. */
  readonly alwaysCachesText: boolean;
  /** `dropout_probability` of a text encoder above 0 stops training. */
  readonly refusesCaptionDropout: boolean;
}

const encoder = (
  name: string,
  tokenizer: ModelEncoder['tokenizer'],
  limit: number | null,
  limitOption: string | null = null,
): ModelEncoder => ({ name, tokenizer, limit, limitOption });

const CLIP = encoder('CLIP-L', 'clip', 77);
const CLIP_G = encoder('OpenCLIP bigG', 'clip', 77);
const SEQUENCE = 'text_encoder_sequence_length';
const qwen = (limit: number) => encoder('Qwen', 'qwen', limit, SEQUENCE);

function model(
  name: string,
  step: number,
  encoders: readonly ModelEncoder[],
  more: Partial<ModelType> = {},
): ModelType {
  return {
    name,
    encoders,
    step,
    video: false,
    frameAxis: false,
    alwaysCachesText: false,
    refusesCaptionDropout: false,
    ...more,
  };
}

const CACHES = { alwaysCachesText: true, refusesCaptionDropout: true };
const FRAMES = { frameAxis: true };
const sd15 = model('Stable Diffusion 1.5', 8, [CLIP]);
const sd2 = model('Stable Diffusion 2', 8, [encoder('OpenCLIP-H', 'clip', 77)]);
const sd3 = model('SD 3 / 3.5', 64, [CLIP, CLIP_G, encoder('T5-XXL', 't5', 77)]);
// The default of the second sequence length is 77, far below what the model takes.
const flux = model('FLUX.1', 64, [CLIP, encoder('T5-XXL', 't5', 77, 'text_encoder_2_sequence_length')]);
const pixart = model('PixArt', 16, [encoder('T5-XXL', 't5', 120)]);
const sdxl = model('SDXL', 64, [CLIP, CLIP_G]);
const cascade = model('Würstchen', 128, [CLIP_G]);

/** By `model_type`, exactly as written; any other text leaves the default, Stable Diffusion 1.5. */
export const MODEL_TYPES: ReadonlyMap<string, ModelType> = new Map([
  ['STABLE_DIFFUSION_15', sd15],
  ['STABLE_DIFFUSION_15_INPAINTING', sd15],
  ['STABLE_DIFFUSION_20', sd2],
  ['STABLE_DIFFUSION_20_BASE', sd2],
  ['STABLE_DIFFUSION_20_INPAINTING', sd2],
  ['STABLE_DIFFUSION_20_DEPTH', sd2],
  ['STABLE_DIFFUSION_21', sd2],
  ['STABLE_DIFFUSION_21_BASE', sd2],
  ['STABLE_DIFFUSION_3', sd3],
  ['STABLE_DIFFUSION_35', sd3],
  ['STABLE_DIFFUSION_XL_10_BASE', sdxl],
  ['STABLE_DIFFUSION_XL_10_BASE_INPAINTING', sdxl],
  ['WUERSTCHEN_2', cascade],
  ['STABLE_CASCADE_1', cascade],
  ['PIXART_ALPHA', pixart],
  ['PIXART_SIGMA', pixart],
  ['FLUX_DEV_1', flux],
  ['FLUX_FILL_DEV_1', flux],
  ['FLUX_2', model('FLUX.2', 64, [encoder('Mistral or Qwen', 'mistral', 512, SEQUENCE)], CACHES)],
  ['SANA', model('Sana', 32, [encoder('Gemma', 'gemma', 300)])],
  ['HUNYUAN_VIDEO', model('HunyuanVideo', 64, [encoder('Llama', 'llama', 77), CLIP], { ...FRAMES, video: true })],
  ['HI_DREAM_FULL', model('HiDream', 64, [CLIP, CLIP_G, encoder('T5-XXL', 't5', 128), encoder('Llama', 'llama', 128)])],
  ['CHROMA_1', model('Chroma', 64, [encoder('T5-XXL', 't5', null)])],
  ['QWEN', model('Qwen-Image', 64, [qwen(512)], { ...FRAMES, refusesCaptionDropout: true })],
  ['Z_IMAGE', model('Z-Image', 64, [qwen(512)], CACHES)],
  ['KREA_2', model('Krea 2', 64, [qwen(507)], { ...FRAMES, refusesCaptionDropout: true })],
  ['ANIMA', model('Anima', 64, [qwen(512), encoder('T5 ids', 't5', 512)], { ...FRAMES, ...CACHES })],
  ['ERNIE', model('ERNIE Image', 64, [encoder('Text encoder', 'unknown', 512, SEQUENCE)], CACHES)],
  ['IDEOGRAM_4', model('Ideogram 4', 64, [encoder('Qwen', 'qwen', 2048, SEQUENCE)], CACHES)],
]);

/** The model of a type; Stable Diffusion 1.5 for one that is not known, as the trainer falls back. */
export function modelType(id: string): ModelType {
  return MODEL_TYPES.get(id) ?? sd15;
}
