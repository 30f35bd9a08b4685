import type { ConceptMap } from '../concepts/concept-map.ts';
import { isKnown } from '../concepts/concepts.ts';
import { associationOf, leastSupport } from '../facts/associations.ts';
import type { FolderFacts } from '../facts/facts.ts';
import { npmi } from '../facts/information.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { usualSpelling } from '../facts/usual-spelling.ts';
import { inBreaths } from '../ground/breath.ts';
import { eachInSteps, finishInBreaths as finishSteps, type Steps } from '../ground/steps.ts';
import { finishInBreaths, type Tally, tallied } from '../metrics/tally.ts';
import { type Category, categoryOf } from '../tags/categories.ts';
import { countCaptionTokens, type TokenOptions } from '../trainers/caption-tokens.ts';

/** One tag of the dataset, in normal form. */
export interface ReportTag {
  readonly tag: string;
  readonly captions: number;
  /** Share of the captions, 0 to 1. */
  readonly share: number;
  /**
   * Tokens of the tag alone for the encoder that carries the text, in its most frequent spelling; its separator costs one more. Null where
   * that one is not counted.
   */
  readonly tokens: number | null;
  /** Null when it belongs to no known category. */
  readonly category: Category | null;
  /** Mean place among the distinct tags of its captions, from 0. */
  readonly meanPosition: number;
  /** Of the triggers that are known, the one it follows most often; null when it stands beside none. */
  readonly trigger: {
    readonly trigger: string;
    /** P(tag | trigger). */
    readonly probability: number;
    readonly npmi: number;
  } | null;
}

/** Two tags that stand together more often than chance would have it. */
export interface ReportPair {
  readonly a: string;
  readonly b: string;
  /** Captions with both. */
  readonly together: number;
  /** P(b | a) and P(a | b). */
  readonly bGivenA: number;
  readonly aGivenB: number;
  readonly npmi: number;
}

export interface ReportCooccurrence {
  /** The most frequent tags, most frequent first. */
  readonly tags: readonly string[];
  /** Captions with both tags, by the places of the two in `tags`; the diagonal counts the captions with the tag. */
  readonly counts: readonly (readonly number[])[];
  /** Pairs of the 500 most frequent tags by NPMI, strongest first; in at least 3 captions and 1 % of them together. */
  readonly pairs: readonly ReportPair[];
}

/** Tags of the matrix, tags that are paired, and pairs that are listed. */
const matrixTags = 30;
const pairedTags = 500;
const listedPairs = 300;

/** A row as it was made last, with what cannot be seen in it. */
interface MadeRow {
  readonly row: ReportTag;
  readonly spelling: string;
  readonly counting: TokenOptions | null;
}

/** The rows of a folder, by the numbers of their tags: one that says the same stays the same object. */
const madeRows = new WeakMap<FolderFacts, Map<number, MadeRow>>();

/**
 * Every tag, most frequent first. Made in breaths; rejects with the signal's reason.
 * @param counting how tokens are counted; null where they are not
 */
export async function tagTable(
  facts: FolderFacts,
  concepts: ConceptMap,
  counting: TokenOptions | null,
  signal?: AbortSignal,
): Promise<ReportTag[]> {
  const before = madeRows.get(facts);
  const made = new Map<number, MadeRow>();
  const triggers = concepts.all
    .filter(isKnown)
    .flatMap(({ trigger, triggerNorm }) => (triggerNorm === null ? [] : [{ trigger, triggerNorm }]));
  const best = (norm: number): ReportTag['trigger'] => {
    let found: { readonly trigger: string; readonly given: number; readonly probability: number } | null = null;
    for (const { trigger, triggerNorm: given } of triggers) {
      if (given === norm) continue;
      const together = facts.together(given, norm);
      const probability = together === 0 ? 0 : together / facts.frequency(given);
      if (probability > (found?.probability ?? 0)) found = { trigger, given, probability };
    }
    return (
      found && {
        trigger: found.trigger,
        probability: found.probability,
        npmi: associationOf(facts, found.given, norm).npmi,
      }
    );
  };
  const rows: ReportTag[] = [];
  const add = ([norm, captions]: readonly [number, number]): void => {
    const tag = facts.vocabulary.norm(norm);
    const last = before?.get(norm);
    // Numbers of tags that are gone are given to others.
    const known = last?.row.tag === tag ? last : undefined;
    const spelling = usualSpelling(facts, norm);
    const isCounted = known?.spelling === spelling && known.counting === counting;
    const next: ReportTag = {
      tag,
      captions,
      share: captions / facts.captions,
      tokens: isCounted ? known.row.tokens : counting && countCaptionTokens(spelling, counting),
      category: known ? known.row.category : categoryOf(tag),
      meanPosition: facts.meanPosition(norm),
      trigger: best(norm),
    };
    const row = known && isSameRow(known.row, next) ? known.row : next;
    made.set(norm, known && row === known.row && isCounted ? known : { row, spelling, counting });
    rows.push(row);
  };
  await inBreaths(await finishSteps(ranked(facts), signal), add, signal);
  madeRows.set(facts, made);
  return rows;
}

