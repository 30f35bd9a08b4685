import type { KnownConcept } from '../../concepts/concepts.ts';
import type { FolderFacts } from '../../facts/facts.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { classExamples } from '../../metrics/class-examples.ts';
import { normalTag } from '../../tags/normal.ts';
import { classKind, isCountTag } from '../../tags/trigger-words.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

/** Share of the captions with the trigger that hold the class word from which they always come together. */
const always = 0.95;

export default folderRule({
  id: 'class-hijack',
  group: 'trigger',
  severity: 'info',
  fix: 'none',
  summary: 'Trigger and class word always stand together, and nothing shows the class without the subject.',
  why: 'The class word then means the subject as much as the trigger does and brings it out alone; regularization images keep it general (DreamBooth, Ruiz et al. 2022, prior preservation).',
  *check(context: FolderContext): Iterable<Draft> {
    for (const { concept, classWord, together } of hijackedConcepts(context)) {
      yield {
        file: concept.folder,
        range: null,
        ...(isAskedFor(classWord) ? {} : { severity: 'hint' as const }),
        message: t(
          '"{0}" stands in {2} captions, always with "{1}": the two are learnt as one, so "{0}" alone may show the subject. Add a regularization set.',
          classWord,
          concept.trigger,
          together.withTrigger,
        ),
      };
    }
  },
});

/** The concepts whose class word never stands without the trigger; none where a regularization set shows the class. */
export function* hijackedConcepts({ index, facts }: Pick<FolderContext, 'index' | 'facts'>) {
  const { subjects, hasRegularization } = index.concepts;
  if (hasRegularization) return;
  const shown = new Set(classExamples(facts, index.concepts).map(({ classWord }) => classWord));
  for (const folders of subjects) {
    const [concept] = folders;
    const { classWord } = concept;
    // A style has no class that could be taken over.
    if (classWord === null || isStyleWord(classWord)) continue;
    const together =
      concept.triggerNorm === null
        ? classUseInSentences(facts, folders, classWord)
        : classUse(facts, concept, classWord);
    if (!together || together.withTrigger < together.trigger * always || together.without > 0) continue;
    if (shown.has(classWord) || isShownElsewhere(facts, concept, classWord)) continue;
    if (isOneOfSeveral(facts, concept, classWord)) continue;
    yield { concept, classWord, together };
  }
}

/** Whether captions of other folders show the class under its other name: `1girl` for "girl". */
function isShownElsewhere(facts: FolderFacts, { folder }: KnownConcept, classWord: string): boolean {
  const norm = normalTag(classWord);
  const other = norm.startsWith('1') ? norm.slice(1) : `1${norm}`;
  const id = facts.vocabulary.normId(other);
  return id !== undefined && facts.frequency(id) > (facts.subset(folder)?.frequency(id) ?? 0);
}

/** Whether the trigger stands for several: beside "1boy" its captions hold "1girl", and neither is its class. */
export function isOneOfSeveral(facts: FolderFacts, { triggerNorm }: KnownConcept, classWord: string): boolean {
  const counts = ['1girl', '1boy', '1other'];
  if (triggerNorm === null || !counts.includes(normalTag(classWord))) return false;
  const together = facts.cooccurrence(triggerNorm);
  return counts.some((count) => {
    const norm = count === normalTag(classWord) ? undefined : facts.vocabulary.normId(count);
    return norm !== undefined && (together.get(norm) ?? 0) >= facts.frequency(triggerNorm) * always;
  });
}

/** Captions with the trigger, those of them with the class word, and captions with the class word alone. */
function classUse(facts: FolderFacts, { triggerNorm, trigger }: KnownConcept, classWord: string) {
  const norm = facts.vocabulary.normId(normalTag(classWord));
  if (triggerNorm === null) return null;
  const captions = facts.frequency(triggerNorm);
  if (captions === 0) return null;
  // "ohwx man" as one tag: the class word is in every caption that has the trigger.
  if (facts.vocabulary.norm(triggerNorm) === normalTag(`${trigger} ${classWord}`)) {
    const alone = norm === undefined ? 0 : facts.frequency(norm) - (facts.cooccurrence(triggerNorm).get(norm) ?? 0);
    return { trigger: captions, withTrigger: captions, without: alone };
  }
  if (norm === undefined) return null;
  const withTrigger = facts.cooccurrence(triggerNorm).get(norm) ?? 0;
  return { trigger: captions, withTrigger, without: facts.frequency(norm) - withTrigger };
}

/** The same of a trigger that stands within sentences, with the class word behind it. */
function classUseInSentences(facts: FolderFacts, folders: readonly KnownConcept[], classWord: string) {
  const trigger = folders[0]?.trigger.toLowerCase() ?? '';
  let [held, withTrigger, captions] = [0, 0, 0];
  for (const one of folders) {
    const counts = facts.subset(one.folder)?.words.of(trigger);
    held += counts?.captions ?? 0;
    withTrigger += counts?.classWords.get(classWord.toLowerCase()) ?? 0;
    captions += one.captions;
  }
  // Captions without the trigger are there: some may show the class, and no texts are searched for it.
  if (held < fewestSentences || held < captions || captions < facts.captions) return null;
  return { trigger: held, withTrigger, without: 0 };
}

/** Sentences with the trigger from which their wording is a habit. */
const fewestSentences = 10;

/**
 * Whether a regularization set of a class is what trainers make: of "woman" or "dog" (DreamBooth's own are of animals and people). Sets of
 * things go without as a rule, and so do characters, which are drawn as `1girl` everywhere in what the model has seen; it weighs on the risk
 * all the same.
 */
export const isAskedFor = (classWord: string): boolean => {
  const kind = classKind(normalTag(classWord));
  return !isCountTag(normalTag(classWord)) && (kind === 'person' || kind === 'creature');
};

/** Whether a class word says that a style is trained, and no subject. */
export const isStyleWord = (classWord: string): boolean => classKind(normalTag(classWord)) === 'style';
