import { wilsonLower } from '../facts/information.ts';
import { attributesOf } from '../tags/attributes.ts';
import { categoryOf } from '../tags/categories.ts';
import type { Category } from '../tags/vocabulary.ts';

/**
 * What a tag is to a trigger. `absorbed`: permanent and hardly written, so the trigger carries it. `locked`: always written beside the
 * trigger; it comes along and cannot be prompted away. `promptable`: varies and is written. `noise`: too rare to be learned as a word.
 */
export type Binding = 'absorbed' | 'locked' | 'promptable' | 'noise';

/** Captions of a concept, as far as bindings need them. */
export interface BoundCaption {
  /** Relative to the dataset's root. */
  readonly file: string;
  /** Normal forms, each once; of sentences the phrases that are known. */
  readonly tags: readonly string[];
  readonly prose: boolean;
}

export interface BoundConcept {
  readonly folders: readonly string[];
  /** As written. */
  readonly trigger: string;
  /** Normal forms of the trigger and of what belongs to it by name, such as the class word: never proposed for anything. */
  readonly own: ReadonlySet<string>;
  /** Captions that hold the trigger. */
  readonly captions: readonly BoundCaption[];
}

/** A tag beside a trigger. */
export interface TagBinding {
  /** Normal form. */
  readonly tag: string;
  readonly category: Category | null;
  readonly binding: Binding;
  /** Captions with both, and with the trigger. */
  readonly together: number;
  readonly support: number;
  /** P(tag | trigger), and what it is at least and at most with 95 % confidence (Wilson). */
  readonly probability: number;
  readonly lower: number;
  readonly upper: number;
  /** Of the other concepts, the one that has the tag least often; null without another concept of enough captions. */
  readonly sibling: { readonly trigger: string; readonly probability: number } | null;
}

/** Something every picture has and no caption of the concept says, though others do. */
export interface AbsorbedField {
  readonly attribute: 'hair colour' | 'eye colour';
  /** A concept whose captions say it, and how many of them do, 0 to 1. */
  readonly sibling: string;
  readonly probability: number;
}

/** P(tag | trigger) from which a tag is locked, as rule trigger-lock-in has it (the failure map: co-occurrence). */
const locked = 0.95;
/** What that probability must be at least with 95 % confidence, and captions that are needed. */
const leastSure = 0.7;
const leastSupport = 10;
/** Captions below which a tag is noise. */
const noiseBelow = 3;
/** Part of the captions below which a permanent colour that nothing contradicts is left to the trigger. */
const hardlyWritten = 0.6;
/** Captions of another concept from which it can say the opposite. */
const siblingSupport = 5;

/** What the tags of a concept are to its trigger, the strongest first. */
export function bindings(concept: BoundConcept, others: readonly BoundConcept[]): TagBinding[] {
  const counts = countsOf(concept);
  const support = concept.captions.length;
  const siblings = others
    .filter(({ captions }) => captions.length >= siblingSupport)
    .map((other) => ({ trigger: other.trigger, counts: countsOf(other), support: other.captions.length }));
  const rivals = coloursOf(counts);
  const found: TagBinding[] = [];
  for (const [tag, together] of counts) {
    if (concept.own.has(tag)) continue;
    const probability = together / support;
    const lower = wilsonLower(together, support);
    let sibling: TagBinding['sibling'] = null;
    for (const other of siblings) {
      const theirs = (other.counts.get(tag) ?? 0) / other.support;
      if (sibling === null || theirs < sibling.probability) sibling = { trigger: other.trigger, probability: theirs };
    }
    found.push({
      tag,
      category: categoryOf(tag),
      binding: bindingOf({ tag, together, support, probability, lower }, rivals),
      together,
      support,
      probability,
      lower,
      upper: 1 - wilsonLower(support - together, support),
      sibling,
    });
  }
  return found.sort((a, b) => b.together - a.together || (a.tag < b.tag ? -1 : 1));
}

function countsOf({ captions }: BoundConcept): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tags } of captions) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}

/** How many tags of each colour attribute are written often enough to be meant. */
function coloursOf(counts: ReadonlyMap<string, number>): Map<string, number> {
  const found = new Map<string, number>();
  for (const [tag, count] of counts) {
    const attribute = colourAttribute(tag);
    if (attribute !== null && count >= noiseBelow) found.set(attribute, (found.get(attribute) ?? 0) + 1);
  }
  return found;
}

/** The attribute of which every picture of a person has exactly one value: colour of hair or eyes; null for other tags. */
function colourAttribute(tag: string): AbsorbedField['attribute'] | null {
  const attribute = attributesOf([tag])[0]?.attribute;
  return attribute === 'hair colour' || attribute === 'eye colour' ? attribute : null;
}

function bindingOf(
  {
    tag,
    together,
    support,
    probability,
    lower,
  }: Pick<TagBinding, 'tag' | 'together' | 'support' | 'probability' | 'lower'>,
  rivals: ReadonlyMap<string, number>,
): Binding {
  if (together < Math.min(noiseBelow, support)) return 'noise';
  if (support >= leastSupport && probability >= locked && lower >= leastSure) return 'locked';
  const attribute = colourAttribute(tag);
  const isAlone = attribute !== null && rivals.get(attribute) === 1;
  return isAlone && support >= leastSupport && probability < hardlyWritten ? 'absorbed' : 'promptable';
}

/** Colours of hair and eyes that no caption of a concept writes, while another concept's captions mostly do. */
export function absorbedFields(concept: BoundConcept, others: readonly BoundConcept[]): AbsorbedField[] {
  const share = (of: BoundConcept, attribute: AbsorbedField['attribute']): number =>
    of.captions.filter(({ tags }) => tags.some((tag) => colourAttribute(tag) === attribute)).length /
    Math.max(1, of.captions.length);
  if (concept.captions.length < leastSupport) return [];
  const found: AbsorbedField[] = [];
  for (const attribute of ['hair colour', 'eye colour'] as const) {
    if (share(concept, attribute) > 0) continue;
    for (const other of others) {
      const probability = other.captions.length < siblingSupport ? 0 : share(other, attribute);
      if (probability < 0.5) continue;
      found.push({ attribute, sibling: other.trigger, probability });
      break;
    }
  }
  return found;
}
