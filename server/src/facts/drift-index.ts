import { eachInSteps, type Steps } from '../ground/steps.ts';
import { type Drift, type DriftOptions, driftIn, driftKey, mayDrift } from '../tags/drift.ts';
import type { KnownTags } from '../tags/known-tags.ts';
import { normalTag } from '../tags/normal.ts';
import { keyOfWord } from '../tags/repeats.ts';
import type { FolderFacts } from './facts.ts';
import { Answers, PassingSources } from './tracking.ts';

/** The tags of a folder grouped by what they mean, kept by difference: a tag enters with its first caption, leaves with its last. */
export class DriftIndex {
  /** The synonyms it was made with, for telling whether it still holds. */
  readonly synonyms: readonly (readonly string[])[];
  /** The tag lists it was made with, for the same. */
  readonly known: KnownTags | null;
  /** Stops following the facts. */
  readonly dispose: () => void;
  /** Takes in the tags there are; whoever asks has it finished first. */
  readonly filling: Steps<void>;
  readonly #facts: FolderFacts;
  readonly #options: DriftOptions;
  readonly #keys: (string | null | undefined)[] = [];
  readonly #groups = new Map<string, Set<number>>();
  readonly #sources: PassingSources<string>;
  readonly #drifts: Answers<number, Drift | null>;

  /**
   * @param synonyms own families of the folder, the first form of each is the one to write
   * @param known the user's tag lists: their aliases are families too, and their names the forms to write
   */
  constructor(facts: FolderFacts, synonyms: readonly (readonly string[])[] = [], known: KnownTags | null = null) {
    this.#facts = facts;
    this.#sources = new PassingSources(facts.tracker);
    this.#drifts = new Answers(facts.tracker, (norm) => this.#of(norm), sameDrift);
    this.synonyms = synonyms;
    this.known = known;
    const canonical = new Map<string, string>();
    for (const [first, ...rest] of synonyms)
      for (const form of [first, ...rest]) if (form !== undefined) canonical.set(normalTag(form), normalTag(first));
    this.#options = {
      canonicalOf: (norm) => canonical.get(norm) ?? known?.canonicalOf(norm)?.norm ?? null,
      // The dataset's own word goes before the list's.
      isListed: (norm) => !canonical.has(norm) && known !== null && known.has(norm),
    };
    const followers = [
      facts.onPresence((norm, present) => this.#change(norm, present)),
      facts.vocabulary.onRelease(({ norms }) => {
        for (const norm of norms) if (norm < this.#keys.length) this.#keys[norm] = undefined;
        this.#drifts.forget(norms);
      }),
    ];
    this.filling = eachInSteps(facts.entries(), ([norm]) => this.#change(norm, true));
    this.dispose = () => {
      for (const stop of followers) stop();
    };
  }

  /** The ways the folder writes what a tag says; null when it writes it in one way. */
  of(norm: number): Drift | null {
    // Sentences, whose wording is free, are never asked about again.
    return this.#keyOf(norm) === null ? null : this.#drifts.of(norm);
  }

  #of(norm: number): Drift | null {
    const key = this.#keyOf(norm);
    if (key !== null) this.#sources.note(key);
    const group = key === null ? undefined : this.#groups.get(key);
    return key === null || !group || group.size < 2 ? null : this.#driftOf(key, group);
  }

  /** Every drift of the folder. */
  *all(): Iterable<Drift> {
    for (const [key, group] of this.#groups) if (group.size > 1) yield this.#driftOf(key, group);
  }

  #driftOf(key: string, group: ReadonlySet<number>): Drift {
    const counts = new Map([...group].map((norm) => [this.#facts.vocabulary.norm(norm), this.#facts.frequency(norm)]));
    return driftIn(key, counts, this.#options);
  }

  #keyOf(norm: number): string | null {
    let key = this.#keys[norm];
    if (key === undefined) {
      const text = this.#facts.vocabulary.norm(norm);
      key = mayDrift(text) ? this.#makeKey(norm, text) : null;
      while (this.#keys.length <= norm) this.#keys.push(undefined);
      this.#keys[norm] = key;
    }
    return key;
  }

  #makeKey(norm: number, text: string): string {
    const listed = this.#options.canonicalOf?.(text) ?? null;
    const word = this.#facts.vocabulary.wordWith(norm);
    // Nearly always the key is that of the word, which other rules ask for as well.
    return listed === null && word ? keyOfWord(word) : driftKey(text, this.#options);
  }

  #change(norm: number, present: boolean): void {
    const key = this.#keyOf(norm);
    if (key === null) return;
    this.#sources.touch(key);
    const group = this.#groups.get(key);
    if (present) {
      if (group) group.add(norm);
      else this.#groups.set(key, new Set([norm]));
    } else if (group) {
      group.delete(norm);
      if (group.size === 0) this.#groups.delete(key);
    }
  }
}

function sameDrift(a: Drift | null, b: Drift | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.suggestion === b.suggestion &&
    a.forms.length === b.forms.length &&
    a.forms.every(({ form, count }, at) => form === b.forms[at]?.form && count === b.forms[at]?.count)
  );
}
