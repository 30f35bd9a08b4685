import type { Concept } from '../../concepts/concepts.ts';
import { hintFor } from '../../ground/config-hint.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { baseName } from '../../ground/paths.ts';
import { classExamples } from '../../metrics/class-examples.ts';
import { normalTag } from '../../tags/normal.ts';
import { parseSubsetName } from '../../trainers/subset-name.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

/** Images below which a folder is no set. */
const fewest = 3;

export default folderRule({
  id: 'undeclared-regularization',
  group: 'trigger',
  severity: 'info',
  fix: 'none',
  summary: 'A folder of the class looks like a regularization set, and trains as any other folder does.',
  why: 'Only what the configuration calls one is a regularization set: any other folder is a subject, with its full weight, and its class word is learnt from it as a word of its own (sd-scripts library/config_util.py, is_reg and reg_data_dir).',
  *check(context: FolderContext): Iterable<Draft> {
    const { regularizationMark: mark } = context.settings.trainer;
    // Without such a mark a folder like any other is the only way to show the class.
    if (mark === null) return;
    for (const { concept, classWord } of lookalikes(context))
      yield {
        file: concept.folder,
        range: null,
        message: t(
          '{0} images of "{1}" train as a subject of their own: this looks like a regularization set that is not declared as one ({2}).',
          sizeOf(concept),
          classWord,
          mark,
        ),
      };
  },
});

/** Images of a folder; captions where no images were listed. */
const sizeOf = ({ images, captions }: Concept): number => Math.max(images, captions);

/** Folders that are named like a regularization set of a class, and that train as any other folder does. */
function* lookalikes({ index, facts, settings }: FolderContext): Iterable<{ concept: Concept; classWord: string }> {
  const { all, known } = index.concepts;
  const classes = [...new Set(known.flatMap(({ classWord }) => classWord ?? []))];
  const examples = new Map(classExamples(facts, index.concepts).map(({ concept, classWord }) => [concept, classWord]));
  for (const concept of all) {
    if (sizeOf(concept) < fewest) continue;
    const hint = hintFor(settings.configHints, concept.folder);
    if (concept.regularization) {
      // By its name or by what the user says: the configuration decides what becomes of it.
      if (hint && !hint.regularization && classes.length > 0) yield { concept, classWord: classes[0] };
      continue;
    }
    const classWord = classNamed(concept.folder, classes);
    if (classWord === null || (hint === undefined && !parseSubsetName(baseName(concept.folder)).accepted)) continue;
    if (examples.has(concept) || concept.captions === 0) yield { concept, classWord };
  }
}

/** The class of other concepts that a folder is named after, its number of repeats left out; null where its name says more. */
function classNamed(folder: string, classes: readonly string[]): string | null {
  const name = parseSubsetName(baseName(folder));
  const own = normalTag(name.accepted ? name.classTokens : baseName(folder));
  return classes.find((word) => namesOf(normalTag(word)).includes(own)) ?? null;
}

/** A class under the names that folders give it: one, several, or by the count of a tagger. */
const namesOf = (word: string): readonly string[] => {
  const plain = word.replace(/^1/, '');
  return [plain, `1${plain}`, `${plain}s`, `a ${plain}`];
};
