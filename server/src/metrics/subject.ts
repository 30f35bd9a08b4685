import type { ConceptMap } from '../concepts/concept-map.ts';
import { isStyle } from '../concepts/concepts.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { folderOf } from '../ground/paths.ts';
import { type Category, type CategorySet, categoryOf, categoryOfWord, categorySet } from '../tags/categories.ts';
import { listOf } from '../tags/data/list.ts';
import { phrasesIn } from '../tags/phrases.ts';
import { namesPlace } from '../tags/places.ts';
import { trait } from '../tags/word.ts';
import { finishInBreaths, type Tally, tallied } from './tally.ts';

/** A tag, or a phrase of captions written as sentences, with what it speaks about. */
export interface SubjectTag {
  /** Normal form. */
  readonly tag: string;
  readonly category: Category | null;
  /** Captions that hold it. */
  readonly captions: number;
  /** Those of them that say it within a sentence. */
  readonly spoken: number;
}

/** What the captions that train the subject speak about. */
export interface SubjectTags {
  readonly captions: number;
  /** Most frequent first. */
  readonly tags: readonly SubjectTag[];
}

/** Folders of regularization sets: they show other things on purpose, and are no captions of the subject. */
export function regularizationFolders(concepts?: ConceptMap): readonly string[] {
  const sets = (concepts?.all ?? []).filter(({ regularization }) => regularization);
  return sets.map(({ folder }) => folder).sort();
}

/** Tells whether a file belongs to a regularization set, as the concepts are now. */
export function regularizationTest(concepts?: ConceptMap): (file: string) => boolean {
  const folders = new Set(regularizationFolders(concepts));
  return (file) => folders.size > 0 && folders.has(folderOf(file));
}

/** Whether nothing but styles is trained: light is part of what they look like. */
export function ofStyles(concepts?: ConceptMap): boolean {
  const trained = (concepts?.all ?? []).filter(({ regularization }) => !regularization);
  return trained.length > 0 && trained.every(isStyle);
}

/** The captions that train the subject: a regularization set is left out. */
export function* subjectRecords(facts: FolderFacts, concepts?: ConceptMap): Iterable<CaptionRecord> {
  const others = new Set(regularizationFolders(concepts));
  for (const record of facts.records()) if (!others.has(folderOf(record.file))) yield record;
}

/** Counts over the captions of the subject only. */
export abstract class SubjectTally<Share> implements Tally<Share> {
  readonly #others: ReadonlySet<string>;
  /** Captions of the subject. */
  captions = 0;

  constructor(others: readonly string[]) {
    this.#others = new Set(others);
  }

  shareOf(record: CaptionRecord): Share | null {
    return this.#others.size > 0 && this.#others.has(folderOf(record.file)) ? null : this.share(record);
  }

  add(share: Share, by: 1 | -1): void {
    this.captions += by;
    this.count(share, by);
  }

  protected abstract share(record: CaptionRecord): Share | null;
  protected abstract count(share: Share, by: 1 | -1): void;
}

/** What is counted of tags, words and phrases. */
class SpokenTally extends SubjectTally<CaptionRecord> {
  readonly #facts: FolderFacts;
  /** Captions by tag: of those written as tags, and of all. */
  readonly tags: number[] = [];
  readonly held: number[] = [];
  readonly phrases = new Map<string, { readonly category: Category; captions: number }>();
  #result: SubjectTags | null = null;

  constructor(facts: FolderFacts, others: readonly string[]) {
    super(others);
    this.#facts = facts;
  }

  protected share(record: CaptionRecord): CaptionRecord {
    return record;
  }

  protected count(record: CaptionRecord, by: 1 | -1): void {
    this.#result = null;
    const { norms } = record;
    for (let at = 0; at < norms.length; at++) {
      const norm = norms[at];
      while (this.held.length <= norm) {
        this.held.push(0);
        this.tags.push(0);
      }
      this.held[norm] += by;
      if (!record.prose) this.tags[norm] += by;
    }
    if (!record.prose) return;
    for (const [phrase, category] of phrasesOf(record)) {
      const known = this.phrases.get(phrase) ?? { category, captions: 0 };
      known.captions += by;
      if (known.captions > 0) this.phrases.set(phrase, known);
      else this.phrases.delete(phrase);
    }
  }

  get result(): SubjectTags {
    this.#result ??= { captions: this.captions, tags: this.#listed() };
    return this.#result;
  }

