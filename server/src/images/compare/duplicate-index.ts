import type { Fingerprint } from '../fingerprint/fingerprint.ts';
import { align, initialMap } from './align.ts';
import { decide } from './decide.ts';
import { type Descriptor, describe, integralOf } from './descriptor.ts';
import { FLAT_ENERGY, flatPairMatches } from './flat.ts';
import {
  type CompareLevel,
  MINIMUM_SIMILARITY,
  PARTNERS,
  PROBE_MARGIN,
  probeBoxes,
  SAME_WINDOWS,
  TURN_MARGIN,
  WINDOW_MARGIN,
} from './levels.ts';
import { type Measures, measure } from './measure.ts';
import type { AffineMap } from './resample.ts';
import { DescriptorIndex, type Hit, type Turn } from './search.ts';
import { trimBox } from './trim.ts';
import {
  AS_IS,
  type Box,
  EVEN_LIGHT,
  lumaOfView,
  makeView,
  VIEW_KINDS,
  type View,
  type ViewKind,
  viewKinds,
  WHOLE,
} from './views.ts';

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

/** Borders thinner than this share of the picture are not cut off. */
const THINNEST_BORDER = 0.008;
const INSET = 0.02;
const WEAKEST_TRIMMED = 2;
const WEAKEST_PART = 3;
const TRIES = 3;
/** From these log-odds on, other ways to lay the pair are not tried. */
const CERTAIN = 6;
/** Pairs below are forgotten. */
const KEPT = -3;
const FLAT_LOGIT = 4;
/** Candidates by even light come after those by what the pictures look like. */
const EVEN_LIGHT_HANDICAP = 0.05;
const DOUBTFUL = -0.5;
const CACHED_VIEWS = 1500;

/**
 * Finds, for each picture added, the pictures added before that show the same: one query per picture, so a folder that
 * grows by one costs one query. Pure computation; a whole folder belongs in a thread of its own.
 */
export class DuplicateIndex {
  readonly #level: CompareLevel;
  readonly #prints: Fingerprint[] = [];
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

  constructor(level: CompareLevel) {
    this.#level = level;
  }

  /** Number of pictures added. */
  get size(): number {
    return this.#prints.length;
  }

  /** Adds a picture without looking for its twins: for pictures whose pairs are known from before. */
  add(print: Fingerprint): void {
    this.#insert(print, null);
  }

