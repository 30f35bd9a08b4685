import type { ConceptMap } from '../concepts/concept-map.ts';
import { isKnown } from '../concepts/concepts.ts';
import type { FolderFacts } from '../facts/facts.ts';
import { backdropSteps } from './backdrops.ts';
import { colourSteps } from './colours.ts';
import { fieldSteps } from './fields.ts';
import { mixedSteps } from './mixed-subjects.ts';
import { regularizationSteps } from './regularization.ts';
import { kindSteps } from './shared-kinds.ts';
import { lookSteps } from './split-looks.ts';
import { subjectSteps } from './subject.ts';
import { templateSteps } from './templates.ts';
import { apartSteps } from './told-apart.ts';

/**
 * Counts everything that metrics, evidence and folder rules ask of all captions, a caption at a step, so that it can be done in breaths.
 * What is asked afterwards costs what changed meanwhile.
 */
export function* countInSteps(facts: FolderFacts, concepts: ConceptMap): Iterable<void> {
  yield* subjectSteps(facts, concepts);
  yield* templateSteps(facts, concepts);
  yield* fieldSteps(facts, concepts);
  yield* kindSteps(facts, concepts);
  yield* backdropSteps(facts, concepts);
  yield* lookSteps(facts, concepts);
  yield* regularizationSteps(facts, concepts);
  for (const concept of concepts.all.filter(isKnown)) {
    yield* colourSteps(facts, concept);
    yield* mixedSteps(facts, concept);
    yield* apartSteps(facts, concept);
    if (concept.triggerNorm !== null) yield* facts.rowSteps(concept.triggerNorm);
  }
}
