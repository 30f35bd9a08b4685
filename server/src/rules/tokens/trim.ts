import type { Tag } from '../../caption/parse.ts';
import { removeTags } from '../../caption/remove-tags.ts';
import { isKeyTag } from '../../dataset/key-tags.ts';
import type { TextEdit } from '../../ground/text.ts';
import { findRedundant } from '../../tags/redundant.ts';
import { countCaptionTokens } from '../../trainers/caption-tokens.ts';
import type { CaptionContext } from '../context.ts';

/**
 * The edits that bring one trained line down to `limit` content tokens by dropping tags: exact repeats first, then general
 * tags that a specific one already says, then the rarest of the folder (of equally rare ones the last). Key tags of the
 * folder and the tags keep_tokens protects stay, so the result may still be too long.
 */
export function trimToLimit(context: CaptionContext, line: number, limit: number): TextEdit[] {
  const { caption, norms, settings, facts } = context;
  const all = [...caption.tags.keys()].filter((at) => caption.tags[at].line === line);
  const seen = new Set<string>();
  const repeats = all.filter((at) => norms[at] !== '' && (seen.has(norms[at]) || !seen.add(norms[at])));
  const mayGo = (at: number): boolean =>
    caption.tags[at].index >= settings.captionOptions.keepTokens && !isKeyTag(context.index, context.normId(at));
  const implied = findRedundant(all.map((at) => caption.tags[at].text)).map(({ index }) => all[index]);
  const frequency = (at: number): number => facts.frequency(facts.vocabulary.normId(norms[at]) ?? -1);
  const rarest = [...all].sort((a, b) => frequency(a) - frequency(b) || b - a);
  const order = [...new Set([...repeats, ...[...implied, ...rarest].filter(mayGo)])];

  const removed = new Set<Tag>();
  const cost = (at: number): number => countCaptionTokens(`${caption.tags[at].text},`, settings.clip);
  let edits: TextEdit[] = [];
  let length = context.tokens(line).count;
  for (const [rank, at] of order.entries()) {
    if (length <= limit) break;
    // One tag must be left to train.
    if (removed.size + 1 === all.length) break;
    removed.add(caption.tags[at]);
    length -= cost(at);
    // Costs of single tags add up only nearly: where it is close the caption itself is counted.
    if (length > limit && rank + 1 < order.length) continue;
    edits = removeTags(caption, removed);
    length = countLine(context, line, edits);
  }
  return edits;
}

/** Content tokens of a trained line after edits inside it. */
function countLine(context: CaptionContext, line: number, edits: readonly TextEdit[]): number {
  const { caption } = context;
  const { start, end } = caption.trained[line];
  let text = '';
  let at = start;
  for (const { range } of edits) {
    if (range.start < start || range.end > end) continue;
    text += caption.text.slice(at, range.start);
    at = range.end;
  }
  return context.tokensOf(text + caption.text.slice(at, end));
}
