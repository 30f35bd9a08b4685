import type { KnownConcept } from '../concepts/concepts.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { folderOf } from '../ground/paths.ts';
import { normalTag } from '../tags/normal.ts';
import { holdsTrigger } from '../tags/trigger-words.ts';
import { finishInBreaths, type Tally, tallied } from './tally.ts';

/** The captions of one folder that are about one of its triggers and no other. */
export interface TriggerCaptions {
  readonly trigger: string;
  readonly captions: number;
  /** Captions that hold each tag, by its number; the tags that hold a trigger are left out. */
  readonly tags: ReadonlyMap<number, number>;
}

/** The captions of a folder with several triggers, by trigger; empty for a folder with one. What names several of them is of none. */
export function captionsByTrigger(facts: FolderFacts, concept: KnownConcept): readonly TriggerCaptions[] {
  return triggersOf(concept).length < 2 ? [] : tallied(...apartArgs(facts, concept)).sides;
}

/** Counts in steps what {@link captionsByTrigger} asks of all captions. */
export function* apartSteps(facts: FolderFacts, concept: KnownConcept): Iterable<void> {
  if (triggersOf(concept).length > 1) yield* finishInBreaths(...apartArgs(facts, concept));
}

/** The triggers of a folder: a part of its trigger goes for the whole, and is none of its own. */
function triggersOf({ trigger, companions }: KnownConcept): readonly string[] {
  const norm = normalTag(trigger);
  return [trigger, ...companions.filter((other) => !holdsTrigger(norm, normalTag(other)))];
}

interface ApartShare {
  /** Position of the trigger it is about. */
  readonly of: number;
  readonly tags: Uint32Array;
}

class ApartTally implements Tally<ApartShare> {
  readonly sides: readonly { readonly trigger: string; captions: number; readonly tags: Map<number, number> }[];
  readonly #facts: FolderFacts;
  readonly #folder: string;
  readonly #norms: readonly string[];

  constructor(facts: FolderFacts, folder: string, triggers: readonly string[]) {
    this.#facts = facts;
    this.#folder = folder;
    this.#norms = triggers.map(normalTag);
    this.sides = triggers.map((trigger) => ({ trigger, captions: 0, tags: new Map() }));
  }

  shareOf({ file, norms }: CaptionRecord): ApartShare | null {
    if (folderOf(file) !== this.#folder) return null;
    const named = new Set<number>();
    const tags = norms.filter((norm) => {
      const tag = this.#facts.vocabulary.norm(norm);
      const at = this.#norms.findIndex((trigger) => holdsTrigger(tag, trigger));
      if (at >= 0) named.add(at);
      return at < 0;
    });
    const [of, more] = named;
    return of === undefined || more !== undefined ? null : { of, tags };
  }

  add({ of, tags }: ApartShare, by: 1 | -1): void {
    const side = this.sides[of];
    if (side === undefined) return;
    side.captions += by;
    for (const norm of tags) {
      const count = (side.tags.get(norm) ?? 0) + by;
      if (count > 0) side.tags.set(norm, count);
      else side.tags.delete(norm);
    }
  }
}

function apartArgs(facts: FolderFacts, concept: KnownConcept) {
  const { folder } = concept;
  const triggers = triggersOf(concept);
  return [facts, `apart ${folder}`, JSON.stringify(triggers), () => new ApartTally(facts, folder, triggers)] as const;
}
