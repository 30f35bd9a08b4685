import { AttributeIndex } from '../facts/attribute-index.ts';
import { DriftIndex } from '../facts/drift-index.ts';
import type { FolderFacts } from '../facts/facts.ts';
import { Answers, PassingSources, Source } from '../facts/tracking.ts';
import { eachInSteps, finish, type Steps } from '../ground/steps.ts';
import type { KnownTags } from '../tags/known-tags.ts';
import { type TypoFinding, TypoIndex } from '../tags/typos.ts';

/**
 * What is worked out of all tags of a folder: misspellings, several ways to say one thing, what people look like. Each index is made on
 * first use, or in steps before somebody waits for it, and kept by difference.
 */
export class TagIndexes {
  readonly #facts: FolderFacts;
  readonly #lists = new Source();
  readonly #words: PassingSources<string>;
  readonly #tagNames: PassingSources<string>;
  readonly #typoOf: Answers<number, TypoFinding | null>;
  #knownTags: KnownTags | null = null;
  #drift: DriftIndex | null = null;
  #attributes: AttributeIndex | null = null;
  #typos: { readonly index: TypoIndex; readonly filling: Steps<void> } | null = null;

  constructor(facts: FolderFacts) {
    const { tracker, vocabulary } = facts;
    this.#facts = facts;
    this.#words = new PassingSources(tracker);
    this.#tagNames = new PassingSources(tracker);
    this.#typoOf = new Answers<number, TypoFinding | null>(
      tracker,
      (norm) => this.#filledTypos().find(vocabulary.norm(norm)),
      (a, b) => a?.suggestion === b?.suggestion && a?.suggestionCount === b?.suggestionCount,
    );
    vocabulary.onRelease(({ norms }) => this.#typoOf.forget(norms));
  }

  /** The user's tag lists once they are loaded; null without any. */
  get knownTags(): KnownTags | null {
    this.#facts.tracker.note(this.#lists);
    return this.#knownTags;
  }

  set knownTags(known: KnownTags | null) {
    this.#knownTags = known;
    this.#facts.tracker.touch(this.#lists);
  }

  /** The ways the folder writes its tags. */
  drift(synonyms: readonly (readonly string[])[]): DriftIndex {
    const drift = this.#driftOf(synonyms);
    this.#facts.tracker.untracked(() => finish(drift.filling));
    return drift;
  }

  /** The tags that say what a person looks like. */
  get attributes(): AttributeIndex {
    this.#attributes ??= new AttributeIndex(this.#facts);
    const { filling } = this.#attributes;
    this.#facts.tracker.untracked(() => finish(filling));
    return this.#attributes;
  }

  /** The probable misspelling in a tag, given by the number of its normal form, or null. */
  typoOf(norm: number): TypoFinding | null {
    return this.#typoOf.of(norm);
  }

  /** Makes all of them in steps, so that the first caption that is judged need not wait for them. */
  *prepare(synonyms: readonly (readonly string[])[]): Steps<void> {
    yield* this.#driftOf(synonyms).filling;
    this.#attributes ??= new AttributeIndex(this.#facts);
    yield* this.#attributes.filling;
    yield* this.#typoIndex.filling;
    yield* this.#facts.listSteps();
  }

  #driftOf(synonyms: readonly (readonly string[])[]): DriftIndex {
    if (this.#drift?.synonyms === synonyms && this.#drift.known === this.knownTags) return this.#drift;
    this.#drift?.dispose();
    this.#drift = new DriftIndex(this.#facts, synonyms, this.knownTags);
    return this.#drift;
  }

  #filledTypos(): TypoIndex {
    const { index, filling } = this.#typoIndex;
    this.#facts.tracker.untracked(() => finish(filling));
    return index;
  }

  get #typoIndex(): { readonly index: TypoIndex; readonly filling: Steps<void> } {
    if (this.#typos) return this.#typos;
    const { vocabulary } = this.#facts;
    const typos = new TypoIndex({
      reads: { word: (word) => this.#words.note(word), tag: (norm) => this.#tagNames.note(norm) },
      changed: (word) => this.#words.touch(word),
      isKnown: (norm) =>
        this.knownTags !== null && (this.knownTags.has(norm) || this.knownTags.canonicalOf(norm) !== null),
      near: (norm) => this.knownTags?.didYouMean(norm).map((tag) => tag.norm) ?? [],
    });
    this.#facts.onFrequency((norm, count) => {
      const tag = vocabulary.norm(norm);
      typos.set(tag, count);
      this.#tagNames.touch(tag);
    });
    const filling = eachInSteps(this.#facts.entries(), ([norm, count]) => typos.set(vocabulary.norm(norm), count));
    this.#typos = { index: typos, filling };
    return this.#typos;
  }
}
