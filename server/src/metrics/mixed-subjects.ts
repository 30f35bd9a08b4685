import type { KnownConcept } from '../concepts/concepts.ts';
import { bump } from '../facts/bump.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { lettersPattern } from '../ground/letters.ts';
import { folderOf } from '../ground/paths.ts';
import { normalTag } from '../tags/normal.ts';
import { holdsTrigger } from '../tags/trigger-words.ts';
import { besideSteps, namesBeside, type SubjectName } from './beside-names.ts';
import { finishInBreaths, type Tally, tallied } from './tally.ts';

/** Captions that name a subject for it to be one of the folder. */
const fewest = 3;
/** Share of the captions that may name two of them: more, and they are shown together on purpose. */
const together = 0.2;

/** Several names in one folder, each with captions of its own. */
export interface MixedSubjects {
  /** As written, with the captions that name it; most captions first. */
  readonly names: readonly { readonly name: string; readonly captions: number }[];
  /** Share of the folder's captions that name another one than the most frequent, 0 to 1. */
  readonly others: number;
}

/** The names that the captions of a concept are split between, as triggers or beside one; null for one subject, or several that were declared. */
export function mixedSubjects(facts: FolderFacts, concept: KnownConcept): MixedSubjects | null {
  const called = calledIn(facts, concept);
  return called.length === 0 ? null : splitBetween(facts, concept, called);
}

/** Counts in steps what {@link mixedSubjects} asks of all captions. */
export function* mixedSteps(facts: FolderFacts, concept: KnownConcept): Iterable<void> {
  yield* besideSteps(facts, concept);
  const called = calledIn(facts, concept);
  if (called.length > 0) yield* finishInBreaths(...splitArgs(facts, concept, called));
}

/** Names that the captions of a concept may be split between; none for one subject, or several that were declared. */
function calledIn(facts: FolderFacts, concept: KnownConcept): readonly SubjectName[] {
  const { trigger, companions, folder, source } = concept;
  const beside = namesBeside(facts, concept);
  if (beside.length > 0) return beside;
  // "Fox" beside "Fox and Hare" is a part of the name, no second one.
  const further = companions.filter((other) => !holdsTrigger(normalTag(trigger), normalTag(other)));
  if (source === 'sidecar' || further.length === 0) return [];
  const names = [trigger, ...further].map((name) => ({ name, word: normalTag(name) }));
  // "ren and mei" with aoki_ren and hoshino_mei in it: two are meant.
  const called = wordsIn(folder);
  return names.every(({ word: norm }) => wordsIn(norm).some((one) => called.includes(one))) ? [] : names;
}

/** Counts the captions of a folder by the names in them. */
class NameTally implements Tally<readonly number[]> {
  /** Captions that hold each name. */
  readonly captions: number[];
  /** Captions that hold several. */
  several = 0;
  /** Captions by the names they hold, as numbers of the names with a comma between. */
  readonly sets = new Map<string, number>();
  readonly #facts: FolderFacts;
  readonly #folder: string;
  readonly #norms: readonly string[];

  constructor(facts: FolderFacts, folder: string, norms: readonly string[]) {
    this.#facts = facts;
    this.#folder = folder;
    this.#norms = norms;
    this.captions = norms.map(() => 0);
  }

  shareOf({ file, norms }: CaptionRecord): readonly number[] | null {
    if (folderOf(file) !== this.#folder) return null;
    const tags = Array.from(norms, (norm) => this.#facts.vocabulary.norm(norm));
    const named = this.#norms.flatMap((norm, at) => (tags.some((tag) => holdsTrigger(tag, norm)) ? [at] : []));
    return named.length === 0 ? null : named;
  }

  add(named: readonly number[], by: 1 | -1): void {
    for (const at of named) this.captions[at] = (this.captions[at] ?? 0) + by;
    if (named.length > 1) this.several += by;
    bump(this.sets, named.join(), by);
  }
}

function splitArgs(facts: FolderFacts, { folder }: KnownConcept, called: readonly SubjectName[]) {
  const norms = called.map(({ word: written }) => normalTag(written));
  return [facts, `split ${folder}`, JSON.stringify(norms), () => new NameTally(facts, folder, norms)] as const;
}

/** How the captions of a folder are divided between names; null where they are not, or name several at once. */
function splitBetween(facts: FolderFacts, concept: KnownConcept, called: readonly SubjectName[]): MixedSubjects | null {
  const tally = tallied(...splitArgs(facts, concept, called));
  const own = called
    .map(({ name }, at) => ({ name, at, captions: tally.captions[at] ?? 0 }))
    .filter(({ captions }) => captions >= fewest)
    .sort((a, b) => b.captions - a.captions || (a.name < b.name ? -1 : 1));
  if (own.length < 2 || tally.several > concept.captions * together) return null;
  const first = String(own[0]?.at);
  let others = 0;
  for (const [set, captions] of tally.sets) if (!set.split(',').includes(first)) others += captions;
  return { names: own.map(({ name, captions }) => ({ name, captions })), others: others / concept.captions };
}

/** Words of a name long enough to tell who is meant. */
function wordsIn(name: string): string[] {
  const lower = name.toLowerCase();
  return (lower.match(word(lower)) ?? []).filter((one) => one !== 'and');
}

const word = lettersPattern(String.raw`[\p{L}\p{N}]{3,}`, 'g');
