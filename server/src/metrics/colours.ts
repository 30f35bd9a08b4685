import type { KnownConcept } from '../concepts/concepts.ts';
import { leastSupport } from '../facts/associations.ts';
import { bump } from '../facts/bump.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { categoryOf } from '../tags/categories.ts';
import { COLOUR_WORDS, EYE_NOUNS, HAIR_NOUNS } from '../tags/data/modifiers.ts';
import { memoized } from '../tags/memo.ts';
import { normalTag } from '../tags/normal.ts';
import { holdsTrigger } from '../tags/trigger-words.ts';
import { inSteps, type Tally, tallied } from './tally.ts';

/** One colour beside a trigger, whatever it colours: `red dress`, `red theme`, `a coat of red wool`. */
export interface TriggerColour {
  readonly colour: string;
  /** Captions with the trigger that name the colour, and captions with the trigger. */
  readonly together: number;
  readonly support: number;
  /** The tags or phrases that name it, most frequent first. */
  readonly tags: readonly string[];
}

/** Colour words that are one colour. */
const same: Readonly<Record<string, string>> = { gray: 'grey', golden: 'gold', crimson: 'red', scarlet: 'red' };
/** What a subject has by nature or the place it stands in: their colours are no colours of clothes and things. */
const ownCategories: ReadonlySet<string> = new Set(['hair', 'eyes', 'body', 'background', 'lighting', 'subject']);
const ownNouns: ReadonlySet<string> = new Set([
  ...HAIR_NOUNS,
  ...EYE_NOUNS,
  ...'skin fur tail ears lips nails feathers wings background sky wall light haired eyed skinned'.split(' '),
]);
/** Words behind a colour word of a sentence among which its noun is looked for. */
const reach = 3;

/**
 * The colours that stand beside a trigger in clothes, things and themes, most frequent first; hair, eyes, skin and background
 * are left out.
 */
export function coloursBeside(facts: FolderFacts, concept: KnownConcept): TriggerColour[] {
  const { counts, captions } = tallied(...colourArgs(facts, concept));
  if (captions < leastSupport) return [];
  return [...counts]
    .map(([colour, { captions: together, tags }]) => ({
      colour,
      together,
      support: captions,
      tags: [...tags].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([tag]) => tag),
    }))
    .sort((a, b) => b.together - a.together || (a.colour < b.colour ? -1 : 1));
}

/** Counts what {@link coloursBeside} counts in steps; see {@link inSteps}. */
export const colourSteps = (facts: FolderFacts, concept: KnownConcept): Iterable<void> =>
  inSteps(...colourArgs(facts, concept));

/** Counts the colours in the captions that hold a trigger: as a tag, or where it is none anywhere in their text. */
class ColourTally implements Tally<ReadonlyMap<string, ReadonlySet<string>>> {
  readonly counts = new Map<string, { captions: number; readonly tags: Map<string, number> }>();
  captions = 0;
  readonly #facts: FolderFacts;
  readonly #holds: (record: CaptionRecord) => boolean;

  constructor(facts: FolderFacts, { trigger, triggerNorm }: KnownConcept) {
    this.#facts = facts;
    const text = normalTag(trigger);
    this.#holds = (record) =>
      triggerNorm === null ? holdsTrigger(record.trained.toLowerCase(), text) : record.norms.includes(triggerNorm);
  }

  shareOf(record: CaptionRecord): ReadonlyMap<string, ReadonlySet<string>> | null {
    return this.#holds(record) ? coloursOf(this.#facts, record) : null;
  }

  add(colours: ReadonlyMap<string, ReadonlySet<string>>, by: 1 | -1): void {
    this.captions += by;
    for (const [colour, tags] of colours) {
      const known = this.counts.get(colour) ?? { captions: 0, tags: new Map<string, number>() };
      known.captions += by;
      for (const tag of tags) bump(known.tags, tag, by);
      if (known.captions > 0) this.counts.set(colour, known);
      else this.counts.delete(colour);
    }
  }
}

const colourArgs = (facts: FolderFacts, concept: KnownConcept) => {
  const key = JSON.stringify([concept.trigger, concept.triggerNorm]);
  return [facts, `colours ${concept.folder}`, key, () => new ColourTally(facts, concept)] as const;
};

function coloursOf(facts: FolderFacts, record: CaptionRecord): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (word: string, tag: string): void => {
    const colour = same[word] ?? word;
    found.set(colour, (found.get(colour) ?? new Set()).add(tag));
  };
  if (record.prose) {
    const words = record.trained.toLowerCase().match(/[\p{L}-]+|[.,;]/gu) ?? [];
    for (const [at, word] of words.entries()) {
      if (!COLOUR_WORDS.has(word)) continue;
      const behind = words.slice(at + 1, at + 1 + reach);
      const stop = behind.findIndex((other) => /[.,;]/.test(other));
      const phrase = stop < 0 ? behind : behind.slice(0, stop);
      if (!phrase.some((other) => ownNouns.has(other))) add(word, word);
    }
    return found;
  }
  for (const norm of record.norms) {
    const tag = facts.vocabulary.norm(norm);
    for (const word of colourWordsOf(tag)) add(word, tag);
  }
  return found;
}

/** The colour words of a tag (normal form) that colour something else than the subject itself. Tags come again and again. */
const colourWordsOf = memoized((tag): readonly string[] => {
  const words = tag.split(' ');
  const colours = words.filter((word) => COLOUR_WORDS.has(word));
  if (colours.length === 0) return none;
  const isOwn = ownCategories.has(categoryOf(tag) ?? '') || words.some((word) => ownNouns.has(word));
  return isOwn && !ornament.has(words.at(-1) ?? '') ? none : colours;
});

const none: readonly string[] = [];

/** Worn on hair or eyes, and no part of them: `red hair bow`, `blue hair ribbon`. */
const ornament: ReadonlySet<string> = new Set(
  'bow bows ribbon ribbons ornament flower flowers tie ties clip clips pin band scrunchie bobbles tubes'.split(' '),
);
