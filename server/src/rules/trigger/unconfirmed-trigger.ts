import { type Concept, sureEnough } from '../../concepts/concepts.ts';
import type { DatasetIndex } from '../../dataset/index.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { folderOf } from '../../ground/paths.ts';
import { fieldLines } from '../../tags/field-lines.ts';
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
      if (concept.confidence >= sureEnough || isFieldName(index, concept.folder, candidate)) continue;
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

/** Whether a word is the name of a field in most captions of a folder, `type: photo`: the trigger of a form is one of its values. */
function isFieldName({ facts }: DatasetIndex, folder: string, word: string): boolean {
  const name = word.toLowerCase();
  let [captions, named] = [0, 0];
  for (const { file, source, fields } of facts.records()) {
    if (source.kind !== 'text' || folderOf(file) !== folder) continue;
    captions++;
    const names = fields ?? fieldLines(source.text)?.map((line) => line.name) ?? [];
    if (names.includes(name)) named++;
  }
  return named * 2 > captions;
}
