/** How two versions of one picture differ. A pair may differ in several ways; the most telling one comes first. */
export const NEAR_KINDS = [
  'burst',
  'cut-from',
  'framed',
  'border',
  'background-changed',
  'overlay',
  'mirrored',
  'rotated',
  'cropped',
  'colour-changed',
  'stretched',
  'resized',
  'recompressed',
] as const;
export type NearKind = (typeof NEAR_KINDS)[number];

/** The kinds that can be told from the sizes alone, where the pixels could not be looked at twice. */
export function kindsOfSizes(a: Size, b: Size): NearKind[] {
  return a.width === b.width && a.height === b.height ? ['recompressed'] : ['resized'];
}

/** Kinds of pairs that show different pictures: the next frame of a burst, and a part that is a picture of its own. */
export const OWN_PICTURES: readonly NearKind[] = ['burst', 'cut-from'];

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
