import type { FolderFacts } from '../facts/facts.ts';
import { type ConfigHint, hintFor } from '../ground/config-hint.ts';
import { ConceptMap } from './concept-map.ts';
import type { ConceptFolder, DeclaredConcept } from './concepts.ts';
import { type Concept, isKnown } from './concepts.ts';
import { conceptOf } from './infer-concepts.ts';
import { withSharedTrigger } from './shared-trigger.ts';

/**
 * The concepts of a dataset's folders, inferred again only where something changed that they rest on: {@link FolderFacts.shape}
 * tells whether to look at all, the shape of each folder whether at that one.
 */
export class ConceptInference {
  readonly #facts: FolderFacts;
  #declared: readonly DeclaredConcept[] = [];
  #hints: ReadonlyMap<string, ConfigHint> = new Map();
  #map: { shape: number; concepts: ConceptMap } | null = null;
  readonly #byFolder = new Map<string, { shape: number; images: number; concept: Concept }>();

  constructor(facts: FolderFacts) {
    this.#facts = facts;
  }

  /** Sets the concepts that the user declared, and what a training configuration says; the rest is inferred. */
  declare(concepts: readonly DeclaredConcept[], hints: ReadonlyMap<string, ConfigHint>): void {
    this.#declared = concepts;
    this.#hints = hints;
    this.#map = null;
    this.#byFolder.clear();
  }

  /** The folders were listed again. */
  foldersChanged(): void {
    this.#map = null;
  }

  /** The concepts as the captions stand now. Costs nothing unless something changed that they rest on. */
  of(folders: () => Iterable<ConceptFolder>): ConceptMap {
    const { shape } = this.#facts;
    if (this.#map?.shape === shape) return this.#map.concepts;
    const own = [...folders()].map((folder) => this.#ofFolder(folder));
    const known = own.filter(isKnown);
    const concepts = new ConceptMap(own.map((concept) => withSharedTrigger(this.#facts, concept, known)));
    this.#map = { shape, concepts };
    return concepts;
  }

  /** Numbers of the normal forms that the concepts name, held by captions or not. */
  *norms(): Iterable<number> {
    for (const { concept } of this.#byFolder.values()) if (concept.triggerNorm !== null) yield concept.triggerNorm;
    for (const { triggerNorm } of this.#map?.concepts.all ?? []) if (triggerNorm !== null) yield triggerNorm;
  }

  #ofFolder({ folder, images, name }: ConceptFolder): Concept {
    const shape = this.#facts.subset(folder)?.shape ?? 0;
    const known = this.#byFolder.get(folder);
    if (known?.shape === shape && known.images === images) return known.concept;
    const concept = conceptOf(this.#facts, { folder, images, name }, this.#declared, hintFor(this.#hints, folder));
    this.#byFolder.set(folder, { shape, images, concept });
    return concept;
  }
}
