import type { FolderFacts } from '../facts/facts.ts';
import type { SubsetFacts } from '../facts/subset-facts.ts';
import type { ConfigHint } from '../ground/config-hint.ts';
import { t } from '../ground/l10n.ts';
import { baseName } from '../ground/paths.ts';
import { normalTag } from '../tags/normal.ts';
import { triggerKind } from '../tags/trigger-kinds.ts';
import { holdsTrigger, splitPhrase } from '../tags/trigger-words.ts';
import { parseSubsetName } from '../trainers/sd-scripts/subset-name.ts';
import type { Concept, ConceptFolder, DeclaredConcept, Evidence, KnownConcept } from './concepts.ts';
import { triggerByKeptTags, triggerByPrefix, triggerByWord } from './config-evidence.ts';
import { classWordBeside, triggerByHead } from './kept-head.ts';
import { companionsOfTrigger } from './trigger-companions.ts';
import { triggerByWords } from './trigger-evidence.ts';
import { heldBy, holderOf } from './trigger-holders.ts';

/** Names that people give the folder of a regularization set. */
const regularizationName = /^(?:reg|regs|reg[_-]?(?:data|images|img|set)|regulari[sz]ation.*|class[_-]images)$/i;

/** Share of captions that must hold a name for the class, made-up or ordinary, for it to be the trigger. */
const namedShare = 0.5;
const ordinaryShare = 0.8;

/**
 * The concept of one folder: what the sidecar says, else the folder's name when it gives a made-up word and its captions use it
 * (kohya's `10_trigger class`), else the training configuration (class_tokens, keep_tokens_separator, caption_prefix,
 * keep_tokens), else a head kept with `|||`, else the words of the captions, which the folder's name may speak for. Reasons are
 * told for each; without any the trigger is null.
 * @param hint what a training configuration says about the folder, when there is one
 */
export function conceptOf(
  facts: FolderFacts,
  { folder, images, name: ownName = baseName(folder) }: ConceptFolder,
  declared: readonly DeclaredConcept[],
  hint?: ConfigHint,
): Concept {
  const name = parseSubsetName(ownName);
  const base = {
    folder,
    images,
    captions: facts.subset(folder)?.captions ?? 0,
    repeats: hint?.repeats ?? (name.accepted ? name.repeats : 1),
    regularization: hint?.regularization || folder.split('/').some((part) => regularizationName.test(part)),
  };
  const said = declared.find((concept) => covers(concept.folders, folder));
  if (said) {
    const trigger = said.trigger === null || said.trigger.trim() === '' ? null : said.trigger.trim();
    return {
      ...base,
      trigger,
      candidates: [],
      companions: companionsDeclared(declared, said, folder),
      held: trigger === null ? 0 : heldBy(facts, folder, trigger),
      triggerNorm: trigger === null ? null : normOf(facts, folder, trigger),
      classWord: said.classWord?.trim() || null,
      regularization: said.regularization ?? base.regularization,
      source: 'sidecar',
      confidence: 1,
      reasons: [t('Declared in .tagmetry.json')],
    };
  }
  const classTokens = name.accepted ? name.classTokens : '';
  const found =
    (hint?.triggerWord ? null : byTokens(facts, folder, classTokens, 'folder-name')) ??
    (hint ? byConfig(facts, folder, hint) : null) ??
    triggerByHead(facts, folder) ??
    triggerByWords(facts, folder, name.accepted ? classTokens : ownName);
  return { ...base, ...found, classWord: found.classWord ?? classWordBeside(facts, folder, found.triggerNorm) };
}

/** Share of the captions of a folder that must hold a trigger of another folder for it to be theirs as well. */
const sharedShare = 0.6;

/** The concept of a folder without a trigger of its own, when its captions hold one that is sure in another folder. */
export function withSharedTrigger(facts: FolderFacts, concept: Concept, known: readonly KnownConcept[]): Concept {
  if (concept.trigger !== null || concept.source === 'sidecar' || concept.regularization || concept.captions === 0)
    return concept;
  let best: { other: KnownConcept; held: number } | null = null;
  for (const other of known) {
    const held = heldBy(facts, concept.folder, other.trigger);
    if (held >= concept.captions * sharedShare && held > (best?.held ?? 0)) best = { other, held };
  }
  if (best === null) return concept;
  const { trigger, folder } = best.other;
  const triggerNorm = holderOf(facts, concept.folder, normalTag(trigger));
  return {
    ...concept,
    trigger,
    candidates: [],
    held: best.held,
    triggerNorm,
    classWord: concept.classWord ?? classWordBeside(facts, concept.folder, triggerNorm),
    source: 'statistics',
    confidence: 0.75,
    reasons: [
      t('"{0}" is in {1} of {2} captions', trigger, best.held, concept.captions),
      t('it is the trigger of the folder "{0}" as well', folder),
    ],
  };
}

/** The triggers of other concepts that are declared for the same folder. */
function companionsDeclared(declared: readonly DeclaredConcept[], own: DeclaredConcept, folder: string): string[] {
  return declared.flatMap((other) => {
    const trigger = other.trigger?.trim();
    return other !== own && trigger && other.folders && covers(other.folders, folder) ? [trigger] : [];
  });
}

