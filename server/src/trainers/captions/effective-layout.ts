import type { TextRange } from '../../ground/text.ts';
import { pythonStripRange } from '../python/python-text.ts';
import type { EffectiveTag, TagRole } from './effective-tag.ts';
import { replaceTraced, sliceTraced, sourceRange, splitTraced, type TracedText, traced } from './traced-text.ts';

/** A tag before it has a place in the text. */
export interface Piece {
  readonly tag: TracedText;
  readonly role: TagRole;
  readonly moves: boolean;
  readonly drops: boolean;
}

/** A replacement in the joined text (the secondary separator); an empty search means none. */
export interface Swap {
  readonly search: string;
  readonly replacement: string;
}

export const NO_SWAP: Swap = { search: '', replacement: '' };

/** A text and where its tags stand in it. */
export interface Layout {
  readonly text: string;
  readonly tags: readonly Omit<EffectiveTag, 'fate'>[];
}

/** Joins tags and finds each one again in the joined, swapped text. */
export function layOut(pieces: readonly Piece[], joiner: string, swap: Swap): Layout {
  let start = 0;
  const ranges = pieces.map(({ tag }) => {
    const range = { start, end: start + tag.text.length };
    start = range.end + joiner.length;
    return range;
  });
  return placed(pieces.map((piece) => piece.tag.text).join(joiner), pieces, ranges, swap);
}

/** A caption that is not split trains as typed: its tags are only looked at, where they stand. */
export function layInPlace(text: TracedText, separator: string, swap: Swap): Layout {
  let start = 0;
  const ranges = (separator === '' ? [text] : splitTraced(text, separator)).map((part) => {
    const range = pythonStripRange(text.text, start, start + part.text.length);
    start += part.text.length + separator.length;
    return range;
  });
  const pieces = ranges.map((range) => ({
    tag: sliceTraced(text, range.start, range.end),
    role: 'fixed' as const,
    moves: false,
    drops: false,
  }));
  return placed(text.text, pieces, ranges, swap);
}

/** Moves ranges of `joined` to where their characters are after the swap. Ranges are in order and do not overlap. */
function placed(joined: string, pieces: readonly Piece[], ranges: readonly TextRange[], swap: Swap): Layout {
  const swapped = swap.search === '' ? traced(joined) : replaceTraced(traced(joined), swap.search, swap.replacement);
  let unit = 0;
  /** The first unit of the swapped text that reaches past an old offset; offsets come in rising order. */
  const moved = (offset: number) => {
    while (unit < swapped.text.length && (swapped.to[unit] as number) <= offset) unit++;
    return unit;
  };
  const tags = pieces.map(({ tag, role, moves, drops }, index) => {
    const { start, end } = ranges[index] as TextRange;
    const range = { start: moved(start), end: moved(end) };
    return { text: swapped.text.slice(range.start, range.end), source: sourceRange(tag), range, role, moves, drops };
  });
  return { text: swapped.text, tags };
}
