import { captionTokens } from '../../trainers/caption-tokens.ts';
import { isFedAsWritten } from '../../trainers/fed-tokens.ts';
import type { CaptionContext } from '../context.ts';

/** The fact that the tails of many captions are cut, which folder and configuration are told. */
export const cutTails = 'cut tails';

/** The tokens of what the trainer is fed for a line, prefix and suffix included, in the order as written. */
export interface FedTokens {
  readonly count: number;
  /** UTF-16 offset in the file at which token `n` begins; infinity behind the line's own text, its start for tokens of the prefix. */
  offsetOf(n: number): number;
}

/** Tokens of a trained line as it is fed, with their places in the file. */
export function fedLine(context: CaptionContext, line: number): FedTokens {
  const asWritten = (): FedTokens => {
    const tokens = context.tokens(line);
    return { count: tokens.count, offsetOf: (n) => (n < tokens.count ? tokens.offsetOf(n) : Number.POSITIVE_INFINITY) };
  };
  if (isFedAsWritten(context.settings.captionOptions)) return asWritten();
  const shown = context.effective(line);
  const range = context.caption.trained[line];
  const text = range ? context.caption.text.slice(range.start, range.end) : '';
  const own = (place: number): number =>
    range && place < text.length ? range.start + place : Number.POSITIVE_INFINITY;
  if (shown.text === text) return asWritten();
  const tokens = captionTokens(shown.text, context.settings.clip);
  // The one caption of the file: its longest choice is what every view counts.
  const count = context.caption.trained.length <= 1 ? context.fedTokens : tokens.count;
  const head = shown.prefix === '' ? 0 : shown.prefix.length + 1;
  if (shown.text.startsWith(text, head)) return { count, offsetOf: (n) => own(Math.max(0, tokens.offsetOf(n) - head)) };
  // Joined anew or with a choice made: from tag to tag.
  return {
    count,
    offsetOf(n) {
      const place = tokens.offsetOf(n);
      const tag = shown.tags.find(({ range: fed, source }) => source !== null && fed.end > place);
      if (!tag?.source || place >= shown.text.length) return Number.POSITIVE_INFINITY;
      return Math.min(tag.source.end, tag.source.start + Math.max(0, place - tag.range.start));
    },
  };
}

/** Whether a line of a caption may be longer than its limit. */
export const mayBeCut = ({ caption, fedTokens, settings: { tokenLimit } }: CaptionContext): boolean =>
  // What is kept is the longest choice of all lines; of several each is counted by itself.
  tokenLimit !== null && (fedTokens > tokenLimit || caption.trained.length > 1);

/** How long a line is, and where it is cut. */
interface Cut {
  readonly count: number;
  readonly cut: number;
}

/** What was found last: two rules ask it of a caption, one after the other, and places cost more than all else that they ask. */
let last: {
  readonly context: CaptionContext | null;
  readonly line: number;
  readonly limit: number;
  readonly found: Cut;
} = {
  context: null,
  line: 0,
  limit: 0,
  found: { count: 0, cut: 0 },
};

/** Tokens of a line as it is fed, and where in the file the limit cuts it; infinity when it does not. */
export function cutOf(context: CaptionContext, line: number, limit: number): Cut {
  if (last.context !== context || last.line !== line || last.limit !== limit)
    last = { context, line, limit, found: findCut(context, line, limit) };
  return last.found;
}

function findCut(context: CaptionContext, line: number, limit: number): Cut {
  // The places cost far more than the number, and few captions are over the limit.
  if (isFedAsWritten(context.settings.captionOptions)) {
    const count = context.countOf(line);
    if (count <= limit) return { count, cut: Number.POSITIVE_INFINITY };
  }
  const fed = fedLine(context, line);
  return { count: fed.count, cut: fed.count > limit ? fed.offsetOf(limit) : Number.POSITIVE_INFINITY };
}
