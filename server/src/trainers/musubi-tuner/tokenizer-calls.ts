import { wanText } from '../wan-text.ts';
import { architecture } from './architectures.ts';

/** What a family's own code hands to a tokenizer for a caption. Counted in Unicode characters. */
export interface TokenizerCall {
  /** The encoder, as the trainer's sources name it. */
  readonly encoder: string;
  /** The keyword arguments of the call. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Characters of the template before and behind the caption; null where a chat template is applied instead. */
  readonly around: readonly [before: number, after: number] | null;
  readonly chat: { readonly options: Readonly<Record<string, unknown>>; readonly roles: readonly string[] } | null;
}

const padded = (max_length: number) => ({ padding: 'max_length', truncation: true, max_length });
const call = (
  encoder: string,
  options: TokenizerCall['options'],
  around: readonly [number, number],
): TokenizerCall => ({ encoder, options, around, chat: null });
const chat = (
  encoder: string,
  options: TokenizerCall['options'],
  chatOptions: TokenizerCall['options'],
  roles: readonly string[] = ['user'],
): TokenizerCall => ({ encoder, options, around: null, chat: { options: chatOptions, roles } });

const CLIP_L = call('clip-l', padded(77), [0, 0]);
const thinking = (enable_thinking: boolean) => ({ add_generation_prompt: true, enable_thinking });
/** Positions of the template in front of the caption, which are cut off again after encoding. */
const LLAMA_PREFIX = 95;
const QWEN_IMAGE_PREFIX = 34;

/** By family, with a version behind ":" where the template depends on it. */
const CALLS: Readonly<Record<string, readonly TokenizerCall[]>> = {
  qi: [call('qwen2.5-vl', { max_length: 1024 + QWEN_IMAGE_PREFIX, padding: true, truncation: true }, [180, 33])],
  qil: [call('qwen2.5-vl', { max_length: 1024 + QWEN_IMAGE_PREFIX, padding: true, truncation: true }, [180, 33])],
  'qie:edit': [call('qwen2.5-vl', { padding: true }, [394, 33])],
  'qie:edit-2509': [call('qwen2.5-vl', { padding: true }, [351, 33])],
  'qie:edit-2511': [call('qwen2.5-vl', { padding: true }, [351, 33])],
  zi: [chat('qwen3', padded(512), thinking(true))],
  f2k4b: [chat('qwen3', padded(512), thinking(false))],
  f2k9b: [chat('qwen3', padded(512), thinking(false))],
  f2d: [chat('mistral3', {}, { add_generation_prompt: false, ...padded(512) }, ['system', 'user'])],
  kr2: [call('qwen3-vl', padded(512 + QWEN_IMAGE_PREFIX - 5), [180, 0])],
  hv: [call('llama3', padded(256 + LLAMA_PREFIX), [500, 10]), CLIP_L],
  fp: [call('llama3', padded(256 + LLAMA_PREFIX), [500, 10]), CLIP_L],
  // The prefix is cut off again by its own length, which is added to the limit.
  hv15: [call('qwen2.5-vl', { max_length: 1024, padding: true, truncation: true }, [489, 33])],
  'k5:image': [call('qwen2.5-vl', padded(41), [206, 10]), CLIP_L],
  'k5:video': [call('qwen2.5-vl', padded(129), [657, 10]), CLIP_L],
  i4: [chat('qwen3-vl', { add_special_tokens: false }, { add_generation_prompt: true })],
  ho1: [chat('qwen3-vl', { add_special_tokens: false }, { add_generation_prompt: true })],
  fk: [call('t5-xxl', padded(512), [0, 0]), CLIP_L],
};

/** The glyph encoder of HunyuanVideo 1.5. */
export const GLYPH_CALL: TokenizerCall = call('byt5', { ...padded(128), add_special_tokens: true }, [0, 0]);
/** Wan's umT5. */
export const WAN_CALL: TokenizerCall = call('umt5', { ...padded(512), add_special_tokens: true }, [0, 0]);

/** Positions beyond which Ideogram 4 stops the caching, template included. */
export const IDEOGRAM_LIMIT = 2048;

/**
 * The tokenizer calls of a family, e.g. `qi`, `qie:edit-2509`, `k5:image:512` (template and configured limit). Empty for a family
 * that is not known.
 */
export function tokenizerCalls(family: string): readonly TokenizerCall[] {
  const known = CALLS[family];
  if (known) return known;
  const limited = /^(.*):(\d+)$/.exec(family);
  const base = limited && CALLS[limited[1] as string];
  if (!base) return CALLS[family.split(':')[0] as string] ?? [];
  // Kandinsky 5: the configured limit comes on top of the template.
  return base.map((one) =>
    one.encoder === 'clip-l'
      ? one
      : { ...one, options: { ...one.options, max_length: Number(one.options.max_length) + Number(limited?.[2]) } },
  );
}

/** The caption as a family's text encoders get it, before any template. */
export function modelText(family: string, caption: string): string {
  switch (architecture(family)?.key) {
    case 'wan':
      return wanText(caption);
    case 'f2d':
      return caption.replaceAll('[IMG]', '');
    default:
      return caption;
  }
}

/**
 * What the glyph encoder of HunyuanVideo 1.5 gets: the texts between straight quotation marks, then those between typographic ones;
 * null when there are none.
 */
export function glyphText(caption: string): string | null {
  const quoted = [/"([^\n]*?)"/g, /“([^\n]*?)”/g].flatMap((pattern) =>
    [...caption.matchAll(pattern)].map((match) => match[1] as string),
  );
  return quoted.length === 0 ? null : quoted.map((text) => `Text "${text}". `).join('');
}
