import type { KnownConcept } from '../concepts/concepts.ts';
import { leastSupport } from '../facts/associations.ts';
import { bump } from '../facts/bump.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { lettersPattern } from '../ground/letters.ts';
import { categoryOfWord } from '../tags/categories.ts';
import { isColourAt } from '../tags/colour-words.ts';
import { EYE_NOUNS, HAIR_NOUNS } from '../tags/data/modifiers.ts';
import { normalTag } from '../tags/normal.ts';
import { classKind, holdsTrigger } from '../tags/trigger-words.ts';
import { trait, type Word } from '../tags/word.ts';
import { finishInBreaths, type Tally, tallied } from './tally.ts';

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
const same: ReadonlyMap<string, string> = new Map([
  ['gray', 'grey'],
  ['golden', 'gold'],
  ['crimson', 'red'],
  ['scarlet', 'red'],
]);
/** What a subject has by nature or the place it stands in: their colours are no colours of clothes and things. */
const ownCategories: ReadonlySet<string> = new Set(['hair', 'eyes', 'body', 'background', 'lighting', 'subject']);
const ownNouns: ReadonlySet<string> = new Set([
  ...HAIR_NOUNS,
  ...EYE_NOUNS,
  ...'skin complexion freckles face cheeks nose lips teeth tongue nails ears body belly chest'.split(' '),
  ...'beard stubble goatee moustache mustache sideburns eyebrows brows eyelashes pupils irises'.split(' '),
  ...'fur mane whiskers tail paws claws hooves horns antlers muzzle beak crest comb feathers plumage wings scales fins gills'.split(
    ' ',
  ),
  ...'haired eyed skinned bearded background sky wall light'.split(' '),
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

/** Counts what {@link coloursBeside} counts in steps; see {@link finishInBreaths}. */
export const colourSteps = (facts: FolderFacts, concept: KnownConcept): Iterable<void> =>
  finishInBreaths(...colourArgs(facts, concept));

/** What names colours in a caption, each once: its tags, or of sentences the colour words themselves. */
type Coloured = readonly Word[] | readonly string[];

const word = lettersPattern(String.raw`[\p{L}-]+`, 'g');
const wordOrStop = lettersPattern(String.raw`[\p{L}-]+|[.,;]`, 'g');

/** Counts the colours in the captions that hold a trigger: as a tag, or where it is none anywhere in their text. */
class ColourTally implements Tally<Coloured> {
  readonly counts = new Map<string, { captions: number; readonly tags: Map<string, number> }>();
  captions = 0;
  readonly #facts: FolderFacts;
  readonly #holds: (record: CaptionRecord) => boolean;
  /** Words that name the subject: a colour before them is its own, as that of hair and fur; that of a thing could be another. */
  readonly #own: ReadonlySet<string>;

  constructor(facts: FolderFacts, { trigger, triggerNorm, classWord }: KnownConcept) {
    this.#facts = facts;
    const name = trigger.toLowerCase();
    const isThing = classKind(classWord === null ? null : normalTag(classWord)) === 'thing';
    this.#own = new Set(isThing ? [] : (name.match(word(name)) ?? []));
    const text = normalTag(trigger);
    this.#holds = (record) =>
      triggerNorm === null ? holdsTrigger(record.trained.toLowerCase(), text) : record.norms.includes(triggerNorm);
  }

  shareOf(record: CaptionRecord): Coloured | null {
    if (!this.#holds(record)) return null;
    return record.prose ? colourWordsOfSentences(record.trained, this.#own) : colouredTags(this.#facts, record);
  }

  add(coloured: Coloured, by: 1 | -1): void {
    this.captions += by;
    // A caption has few colours: a list is quicker than a set.
    const seen: string[] = [];
    for (let at = 0; at < coloured.length; at++) {
      const one = coloured[at];
      if (typeof one === 'string') this.#count(one, one, seen, by);
      else {
        const colours = coloursOfWord(one);
        for (let which = 0; which < colours.length; which++) this.#count(colours[which], one.norm, seen, by);
      }
    }
  }

  #count(word: string, tag: string, seen: string[], by: 1 | -1): void {
    const colour = same.get(word) ?? word;
    let known = this.counts.get(colour);
    if (known === undefined) {
      known = { captions: 0, tags: new Map() };
      this.counts.set(colour, known);
    }
    if (!seen.includes(colour)) {
      seen.push(colour);
      known.captions += by;
    }
    bump(known.tags, tag, by);
    if (known.captions === 0 && known.tags.size === 0) this.counts.delete(colour);
  }
}

const colourArgs = (facts: FolderFacts, concept: KnownConcept) => {
  const key = JSON.stringify([concept.trigger, concept.triggerNorm, concept.classWord]);
  return [facts, `colours ${concept.folder}`, key, () => new ColourTally(facts, concept)] as const;
};

function colourWordsOfSentences(text: string, own: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
  const lower = text.toLowerCase();
  const words = lower.match(wordOrStop(lower)) ?? [];
  for (const [at, word] of words.entries()) {
    if (!isColourAt(words, at)) continue;
    const behind = words.slice(at + 1, at + 1 + reach);
    const stop = behind.findIndex((other) => /[.,;]/.test(other));
    const phrase = stop < 0 ? behind : behind.slice(0, stop);
    if (!phrase.some((other) => ownNouns.has(other) || own.has(other))) found.add(word);
  }
  return [...found];
}

/** The tags of a caption that name a colour, one for each normal form. */
function colouredTags({ vocabulary }: FolderFacts, { surfaces, norms }: CaptionRecord): readonly Word[] {
  const found: Word[] = [];
  const colours = vocabulary.numbers(countOfColours);
  for (let at = 0; at < surfaces.length; at++) {
    if (colours.of(surfaces[at]) === 0) continue;
    const word = vocabulary.word(surfaces[at]);
    if (surfaces.length === norms.length || !found.some(({ norm }) => norm === word.norm)) found.push(word);
  }
  // Kept for every caption: without the room that a growing list leaves at its end.
  return found.slice();
}

/** The colour words of a tag that colour something else than the subject itself, each colour once. */
const coloursOfWord = trait((tag): readonly string[] => {
  const words = tag.norm.split(' ');
  const colours = words.filter((_, at) => isColourAt(words, at));
  if (colours.length === 0) return none;
  const isOwn = ownCategories.has(categoryOfWord(tag) ?? '') || words.some((word) => ownNouns.has(word));
  if (isOwn && !ornament.has(words.at(-1) ?? '')) return none;
  const nameOf = (word: string): string => same.get(word) ?? word;
  return colours.filter((word, at) => colours.findIndex((other) => nameOf(other) === nameOf(word)) === at);
});

const none: readonly string[] = [];

/** Worn on hair or eyes, and no part of them: `red hair bow`, `blue hair ribbon`. */
const ornament: ReadonlySet<string> = new Set(
  'bow bows ribbon ribbons ornament flower flowers tie ties clip clips pin band scrunchie bobbles tubes'.split(' '),
);

const countOfColours = (tag: Word): number => coloursOfWord(tag).length;
