import { Breath } from '../ground/breath.ts';
import type { Findings } from './findings.ts';

export interface JudgeSomeOptions {
  /** False: the first of them are judged, and the others as far as that takes no time that somebody would notice. Default true. */
  readonly all?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Captions that are judged in any case: as many as a list shows without scrolling. */
const screenful = 64;
/** Milliseconds after which no more are begun. */
const noticed = 40;

/**
 * Brings what is kept of some captions up to date, in breaths, in their order. Those that nothing became another for cost nothing.
 * Rejects with the signal's reason once it is aborted.
 */
export async function judgeSome(
  findings: Findings,
  files: Iterable<string>,
  { all = true, signal }: JudgeSomeOptions = {},
): Promise<void> {
  const end = performance.now() + noticed;
  const breath = new Breath(signal);
  let done = 0;
  for (const file of files) {
    if (!all && ++done > screenful && performance.now() >= end) return;
    if (breath.isDue) await breath.take();
    findings.summary(file);
  }
}
