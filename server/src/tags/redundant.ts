import { canonicalPlaces } from './canonical-places.ts';
import { IMPLICATIONS } from './data/implications.ts';
import { listOf } from './data/list.ts';
import { CLOTHING_NOUNS, COLOUR_WORDS, PATTERN_WORDS } from './data/modifiers.ts';
import { KeyMarks, placeBits, placeOf } from './key-marks.ts';
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

const placesOfImplied = trait((word) => impliedBy(word).map(placeOf));

/**
 * A place for what a tag says, and behind it one for the tag that it says besides, as most say one or none: 0 for none, below zero for
 * several. See {@link mayHoldRedundant}.
 */
export const placesOfTag = (word: Word): number => {
  const [first, ...more] = placesOfImplied(word);
  const own = placeOf(word.canonical);
  if (first === undefined) return own;
  return more.length > 0 ? own | several : own | ((first + 1) << placeBits);
};

/** Set for a tag that says others. */
export const implies = flag((word) => impliedBy(word).length > 0);
const marks = new KeyMarks();
const ownPlace = (1 << placeBits) - 1;
const several = -0x40000000;

function withoutFirstModifier(tag: string): string | null {
  const space = tag.indexOf(' ');
  if (space < 0) return null;
  const first = tag.slice(0, space);
  if (!COLOUR_WORDS.has(first) && !PATTERN_WORDS.has(first)) return null;
  const rest = tag.slice(space + 1);
  const last = rest.slice(rest.lastIndexOf(' ') + 1);
  return CLOTHING_NOUNS.has(last) && !NOT_NARROWED.has(rest) ? rest : null;
}

/**
 * Whether one of the tags may be said by another one: false is sure. Many tags say others; that both stand in a caption is rare.
 * @param places {@link placesOfTag} of each
 */
export function mayHoldRedundant(words: readonly Word[], places: ArrayLike<number> = words.map(placesOfTag)): boolean {
  marks.clear();
  for (let at = 0; at < places.length; at++) marks.mark(places[at] & ownPlace);
  for (let at = 0; at < places.length; at++) {
    if (places[at] >= 0) {
      if (places[at] > ownPlace && marks.has((places[at] >> placeBits) - 1)) return true;
      continue;
    }
    const implied = placesOfImplied(words[at]);
    for (let which = 0; which < implied.length; which++) if (marks.has(implied[which])) return true;
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
