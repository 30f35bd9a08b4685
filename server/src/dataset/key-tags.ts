import { categoryOf } from '../tags/categories.ts';
import { normalTag } from '../tags/normal.ts';
import { holdsTrigger } from '../tags/trigger-words.ts';
import type { DatasetIndex } from './index.ts';
import { question } from './question.ts';

/** Share of a folder's captions that a tag must be in to count as a key tag. */
const keyShare = 0.9;
/** Share of captions that begin with a tag for it to count like a trigger. */
const firstShare = 0.5;
/** Below this number of captions shares say nothing. */
const fewest = 5;

/**
 * True for a tag (number of its normal form) that a dataset turns on: it is or holds a trigger, or a class word; it stands first in most
 * captions; or nearly all of them have it, quality and style words left out. Heuristic, made to err on the side of keeping a tag.
 */
export const isKeyTag = (index: DatasetIndex, norm: number | undefined): boolean =>
  norm !== undefined && isKey(index, norm);

const isKey = question((index, id: number): boolean => {
  const { facts } = index;
  const norm = facts.vocabulary.norm(id);
  if (
    conceptsToKeep(index, '').some(
      (concept) => concept.classWord === norm || holdsTrigger(norm, normalTag(concept.trigger)),
    )
  )
    return true;
  if (facts.captions < fewest) return false;
  if (facts.firstCount(id) / facts.captions >= firstShare) return true;
  if (facts.frequency(id) / facts.captions < keyShare) return false;
  const category = categoryOf(norm);
  return category !== 'quality' && category !== 'style';
});

const conceptsToKeep = question((index, _: string) =>
  index.concepts.known.map(({ trigger, classWord }) => ({ trigger, classWord })),
);
