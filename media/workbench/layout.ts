/** Where the cells of a grid lie. All numbers are pixels or counts. */
export interface GridLayout {
  readonly columns: number;
  readonly rows: number;
  readonly cellWidth: number;
  readonly rowHeight: number;
  readonly height: number;
}

/** Pixels between cells, and around them. */
export const gap = 8;
/** Pixels that name and tags take below a picture. */
export const captionHeight = 40;

/**
 * As many columns as fit at the size that is wished, stretched to fill the width; one at least.
 * @param wished pixels of a picture's side
 */
export function gridLayout(count: number, width: number, wished: number): GridLayout {
  const usable = Math.max(1, width - gap);
  const columns = Math.max(1, Math.floor(usable / (wished + gap)));
  const cellWidth = Math.max(1, Math.floor(usable / columns) - gap);
  const rowHeight = cellWidth + captionHeight + gap;
  const rows = Math.ceil(count / columns);
  return { columns, rows, cellWidth, rowHeight, height: rows * rowHeight + gap };
}

/** The places in sight and some rows around, both ends included; null without any. */
export function placesInSight(
  { columns, rows, rowHeight }: GridLayout,
  count: number,
  scrollTop: number,
  viewHeight: number,
  overscan: number,
): readonly [from: number, to: number] | null {
  if (count === 0) return null;
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - overscan);
  const last = Math.min(rows - 1, Math.floor((scrollTop + viewHeight) / rowHeight) + overscan);
  return [Math.min(first, rows - 1) * columns, Math.min(count, (last + 1) * columns) - 1];
}

/** Where the scroll has to be for a place to be wholly in sight; the scroll itself when it is. */
export function scrollToShow(
  { columns, rowHeight }: GridLayout,
  place: number,
  scrollTop: number,
  viewHeight: number,
): number {
  const top = Math.floor(place / columns) * rowHeight;
  const bottom = top + rowHeight + gap;
  // Of a row that is higher than what is in sight its head is shown.
  if (top < scrollTop || bottom - top > viewHeight) return top;
  return bottom > scrollTop + viewHeight ? bottom - viewHeight : scrollTop;
}

/** Whether a place lies in one of some ranges, which are in order. */
export function isIn(ranges: readonly (readonly [number, number])[], place: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = ranges[middle];
    if (place < from) high = middle - 1;
    else if (place > to) low = middle + 1;
    else return true;
  }
  return false;
}
