import type { Verdict } from '../settings/sidecar-data.ts';
import type { DuplicatePair } from './scan-types.ts';

/** A group of images that are duplicates of each other. */
export interface ImageCluster {
  /** The weakest relation that holds the group together. */
  readonly kind: 'bytes' | 'pixels' | 'near';
  readonly files: readonly string[];
  /** The least sure of the pairs that connect the group, 0.5 to 1. */
  readonly score: number;
  /** Which of its images are duplicates of each other, and how. */
  readonly pairs: readonly DuplicatePair[];
  /** What the user decided about all of them; absent where nothing was. */
  readonly verdict?: Verdict['verdict'];
}