  /** Adds a picture and returns its pairs with those added before, likely ones and some unlikely ones. */
  addAndFind(print: Fingerprint): VerifiedPair[] {
    const candidates = new Map<number, Candidate[]>();
    const image = this.#prints.length;
    const flat = this.#insert(print, candidates);
    if (flat) {
      return this.#flat
        .filter((other) => other !== image && flatPairMatches(print, this.#prints[other]!))
        .map((other) => ({ a: image, b: other, logit: FLAT_LOGIT, evidence: null }));
    }
    const pairs: VerifiedPair[] = [];
    for (const [other, ways] of candidates) {
      const pair = this.#verify(image, other, ways);
      if (pair && pair.logit > KEPT) pairs.push(pair);
    }
    return pairs;
  }

  /** Adds the descriptors of a picture, querying each before it is added; returns whether the picture is flat. */
  #insert(print: Fingerprint, candidates: Map<number, Candidate[]> | null): boolean {
    const image = this.#prints.length;
    this.#prints.push(print);
    const own: [Entry, Descriptor][] = [];
    let plain: Float64Array | null = null;
    for (const view of viewKinds(print)) {
      const plane = lumaOfView(print, view);
      const integral = integralOf(plane);
      if (view === AS_IS) plain = integral;
      const whole = describe(integral, WHOLE);
      if (view === AS_IS && whole.energy < FLAT_ENERGY) {
        this.#flat.push(image);
        return true;
      }
      own.push([{ image, view, box: WHOLE }, whole]);
      const box = trimBox(plane);
      if (Math.max(box[0], box[1], 1 - box[2], 1 - box[3]) < THINNEST_BORDER) continue;
      const trimmed = describe(integral, box);
      if (trimmed.energy >= WEAKEST_TRIMMED) own.push([{ image, view, box }, trimmed]);
    }
    const known = this.#wholes.length;
    for (const [entry, descriptor] of own) {
      if (candidates) this.#queryWholes(entry, descriptor, known, candidates);
      this.#wholes.add(descriptor);
      this.#entries.push(entry);
    }
    if (plain) {
      this.#insertEvenLight(image, candidates);
      this.#insertWindows(image, plain, candidates);
      this.#insertProbes(image, plain, own, known, candidates);
    }
    return false;
  }

  #queryWholes(entry: Entry, descriptor: Descriptor, known: number, candidates: Map<number, Candidate[]>): void {
    const hits = this.#wholes.query(descriptor.vector, MINIMUM_SIMILARITY, 'all', TURN_MARGIN, known);
    collect(hits, 0, candidates, (hit) => ({ ...hit, own: entry, other: this.#entries[hit.entry]! }));
  }

  /** The whole with its light evened out, for copies with a vignette, another light or writing over them. */
  #insertEvenLight(image: number, candidates: Map<number, Candidate[]> | null): void {
    const descriptor = describe(integralOf(this.#view(image, EVEN_LIGHT).y64), WHOLE);
    const own = { image, view: EVEN_LIGHT, box: WHOLE };
    if (candidates) {
      const { index, images } = this.#even;
      const hits = index.query(descriptor.vector, MINIMUM_SIMILARITY, 'mirror', TURN_MARGIN, index.length);
      collect(hits, EVEN_LIGHT_HANDICAP, candidates, (hit) => ({
        ...hit,
        own,
        other: { image: images[hit.entry]!, view: EVEN_LIGHT, box: WHOLE },
      }));
    }
    this.#even.index.add(descriptor);
    this.#even.images.push(image);
  }

  #insertWindows(image: number, plain: Float64Array, candidates: Map<number, Candidate[]> | null): void {
    for (const [i, window] of this.#windows.entries()) {
      const box = SAME_WINDOWS[i]!;
      const descriptor = describe(plain, box);
      if (descriptor.energy < WEAKEST_PART) continue;
      if (candidates) {
        const minimum = MINIMUM_SIMILARITY + WINDOW_MARGIN;
        const hits = window.index.query(descriptor.vector, minimum, 'none', 0, window.index.length);
        const own = { image, view: AS_IS, box };
        collect(hits, -0.02, candidates, (hit) => ({
          ...hit,
          own,
          other: { image: window.images[hit.entry]!, view: AS_IS, box },
        }));
      }
      window.index.add(descriptor);
      window.images.push(image);
    }
  }

  #insertProbes(
    image: number,
    plain: Float64Array,
    wholes: readonly [Entry, Descriptor][],
    known: number,
    candidates: Map<number, Candidate[]> | null,
  ): void {
    const minimum = MINIMUM_SIMILARITY + PROBE_MARGIN;
    const print = this.#prints[image]!;
    const knownProbes = this.#probes.length;
    for (const box of probeBoxes(this.#level, print.width, print.height)) {
      const descriptor = describe(plain, box);
      if (descriptor.energy < WEAKEST_PART) continue;
      const own = { image, view: AS_IS, box };
      if (candidates) {
        const hits = this.#wholes.query(descriptor.vector, minimum, 'mirror', 0, known);
        collect(hits, 0.004, candidates, (hit) => ({ ...hit, own, other: this.#entries[hit.entry]! }));
      }
      this.#probes.add(descriptor);
      this.#probeEntries.push(own);
    }
    if (!candidates) return;
    for (const [own, descriptor] of wholes) {
      const hits = this.#probes.query(descriptor.vector, minimum, 'mirror', 0, knownProbes);
      collect(hits, 0.004, candidates, (hit) => ({ ...hit, own, other: this.#probeEntries[hit.entry]! }));
    }
  }

  /** Aligns a pair in the most promising ways and keeps the best. */
  #verify(image: number, other: number, ways: Candidate[]): VerifiedPair | null {
    ways.sort((x, y) => y.similarity - x.similarity);
    let best: VerifiedPair | null = null;
    // Which picture is the template must not depend on which was added first: scores would depend on it too.
    const swap = Buffer.compare(this.#prints[image]!.digest, this.#prints[other]!.digest) > 0;
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
    const view = makeView(this.#prints[image]!, kind);
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
