import type { KnownConcept } from '../concepts/concepts.ts';
import type { FolderFacts } from '../facts/facts.ts';
import { lettersPattern } from '../ground/letters.ts';
import { folderOf } from '../ground/paths.ts';
import { normalTag } from '../tags/normal.ts';
import { holdsTrigger } from '../tags/trigger-words.ts';
import { namesBeside, type SubjectName } from './beside-names.ts';

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
  const { trigger, companions, folder, source, captions } = concept;
  const beside = namesBeside(facts, concept);
  if (beside.length > 0) return splitBetween(facts, folder, captions, beside);
  // "Fox" beside "Fox and Hare" is a part of the name, no second one.
  const further = companions.filter((other) => !holdsTrigger(normalTag(trigger), normalTag(other)));
  if (source === 'sidecar' || further.length === 0) return null;
  const names = [trigger, ...further].map((name) => ({ name, norm: normalTag(name) }));
  // "ren and mei" with aoki_ren and hoshino_mei in it: two are meant.
  const called = wordsIn(folder);
  if (names.every(({ norm }) => wordsIn(norm).some((word) => called.includes(word)))) return null;
  return splitBetween(
    facts,
    folder,
    captions,
    names.map(({ name, norm }) => ({ name, word: norm })),
  );
}

/** How the captions of a folder are divided between names; null where they are not, or name several at once. */
function splitBetween(
  facts: FolderFacts,
  folder: string,
  captions: number,
  called: readonly SubjectName[],
): MixedSubjects | null {
  const names = called.map(({ name, word }) => ({ name, norm: normalTag(word), captions: 0 }));
  let several = 0;
  const sets: string[][] = [];
  for (const record of facts.records()) {
    if (folderOf(record.file) !== folder) continue;
    const tags = [...record.norms].map((norm) => facts.vocabulary.norm(norm));
    const named = names.filter(({ norm }) => tags.some((tag) => holdsTrigger(tag, norm)));
    if (named.length > 1) several++;
    for (const one of named) one.captions++;
    sets.push(named.map(({ norm }) => norm));
  }
  const own = names
    .filter((one) => one.captions >= fewest)
    .sort((a, b) => b.captions - a.captions || (a.name < b.name ? -1 : 1));
  if (own.length < 2 || several > captions * together) return null;
  const first = own[0]?.norm ?? '';
  const others = sets.filter((norms) => norms.length > 0 && !norms.includes(first)).length;
  return { names: own.map((one) => ({ name: one.name, captions: one.captions })), others: others / captions };
}

/** Words of a name long enough to tell who is meant. */
function wordsIn(name: string): string[] {
  const lower = name.toLowerCase();
  return (lower.match(word(lower)) ?? []).filter((one) => one !== 'and');
}

const word = lettersPattern(String.raw`[\p{L}\p{N}]{3,}`, 'g');
