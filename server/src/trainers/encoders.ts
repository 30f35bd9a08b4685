import type { TokenizerMarks } from './windows.ts';

/** Tokenizers of text encoders. `clip` and `qwen` are counted exactly; the others only with the `tokenizer.json` of the user. */
export type TokenizerKind = 'clip' | 'qwen' | 't5' | 'umt5' | 'gemma' | 'llama' | 'mistral' | 'byt5';

/** Options of a trainer that change where captions end. */
export type LimitOption =
  | 'max_token_length'
  | 't5xxl_max_token_length'
  | 'gemma2_max_token_length'
  | 'qwen3_max_token_length';

/** One text encoder of a model and where captions end for it. */
export interface TextEncoder {
  readonly name: string;
  readonly tokenizer: TokenizerKind;
  /**
   * Content tokens that reach the model with default settings: begin and end marks, system prompts and templates are not in it.
   * Null: no limit, or none that is known.
   */
  readonly contentTokens: number | null;
  /** `contentTokens` also covers a system prompt of its own length, so that a caption has less. */
  readonly sharesWithSystemPrompt: boolean;
  /** Option of sd-scripts that changes the limit; null when it is fixed. `max_token_length` allows 75, 150 and 225. */
  readonly limitOption: LimitOption | null;
  /** Marks of the windows, for encoders counted exactly. */
  readonly marks: TokenizerMarks | null;
  /** Its tokenizer takes `!` for its pad token, which makes each `!` a piece of its own (count with `padToken: '!'`). */
  readonly padIsExclamation: boolean;
  /** Only text in quotation marks reaches it. */
  readonly quotedTextOnly: boolean;
}

/** An encoder without anything out of the ordinary. */
export const FIXED = {
  sharesWithSystemPrompt: false,
  limitOption: null,
  marks: null,
  padIsExclamation: false,
  quotedTextOnly: false,
} as const;

/** CLIP of SD1.5, SD2 and SDXL: windows of 75, one unless `max_token_length` says more (sd-scripts library/strategy_sd.py). */
export function windowedClip(name: string, marks: TokenizerMarks): TextEncoder {
  return { ...FIXED, name, tokenizer: 'clip', contentTokens: 75, limitOption: 'max_token_length', marks };
}

/** CLIP of SD3 and Flux: one window, `max_token_length` is ignored with a warning (library/strategy_sd3.py, strategy_flux.py). */
export function fixedClip(name: string, marks: TokenizerMarks): TextEncoder {
  return { ...FIXED, name, tokenizer: 'clip', contentTokens: 75, marks };
}

/** T5-XXL: the end mark takes one of the tokens. */
export function t5(length: number): TextEncoder {
  return {
    ...FIXED,
    name: 'T5-XXL',
    tokenizer: 't5',
    contentTokens: length - 1,
    limitOption: 't5xxl_max_token_length',
  };
}

/** A byte-pair encoder of Qwen, counted exactly. @param contentTokens that are left for the caption beside the template */
export function qwen(name: string, contentTokens: number | null): TextEncoder {
  return { ...FIXED, name, tokenizer: 'qwen', contentTokens };
}

/** Tokens of Qwen's chat template around a prompt: 3 before, 5 after; without thinking 4 more. */
export const CHAT = 8;
/** The same without thinking. */
export const CHAT_WITHOUT_THINKING = 12;
