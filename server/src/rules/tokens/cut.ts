import type { CaptionContext } from '../context.ts';

/**
 * Tokens the trainer makes of a line, prefix and suffix included, and where in the file the limit cuts it, in the order as
 * written; infinity when it does not. */
export function cutOf(context: CaptionContext, line: number, limit: number): { count: number; cut: number } {
  const { captionPrefix, captionSuffix } = context.settings.captionOptions;
  const count = context.countOf(line);
  if (!captionPrefix && !captionSuffix)
    return { count, cut: count > limit ? context.tokens(line).offsetOf(limit) : Number.POSITIVE_INFINITY };
  const own = context.tokens(line);
  const before = context.tokensOf(captionPrefix ?? '');
  const after = context.tokensOf(captionSuffix ?? '');
  const room = Math.max(0, limit - before);
  return { count: before + own.count + after, cut: own.count > room ? own.offsetOf(room) : Number.POSITIVE_INFINITY };
}
