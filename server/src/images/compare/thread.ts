import type { MessagePort } from 'node:worker_threads';
import { decodeFingerprint } from '../fingerprint/fingerprint.ts';
import { scoreOf } from './decide.ts';
import { DuplicateIndex } from './duplicate-index.ts';
import { kindsOf, type NearKind } from './kinds.ts';
import type { CompareLevel } from './levels.ts';

/** A near-duplicate pair by positions in the list of fingerprints. */
export interface NearPair {
  readonly a: number;
  readonly b: number;
  /** 0.5 to 1. */
  readonly score: number;
  readonly kinds: readonly NearKind[];
}

/** One share of a comparison: the pairs of every `shares`-th new fingerprint with all before it. */
export interface CompareRequest {
  readonly level: CompareLevel;
  /** Encoded fingerprints. */
  readonly prints: readonly Uint8Array[];
  /** The pairs among this many at the front are known already. */
  readonly known: number;
  readonly share: number;
  readonly shares: number;
}

export type CompareAnswer = { readonly done: number } | { readonly pairs: NearPair[] };

const PROGRESS_MS = 100;

/** Finds the pairs of one share; `onProgress` hears how many fingerprints are in. */
export function comparePrints(request: CompareRequest, onProgress: (done: number) => void): NearPair[] {
  const index = new DuplicateIndex(request.level);
  const prints = request.prints.map((bytes) => decodeFingerprint(bytes));
  const pairs: NearPair[] = [];
  let reported = performance.now();
  for (const [i, print] of prints.entries()) {
    // Callers pass what they have checked; the index must keep counting in step with the list.
    if (!print) throw new Error(`not a fingerprint: ${i}`);
    if (i < request.known || i % request.shares !== request.share) {
      index.add(print);
      continue;
    }
    for (const { a, b, logit, evidence } of index.addAndFind(print)) {
      if (logit < 0) continue;
      pairs.push({ a, b, score: scoreOf(logit), kinds: kindsOf(prints[a]!, prints[b]!, evidence) });
    }
    if (performance.now() - reported > PROGRESS_MS) {
      onProgress(i + 1);
      reported = performance.now();
    }
  }
  return pairs;
}

/** Serves one comparison as a thread; the thread is ended by whoever started it. */
export function serveComparisons(port: MessagePort): void {
  port.on('message', (request: CompareRequest) => {
    const answer = (message: CompareAnswer): void => port.postMessage(message);
    answer({ pairs: comparePrints(request, (done) => answer({ done })) });
  });
}
