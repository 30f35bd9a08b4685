/** Content tokens of one CLIP window (77 positions minus begin and end mark). */
export const WINDOW_CONTENT = 75;
/** Positions of one CLIP window. */
export const WINDOW_SIZE = WINDOW_CONTENT + 2;

/** How a tokenizer fills the rest of a window. */
export interface TokenizerMarks {
  readonly bos: number;
  readonly eos: number;
  /** Same as `eos` for SD1.5 and the first SDXL encoder; 0 for SD2 and the second SDXL encoder, where 0 is also the id of `!`. */
  readonly pad: number;
}

export const CLIP_BOS = 49406;
export const CLIP_EOS = 49407;
/** SD1.5, first encoder of SDXL. */
export const PAD_EOS: TokenizerMarks = { bos: CLIP_BOS, eos: CLIP_EOS, pad: CLIP_EOS };
/** SD2, second encoder of SDXL (sd-scripts library/strategy_sdxl.py). */
export const PAD_ZERO: TokenizerMarks = { bos: CLIP_BOS, eos: CLIP_EOS, pad: 0 };

/**
 * Windows the model gets, whatever the length of the caption. `maxTokenLength` counts content tokens; null is the trainer's default of
 * one window. Only whole windows are used: 100 or 149 give one, 300 gives four (sd-scripts library/strategy_base.py).
 */
export function windowCount(maxTokenLength: number | null): number {
  return Math.max(1, Math.floor((maxTokenLength ?? WINDOW_CONTENT) / WINDOW_CONTENT));
}

/**
 * Content tokens that reach the model, at most. A length below 75 is a shorter single window; between multiples of 75 the rest is cut
 * twice: the tokenizer keeps it, the windows do not.
 */
export function contentLimit(maxTokenLength: number | null): number {
  if (maxTokenLength === null) return WINDOW_CONTENT;
  if (maxTokenLength < WINDOW_CONTENT) return Math.max(0, maxTokenLength);
  return windowCount(maxTokenLength) * WINDOW_CONTENT;
}

/**
 * The windows of a caption (sd-scripts library/strategy_base.py, _get_input_ids). `ids` are content tokens without begin and end mark.
 * Cut is by count alone: words and tags straddle windows. Every window has 77 positions, except a single one for lengths below 75.
 */
export function tokenWindows(ids: readonly number[], maxTokenLength: number | null, marks: TokenizerMarks): number[][] {
  const length = Math.max(0, maxTokenLength ?? WINDOW_CONTENT);
  const kept = ids.slice(0, length);
  const padding = new Array<number>(length - kept.length).fill(marks.pad);
  const whole = [marks.bos, ...kept, marks.eos, ...padding];
  if (whole.length <= WINDOW_SIZE) return [whole];

  const windows: number[][] = [];
  for (let k = 0; k < windowCount(length); k++) {
    const start = 1 + k * WINDOW_CONTENT;
    const window = [marks.bos, ...whole.slice(start, start + WINDOW_CONTENT), whole.at(-1) as number];
    if (marks.pad !== marks.eos) closeWindow(window, marks);
    windows.push(window);
  }
  return windows;
}

/**
 * Puts the end mark into a window padded with 0. The trainer tells padding by its id, so a real `!` (id 0) is taken for padding: at the
 * start of a window it is overwritten, at its end the window stays without an end mark.
 */
function closeWindow(window: number[], marks: TokenizerMarks): void {
  const last = window[WINDOW_CONTENT];
  if (last !== marks.eos && last !== marks.pad) window[WINDOW_CONTENT + 1] = marks.eos;
  if (window[1] === marks.pad) window[1] = marks.eos;
}