function isSameRow(a: ReportTag, b: ReportTag): boolean {
  return (
    a.captions === b.captions &&
    a.share === b.share &&
    a.tokens === b.tokens &&
    a.meanPosition === b.meanPosition &&
    a.trigger?.trigger === b.trigger?.trigger &&
    a.trigger?.probability === b.trigger?.probability &&
    a.trigger?.npmi === b.trigger?.npmi
  );
}

/** How many captions hold both of two of some tags, kept by difference. */
class PairTally implements Tally<Uint32Array> {
  /** By two places, each pair in one of its two orders. */
  readonly #counts: Uint32Array;
  readonly size: number;
  readonly placeOf: ReadonlyMap<number, number>;
  /** Places by the numbers of tags, -1 for the others: most tags are asked about, and few have a place. */
  readonly #placeOf: Int16Array;
  readonly #places: number[] = [];

  /** @param norms numbers of the tags */
  constructor(norms: readonly number[]) {
    this.size = norms.length;
    this.placeOf = new Map(norms.map((norm, place) => [norm, place]));
    this.#counts = new Uint32Array(this.size * this.size);
    this.#placeOf = new Int16Array(Math.max(0, ...norms) + 1).fill(-1);
    for (const [place, norm] of norms.entries()) this.#placeOf[norm] = place;
  }

  /** How many captions hold the tags of two places. */
  together(a: number, b: number): number {
    const one = this.#counts[a * this.size + b];
    return a === b ? one : one + this.#counts[b * this.size + a];
  }

  shareOf({ norms }: CaptionRecord): Uint32Array {
    return norms;
  }

  add(norms: Uint32Array, by: 1 | -1): void {
    const places = this.#places;
    places.length = 0;
    for (let at = 0; at < norms.length; at++) {
      const place = norms[at] < this.#placeOf.length ? this.#placeOf[norms[at]] : -1;
      if (place >= 0) places.push(place);
    }
    for (let a = 0; a < places.length; a++) {
      const row = places[a] * this.size;
      for (let b = a; b < places.length; b++) this.#counts[row + places[b]] += by;
    }
  }
}

/** What stands with what. Made in breaths; leaves the facts' own rows alone. Rejects with the signal's reason. */
export async function cooccurrenceTable(facts: FolderFacts, signal?: AbortSignal): Promise<ReportCooccurrence> {
  const frequent = await finishSteps(ranked(facts, pairedTags), signal);
  const norms = frequent.map(([norm]) => norm).sort((a, b) => a - b);
  const args = [facts, 'pairs of tags', norms.join(), () => new PairTally(norms)] as const;
  await inBreaths(finishInBreaths(...args), () => {}, signal);
  const pairsOfTags = tallied(...args);
  const { size, placeOf } = pairsOfTags;
  const place = frequent.map(([norm]) => placeOf.get(norm) ?? 0);
  const name = (at: number): string => facts.vocabulary.norm(frequent[at][0]);
  const least = Math.max(leastSupport, Math.ceil(facts.captions / 100));
  const pairs: ReportPair[] = [];
  const pairsOf = (a: number): void => {
    for (let b = a + 1; b < size; b++) {
      const together = pairsOfTags.together(place[a], place[b]);
      if (together < least) continue;
      const strength = Math.min(1, npmi(together, frequent[a][1], frequent[b][1], facts.captions));
      if (strength <= 0) continue;
      pairs.push({
        a: name(a),
        b: name(b),
        together,
        bGivenA: together / frequent[a][1],
        aGivenB: together / frequent[b][1],
        npmi: strength,
      });
    }
  };
  await inBreaths(frequent.keys(), pairsOf, signal);
  // Of equally strong pairs the more frequent one says more.
  pairs.sort((x, y) => y.npmi - x.npmi || y.together - x.together);
  const shown = Math.min(matrixTags, size);
  const row = (a: number): number[] =>
    Array.from({ length: shown }, (_, b) => pairsOfTags.together(place[a], place[b]));
  return {
    tags: Array.from({ length: shown }, (_, at) => name(at)),
    counts: Array.from({ length: shown }, (_, a) => row(a)),
    pairs: pairs.slice(0, listedPairs),
  };
}

/** The most frequent tags in use by frequency, then by name; all of them without a limit. */
function* ranked(
  facts: FolderFacts,
  most = Number.POSITIVE_INFINITY,
): Steps<(readonly [norm: number, captions: number])[]> {
  const name = (norm: number): string => facts.vocabulary.norm(norm);
  const byCaptions = new Map<number, number[]>();
  yield* eachInSteps(facts.entries(), ([norm, captions]) => {
    const same = byCaptions.get(captions);
    if (same) same.push(norm);
    else byCaptions.set(captions, [norm]);
  });
  const found: (readonly [number, number])[] = [];
  for (const captions of [...byCaptions.keys()].sort((a, b) => b - a)) {
    if (found.length >= most) break;
    const norms = byCaptions.get(captions) ?? [];
    norms.sort((a, b) => (name(a) < name(b) ? -1 : 1));
    for (const norm of norms) if (found.length < most) found.push([norm, captions]);
    yield;
  }
  return found;
}
