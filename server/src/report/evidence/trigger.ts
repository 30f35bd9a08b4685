import { tooFewBelow } from '../../advice/assess.ts';
import type { BoundTag } from '../../advice/facts.ts';
import { isStyle, type KnownConcept } from '../../concepts/concepts.ts';
import type { DatasetIndex } from '../../dataset/index.ts';
import { hasManyLooks } from '../../dataset/looks.ts';
import { leastSupport } from '../../facts/associations.ts';
import { sharedBackdrop } from '../../metrics/backdrops.ts';
import { coloursBeside } from '../../metrics/colours.ts';
import type { DatasetMetrics } from '../../metrics/metrics.ts';
import { mixedSubjects } from '../../metrics/mixed-subjects.ts';
import { isNamesake } from '../../metrics/namesake.ts';
import { splitLooks } from '../../metrics/split-looks.ts';
import { subjectTags, withoutGeneralPlaces } from '../../metrics/subject.ts';
import { type Category, categoryOf } from '../../tags/categories.ts';
import { normalTag } from '../../tags/normal.ts';
import { classKind } from '../../tags/trigger-words.ts';
import type { Values } from './values.ts';

/** Captions with the trigger below which P(tag | trigger) says nothing; of a small set, whose shares make no risk more than low, fewer. */
const triggerSupport = 10;
const ofSmallSet = 5;

/** The captions with the trigger that P(tag | trigger) needs in a dataset. */
export const supportIn = ({ facts }: DatasetIndex): number =>
  facts.captions < tooFewBelow ? ofSmallSet : triggerSupport;
/** P(tag | trigger) from which a tag is tied to the trigger. */
const bound = 0.95;
/** Captions of each concept, and tags that are compared, below which two distributions say nothing. */
const comparedCaptions = 10;
const comparedTags = 8;

/** Tags tied to a trigger that enough captions hold; a colour of clothes and things is tied by all tags that name it. */
export function boundTags(index: DatasetIndex, concept: KnownConcept): BoundTag[] {
  const isOutfit = hasManyLooks(index, concept.folder);
  const isOwn = (category: string | null): boolean =>
    isStyle(concept) ? category === 'style' : isOutfit && (category === 'clothing' || category === 'colour');
  const tied = tagsBeside(index, concept).filter(
    ({ probability, category }) => probability >= bound && !isOwn(category),
  );
  if (isOutfit) return tied;
  const fewest = supportIn(index);
  for (const { colour, together, support, tags } of coloursBeside(index.facts, concept))
    if (support >= fewest && together >= support * bound)
      for (const tag of tags) tied.push({ tag, category: 'colour', probability: together / support, colour });
  return tied;
}

/** All tags beside the trigger of a concept, not only those that the report lists; most frequent first, then by name. */
function tagsBeside(index: DatasetIndex, concept: KnownConcept): BoundTag[] {
  const { facts, concepts } = index;
  const { triggerNorm } = concept;
  if (triggerNorm === null) return [];
  const support = facts.frequency(triggerNorm);
  if (support < supportIn(index)) return [];
  const told = new Set(withoutGeneralPlaces(subjectTags(facts, concepts)).tags.map(({ tag }) => tag));
  const beside: BoundTag[] = [];
  for (const [norm, together] of facts.cooccurrence(triggerNorm)) {
    if (together < leastSupport) continue;
    const tag = facts.vocabulary.norm(norm);
    const category = categoryOf(tag);
    if (category === 'background' && (!told.has(tag) || isNamesake(tag, category, concepts))) continue;
    beside.push({ tag, probability: together / support, category });
  }
  return beside.sort((a, b) => b.probability - a.probability || (a.tag < b.tag ? -1 : 1));
}

/**
 * Fills the metrics that follow from the triggers; those of one subject are of the concept with the most captions.
 * @param isCut the trigger of that concept does not reach the model: nothing is learnt with it
 */
