import type { ConceptMap } from '../concepts/concept-map.ts';
import { isKnown, isStyle, type KnownConcept } from '../concepts/concepts.ts';
import { bump } from '../facts/bump.ts';
import type { FolderFacts } from '../facts/facts.ts';
import { entropy } from '../facts/information.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { folderOf } from '../ground/paths.ts';
import { type Apposed, apposedTo } from '../tags/apposed.ts';
import { type Attribute, changesLooks, isSameLook, looksOfWord, saysLooks } from '../tags/attributes.ts';
import { categoryOf } from '../tags/categories.ts';
import { splitPictureTags } from '../tags/exclusive.ts';
import { normalTag } from '../tags/normal.ts';
import { besideSomebody, hasSeveral } from '../tags/several.ts';
import { subjectCount } from '../tags/subjects.ts';
import { classKind, isClassWord } from '../tags/trigger-words.ts';
import { Word } from '../tags/word.ts';
import { flagsOfWord } from '../tags/word-numbers.ts';
import { regularizationFolders, SubjectTally } from './subject.ts';
import { finishInBreaths, tallied } from './tally.ts';

/** Captions that must say an attribute, and their share of the folder's, for it to be the subject's. */
const fewest = 6;
const leastShare = 0.4;
/** Share of them from which one value is the subject's, and the others are slips in their captions. */
const majority = 0.75;
const clearMajority = 0.85;
/** Equally frequent values from which they are those of many, whom a style, a pose or an outfit is shown on. */
const manyValues = 4.5;
/** Share of the captions that a garment or a pose stands in that is trained itself. */
const held = 0.75;

/** Captions of one subject that look like those of several. */
export interface SplitLooks {
  readonly attribute: Attribute;
  /** Most captions first. */
  readonly values: readonly { readonly value: string; readonly captions: number }[];
  /** Share of the folder's captions that say another value than the most frequent, 0 to 1. */
  readonly others: number;
  /** Other attributes in which they disagree too. */
  readonly further: readonly Pick<SplitLooks, 'attribute' | 'values'>[];
  /** Nothing but one subject is meant: something else about it stays, or only a few values are there. */
  readonly sure: boolean;
}

type Look = readonly [Attribute, string];

interface FolderLooks {
  readonly folder: string;
  readonly looks: readonly Look[];
  /** A tag for a person stands behind the trigger. */
  readonly isPerson: boolean;
  /** Words of a sentence behind the trigger say which person it is. */
  readonly isApposed: boolean;
}

/** Counts the captions of each folder by what they say of their one subject. */
class LookTally extends SubjectTally<FolderLooks> {
  readonly folders = new Map<string, Map<Attribute, Map<string, number>>>();
  readonly people = new Map<string, number>();
  readonly apposed = new Map<string, number>();
  readonly #facts: FolderFacts;
  readonly #triggers: ReadonlyMap<string, string>;

  /** @param triggers in normal form, by folder */
  constructor(facts: FolderFacts, others: readonly string[], triggers: ReadonlyMap<string, string>) {
    super(others);
    this.#facts = facts;
    this.#triggers = triggers;
  }

