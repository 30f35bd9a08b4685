import type { FolderFacts } from '../facts/facts.ts';
import type { ConfigHint } from '../ground/config-hint.ts';
import { t } from '../ground/l10n.ts';
import { baseName } from '../ground/paths.ts';
import { normalTag } from '../tags/normal.ts';
import { parseSubsetName } from '../trainers/subset-name.ts';
import { triggerByTokens } from './class-tokens.ts';
import type { Concept, ConceptFolder, DeclaredConcept, Evidence } from './concepts.ts';
import { triggerByKeptTags, triggerByPrefix, triggerByWord } from './config-evidence.ts';
import { triggerByField } from './field-trigger.ts';
import { classWordBeside, triggerByHead } from './kept-head.ts';
import { triggerByEnd, triggerByStyle } from './style-phrase.ts';
import { triggerByWords } from './trigger-evidence.ts';
import { heldBy, holderOf } from './trigger-holders.ts';

/** Names that people give the folder of a regularization set. */
const regularizationName = /^(?:reg|regs|reg[_-]?(?:data|images|img|set)|regulari[sz]ation.*|class[_-]images)$/i;

/**
 * The concept of one folder: what the sidecar says, else the folder's name when it gives a made-up word and its captions use it
 * (kohya's `10_trigger class`), else the training configuration (class_tokens, keep_tokens_separator, caption_prefix,
 * keep_tokens), else a head kept with `|||`, else a field that says so (`trigger: zorv_a2`), else the words of the captions, which the folder's name may speak for. Reasons are
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
    (hint?.triggerWord ? null : triggerByTokens(facts, folder, classTokens, 'folder-name')) ??
    (hint ? byConfig(facts, folder, hint) : null) ??
    triggerByHead(facts, folder) ??
    triggerByField(facts, folder) ??
    byCounts(facts, folder, name.accepted ? classTokens : ownName);
  return { ...base, ...found, classWord: found.classWord ?? classWordBeside(facts, folder, found.triggerNorm) };
}

/** By the words of the captions; where none is sure, by a phrase for a style that begins or ends them. */
function byCounts(facts: FolderFacts, folder: string, name: string): Evidence {
  const byWords = triggerByWords(facts, folder, name);
  return byWords.trigger === null ? (triggerByStyle(facts, folder) ?? triggerByEnd(facts, folder) ?? byWords) : byWords;
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
    triggerByTokens(facts, folder, hint.classTokens ?? '', 'config') ??
    (keepTokensSeparator === '' ? null : triggerByHead(facts, folder, keepTokensSeparator)) ??
    (prefix && {
      ...prefix,
      held: facts.subset(folder)?.captions ?? 0,
      triggerNorm: holderOf(facts, folder, normalTag(prefix.trigger ?? '')),
    }) ??
    triggerByKeptTags(facts, folder, hint)
  );
}