export function triggerEvidence(
  values: Values,
  metrics: DatasetMetrics,
  index: DatasetIndex,
  concept: KnownConcept | undefined,
  isCut: boolean,
): void {
  const { facts } = index;
  const overlaps = metrics.overlaps.filter(
    ({ compared, captions }) => Math.min(...captions) >= comparedCaptions && compared >= comparedTags,
  );
  // Sentences have no tags to compare.
  if (overlaps.length > 0 && facts.proseCaptions * 2 <= facts.captions) {
    values['concept-overlap'] = Math.max(...overlaps.map(({ shared, compared }) => shared.length / compared));
    values['concept-divergence'] = Math.min(...overlaps.map(({ jensenShannon }) => jensenShannon));
  }
  if (!concept) return;
  values['other-subject-share'] = Math.max(
    ...index.concepts.known.map((known) => mixedSubjects(facts, known)?.others ?? 0),
  );
  values['other-look-share'] = Math.max(
    ...index.concepts.known.map((known) => {
      const split = splitLooks(facts, index.concepts, known);
      return split?.sure ? split.others : 0;
    }),
  );
  if (isCut) return;
  const beside = tagsBeside(index, concept);
  if (beside.length === 0) besideInSentences(values, index);
  // What people of many looks wear.
  const isOutfit = hasManyLooks(index, concept.folder);
  if (beside.length > 0) {
    const highest = (...categories: Category[]): number =>
      Math.max(
        0,
        ...beside.filter((tag) => categories.includes(tag.category as Category)).map((tag) => tag.probability),
      );
    values['trigger-background-probability'] = highest('background');
    // What is trained is what the trigger is to mean.
    values['trigger-style-probability'] = isStyle(concept) ? 0 : highest('style');
    values['trigger-clothing-probability'] = isOutfit ? 0 : highest('clothing');
  }
  const backdrop = backdropShare(index);
  if (backdrop !== null)
    values['trigger-background-probability'] = Math.max(values['trigger-background-probability'] ?? 0, backdrop);
  const [colour] = isOutfit ? [] : coloursBeside(facts, concept);
  const support = colour?.support ?? 0;
  if (support >= supportIn(index)) values['trigger-colour-probability'] = (colour?.together ?? 0) / support;
  else if (beside.length > 0) values['trigger-colour-probability'] = 0;
  classValues(values, index);
}

/**
 * What stands beside the trigger of captions written as sentences, where all of them are about one subject: of any caption there. Words of
 * style are the form of such captions, and told as that.
 */
function besideInSentences(values: Values, index: DatasetIndex): void {
  const { subjects, known } = index.concepts;
  const [concept] = subjects[0] ?? [];
  if (!concept || subjects.length > 1 || known.some(({ triggerNorm }) => triggerNorm !== null)) return;
  const { captions, tags } = withoutGeneralPlaces(subjectTags(index.facts, index.concepts));
  const held = known.reduce((sum, one) => sum + one.held, 0);
  if (held < supportIn(index) || held < captions * bound) return;
  const highest = (wanted: Category): number =>
    Math.max(
      0,
      ...tags
        .filter(({ tag, category }) => category === wanted && !isNamesake(tag, wanted, index.concepts))
        .map((tag) => tag.spoken / captions),
    );
  values['trigger-background-probability'] = highest('background');
  values['trigger-clothing-probability'] = hasManyLooks(index, concept.folder) ? 0 : highest('clothing');
}

/** P(one backdrop under several words | trigger), where all captions are about one subject; null elsewhere. */
function backdropShare(index: DatasetIndex): number | null {
  const { facts, concepts } = index;
  const backdrop = sharedBackdrop(facts, concepts);
  if (backdrop === null || backdrop.words.length < 2 || concepts.subjects.length !== 1) return null;
  const { captions } = subjectTags(facts, concepts);
  const held = concepts.known.reduce((sum, one) => sum + one.held, 0);
  return held < supportIn(index) || held < captions * bound ? null : backdrop.captions / captions;
}

function classValues(values: Values, { facts, vocabulary, concepts }: DatasetIndex): void {
  const triggered = new Marks();
  const byClass: number[] = [];
  for (const { triggerNorm, classWord } of concepts.known) {
    if (triggerNorm === null || facts.frequency(triggerNorm) < leastSupport) continue;
    const own = new Marks();
    own.addAll(facts.captionIds(triggerNorm));
    triggered.addAll(facts.captionIds(triggerNorm));
    // A style has no class that could be taken over.
    if (classWord === null || classKind(normalTag(classWord)) === 'style') continue;
    const norm = normalTag(classWord);
    const classNorm = vocabulary.normId(norm);
    const named = classNorm === undefined ? noCaptions : facts.captionIds(classNorm);
    const both = own.count(named);
    // Whatever holds "ohwx woman" names the class.
    const within = facts.vocabulary.norm(triggerNorm).split(' ').includes(norm);
    const [ofBoth, ofNamed] = within ? [own.size, own.size + named.length - both] : [both, named.length];
    if (ofNamed > 0) byClass.push(ofBoth / ofNamed);
  }
  if (triggered.size === 0) return;
  values['without-trigger-share'] = 1 - triggered.size / facts.captions;
  values['class-trigger-probability'] = byClass.length === 0 ? null : Math.max(...byClass);
}

const noCaptions = new Uint32Array();

/** Captions by their numbers, a byte for each: sets of all captions of a large folder take ten times as long. */
class Marks {
  #marks = new Uint8Array();
  size = 0;

  /** @param ids ascending */
  addAll(ids: Uint32Array): void {
    const room = (ids.at(-1) ?? -1) + 1;
    if (room > this.#marks.length) {
      const more = new Uint8Array(room);
      more.set(this.#marks);
      this.#marks = more;
    }
    for (let at = 0; at < ids.length; at++) {
      this.size += 1 - this.#marks[ids[at]];
      this.#marks[ids[at]] = 1;
    }
  }

  /** How many of some captions are among them. */
  count(ids: Uint32Array): number {
    let count = 0;
    for (let at = 0; at < ids.length; at++) if (this.#marks[ids[at]] === 1) count++;
    return count;
  }
}
