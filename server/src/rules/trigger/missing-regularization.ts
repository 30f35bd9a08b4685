import { t } from '../../l10n.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import type { Draft } from '../rule.ts';

export default folderRule({
  id: 'missing-regularization',
  group: 'trigger',
  severity: 'info',
  fix: 'none',
  failureModes: ['concept-bleed'],
  summary: 'A concept trains with a class word and the dataset has no regularization set.',
  why: 'Images of the class without the subject keep the class word general while the trigger is learnt (DreamBooth, prior preservation; sd-scripts is_reg).',
  *check({ index }: FolderContext): Iterable<Draft> {
    const { known, hasRegularization } = index.concepts;
    const concept = known.find(({ classWord }) => classWord !== null);
    if (!concept || hasRegularization) return;
    yield {
      file: '',
      range: null,
      message: t(
        'No regularization set for "{0}": the class word may drift to the subject. Add a folder of other "{0}" images, or train for a short time.',
        concept.classWord ?? '',
      ),
    };
  },
});
