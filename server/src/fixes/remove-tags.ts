import type { Caption, Tag } from '../caption/parse.ts';
import type { TextEdit, TextRange } from '../text.ts';

/**
 * The edits that take pieces out of a caption together with the separators that are then too many. Separators of groups
 * (`|||`) stay. Edits are in order of place and do not overlap.
 */
export function removeTags(caption: Caption, removed: ReadonlySet<Tag>): TextEdit[] {
  return removedRanges(caption, removed).map((range) => ({ range, newText: '' }));
}

/** The ranges {@link removeTags} deletes. */
export function removedRanges(caption: Caption, removed: ReadonlySet<Tag>): TextRange[] {
  const ranges: TextRange[] = [];
  for (const group of groupsOf(caption)) {
    if (!group.some((piece) => removed.has(piece))) continue;
    const firstKept = group.findIndex((piece) => !removed.has(piece));
    if (firstKept < 0) {
      ranges.push({ start: group[0].range.start, end: group[group.length - 1].range.end });
      continue;
    }
    if (firstKept > 0) ranges.push({ start: group[0].range.start, end: group[firstKept].range.start });
    for (const [at, piece] of group.entries())
      if (at > firstKept && removed.has(piece)) ranges.push({ start: group[at - 1].slot.end, end: piece.slot.end });
  }
  return ranges;
}

/** Pieces of one line between which only the caption's separator stands. */
function groupsOf(caption: Caption): Tag[][] {
  const groups: Tag[][] = [];
  let last: Tag | null = null;
  for (const piece of caption.pieces) {
    const joined =
      last !== null &&
      last.line === piece.line &&
      caption.text.slice(last.slot.end, piece.slot.start) === caption.syntax.separator;
    if (joined) groups[groups.length - 1].push(piece);
    else groups.push([piece]);
    last = piece;
  }
  return groups;
}
