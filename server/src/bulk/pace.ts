import type { ProgressListener } from '../ground/progress.ts';

/** Who waits for a long change is told how far it is, and may stop it between two files: those not reached are left as they are. */
export interface Pace {
  readonly onProgress?: ProgressListener;
  readonly signal?: AbortSignal;
}
