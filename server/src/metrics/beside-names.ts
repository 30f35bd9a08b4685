import { isStyle, type KnownConcept } from '../concepts/concepts.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import type { WordCounts } from '../facts/subset-words.ts';
import { lettersPattern } from '../ground/letters.ts';
import { folderOf } from '../ground/paths.ts';
import { categoryOf } from '../tags/categories.ts';
import type { TextLanguage } from '../tags/languages.ts';
import { normalTag } from '../tags/normal.ts';
import { namesPlace } from '../tags/places.ts';
import { triggerKind } from '../tags/trigger-kinds.ts';
import { classKind, holdsTrigger } from '../tags/trigger-words.ts';
import { finishInBreaths, type Tally, tallied } from './tally.ts';

/** Captions that name somebody for it to be a subject of the folder. */
const fewest = 3;
/** Share of the captions from which a name goes with the trigger. */
const always = 0.75;
/** Share of its captions in which a name may stand with another one: more, and the two are one name or one picture. */
const shared = 0.2;
/** Share of the captions that the names must divide between them; names on fewer are guests. */
const divided = 0.6;
/** Names from which a folder shows what they have in common, a style or a world. */
const manyNames = 5;
/** Share of its captions in which a word stands at the head, as a name does; or the place, from 0, up to which it does on average. */
const atHead = 0.5;
const lastPlace = 2;

/** A name in the captions of a folder. */
export interface SubjectName {
  /** As most captions write it. */
  readonly name: string;
  /** In lower case. */
  readonly word: string;
}

/**
 * Proper names that stand beside the trigger of a folder and divide its captions between them; none where one name or a crowd does. A
 * heuristic.
 */
export function namesBeside(facts: FolderFacts, concept: KnownConcept): SubjectName[] {
  const { captions } = concept;
  const whole = properNames(facts, concept);
  if (whole.length < 2) return [];
  const { holders } = tallied(...holderArgs(facts, concept, whole));
  const found: SubjectName[] = [];
  const all = new Set<number>();
  for (const [word, counts] of whole.sort((a, b) => b[1].captions - a[1].captions || (a[0] < b[0] ? -1 : 1))) {
    const own = [...(holders.get(word) ?? [])];
    if (own.length < fewest || own.filter((id) => all.has(id)).length > own.length * shared) continue;
    for (const id of own) all.add(id);
    const [written] = [...counts.written].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    found.push({ name: written?.[0] ?? word, word });
  }
  return found.length < 2 || found.length >= manyNames || all.size < captions * divided ? [] : found;
}

/** Counts in steps what {@link namesBeside} asks of all captions. */
export function* besideSteps(facts: FolderFacts, concept: KnownConcept): Iterable<void> {
  const names = properNames(facts, concept);
  if (names.length > 1) yield* finishInBreaths(...holderArgs(facts, concept, names));
}

type CountedName = readonly [word: string, counts: WordCounts];

/** The proper names that stand beside a trigger, none of them a part of another. */
function properNames(facts: FolderFacts, concept: KnownConcept): CountedName[] {
  const { folder, captions, classWord } = concept;
  const kind = classKind(classWord === null ? null : normalTag(classWord));
  // What is worn, visited or drawn by many has no name of its own.
  if (isStyle(concept) || kind === 'thing' || kind === 'place') return [];
  const trigger = normalTag(concept.trigger);
  const named = [...(facts.subset(folder)?.words.frequent() ?? [])].filter(
    ([word, counts]) =>
      counts.captions >= fewest &&
      counts.captions < captions * always &&
      !holdsTrigger(word, trigger) &&
      !holdsTrigger(trigger, word) &&
      isProperName(facts, word, counts),
  );
  return named.filter(([word]) => !named.some(([other]) => other !== word && holdsTrigger(other, word)));
}

/** Whether a word names somebody: one of several words by its looks, one of a single word, which cities and brands are too, by its place. */
function isProperName(facts: FolderFacts, word: string, { captions, first, second }: WordCounts): boolean {
  if (categoryOf(word) !== null || namesPlace(word)) return false;
  const kind = triggerKind(word);
  if (word.includes(' ')) return kind === 'full name' || kind === 'coined' || kind === 'identifier';
  if (kind === 'full name') return true;
  if (kind !== 'name' && kind !== 'coined' && kind !== 'identifier') return false;
  const norm = facts.vocabulary.normId(word);
  return first + second >= captions * atHead || (norm !== undefined && facts.meanPosition(norm) <= lastPlace);
}

/** Names behind these are of places, makers and owners. */
const behind = lettersPattern(String.raw`(?:^|[^\p{L}])(?:in|at|of|from|near|to|by|on|style|like)[ :]$`);

const looksLikeNames: ReadonlySet<TextLanguage> = new Set(['Spanish', 'French', 'German', 'Italian', 'Portuguese']);

interface NamedCaption {
  readonly id: number;
  readonly words: readonly string[];
}

/** The captions of a folder that name somebody, by the words. */
class HolderTally implements Tally<NamedCaption> {
  readonly holders: ReadonlyMap<string, Set<number>>;
  readonly #folder: string;
  /** What a name is looked for by, with the name. */
  readonly #written: readonly (readonly [written: string, word: string])[];

  constructor(folder: string, words: readonly string[]) {
    this.#folder = folder;
    this.#written = words.map((word) => [word.replaceAll('_', ' '), word]);
    this.holders = new Map(words.map((word) => [word, new Set()]));
  }

  shareOf({ id, file, trained, language }: CaptionRecord): NamedCaption | null {
    // Words of another language are made up and begin with capitals as names do.
    if (folderOf(file) !== this.#folder || (language !== null && looksLikeNames.has(language))) return null;
    const text = trained.toLowerCase().replaceAll('_', ' ');
    const found: string[] = [];
    for (const [written, word] of this.#written) {
      const at = text.indexOf(written);
      if (at < 0 || !holdsTrigger(text, written)) continue;
      const before = text.slice(Math.max(0, at - 8), at);
      if (!behind(before).test(before)) found.push(word);
    }
    return found.length === 0 ? null : { id, words: found };
  }

  add({ id, words }: NamedCaption, by: 1 | -1): void {
    for (const word of words) {
      if (by === 1) this.holders.get(word)?.add(id);
      else this.holders.get(word)?.delete(id);
    }
  }
}

function holderArgs(facts: FolderFacts, { folder }: KnownConcept, names: readonly CountedName[]) {
  const words = names.map(([word]) => word).sort();
  return [facts, `names beside ${folder}`, JSON.stringify(words), () => new HolderTally(folder, words)] as const;
}
