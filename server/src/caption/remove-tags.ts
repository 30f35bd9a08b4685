import type { TextEdit, TextRange } from '../ground/text.ts';
import type { Caption, Tag } from './parse.ts';

/**
 * The edits that take pieces out of a caption together with the separators that are then too many. Separators of groups
 * (`|||`) stay. Edits are in order of place and do not overlap.
 */
export function removeTags(caption: Caption, removed: ReadonlySet<Tag>): TextEdit[] {
  return removedRanges(caption, removed).map((range) => ({ range, newText: '' }));
}

/** The ranges {@link removeTags} deletes. Cost grows with what is removed, not with the caption. */
export function removedRanges(caption: Caption, removed: ReadonlySet<Tag>): TextRange[] {
  const places = placesOf(caption);
  const touched = new Map<readonly Tag[], number[]>();
  for (const piece of removed) {
    const place = places.get(piece);
    if (!place) continue;
    const found = touched.get(place.group);
    if (found) found.push(place.at);
    else touched.set(place.group, [place.at]);
  }
  const ranges: TextRange[] = [];
  for (const [group, at] of touched) {
    at.sort((a, b) => a - b);
    if (at.length === group.length) {
      ranges.push({ start: group[0].range.start, end: group[group.length - 1].range.end });
      continue;
    }
    const firstKept = at.findIndex((place, rank) => place !== rank);
    const head = firstKept < 0 ? at.length : firstKept;
    if (head > 0) ranges.push({ start: group[0].range.start, end: group[head].range.start });
    for (const place of at.slice(head)) ranges.push({ start: group[place - 1].slot.end, end: group[place].slot.end });
  }
  return ranges.sort((a, b) => a.start - b.start);
}

interface Place {
  /** Pieces of one line between which only the caption's separator stands. */
  readonly group: readonly Tag[];
  readonly at: number;
}

/** Rules ask once per finding; a caption may have thousands. */
const known = new WeakMap<Caption, ReadonlyMap<Tag, Place>>();

function placesOf(caption: Caption): ReadonlyMap<Tag, Place> {
  let places = known.get(caption);
  if (!places) {
    places = new Map(groupsOf(caption).flatMap((group) => group.map((piece, at) => [piece, { group, at }] as const)));
    known.set(caption, places);
  }
  return places;
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