function covers(folders: readonly string[] | undefined, folder: string): boolean {
  if (!folders || folders.length === 0) return true;
  return folders.some((own) => {
    const path = own.replace(/^\.\/|\/+$/g, '');
    return path === '' || path === '.' || folder === path || folder.startsWith(`${path}/`);
  });
}

/** The tag that is or holds the trigger in at least half of the captions; else the trigger as a tag of its own. */
function normOf(facts: FolderFacts, folder: string, trigger: string): number {
  const norm = normalTag(trigger);
  return holderOf(facts, folder, norm) ?? facts.vocabulary.internNorm(norm);
}

function byConfig(facts: FolderFacts, folder: string, hint: ConfigHint): Evidence | null {
  const { keepTokensSeparator } = hint;
  const prefix = triggerByPrefix(hint);
  const word = triggerByWord(hint);
  return (
    (word && {
      ...word,
      held: heldBy(facts, folder, word.trigger ?? ''),
      triggerNorm: holderOf(facts, folder, normalTag(word.trigger ?? '')),
    }) ??
    byTokens(facts, folder, hint.classTokens ?? '', 'config') ??
    (keepTokensSeparator === '' ? null : triggerByHead(facts, folder, keepTokensSeparator)) ??
    (prefix && {
      ...prefix,
      held: facts.subset(folder)?.captions ?? 0,
      triggerNorm: holderOf(facts, folder, normalTag(prefix.trigger ?? '')),
    }) ??
    triggerByKeptTags(facts, folder, hint)
  );
}

/**
 * The trigger by a name for the class: that of the folder, or class_tokens of a configuration. The name proposes, the captions
 * decide: a made-up word is believed when half of them hold it; ordinary words may be the class, the outfit or the action, so
 * they must be nearly everywhere and be a phrase of the captions' own.
 */
function byTokens(
  facts: FolderFacts,
  folder: string,
  classTokens: string,
  source: 'folder-name' | 'config',
): Evidence | null {
  const [phrase, ...further] = classTokens.split(',');
  const { trigger, classWord } = splitPhrase(phrase ?? '');
  const wordAfter = further.map((piece) => piece.trim()).find((piece) => piece !== '') ?? null;
  if (trigger === null) return null;
  const subset = facts.subset(folder);
  const captions = subset?.captions ?? 0;
  const held = heldBy(facts, folder, trigger);
  if (source === 'folder-name' && subset && isWrittenOtherwise(subset, trigger)) return null;
  const kind = triggerKind(trigger.toLowerCase());
  const isOrdinary = source === 'folder-name' && kind !== 'coined' && kind !== 'identifier' && kind !== 'placeholder';
  if (captions > 0 && held < captions * (isOrdinary ? ordinaryShare : namedShare)) return null;
  const norm = facts.vocabulary.normId(normalTag(trigger));
  // "uniform" somewhere in the captions of 1_uniform is what the subject wears.
  if (captions > 0 && isOrdinary && isPhrase(trigger)) return null;
  if (captions > 0 && isOrdinary && (norm === undefined || (subset?.firstCount(norm) ?? 0) < captions * ordinaryShare))
    return null;
  return {
    trigger,
    candidates: [],
    companions: held < captions ? companionsOfTrigger(facts, folder, trigger, classTokens) : [],
    held,
    triggerNorm: holderOf(facts, folder, normalTag(trigger)),
    classWord: classWord ?? wordAfter,
    source,
    confidence: captions === 0 ? 0.8 : 0.9,
    reasons: [reasonOf[source](classTokens, held, captions, trigger)],
  };
}

/**
 * Whether captions have another word where a folder's name gives a trigger: `photo_of_ohwx` says what is seen where they have its words
 * apart, and `elyra` is a part of the word where they have `elyra_v1`.
 */
function isWrittenOtherwise({ words }: SubsetFacts, trigger: string): boolean {
  const name = trigger.toLowerCase();
  const own = words.of(name)?.captions ?? 0;
  if (own === 0 && isPhrase(name.replaceAll('_', ' '))) return true;
  for (const [word, { captions }] of words.frequent())
    if (captions > own && word.length > name.length && /[_-]/.test(word) && holdsTrigger(apart(word), apart(name)))
      return true;
  return false;
}

const apart = (word: string): string => word.replaceAll(/[_-]/g, ' ');

/** Words that join others to a phrase, which says what is seen: "Fox with an animal", "Hare facing the front". */
const isPhrase = (text: string): boolean =>
  /\s(?:and|or|with|without|in|on|at|by|of|from|to|for|the|an?|\w+ing)(?:\s|$)/i.test(text);

/** Why a name for the class is believed: `held` of `captions` captions have its trigger. */
const reasonOf = {
  'folder-name': (name: string, held: number, captions: number, trigger: string): string =>
    captions === 0
      ? t('The folder is named "{0}", and without captions that is what trains', name)
      : t('The folder is named "{0}", and {1} of {2} captions hold "{3}"', name, held, captions, trigger),
  config: (tokens: string, held: number, captions: number, trigger: string): string =>
    captions === 0
      ? t('class_tokens is "{0}", and without captions that is what trains', tokens)
      : t('class_tokens is "{0}", and {1} of {2} captions hold "{3}"', tokens, held, captions, trigger),
};
