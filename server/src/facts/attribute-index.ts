import { eachInSteps, type Steps } from '../ground/steps.ts';
import { type Attribute, attributesOf } from '../tags/attributes.ts';
import type { FolderFacts } from './facts.ts';
import { Sources } from './tracking.ts';

/** A tag in use that says an attribute of a person. */
export interface AttributeTag {
  readonly norm: number;
  readonly value: string;
}

/** The tags of a folder that say what a person looks like, kept by difference; a handful per attribute. */
export class AttributeIndex {
  /** Takes in the tags there are; whoever asks has it finished first. */
  readonly filling: Steps<void>;
  readonly #facts: FolderFacts;
  readonly #byAttribute = new Map<Attribute, Map<number, AttributeTag>>();

  readonly #sources: Sources<Attribute>;

  constructor(facts: FolderFacts) {
    this.#facts = facts;
    this.#sources = new Sources(facts.tracker);
    facts.onPresence((norm, present) => this.#change(norm, present));
    this.filling = eachInSteps(facts.entries(), ([norm]) => this.#change(norm, true));
  }

  /** The tags in use that say an attribute. */
  of(attribute: Attribute): Iterable<AttributeTag> {
    this.#sources.note(attribute);
    return this.#byAttribute.get(attribute)?.values() ?? [];
  }

  #change(norm: number, present: boolean): void {
    const { vocabulary } = this.#facts;
    const word = vocabulary.wordWith(norm);
    // What a tag says follows from its normal form, and its word in the captions knows it already.
    for (const { attribute, value } of attributesOf(word ? [word] : [vocabulary.norm(norm)])) {
      this.#sources.touch(attribute);
      let tags = this.#byAttribute.get(attribute);
      if (!tags) {
        tags = new Map();
        this.#byAttribute.set(attribute, tags);
      }
      if (present) tags.set(norm, { norm, value });
      else tags.delete(norm);
    }
  }
}
