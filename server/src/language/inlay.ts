import { t } from '../ground/l10n.ts';
import type { CaptionContext } from '../rules/context.ts';
import { fedLine } from '../rules/tokens/cut.ts';
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
    const tokens = fedLine(context, line);
    // Other encoders than CLIP read in one piece.
    const last = context.settings.clip.tokenizer === undefined ? Math.min(limit, tokens.count) : 0;
    for (let end = WINDOW_CONTENT; end < last; end += WINDOW_CONTENT) {
      const offset = tokens.offsetOf(end);
      if (!Number.isFinite(offset)) continue;
      marks.push({
        offset,
        label: `┊${end}`,
        tooltip: t('A window of {0} tokens ends here; the next one is encoded on its own.', WINDOW_CONTENT),
      });
    }
    const cut = tokens.offsetOf(limit);
    if (tokens.count > limit && Number.isFinite(cut))
      marks.push({
        offset: cut,
        label: `┃${limit}`,
        tooltip: t('The token limit is reached here: {0} tokens after it do not train.', tokens.count - limit),
      });
  }
  return marks;
}