  #listed(): SubjectTag[] {
    const listed: SubjectTag[] = [];
    const said = new Set<string>();
    for (let norm = 0; norm < this.tags.length; norm++) {
      const count = this.tags[norm];
      if (count === 0) continue;
      const tag = this.#facts.vocabulary.norm(norm);
      said.add(tag);
      const spoken = this.phrases.get(tag)?.captions ?? 0;
      listed.push({ tag, category: categoryOf(tag), captions: count + spoken, spoken });
    }
    for (const [tag, { category, captions }] of this.phrases)
      if (!said.has(tag)) listed.push({ tag, category, captions, spoken: captions });
    return listed.sort((a, b) => b.captions - a.captions || (a.tag < b.tag ? -1 : 1));
  }
}

const spokenArgs = (facts: FolderFacts, concepts?: ConceptMap) => {
  const others = regularizationFolders(concepts);
  return [facts, 'spoken', JSON.stringify(others), () => new SpokenTally(facts, others)] as const;
};

/** Tags of tag captions and known phrases of sentences, counted over the captions of the subject. */
export function subjectTags(facts: FolderFacts, concepts?: ConceptMap): SubjectTags {
  return tallied(...spokenArgs(facts, concepts)).result;
}

/** Captions that say which place, for each that says what kind of place. */
const toldPlaces = 0.5;
/** Tags that say of a place no more than that it is one of a kind. */
const generalPlaces: ReadonlySet<string> = new Set(
  listOf('outdoors, indoors, outside, inside, exterior, interior, scenery, nature, landscape'),
);

/** Whether a tag says which place, as a word of the vocabulary or with others around it: "a flooded field". */
const saysPlace = ({ tag, category }: SubjectTag): boolean =>
  category === 'background' ||
  (category === null &&
    tag.includes(' ') &&
    (namesPlace(tag) || phrasesIn(tag).some((phrase) => phrase.category === 'background')));

/**
 * The tags without those that only say what kind of place it is, where as many captions say which place: a forest, a beach and a street
 * are three backgrounds, all of them outdoors.
 */
export function withoutGeneralPlaces({ captions, tags }: SubjectTags): SubjectTags {
  const places = tags.filter(({ category }) => category === 'background');
  const isGeneral = ({ tag }: SubjectTag): boolean => generalPlaces.has(tag);
  const top = places.find(isGeneral);
  if (top === undefined) return { captions, tags };
  let told = 0;
  for (const one of tags) if (!isGeneral(one) && saysPlace(one)) told += one.captions;
  return told < top.captions * toldPlaces
    ? { captions, tags }
    : { captions, tags: tags.filter((one) => !isGeneral(one)) };
}

/** The tags that at least a share of the subject's captions hold, in normal form and sorted; of sentences their pieces. */
export function tagsHeldBy(facts: FolderFacts, concepts: ConceptMap | undefined, share: number): string[] {
  const { held, captions } = tallied(...spokenArgs(facts, concepts));
  const norms = [...held.keys()].filter((norm) => held[norm] > 0 && held[norm] >= captions * share);
  return norms.map((norm) => facts.vocabulary.norm(norm)).sort();
}

/** In how many captions of the subject each of their tags stands; of sentences their pieces. */
export function subjectCounts(facts: FolderFacts, concepts?: ConceptMap): number[] {
  return tallied(...spokenArgs(facts, concepts)).held.filter((count) => count > 0);
}

/** Counts them in steps; see {@link finishInBreaths}. */
export const subjectSteps = (facts: FolderFacts, concepts?: ConceptMap): Iterable<void> =>
  finishInBreaths(...spokenArgs(facts, concepts));

/** The categories a tag speaks about: its own, or where it has none those of the phrases in it. */
export const categoriesOfWord = trait((word): CategorySet => {
  const category = categoryOfWord(word);
  if (category !== null) return categorySet(category);
  return word.norm.includes(' ') ? categorySet(...phrasesIn(word.norm).map((phrase) => phrase.category)) : 0;
});

/** The categories a caption speaks about. */
export function categoriesIn({ vocabulary }: FolderFacts, record: CaptionRecord): CategorySet {
  let found = categoriesOfSentences(record);
  const categories = vocabulary.numbers(categoriesOfWord);
  for (const surface of record.surfaces) found |= categories.of(surface);
  return found;
}

/** The categories that the sentences of a caption speak about; none of a caption without any. */
export const categoriesOfSentences = (record: CaptionRecord): CategorySet =>
  record.prose || record.style === 'mixed' ? categorySet(...phrasesOf(record).values()) : 0;

/** Phrases are looked for once per caption: records never change. */
const spoken = new WeakMap<CaptionRecord, ReadonlyMap<string, Category>>();

/** Known phrases of a caption written as sentences, with what they speak about. */
export function phrasesOf(record: CaptionRecord): ReadonlyMap<string, Category> {
  let found = spoken.get(record);
  if (!found) {
    found = new Map(phrasesIn(record.trained).map(({ phrase, category }) => [phrase, category]));
    spoken.set(record, found);
  }
  return found;
}
