import { answer, type Outcome } from '../trainer-error.ts';
import { type CaptionContext, type CaptionOptions, FIRST_STEP } from './caption-options.ts';
import { processCaption } from './process-caption.ts';

/** Every text that line and wildcard choices can give, tags in the order as written and none dropped by chance. */
export interface CaptionChoices {
  /** Without repetition, in the order of the choices. */
  readonly texts: readonly string[];
  /** More than the allowed number of combinations exist; `texts` then holds those of the first ones. */
  readonly truncated: boolean;
}

/**
 * Enumerates the choices of a caption. `limit` is the number of combinations tried, at least 1; captions with many wildcards have
 * millions. Errors as {@link processCaption}.
 */
export function captionChoices(
  caption: string,
  options: CaptionOptions,
  limit = 200,
  context: CaptionContext = FIRST_STEP,
): Outcome<CaptionChoices> {
  const texts = new Set<string>();
  // Like an odometer: what was taken at each choice of the run, and out of how many.
  let taken: number[] = [];
  for (let runs = 0; runs < limit; runs++) {
    const sizes: number[] = [];
    const outcome = processCaption(
      caption,
      options,
      {
        random: () => 0.9999999,
        choice: (count) => sizes.push(count) && (taken[sizes.length - 1] ?? 0),
        shuffle: () => {},
      },
      context,
    );
    if (outcome.error) return outcome;
    texts.add(outcome.value.text);
    const next = sizes.findLastIndex((size, index) => (taken[index] ?? 0) + 1 < size);
    if (next < 0) return answer({ texts: [...texts], truncated: false });
    taken = sizes.slice(0, next + 1).map((_, index) => (taken[index] ?? 0) + (index === next ? 1 : 0));
  }
  return answer({ texts: [...texts], truncated: true });
}
