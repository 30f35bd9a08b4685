import { normalTag } from '../tags/normal.ts';
import { type Concept, isKnown, type KnownConcept } from './concepts.ts';

/** The concepts of a dataset by folder. */
export class ConceptMap {
  readonly all: readonly Concept[];
  readonly #byFolder = new Map<string, Concept>();

  constructor(all: readonly Concept[]) {
    this.all = all;
    for (const concept of all) this.#byFolder.set(concept.folder, concept);
  }

  /** The concept that the captions of a folder belong to. */
  of(folder: string): Concept | undefined {
    return this.#byFolder.get(folder);
  }

  /** Whether a regularization set is part of the dataset. */
  get hasRegularization(): boolean {
    return this.all.some((concept) => concept.regularization);
  }

  /** The concepts to train whose trigger is known well enough to judge captions by. */
  get known(): readonly KnownConcept[] {
    return this.all.filter((concept): concept is KnownConcept => isKnown(concept));
  }

  /** The same by trigger and class word: the folders of one subject together, the one with the most captions first. */
  get subjects(): readonly (readonly [KnownConcept, ...KnownConcept[]])[] {
    const found = new Map<string, [KnownConcept, ...KnownConcept[]]>();
    for (const concept of this.known) {
      const key = `${normalTag(concept.trigger)}\n${concept.classWord === null ? '' : normalTag(concept.classWord)}`;
      const others = found.get(key);
      if (!others) found.set(key, [concept]);
      else if (concept.captions > others[0].captions) others.unshift(concept);
      else others.push(concept);
    }
    return [...found.values()];
  }
}
