import type { MessagePort } from 'node:worker_threads';
import { decodeFingerprint } from '../fingerprint/fingerprint.ts';
import { DuplicateIndex } from './duplicate-index.ts';
import { unpackFeatures } from './local/features.ts';
import { LocalIndex } from './local/local-index.ts';
import { type Lay, layOf } from './look/lay.ts';
import { type LookRequest, takeLooks } from './look/serve.ts';
import { packShape, shapeOf, unpackShape } from './shape.ts';

/** A pair that may show one picture, by positions in the list of fingerprints. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  /** Log-odds of the first look; from 0 on it is sure. */
  readonly logit: number;
  /** Where `a` lies on `b`; null for nearly flat pictures, which a second look has nothing to say about. */
  readonly lay: Lay | null;
  /** Small places that lie alike, where the pair was found by them; else 0. */
  readonly places: number;
}

/** One share of a comparison: the pairs of every `shares`-th new fingerprint with all before it. */
export interface CompareRequest {
  /** Encoded fingerprints. */
  readonly prints: readonly Uint8Array[];
  /** Packed local features of each picture, for the thorough level; empty where a picture has none. */
  readonly locals: readonly Uint8Array[] | null;
  /** Packed shapes as far as they are known; null where the picture has to be described. */
  readonly shapes: readonly (Uint8Array | null)[];
  /** The pairs among this many at the front are known already. */
  readonly known: number;
  readonly share: number;
  readonly shares: number;
}

/** What one share found. */
export interface Comparison {
  readonly pairs: Candidate[];
  /** Shapes of the share's pictures that had to be described, packed, by position. */
  readonly shapes: readonly (readonly [picture: number, shape: Uint8Array])[];
}

export type CompareAnswer = { readonly done: number } | Comparison;

const PROGRESS_MS = 100;
/** Log-odds of pairs that share places: only the second look is sure of them. */
const BY_PLACES = -1;

/** Finds the pairs of one share; `onProgress` hears how many fingerprints are in. */
export function comparePrints(request: CompareRequest, onProgress: (done: number) => void): Comparison {
  const level = request.locals ? 'thorough' : 'standard';
  const index = new DuplicateIndex();
  const places = request.locals && new LocalIndex();
  const shapes: [number, Uint8Array][] = [];
  const pairs: Candidate[] = [];
  let reported = performance.now();
  for (const [i, bytes] of request.prints.entries()) {
    const print = decodeFingerprint(bytes);
    // Callers pass what they have checked; the index must keep counting in step with the list.
    if (!print) throw new Error(`not a fingerprint: ${i}`);
    const isOwn = i % request.shares === request.share;
    const packed = request.shapes[i];
    let shape = packed ? unpackShape(packed, print, level) : null;
    if (!shape) {
      shape = shapeOf(print, level);
      if (isOwn) shapes.push([i, packShape(shape, level)]);
    }
    const local = request.locals && unpackFeatures(request.locals[i]!);
    if (i < request.known || !isOwn) {
      index.add(bytes, shape);
      if (local) places?.add(local);
      continue;
    }
    const sure = new Set<number>();
    for (const { a, b, logit, evidence } of index.addAndFind(bytes, shape)) {
      if (logit >= 0) sure.add(a === i ? b : a);
      pairs.push({ a, b, logit, lay: evidence && layOf(evidence.box, evidence.map), places: 0 });
    }
    if (!local || !places) continue;
    for (const { image, lay, inliers } of places.query(local)) {
      if (!sure.has(image)) pairs.push({ a: i, b: image, logit: BY_PLACES, lay, places: inliers });
    }
    places.add(local);
    if (performance.now() - reported > PROGRESS_MS) {
      onProgress(i + 1);
      reported = performance.now();
    }
  }
  return { pairs, shapes };
}

/** Serves comparisons and second looks as a thread; the thread is ended by whoever started it. */
export function serveComparisons(port: MessagePort): void {
  port.on('message', (request: CompareRequest | LookRequest) => {
    if ('pictures' in request) {
      port.postMessage(takeLooks(request));
      return;
    }
    const answer = (message: CompareAnswer): void => port.postMessage(message);
    answer(comparePrints(request, (done) => answer({ done })));
  });
}
