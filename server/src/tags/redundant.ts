import { canonicalPlaces } from './canonical-places.ts';
import { IMPLICATIONS } from './data/implications.ts';
import { listOf } from './data/list.ts';
import { CLOTHING_NOUNS, COLOUR_WORDS, PATTERN_WORDS } from './data/modifiers.ts';
import { KeyMarks, placeOf } from './key-marks.ts';
import { flag, trait, type Word, wordsOf } from './word.ts';

/** A tag that another tag of the caption already says. */
export interface RedundantTag {
  /** Index of the general tag, the one that adds nothing. */
  readonly index: number;
  /** Index of the specific tag that says it. */
  readonly impliedBy: number;
}

let implications: Map<string, readonly string[]> | null = null;

function implicationIndex(): Map<string, readonly string[]> {
  if (implications !== null) return implications;
  const index = new Map<string, readonly string[]>();
  for (const line of IMPLICATIONS.split('\n')) {
    const colon = line.indexOf(': ');
    if (colon > 0) index.set(line.slice(0, colon), listOf(line.slice(colon + 2)));
  }
  implications = index;
  return index;
}

/** Garments that a colour in front does not narrow but rename: a `red cross` is no cross someone wears. */
const NOT_NARROWED = new Set([
  'trim',
  'tie',
  'suit',
  'crown',
  'mask',
  'bag',
  'hood',
  'collar',
  'cuffs',
  'sleeves',
  'frills',
]);

/**
 * The general tags that a tag (canonical form) says by itself: from the table, and a garment behind colour, pattern or
 * material words: `white pleated skirt` says `pleated skirt` and `skirt`.
 */
export function impliedTags(canonical: string): readonly string[] {
  const found = new Set<string>();
  const visit = (tag: string): void => {
    for (const general of implicationIndex().get(tag) ?? []) {
      if (!found.has(general)) {
        found.add(general);
        visit(general);
      }
    }
    const narrower = withoutFirstModifier(tag);
    if (narrower !== null && !found.has(narrower)) {
      found.add(narrower);
      visit(narrower);
    }
  };
  visit(canonical);
  found.delete(canonical);
  return [...found];
}

const impliedBy = trait(({ canonical }) => impliedTags(canonical));

const placeOfTag = trait(({ canonical }) => placeOf(canonical));
const placesOfImplied = trait((word) => impliedBy(word).map(placeOf));
/** Set for a tag that says others. */
const implies = flag((word) => impliedBy(word).length > 0);
const marks = new KeyMarks();

function withoutFirstModifier(tag: string): string | null {
  const space = tag.indexOf(' ');
  if (space < 0) return null;
  const first = tag.slice(0, space);
  if (!COLOUR_WORDS.has(first) && !PATTERN_WORDS.has(first)) return null;
  const rest = tag.slice(space + 1);
  const last = rest.slice(rest.lastIndexOf(' ') + 1);
  return CLOTHING_NOUNS.has(last) && !NOT_NARROWED.has(rest) ? rest : null;
}

/** Whether one of the words may be said by another one: false is sure. Many tags say others; that both stand in a caption is rare. */
export function mayHoldRedundant(words: readonly Word[]): boolean {
  marks.clear();
  for (let at = 0; at < words.length; at++) marks.mark(placeOfTag(words[at]));
  for (let at = 0; at < words.length; at++) {
    if ((words[at].flags & implies) === 0) continue;
    const places = placesOfImplied(words[at]);
    for (let which = 0; which < places.length; which++) if (marks.has(places[which])) return true;
  }
  return false;
}

/**
 * The tags of a caption that a more specific tag of it already says, in caption order; for each the first tag that says
 * it. Repeats and synonyms are not reported here. Any written form.
 */
export function findRedundant(tags: readonly string[] | readonly Word[]): RedundantTag[] {
  const words = wordsOf(tags);
  if (!mayHoldRedundant(words)) return [];
  const first = canonicalPlaces(words);
  const found = new Map<number, number>();
  for (let index = 0; index < words.length; index++) {
    for (const general of impliedBy(words[index])) {
      const at = first.get(general);
      if (at === undefined || at === index || found.has(at)) continue;
      if (first.get(words[index].canonical) === index) found.set(at, index);
    }
  }
  return [...found].map(([index, by]) => ({ index, impliedBy: by })).sort((a, b) => a.index - b.index);
}
