import { decodeFingerprint, type Fingerprint } from '../fingerprint/fingerprint.ts';
import { align, initialMap } from './align.ts';
import { decide } from './decide.ts';
import { flatPairMatches } from './flat.ts';
import { MINIMUM_SIMILARITY, PARTNERS, PROBE_MARGIN, SAME_WINDOWS, TURN_MARGIN, WINDOW_MARGIN } from './levels.ts';
import { type Measures, measure } from './measure.ts';
import type { AffineMap } from './resample.ts';
import { DescriptorIndex, type Hit, type Turn } from './search.ts';
import type { Shape } from './shape.ts';
import { AS_IS, type Box, EVEN_LIGHT, makeView, VIEW_KINDS, type View, type ViewKind, WHOLE } from './views.ts';

/** A pair that was aligned, with everything its kind can be told from. */
export interface VerifiedPair {
  /** Positions in the order of `add`; either may be the later one. */
  readonly a: number;
  readonly b: number;
  /** Log-odds that both show the same picture. */
  readonly logit: number;
  /** Numbers of the alignment; null for nearly flat pictures. */
  readonly evidence: PairEvidence | null;
}

/** How the two pictures of a pair lie on each other. */
export interface PairEvidence {
  readonly measures: Measures;
  readonly similarity: number;
  readonly turn: Turn;
  /** Box of `a` that was aligned. */
  readonly box: Box;
  /** Map from the box of `a` to `b`. */
  readonly map: AffineMap;
  readonly viewA: ViewKind;
  readonly viewB: ViewKind;
}

/** Part of a picture in one view, as it stands in a descriptor index. */
interface Entry {
  readonly image: number;
  readonly view: ViewKind;
  readonly box: Box;
}

/** A pair to be verified. */
interface Candidate {
  readonly similarity: number;
  readonly turn: Turn;
  readonly own: Entry;
  readonly other: Entry;
}

const INSET = 0.02;
const TRIES = 3;
/** From these log-odds on, other ways to lay the pair are not tried. */
const CERTAIN = 6;
/**
 * A way that comes through to the end and speaks this clearly against the pair answers for the others: of eleven thousand pairs of versions four
 * were found by another way than that, and look-alikes take a third less.
 */
const ANSWERED = -4.5;
/** Pairs below are forgotten. */
const KEPT = -3;
const FLAT_LOGIT = 4;
/** Candidates by even light come after those by what the pictures look like. */
const EVEN_LIGHT_HANDICAP = 0.05;
const DOUBTFUL = -0.5;
const CACHED_VIEWS = 600;

/**
 * Finds, for each picture added, the pictures added before that show the same: one query per picture, so a folder that
 * grows by one costs one query. Pure computation; a whole folder belongs in a thread of its own.
 */
export class DuplicateIndex {
  /** Encoded: ten thousand of them are read by hundreds. */
  readonly #prints: Uint8Array[] = [];
  readonly #flat: number[] = [];
  readonly #entries: Entry[] = [];
  readonly #wholes = new DescriptorIndex();
  readonly #windows = SAME_WINDOWS.map(() => ({ index: new DescriptorIndex(), images: [] as number[] }));
  readonly #even = { index: new DescriptorIndex(), images: [] as number[] };
  readonly #probes = new DescriptorIndex();
  readonly #probeEntries: Entry[] = [];
  readonly #views = new Map<number, View>();
  /** Pairs aligned so far. */
  verified = 0;

  /** Number of pictures added. */
  get size(): number {
    return this.#prints.length;
  }

  /**
   * Adds a picture without looking for its twins: for pictures whose pairs are known from before.
   * @param print encoded fingerprint
   */
  add(print: Uint8Array, shape: Shape): void {
    this.#insert(print, shape, null);
  }