  protected share(record: CaptionRecord): FolderLooks | null {
    const folder = folderOf(record.file);
    const trigger = this.#triggers.get(folder);
    if (trigger === undefined) return null;
    const isSpoken = record.prose || article.test(record.trained);
    const who = isSpoken ? apposedTo(record.trained.toLowerCase(), trigger) : null;
    const looks = who ? withApposed(looksIn(this.#facts, record), who) : looksIn(this.#facts, record);
    const isPerson = who !== null || namesPerson(this.#facts, record, trigger);
    return looks.length === 0 && !isPerson ? null : { folder, looks, isPerson, isApposed: who !== null };
  }

  protected count({ folder, looks, isPerson, isApposed }: FolderLooks, by: 1 | -1): void {
    if (isPerson) bump(this.people, folder, by);
    if (isApposed) bump(this.apposed, folder, by);
    const counts = this.folders.get(folder) ?? new Map<Attribute, Map<string, number>>();
    this.folders.set(folder, counts);
    for (const [attribute, value] of looks) {
      const values = counts.get(attribute) ?? new Map<string, number>();
      counts.set(attribute, values);
      bump(values, value, by);
    }
  }
}

/** Several people within a longer tag: "ohwx 2girls". */
const severalCounted = /\b(?:[2-9]\+?|multiple )(?:girls|boys|others)\b/i;

/** 1 for a tag that says that a picture shows several people, or its subject changed on purpose; else 0. */
const showsOthers = (word: Word): number =>
  changesLooks(word.norm) ||
  splitPictureTags().has(word.norm) ||
  (/girls|boys|others/.test(word.norm) && severalCounted.test(word.norm)) ||
  subjectCount([word]) === 'several'
    ? 1
    : 0;

/** What a caption says of its subject, each attribute once; nothing of one that shows several, or whose subject is changed on purpose. */
function looksIn({ vocabulary }: FolderFacts, record: CaptionRecord): readonly Look[] {
  const said: Look[] = [];
  if (record.prose) {
    // Most sentences say neither hair nor eyes, which is known of them already.
    if ((record.marks?.looks.length ?? 0) === 0) return [];
    if (hasSeveral(record.trained) || besideSomebody.test(record.trained)) return [];
    for (const look of record.marks?.looks ?? []) {
      const [attribute, value = ''] = look.split('\n');
      said.push([attribute as 'hair colour' | 'eye colour', value]);
    }
  } else {
    if ((record.flags & saysLooks) === 0) return [];
    const { surfaces } = record;
    const others = vocabulary.numbers(showsOthers);
    for (let at = 0; at < surfaces.length; at++) if (others.of(surfaces[at]) !== 0) return [];
    const flags = vocabulary.numbers(flagsOfWord);
    for (let at = 0; at < surfaces.length; at++)
      if ((flags.of(surfaces[at]) & saysLooks) !== 0)
        for (const { attribute, value } of looksOfWord(vocabulary.word(surfaces[at]))) said.push([attribute, value]);
  }
  if (said.length < 2) return said[0]?.[1] === 'mixed' ? [] : said;
  // A girl and a boy are two, whosever the hair is.
  const genders = said.flatMap(([attribute, value]) => (attribute === 'gender' ? [value] : []));
  if (genders.some((value) => value !== genders[0])) return [];
  return said.filter(
    ([attribute, value], at) =>
      value !== 'mixed' &&
      said.findIndex(([other, own]) => other === attribute && own === value) === at &&
      said.every(([other, own]) => other !== attribute || isSameLook(attribute, own, value)),
  );
}

/** A sentence may look like tags: "In the kitchen, ohwx, a woman, reads a book". */
const article = /(?:^|[ ,])(?:an?|the) /i;

/** What the words behind the trigger say, and of other attributes what the sentence does. */
function withApposed(looks: readonly Look[], who: Apposed): readonly Look[] {
  const own = who.looks.map(({ attribute, value }): Look => [attribute, value]);
  return [...own, ...looks.filter(([attribute]) => !own.some(([other]) => other === attribute))];
}

/** Whether the tag behind the trigger is one for a person. */
function namesPerson({ vocabulary }: FolderFacts, { norms }: CaptionRecord, trigger: string): boolean {
  const id = vocabulary.normId(trigger);
  const at = id === undefined ? -1 : norms.indexOf(id);
  if (at < 0 || at + 1 >= norms.length) return false;
  const behind = vocabulary.norm(norms[at + 1]);
  return isClassWord(behind) && classKind(behind) === 'person';
}

const lookArgs = (facts: FolderFacts, concepts: ConceptMap) => {
  const others = regularizationFolders(concepts);
  const triggers = new Map(concepts.all.filter(isKnown).map(({ folder, trigger }) => [folder, normalTag(trigger)]));
  const key = JSON.stringify([others, ...triggers]);
  return [facts, 'looks', key, () => new LookTally(facts, others, triggers)] as const;
};

/** Counts what {@link splitLooks} counts in steps; see {@link finishInBreaths}. */
export const lookSteps = (facts: FolderFacts, concepts: ConceptMap): Iterable<void> =>
  finishInBreaths(...lookArgs(facts, concepts));

/**
 * The attribute in which the captions of one person's trigger disagree without a majority: hair or eye colour, gender, age. Null where
 * one value is the rule, and where clothes or a pose are what is trained. A heuristic.
 */
export function splitLooks(facts: FolderFacts, concepts: ConceptMap, concept: KnownConcept): SplitLooks | null {
  const { classWord, folder, companions, captions } = concept;
  if (isStyle(concept) || companions.length > 0) return null;
  // Several subjects that are declared for one folder look like several.
  if (concepts.known.some((other) => other !== concept && other.folder === folder)) return null;
  const { folders, people, apposed } = tallied(...lookArgs(facts, concepts));
  const called = classesBehind(facts, concept);
  const kind = classWord === null ? null : classKind(normalTag(classWord));
  if ((kind ?? 'person') !== 'person') return null;
  if (kind === null && (people.get(folder) ?? 0) + called.people < captions * majority) return null;
  const counts = new Map(folders.get(folder));
  // "ohwx woman": the class behind the trigger tells whom it shows.
  if (total(called.genders) > total(counts.get('gender'))) counts.set('gender', called.genders);
  const found: Omit<SplitLooks, 'sure' | 'further'>[] = [];
  const told = apposed.get(folder) ?? 0;
  const steady = new Set<Attribute>();
  for (const [attribute, values] of counts) {
    const merged = alike(attribute, values);
    const said = total(values);
    const [first] = merged;
    if (!first || said < fewest || said < captions * leastShare) continue;
    // A slip of a gender in a sentence is told in its caption from a clearer majority on.
    const isSlip = attribute === 'gender' && told >= captions * leastShare ? clearMajority : majority;
    if (first.captions >= said * isSlip) steady.add(attribute);
    else found.push({ attribute, values: merged, others: (said - first.captions) / captions });
  }
  const [most, ...further] = found.sort((a, b) => b.others - a.others);
  if (!most || teachesOtherThings(facts, folder, captions)) return null;
  // Hair that stays is somebody's; that most are women is nobody's.
  const isSomebodys = steady.has('hair colour') || steady.has('eye colour');
  const few = Math.exp(entropy(most.values.map((one) => one.captions))) <= manyValues;
  const isPerson =
    Math.max(called.people, told) >= captions * held ||
    (most.attribute !== 'gender' && namesClothesAndPoses(facts, concept));
  return { ...most, further, sure: isSomebodys || (few && isPerson) };
}

/** Values with those that are one look in other words put together, most captions first. */
function alike(attribute: Attribute, values: ReadonlyMap<string, number>): { value: string; captions: number }[] {
  const merged: { value: string; captions: number }[] = [];
  for (const [value, captions] of [...values].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const same = merged.find((one) => isSameLook(attribute, one.value, value));
    if (same) same.captions += captions;
    else merged.push({ value, captions });
  }
  return merged.sort((a, b) => b.captions - a.captions);
}

/** Captions that have a class word of a person in one phrase with the trigger, "ohwx woman" and "ohwx man", and the genders these say. */
function classesBehind(facts: FolderFacts, { folder, trigger }: KnownConcept) {
  const genders = new Map<string, number>();
  let people = 0;
  for (const [word, count] of facts.subset(folder)?.words.of(trigger.toLowerCase())?.classWords ?? []) {
    if (classKind(normalTag(word)) === 'person') people += count;
    for (const { attribute, value } of looksOfWord(new Word(normalTag(word))))
      if (attribute === 'gender') bump(genders, value, count);
  }
  return { people, genders };
}

function total(counts: ReadonlyMap<string, number> | undefined): number {
  let sum = 0;
  for (const count of counts?.values() ?? []) sum += count;
  return sum;
}

/** Whether captions leave to other words what else than a person the trigger could stand for: clothes and poses. */
function namesClothesAndPoses(facts: FolderFacts, { folder, captions }: KnownConcept): boolean {
  const named = { clothing: 0, pose: 0 };
  for (const [norm, count] of facts.subset(folder)?.entries() ?? []) {
    const category = categoryOf(facts.vocabulary.norm(norm));
    if (category === 'clothing' || category === 'pose') named[category] += count;
  }
  return Math.min(named.clothing, named.pose) >= captions * leastShare;
}

/** Whether one garment or one pose stands in nearly all captions: then it is what many show. */
function teachesOtherThings(facts: FolderFacts, folder: string, captions: number): boolean {
  for (const [norm, frequency] of facts.subset(folder)?.common() ?? []) {
    if (frequency < captions * held) continue;
    const category = categoryOf(facts.vocabulary.norm(norm));
    if (category === 'clothing' || category === 'pose') return true;
  }
  return false;
}
