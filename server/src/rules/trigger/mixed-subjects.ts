import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { mixedSubjects } from '../../metrics/mixed-subjects.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

/** Names in the message. */
const named = 4;

export default folderRule({
  id: 'mixed-subjects',
  group: 'trigger',
  severity: 'info',
  fix: 'none',
  summary: 'The captions of one folder name several subjects, one each.',
  why: 'Trained as one concept they share repeats and regularization, and what one looks like is learnt for the other as well (seed: several proper names or identifiers mixed, a heuristic).',
  *check({ index, facts }: FolderContext): Iterable<Draft> {
    for (const concept of index.concepts.known) {
      const mixed = mixedSubjects(facts, concept);
      if (!mixed) continue;
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
