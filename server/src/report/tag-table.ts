import { type ConceptMap, isKnown } from '../concepts/concepts.ts';
import { associationOf, leastSupport } from '../facts/associations.ts';
import type { FolderFacts } from '../facts/facts.ts';
import { npmi } from '../facts/information.ts';
import { type Category, categoryOf } from '../tags/categories.ts';
import { countCaptionTokens, type TokenOptions } from '../trainers/caption-tokens.ts';

/** One tag of the dataset, in normal form. */
export interface ReportTag {
  readonly tag: string;
  readonly captions: number;
  /** Share of the captions, 0 to 1. */
  readonly share: number;
  /** CLIP tokens of the tag alone, in its most frequent spelling; its separator costs one more. */
  readonly tokens: number;
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

/** Every tag, most frequent first. */
export function tagTable(facts: FolderFacts, concepts: ConceptMap, clip: TokenOptions): ReportTag[] {
  const triggers = concepts.all
    .filter(isKnown)
    .flatMap(({ trigger, triggerNorm }) => (triggerNorm === null ? [] : [{ trigger, triggerNorm }]));
  const best = (norm: number): ReportTag['trigger'] => {
    let found: ReportTag['trigger'] = null;
    for (const { trigger, triggerNorm } of triggers) {
      if (triggerNorm === norm) continue;
      const { together, probability, npmi } = associationOf(facts, triggerNorm, norm);
      if (together > 0 && probability > (found?.probability ?? 0)) found = { trigger, probability, npmi };
    }
    return found;
  };
  return ranked(facts).map(([norm, captions]) => ({
    tag: facts.vocabulary.norm(norm),
    captions,
    share: captions / facts.captions,
    tokens: countCaptionTokens(mainSpelling(facts, norm), clip),
    category: categoryOf(facts.vocabulary.norm(norm)),
    meanPosition: facts.meanPosition(norm),
    trigger: best(norm),
  }));
}

/** What stands with what. One pass over the captions; leaves the facts' own rows alone. */
export function cooccurrenceTable(facts: FolderFacts): ReportCooccurrence {
  const frequent = ranked(facts).slice(0, pairedTags);
  const size = frequent.length;
  const placeOf = new Map(frequent.map(([norm], place) => [norm, place]));
  const counts = new Uint32Array(size * size);
  const places: number[] = [];
  for (const record of facts.records()) {
    places.length = 0;
    for (const norm of record.norms) {
      const place = placeOf.get(norm);
      if (place !== undefined) places.push(place);
    }
    for (const a of places) for (const b of places) counts[a * size + b]++;
  }
  const name = (place: number): string => facts.vocabulary.norm(frequent[place][0]);
  const least = Math.max(leastSupport, Math.ceil(facts.captions / 100));
  const pairs: ReportPair[] = [];
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const together = counts[a * size + b];
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
  }
  // Of equally strong pairs the more frequent one says more.
  pairs.sort((x, y) => y.npmi - x.npmi || y.together - x.together);
  const shown = Math.min(matrixTags, size);
  return {
    tags: Array.from({ length: shown }, (_, place) => name(place)),
    counts: Array.from({ length: shown }, (_, a) => Array.from(counts.subarray(a * size, a * size + shown))),
    pairs: pairs.slice(0, listedPairs),
  };
}

/** Tags in use by frequency, then by name. */
function ranked(facts: FolderFacts): [norm: number, captions: number][] {
  const name = (norm: number): string => facts.vocabulary.norm(norm);
  return [...facts.entries()].sort(([a, m], [b, n]) => n - m || (name(a) < name(b) ? -1 : 1));
}

/** The spelling most captions use. */
function mainSpelling(facts: FolderFacts, norm: number): string {
  let best = '';
  let most = -1;
  for (const surface of facts.vocabulary.surfacesOf(norm)) {
    const count = facts.surfaceFrequency(surface);
    if (count > most) {
      most = count;
      best = facts.vocabulary.surface(surface);
    }
  }
  return best;
}
