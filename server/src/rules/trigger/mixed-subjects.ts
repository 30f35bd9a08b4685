import type { ConceptMap } from '../../concepts/concept-map.ts';
import type { KnownConcept } from '../../concepts/concepts.ts';
import type { FolderFacts } from '../../facts/facts.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { mixedSubjects } from '../../metrics/mixed-subjects.ts';
import { type SplitLooks, splitLooks } from '../../metrics/split-looks.ts';
import { lookName } from '../consistency/look-names.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

/** Names in the message. */
const named = 4;

export default folderRule({
  id: 'mixed-subjects',
  group: 'trigger',
  severity: 'info',
  fix: 'none',
  summary: 'The captions of one folder name several subjects, one each, or describe one trigger as several people.',
  why: 'Trained as one concept they share repeats and regularization, and what one looks like is learnt for the other as well (seed: several proper names or identifiers mixed, gender, age or hair colour that contradict, a heuristic).',
  *check({ index, facts }: FolderContext): Iterable<Draft> {
    for (const concept of index.concepts.known) {
      const mixed = mixedSubjects(facts, concept);
      if (!mixed) {
        yield* differingLooks(facts, index.concepts, concept);
        continue;
      }
      yield {
        file: concept.folder,
        range: null,
        message: t(
          'The captions name {0} subjects, one each: {1}. If they are different ones, give each its own folder, or declare them in .tagmetry.json.',
          mixed.names.length,
          mixed.names
            .slice(0, named)
            .map(({ name, captions }) => `"${name}" (${captions})`)
            .join(', ') + (mixed.names.length > named ? ' …' : ''),
        ),
      };
    }
  },
});

/** Captions of one trigger that look like those of several people. */
function* differingLooks(facts: FolderFacts, concepts: ConceptMap, concept: KnownConcept): Iterable<Draft> {
  const split = splitLooks(facts, concepts, concept);
  if (!split) return;
  yield {
    file: concept.folder,
    range: null,
    message: t(
      '"{0}" has several looks: {1}. One subject has one: correct the captions, or give each subject a trigger of its own. Of an outfit, a pose or a style declare the class word.',
      concept.trigger,
      [split, ...split.further].map(lookText).join('; '),
    ),
  };
}

/** What the captions say of an attribute: "gender is female (17), male (7)". */
function lookText({ attribute, values }: Pick<SplitLooks, 'attribute' | 'values'>): string {
  const said = values.slice(0, named).map(({ value, captions }) => `${value} (${captions})`);
  return t('{0} is {1}', lookName(attribute), said.join(', ') + (values.length > named ? ' …' : ''));
}
