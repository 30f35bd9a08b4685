import type { MessagePort } from 'node:worker_threads';
import { decodeFingerprint } from '../fingerprint/fingerprint.ts';
import { DuplicateIndex } from './duplicate-index.ts';
import type { CompareLevel } from './levels.ts';
import { type LocalFeatures, unpackFeatures } from './local/features.ts';
import { LocalIndex } from './local/local-index.ts';
import { type Lay, layOf } from './look/lay.ts';
import { type LookAnswer, type LookRequest, takeLooks } from './look/serve.ts';
import { packedShape, type Shape, unpackShape } from './shape.ts';

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

/** One share of a comparison: the pairs of every `shares`-th new picture with all before it. */
export interface CompareShare {
  readonly share: number;
  readonly shares: number;
  readonly level: CompareLevel;
}

/** A picture as it is compared. */
export interface ComparedPicture {
  /** Encoded fingerprint. */
  readonly print: Uint8Array;
  /** Packed shape; null where the picture has to be described. */
  readonly shape: Uint8Array | null;
  /** Packed local features, empty where it has none; null at the standard level. */
  readonly places: Uint8Array | null;
  /** Its pairs with those before it are known already. */
  readonly known: boolean;
}

/** Pictures come in parts, in one order for all threads; the last one has a word of its own. */
export type CompareMessage =
  | { readonly start: CompareShare }
  | { readonly pictures: readonly ComparedPicture[] }
  | { readonly end: true };

/** What one share found. */
export interface Comparison {
  readonly pairs: Candidate[];
  /** Shapes of the share's pictures that had to be described, packed, by position. */
  readonly shapes: readonly (readonly [picture: number, shape: Uint8Array])[];
}

/** Pairs are told as they are found, shapes at the end. */
export type CompareAnswer =
  | { readonly done: number; readonly pairs: readonly Candidate[] }
  | Pick<Comparison, 'shapes'>;

const PROGRESS_MS = 100;
/** Log-odds of pairs that share places: only the second look is sure of them. */
const BY_PLACES = -1;

/** Finds the pairs of one share, as pictures come. */
export class Comparer {
  readonly #share: CompareShare;
  readonly #index = new DuplicateIndex();
  readonly #places = new LocalIndex();
  #pairs: Candidate[] = [];
  /** Shapes of the share's pictures that had to be described, packed, by position. */
  readonly shapes: [number, Uint8Array][] = [];

  constructor(share: CompareShare) {
    this.#share = share;
  }

  /** Pictures added. */
  get size(): number {
    return this.#index.size;
  }

  /** Adds the next picture, and finds its pairs where that is this share's. */
  add({ print: bytes, shape: packed, places, known }: ComparedPicture): void {
    const { share, shares, level } = this.#share;
    const i = this.size;
    const print = decodeFingerprint(bytes);
    // Callers pass what they have checked; the index must keep counting in step with the list.
    if (!print) throw new Error(`not a fingerprint: ${i}`);
    const isOwn = i % shares === share;
    let shape = packed && unpackShape(packed, print, level);
    if (!shape) {
      const made = packedShape(print, level);
      shape = unpackShape(made, print, level)!;
      if (isOwn) this.shapes.push([i, made]);
    }
    const local = places && unpackFeatures(places);
    if (known || !isOwn) this.#index.add(bytes, shape);
    else this.#find(i, bytes, shape, local);
    if (local) this.#places.add(local);
  }

  #find(i: number, bytes: Uint8Array, shape: Shape, local: LocalFeatures | null): void {
    const sure = new Set<number>();
    for (const { a, b, logit, evidence } of this.#index.addAndFind(bytes, shape)) {
      if (logit >= 0) sure.add(a === i ? b : a);
      this.#pairs.push({ a, b, logit, lay: evidence && layOf(evidence.box, evidence.map), places: 0 });
    }
    if (!local) return;
    for (const { image, lay, inliers } of this.#places.query(local)) {
      if (!sure.has(image)) this.#pairs.push({ a: i, b: image, logit: BY_PLACES, lay, places: inliers });
    }
  }

  /** The pairs that were found since this was asked last. */
  take(): readonly Candidate[] {
    const pairs = this.#pairs;
    this.#pairs = [];
    return pairs;
  }
}

/** Serves one share of a comparison and second looks as a thread; the thread is ended by whoever started it. */
export function serveComparisons(port: MessagePort): void {
  let comparer: Comparer | null = null;
  let reported = 0;
  const answer = (message: CompareAnswer): void => port.postMessage(message);
  port.on('message', (message: CompareMessage | LookRequest) => {
    if ('pairs' in message) port.postMessage({ looks: takeLooks(message) } satisfies LookAnswer);
    else if ('start' in message) comparer = new Comparer(message.start);
    else if (!comparer) throw new Error('pictures before the share they are for');
    else if ('end' in message) {
      answer({ shapes: comparer.shapes });
      comparer = null;
    } else {
      for (const picture of message.pictures) {
        comparer.add(picture);
        if (performance.now() - reported <= PROGRESS_MS) continue;
        answer({ done: comparer.size, pairs: comparer.take() });
        reported = performance.now();
      }
      answer({ done: comparer.size, pairs: comparer.take() });
    }
  });
}
