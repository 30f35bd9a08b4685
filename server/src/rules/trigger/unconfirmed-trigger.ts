import { type Concept, sureEnough } from '../../concepts/concepts.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

export default folderRule({
  id: 'unconfirmed-trigger',
  group: 'trigger',
  severity: 'info',
  fix: 'none',
  summary: 'A word could be the trigger, but the captions do not show it clearly.',
  why: 'Captions are checked for a trigger only when it is known; a guess would name the wrong captions. One answer, kept in .tagmetry.json, settles it.',
  *check({ index }: FolderContext): Iterable<Draft> {
    const asked = new Map<string, Concept[]>();
    for (const concept of index.concepts.all) {
      const [candidate] = concept.candidates;
      if (candidate === undefined || concept.trigger !== null || concept.regularization) continue;
      if (concept.confidence >= sureEnough) continue;
      const key = candidate.toLowerCase();
      asked.set(key, [...(asked.get(key) ?? []), concept]);
    }
    for (const [first, ...others] of asked.values()) {
      const [candidate, second] = first.candidates;
      const missing = first.captions - first.held;
      yield {
        file: first.folder,
        range: null,
        message:
          second !== undefined
            ? t(
                'Is "{0}" or "{1}" the trigger? "{0}" stands in {2} of {3} captions. Confirm it to have captions checked for it.',
                candidate,
                second,
                first.held,
                first.captions,
              )
            : missing === 0
              ? t(
                  'Is "{0}" the trigger? All {1} captions hold it. Confirm it to have new ones checked.',
                  candidate,
                  first.captions,
                )
              : t(
                  'Is "{0}" the trigger? It is missing in {1} of {2} captions. Confirm it to see which.',
                  candidate,
                  missing,
                  first.captions,
                ),
        related: others.map(({ folder }) => ({ file: folder, range: null, message: t('Here as well') })),
      };
    }
  },
});
