/** A text encoder of an architecture; the trainer cuts silently. Read in the source, not run. */
export interface ArchitectureEncoder {
  readonly name: string;
  readonly tokenizer: 'clip' | 't5' | 'umt5' | 'qwen' | 'mistral' | 'llama' | 'gemma' | 'unknown';
  /** Positions in all, marks and template included; null where the source names none. */
  readonly limit: number | null;
  /** Key of `model.model_kwargs` that changes the limit. */
  readonly limitOption: string | null;
}

/** What `model.arch` stands for. */
export interface Architecture {
  readonly name: string;
  /** Bucket sides are multiples of this many pixels. */
  readonly step: number;
  readonly encoders: readonly ArchitectureEncoder[];
  /** Frames of a video are counted as this times n plus one. */
  readonly frameStep: number;
}

const encoder = (
  name: string,
  tokenizer: ArchitectureEncoder['tokenizer'],
  limit: number | null,
  limitOption: string | null = null,
): ArchitectureEncoder => ({ name, tokenizer, limit, limitOption });

const CLIP_L = encoder('CLIP-L', 'clip', 77);
const CLIP_G = encoder('OpenCLIP bigG', 'clip', 77);
const t5 = (limit: number | null) => encoder('T5-XXL', 't5', limit);
const umt5 = encoder('umT5-XXL', 'umt5', 512);
const qwen = (limit: number | null, option: string | null = null) => encoder('Qwen', 'qwen', limit, option);

function arch(
  names: string,
  name: string,
  step: number,
  encoders: readonly ArchitectureEncoder[],
  frameStep = 4,
): [string, Architecture][] {
  return names.split(' ').map((key) => [key, { name, step, encoders, frameStep }]);
}

/** By the text of `model.arch` before a ":" (ai-toolkit 0.12.26, each class's bucket step was asked for). */
export const ARCHITECTURES: ReadonlyMap<string, Architecture> = new Map([
  ...arch('sd1', 'Stable Diffusion 1.5', 16, [CLIP_L]),
  ...arch('sd2', 'Stable Diffusion 2', 16, [encoder('OpenCLIP-H', 'clip', 77)]),
  ...arch('sdxl ssd vega', 'SDXL', 16, [CLIP_L, CLIP_G]),
  ...arch('sd3', 'SD 3 / 3.5', 32, [CLIP_L, CLIP_G, t5(null)]),
  ...arch('pixart', 'PixArt', 16, [t5(120)]),
  ...arch('pixart_sigma', 'PixArt Sigma', 16, [t5(120)]),
  ...arch('auraflow', 'AuraFlow', 16, [encoder('T5', 't5', 256)]),
  ...arch('lumina2', 'Lumina Image 2.0', 16, [encoder('Gemma 2', 'gemma', 256)]),
  ...arch('flux flex1', 'FLUX.1', 32, [CLIP_L, t5(512)]),
  ...arch('flex2', 'Flex.2', 16, [CLIP_L, t5(512)]),
  ...arch('flux_kontext', 'FLUX.1 Kontext', 16, [CLIP_L, t5(512)]),
  ...arch('flux2', 'FLUX.2 dev', 16, [encoder('Mistral', 'mistral', 512)]),
  ...arch('flux2_klein_4b flux2_klein_9b', 'FLUX.2 klein', 16, [qwen(512)]),
  ...arch('chroma chroma_radiance', 'Chroma', 32, [t5(512)]),
  ...arch('zeta_chroma', 'Zeta Chroma', 32, [encoder('Qwen', 'qwen', 512)]),
  ...arch('qwen_image', 'Qwen-Image', 32, [qwen(null)]),
  ...arch('qwen_image_edit qwen_image_edit_plus', 'Qwen-Image-Edit', 32, [qwen(null)]),
  ...arch('zimage zimage_l2p', 'Z-Image', 16, [qwen(null)]),
  ...arch('anima', 'Anima', 32, [
    qwen(512, 'max_sequence_length'),
    encoder('T5 ids', 't5', 512, 'max_sequence_length'),
  ]),
  ...arch('krea2', 'Krea 2', 16, [qwen(512, 'max_text_length')]),
  ...arch('ideogram4', 'Ideogram 4', 16, [qwen(3072, 'max_text_length')]),
  ...arch('boogu_image boogu_image_edit', 'Boogu Image', 16, [
    encoder('Text encoder', 'unknown', 1024, 'max_text_length'),
  ]),
  ...arch('mageflow mageflow_edit', 'MageFlow', 16, [encoder('Text encoder', 'unknown', 2048, 'max_text_length')]),
  ...arch('minimax_h3 minimax_h3_ref2va', 'MiniMax H3', 32, [
    encoder('Text encoder', 'unknown', 512, 'max_text_length'),
  ]),
  ...arch('hidream hidream_e1', 'HiDream', 16, [CLIP_L, CLIP_G, t5(128), encoder('Llama', 'llama', 128)]),
  ...arch('hidream_o1', 'HiDream-O1', 32, [qwen(null)]),
  ...arch('omnigen2', 'OmniGen2', 16, [qwen(256)]),
  ...arch('ltx2 ltx2.3 ltx2.5', 'LTX-2', 32, [encoder('Gemma', 'gemma', 1024)], 8),
  ...arch('wan21 wan21_i2v', 'Wan 2.1', 16, [umt5]),
  ...arch('wan22_14b wan22_14b_i2v', 'Wan 2.2 14B', 16, [umt5]),
  ...arch('wan22_5b', 'Wan 2.2 5B', 32, [umt5]),
  ...arch('nucleus_image', 'Nucleus Image', 32, [encoder('Text encoder', 'unknown', 1024)]),
  ...arch('ernie_image', 'ERNIE Image', 32, [encoder('Text encoder', 'unknown', null)]),
  ...arch('prx_pixel', 'PRX', 16, [encoder('Text encoder', 'unknown', 256)]),
  ...arch('f-lite', 'F Lite', 16, [t5(512)]),
  ...arch('cogview4', 'CogView4', 8, [encoder('Text encoder', 'unknown', null)]),
]);

const DEFAULT = ARCHITECTURES.get('sd1') as Architecture;

/** What a text in `model.arch` trains, and whether the trainer knows it: anything else silently trains Stable Diffusion 1. */
export function architectureOf(arch: string): { architecture: Architecture; known: boolean; key: string } {
  const [key] = arch.split(':') as [string];
  const found = ARCHITECTURES.get(key);
  return { architecture: found ?? DEFAULT, known: found !== undefined, key };
}
