import type { ConceptMap } from '../concepts/concepts.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { folderOf } from '../ground/paths.ts';
import { type Category, categoryOf } from '../tags/categories.ts';
import { phrasesIn } from '../tags/phrases.ts';

/** A tag, or a phrase of captions written as sentences, with what it speaks about. */
export interface SubjectTag {
  /** Normal form. */
  readonly tag: string;
  readonly category: Category | null;
  /** Captions that hold it. */
  readonly captions: number;
}

/** What the captions that train the subject speak about. */
export interface SubjectTags {
  readonly captions: number;
  /** Most frequent first. */
  readonly tags: readonly SubjectTag[];
}

/** The captions that train the subject: a regularization set shows other things on purpose, and is left out. */
export function* subjectRecords(facts: FolderFacts, concepts?: ConceptMap): Iterable<CaptionRecord> {
  const others = new Set(
    (concepts?.all ?? []).filter(({ regularization }) => regularization).map(({ folder }) => folder),
  );
  for (const record of facts.records()) if (!others.has(folderOf(record.file))) yield record;
}

/** Tags of tag captions and known phrases of sentences, counted over the captions of the subject. */
export function subjectTags(facts: FolderFacts, concepts?: ConceptMap): SubjectTags {
  const counts = new Uint32Array(facts.vocabulary.normCount);
  const byText = new Map<string, { category: Category; captions: number }>();
  let captions = 0;
  for (const record of subjectRecords(facts, concepts)) {
    captions++;
    if (!record.prose) for (const norm of record.norms) counts[norm]++;
    else
      for (const [phrase, category] of phrasesOf(record)) {
        const known = byText.get(phrase);
        if (known) known.captions++;
        else byText.set(phrase, { category, captions: 1 });
      }
  }
  const tags: SubjectTag[] = [];
  for (const [norm, count] of counts.entries()) {
    if (count === 0) continue;
    const tag = facts.vocabulary.norm(norm);
    const spoken = byText.get(tag);
    byText.delete(tag);
    tags.push({ tag, category: categoryOf(tag), captions: count + (spoken?.captions ?? 0) });
  }
  for (const [tag, spoken] of byText) tags.push({ tag, ...spoken });
  tags.sort((a, b) => b.captions - a.captions || (a.tag < b.tag ? -1 : 1));
  return { captions, tags };
}

/** The categories a caption speaks about. */
export function categoriesIn(facts: FolderFacts, record: CaptionRecord): Set<Category> {
  const found = new Set<Category>();
  for (const norm of record.norms) {
    const text = facts.vocabulary.norm(norm);
    const category = categoryOf(text);
    if (category !== null) found.add(category);
    else if (text.includes(' ')) for (const phrase of phrasesIn(text)) found.add(phrase.category);
  }
  if (record.prose || record.style === 'mixed') for (const category of phrasesOf(record).values()) found.add(category);
  return found;
}

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
