import type { KnownConcept } from '../concepts/concepts.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import { folderOf } from '../ground/paths.ts';
import { phrasesOf } from '../metrics/subject.ts';
import {
  type AbsorbedField,
  absorbedFields,
  type BoundCaption,
  type BoundConcept,
  bindings,
  type TagBinding,
} from '../planning/binding.ts';
import type { ConceptKind } from '../planning/practice.ts';
import { type Proposal, propose } from '../planning/propose.ts';
import { normalTag } from '../tags/normal.ts';

/** What the tags of one concept are to its trigger, and what to do with them. */
export interface ConceptBinding {
  readonly trigger: string;
  readonly folders: readonly string[];
  /** What it is, as the user said; null: not said, and nothing is proposed. */
  readonly kind: ConceptKind | null;
  /** Captions with the trigger. */
  readonly captions: number;
  /** Of these the ones written as sentences: their phrases are looked at, and only a person can reword them. */
  readonly prose: number;
  /** Too few to rely on. */
  readonly indicative: boolean;
  readonly tags: readonly TagBinding[];
  readonly fields: readonly AbsorbedField[];
  readonly proposals: readonly Proposal[];
}

/** Captions of a concept below which its figures are indicative. */
const indicativeBelow = 20;

/**
 * The binding map of a dataset: one entry for each trigger that is known.
 * @param kindOf what a concept is, by its trigger; null where nobody said
 */
export function bindingMap(index: DatasetIndex, kindOf: (trigger: string) => ConceptKind | null): ConceptBinding[] {
  const concepts = boundConcepts(index);
  return concepts.map((concept) => {
    const others = concepts.filter((other) => other !== concept);
    const tags = bindings(concept, others);
    const kind = kindOf(concept.trigger);
    return {
      trigger: concept.trigger,
      folders: concept.folders,
      kind,
      captions: concept.captions.length,
      prose: concept.captions.filter(({ prose }) => prose).length,
      indicative: concept.captions.length < indicativeBelow,
      tags,
      fields: absorbedFields(concept, others),
      proposals: kind === null ? [] : propose(concept, tags, kind),
    };
  });
}

/** The captions of each known trigger; folders that share one are one concept. */
function boundConcepts(index: DatasetIndex): BoundConcept[] {
  const byTrigger = new Map<string, KnownConcept[]>();
  for (const concept of index.concepts.known) {
    const key = normalTag(concept.trigger);
    byTrigger.set(key, [...(byTrigger.get(key) ?? []), concept]);
  }
  const captions = new Map<string, BoundCaption[]>();
  const owners = new Map<string, { key: string; concept: KnownConcept }>();
  for (const [key, concepts] of byTrigger) for (const concept of concepts) owners.set(concept.folder, { key, concept });
  for (const { file } of index.captions) {
    const owner = owners.get(folderOf(file));
    const record = index.record(file);
    if (!owner || !record || record.trained === '') continue;
    const { triggerNorm, trigger } = owner.concept;
    const holds =
      triggerNorm === null
        ? record.trained.toLowerCase().includes(trigger.toLowerCase())
        : record.norms.includes(triggerNorm);
    if (!holds) continue;
    const tags = record.prose
      ? [...phrasesOf(record).keys()]
      : Array.from(record.norms, (norm) => index.vocabulary.norm(norm));
    const list = captions.get(owner.key);
    const caption = { file, tags, prose: record.prose };
    if (list) list.push(caption);
    else captions.set(owner.key, [caption]);
  }
  return [...byTrigger].map(([key, concepts]) => {
    const [first] = concepts as [KnownConcept, ...KnownConcept[]];
    const own = new Set([key]);
    for (const { classWord, triggerNorm, companions } of concepts) {
      if (classWord !== null) own.add(normalTag(classWord));
      if (triggerNorm !== null) own.add(index.vocabulary.norm(triggerNorm));
      for (const companion of companions) own.add(normalTag(companion));
    }
    return {
      folders: concepts.map(({ folder }) => folder),
      trigger: first.trigger,
      own,
      captions: captions.get(key) ?? [],
    };
  });
}
