import type { KnownConcept } from '../../concepts/concepts.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { folderOf } from '../../ground/paths.ts';
import { classExamples } from '../../metrics/class-examples.ts';
import { normalTag } from '../../tags/normal.ts';
import { classKind } from '../../tags/trigger-words.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { hijackedConcepts, isAskedFor, isOneOfSeveral, isStyleWord } from './class-hijack.ts';
import { isMeant } from './missing-trigger.ts';

/** Whether a class word trains: a caption holds it, or an image has no caption but the folder's name. */
function trains({ facts }: FolderContext, { folder, images, captions }: KnownConcept, classWord: string): boolean {
  // People are named by counts as well: "1girl" for a woman.
  if (captions < images || classKind(normalTag(classWord)) === 'person') return true;
  const own = classWord.toLowerCase();
  for (const { file, trained } of facts.records())
    if (folderOf(file) === folder && trained.toLowerCase().replaceAll('_', ' ').includes(own)) return true;
  return false;
}

export default folderRule({
  id: 'missing-regularization',
  group: 'trigger',
  severity: 'info',
  fix: 'none',
  summary: 'A concept trains with a class word and the dataset has no regularization set.',
  why: 'Images of the class without the subject keep the class word general while the trigger is learnt (DreamBooth, prior preservation; sd-scripts is_reg).',
  *check(context: FolderContext): Iterable<Draft> {
    const { known, hasRegularization } = context.index.concepts;
    if (hasRegularization) return;
    // class-hijack asks for the set already, with its reason.
    const isTold = context.settings.severities['class-hijack'] !== 'off';
    const told = new Set(isTold ? [...hijackedConcepts(context)].map(({ concept }) => concept) : []);
    const shown = new Set(classExamples(context.facts, context.index.concepts).map(({ classWord }) => classWord));
    const concept = known.find(
      (other) =>
        other.classWord !== null &&
        !isStyleWord(other.classWord) &&
        !isOneOfSeveral(context.facts, other, other.classWord) &&
        trains(context, other, other.classWord) &&
        !told.has(other) &&
        // A folder of the class that trains as any other keeps the word general as well.
        !shown.has(other.classWord) &&
        // Captions without the trigger are examples of the class within the set.
        !isMeant(other, context.index),
    );
    if (!concept || told.size > 0) return;
    yield {
      file: '',
      range: null,
      // Beside a second subject the class of the first is half of what is asked for.
      ...(isAskedFor(concept.classWord ?? '') && concept.companions.length === 0 ? {} : { severity: 'hint' as const }),
      message: t(
        'No regularization set for "{0}": the class word may drift to the subject. Add a folder of other "{0}" images, or train for a short time.',
        concept.classWord ?? '',
      ),
    };
  },
});
