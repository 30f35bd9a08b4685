import type { NearKind } from './compare/kinds.ts';
import type { CompareLevel } from './compare/levels.ts';
import type { Box } from './compare/views.ts';
import type { Fineness } from './fineness.ts';
import type { HeaderProblemKind } from './header/types.ts';
import type { PictureLook } from './look.ts';
import type { FileHeader, HeaderScanOptions } from './scan-headers.ts';
import type { SwitchedOff } from './worker/pool.ts';
import type { DecodeDamage } from './worker/protocol.ts';

export interface ImageScanOptions extends HeaderScanOptions {
  readonly level: CompareLevel;
  /** The bundle of `worker.ts`. */
  readonly workerPath: string;
  /**
   * Where fingerprints are kept between scans; one file per dataset, because files that are no longer listed are
   * dropped from it. It may be deleted at any time. Null keeps nothing.
   */
  readonly cachePath: string | null;
  /** Hears the process id of each worker that is started, for logs and tests. */
  readonly onWorker?: ((pid: number) => void) | undefined;
}

/** Same bytes, same pixels in other bytes, or versions of one picture. */
export type DuplicateKind = 'bytes' | 'pixels' | 'near';

export interface DuplicatePair {
  readonly a: string;
  readonly b: string;
  readonly kind: 'bytes' | 'pixels' | NearKind;
  /** Everything that differs, the most telling first; empty for exact duplicates. */
  readonly kinds: readonly NearKind[];
  /** How sure it is that both show one picture, 0.5 to 1. */
  readonly score: number;
  /** The one without mark, bars or frame, where the other has them; null where neither or both have. */
  readonly clean: string | null;
  /** Where a mark lies on the other one: left, top, right, bottom in shares of its sides. */
  readonly overlay: Box | null;
  /** Where the one that shows less lies on the other, in shares of the other; null when both show the same frame. */
  readonly shared: Box | null;
  /** The one that shows more; null when both show the same frame. */
  readonly whole: string | null;
}

/** Files that show one picture. */
export interface DuplicateCluster {
  /** The weakest relation that holds the cluster together. */
  readonly kind: DuplicateKind;
  /** In the order of the files given. */
  readonly files: readonly string[];
  /** The least sure of the pairs needed to connect the cluster, 0.5 to 1. */
  readonly score: number;
  readonly pairs: readonly DuplicatePair[];
}

/** Why a file is no whole image. */
export type DamageReason = HeaderProblemKind | DecodeDamage | 'inconsistent' | 'crashed';

export interface DamagedFile {
  readonly file: string;
  readonly reason: DamageReason;
  /** What the content looks like, or an error code; null when there is no more to say. */
  readonly detail: string | null;
}

export interface ImageScan {
  readonly headers: readonly FileHeader[];
  /** Largest first. */
  readonly clusters: readonly DuplicateCluster[];
  /** Pairs that share a motif but are pictures of their own: parts cut from a picture, neighbouring frames. */
  readonly related: readonly DuplicatePair[];
  readonly damaged: readonly DamagedFile[];
  /** Whether a file has pixels that are not opaque, for each whose pixels were looked at. */
  readonly transparent: ReadonlyMap<string, boolean>;
  /** Colours and detail of each file whose pixels were looked at. */
  readonly looks: ReadonlyMap<string, PictureLook>;
  /** How fine the detail of each file is, at the thorough level. */
  readonly fineness: ReadonlyMap<string, Fineness>;
  /** Files whose pixels were not compared, although nothing is known to be wrong with them (no decoder for the kind). */
  readonly notCompared: readonly string[];
  /** Why pixels were not looked at for all files; null when they were. */
  readonly switchedOff: SwitchedOff | null;
}
