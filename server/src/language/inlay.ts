import { t } from '../ground/l10n.ts';
import type { CaptionContext } from '../rules/context.ts';
import { WINDOW_CONTENT } from '../trainers/windows.ts';

/** A mark in the text. */
export interface WindowMark {
  /** UTF-16 offset. */
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** Marks where each token window of a caption ends, and where the limit cuts. None when everything fits one window. */
export function windowMarks(context: CaptionContext): WindowMark[] {
  const limit = context.settings.tokenLimit;
  if (limit === null) return [];
  const marks: WindowMark[] = [];
  for (const line of context.caption.trained.keys()) {
    const tokens = context.tokens(line);
    for (let end = WINDOW_CONTENT; end < Math.min(limit, tokens.count); end += WINDOW_CONTENT)
      marks.push({
        offset: tokens.offsetOf(end),
        label: `┊${end}`,
        tooltip: t('A window of {0} tokens ends here; the next one is encoded on its own.', WINDOW_CONTENT),
      });
    if (tokens.count > limit)
      marks.push({
        offset: tokens.offsetOf(limit),
        label: `┃${limit}`,
        tooltip: t('The token limit is reached here: {0} tokens after it do not train.', tokens.count - limit),
      });
  }
  return marks;
}