  /** Adds a picture and returns its pairs with those added before, likely ones and some unlikely ones. */
  addAndFind(print: Uint8Array, shape: Shape): VerifiedPair[] {
    const candidates = new Map<number, Candidate[]>();
    const image = this.#prints.length;
    this.#insert(print, shape, candidates);
    if (shape.flat) {
      const own = this.#print(image);
      return this.#flat
        .filter((other) => other !== image && flatPairMatches(own, this.#print(other)))
        .map((other) => ({ a: image, b: other, logit: FLAT_LOGIT, evidence: null }));
    }
    const pairs: VerifiedPair[] = [];
    for (const [other, ways] of candidates) {
      const pair = this.#verify(image, other, ways);
      if (pair && pair.logit > KEPT) pairs.push(pair);
    }
    return pairs;
  }

  #print(image: number): Fingerprint {
    const print = decodeFingerprint(this.#prints[image]!);
    if (!print) throw new Error(`not a fingerprint: ${image}`);
    return print;
  }

  /** Adds the descriptors of a picture, querying each before it is added. */
  #insert(print: Uint8Array, shape: Shape, candidates: Map<number, Candidate[]> | null): void {
    const image = this.#prints.length;
    this.#prints.push(print);
    if (shape.flat) this.#flat.push(image);
    const known = this.#wholes.length;
    for (const { view, box, vector } of shape.wholes) {
      const entry = { image, view, box };
      if (candidates) this.#queryWholes(entry, vector, known, candidates);
      this.#wholes.add(vector);
      this.#entries.push(entry);
    }
    if (shape.evenLight) this.#insertEvenLight(image, shape.evenLight, candidates);
    this.#insertWindows(image, shape, candidates);
    this.#insertProbes(image, shape, known, candidates);
  }

  #queryWholes(entry: Entry, vector: Int16Array, known: number, candidates: Map<number, Candidate[]>): void {
    const hits = this.#wholes.query(vector, MINIMUM_SIMILARITY, 'all', TURN_MARGIN, known);
    collect(hits, 0, candidates, (hit) => ({ ...hit, own: entry, other: this.#entries[hit.entry]! }));
  }

  #insertEvenLight(image: number, vector: Int16Array, candidates: Map<number, Candidate[]> | null): void {
    const own = { image, view: EVEN_LIGHT, box: WHOLE };
    if (candidates) {
      const { index, images } = this.#even;
      const hits = index.query(vector, MINIMUM_SIMILARITY, 'mirror', TURN_MARGIN, index.length);
      collect(hits, EVEN_LIGHT_HANDICAP, candidates, (hit) => ({
        ...hit,
        own,
        other: { image: images[hit.entry]!, view: EVEN_LIGHT, box: WHOLE },
      }));
    }
    this.#even.index.add(vector);
    this.#even.images.push(image);
  }

  #insertWindows(image: number, { windows }: Shape, candidates: Map<number, Candidate[]> | null): void {
    for (const { at, vector } of windows) {
      const [{ index, images }, box] = [this.#windows[at]!, SAME_WINDOWS[at]!];
      if (candidates) {
        const hits = index.query(vector, MINIMUM_SIMILARITY + WINDOW_MARGIN, 'none', 0, index.length);
        const own = { image, view: AS_IS, box };
        collect(hits, -0.02, candidates, (hit) => ({
          ...hit,
          own,
          other: { image: images[hit.entry]!, view: AS_IS, box },
        }));
      }
      index.add(vector);
      images.push(image);
    }
  }

  #insertProbes(
    image: number,
    { probes, wholes }: Shape,
    known: number,
    candidates: Map<number, Candidate[]> | null,
  ): void {
    const minimum = MINIMUM_SIMILARITY + PROBE_MARGIN;
    const knownProbes = this.#probes.length;
    for (const { view, box, vector } of probes) {
      const own = { image, view, box };
      if (candidates) {
        const hits = this.#wholes.query(vector, minimum, 'mirror', 0, known);
        collect(hits, 0.004, candidates, (hit) => ({ ...hit, own, other: this.#entries[hit.entry]! }));
      }
      this.#probes.add(vector);
      this.#probeEntries.push(own);
    }
    if (!candidates) return;
    for (const { view, box, vector } of wholes) {
      const own = { image, view, box };
      const hits = this.#probes.query(vector, minimum, 'mirror', 0, knownProbes);
      collect(hits, 0.004, candidates, (hit) => ({ ...hit, own, other: this.#probeEntries[hit.entry]! }));
    }
  }

  /** Aligns a pair in the most promising ways and keeps the best. */
  #verify(image: number, other: number, ways: Candidate[]): VerifiedPair | null {
    ways.sort((x, y) => y.similarity - x.similarity);
    let best: VerifiedPair | null = null;
    // Which picture is the template must not depend on which was added first: scores would depend on it too.
    const swap = Buffer.compare(this.#print(image).digest, this.#print(other).digest) > 0;
    for (const way of ways.slice(0, TRIES)) {
      this.verified++;
      const { own, other: entry, turn, similarity } = swap ? swapped(way) : way;
      const a = this.#view(own.image, own.view);
      const b = this.#view(entry.image, entry.view);
      const map = new Float64Array(6);
      const trimmed = own.box !== WHOLE || entry.box !== WHOLE;
      const box = trimmed ? inset(own.box) : WHOLE;
      initialMap(trimmed ? inset(entry.box) : WHOLE, turn, map);
      const aligned = align(a, b, box, map);
      if (!aligned) continue;
      const measures = measure(aligned, a, b, box, map);
      const decided = decide(measures, similarity);
      // With even light much looks alike: such a pair is never sure at first sight.
      const logit = own.view === EVEN_LIGHT ? Math.min(decided, DOUBTFUL) : decided;
      if (logit < ANSWERED && own.view !== EVEN_LIGHT) break;
      if (best && logit <= best.logit) continue;
      const evidence = { measures, similarity, turn, box, map, viewA: own.view, viewB: entry.view };
      best = { a: own.image, b: entry.image, logit, evidence };
      if (logit > CERTAIN) break;
    }
    return best;
  }

  /** A view from a small cache: making one takes as long as a coarse alignment. */
  #view(image: number, kind: ViewKind): View {
    const key = image * VIEW_KINDS + kind;
    const cached = this.#views.get(key);
    if (cached) return cached;
    if (this.#views.size >= CACHED_VIEWS) this.#views.clear();
    const view = makeView(this.#print(image), kind);
    this.#views.set(key, view);
    return view;
  }
}

/** The same way seen from the other picture. After a swap of axes, the two mirrorings trade places. */
function swapped({ similarity, turn, own, other }: Candidate): Candidate {
  const back = (turn & 4) === 0 ? turn : 4 | ((turn & 1) << 1) | ((turn & 2) >> 1);
  return { similarity, turn: back, own: other, other: own };
}

/** A box without its outermost cells, which hold part of what lies around it (a border, say). */
function inset(box: Box): Box {
  const x = (box[2] - box[0]) * INSET;
  const y = (box[3] - box[1]) * INSET;
  return [box[0] + x, box[1] + y, box[2] - x, box[3] - y];
}

/** Files the best hits of one query under their pictures. */
function collect(
  hits: Hit[],
  handicap: number,
  candidates: Map<number, Candidate[]>,
  candidate: (hit: Hit) => Candidate,
): void {
  if (hits.length > PARTNERS) hits.sort((x, y) => y.similarity - x.similarity);
  for (const hit of hits.slice(0, PARTNERS)) {
    const found = candidate({ ...hit, similarity: hit.similarity - Math.abs(handicap) });
    const ways = candidates.get(found.other.image);
    if (ways) ways.push(found);
    else candidates.set(found.other.image, [found]);
  }
}
