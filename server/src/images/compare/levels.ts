import type { Box } from './views.ts';

/**
 * How thoroughly duplicates are searched: by what whole pictures and their usual cuts look like, or also by what small
 * places look like, which finds faces, screenshots and collages and takes several times as long.
 */
export const compareLevels = ['standard', 'thorough'] as const;
export type CompareLevel = (typeof compareLevels)[number];

/** Least cosine of descriptors for a pair to be looked at. */
export const MINIMUM_SIMILARITY = 0.7;
/** More is asked of pictures that would have to be turned, and of parts of pictures: they match by chance more often. */
export const TURN_MARGIN = 0.02;
export const PROBE_MARGIN = 0.03;
export const WINDOW_MARGIN = 0.06;
/** Partners per query that are verified. */
export const PARTNERS = 24;

/** Parts that two pictures are compared by when one edge was changed (a caption bar, a cut side). */
export const SAME_WINDOWS: readonly Box[] = [
  [0, 0, 1, 0.75],
  [0, 0.25, 1, 1],
  [0, 0, 0.75, 1],
  [0.25, 0, 1, 1],
];

/** Parts of a picture that may be the whole of a cropped copy. */
const PROBES: readonly Box[] = [
  ...grid(0.9, 2),
  ...grid(0.8, 3),
  [0.05, 0.05, 0.95, 0.95],
  [0.1, 0, 1, 1],
  [0, 0, 0.9, 1],
  [0, 0.1, 1, 1],
  [0, 0, 1, 0.9],
];

/** Boxes of one share of width and height, `count`×`count` positions. */
function grid(share: number, count: number): Box[] {
  const boxes: Box[] = [];
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      const x = ((1 - share) * i) / (count - 1);
      const y = ((1 - share) * j) / (count - 1);
      boxes.push([x, y, x + share, y + share]);
    }
  }
  return boxes;
}

/** Without a caption bar at either end, without a margin all around, and cut at two sides. */
const COMMON_PROBES: readonly Box[] = [...grid(0.85, 3), [0, 0, 1, 0.88], [0, 0.12, 1, 1], [0.07, 0.07, 0.93, 0.93]];

/** Parts worth trying for a picture of this size: fixed ones (few at the standard level), and the squares cut from its sides and middle. */
export function probeBoxes(level: CompareLevel, width: number, height: number): readonly Box[] {
  const squares: Box[] = [];
  if (width > height * 1.08) {
    const share = height / width;
    for (const x of [0, (1 - share) / 2, 1 - share]) squares.push([x, 0, x + share, 1]);
  } else if (height > width * 1.08) {
    const share = width / height;
    for (const y of [0, (1 - share) / 2, 1 - share]) squares.push([0, y, 1, y + share]);
  }
  return level === 'standard' ? [...COMMON_PROBES, ...squares] : [...COMMON_PROBES, ...PROBES, ...squares];
}
