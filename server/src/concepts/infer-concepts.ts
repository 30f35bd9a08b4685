import type { FolderFacts } from '../facts/facts.ts';
import type { ConfigHint } from '../ground/config-hint.ts';
import { t } from '../ground/l10n.ts';
import { baseName } from '../ground/paths.ts';
import { normalTag } from '../tags/normal.ts';
import { splitPhrase } from '../tags/trigger-words.ts';
import { parseSubsetName } from '../trainers/sd-scripts/subset-name.ts';
import type { Concept, ConceptFolder, DeclaredConcept, Evidence } from './concepts.ts';
import { triggerByKeptTags, triggerByPrefix } from './config-evidence.ts';
import { classWordBeside, triggerByHead, triggerByStatistics } from './trigger-evidence.ts';

/** Names that people give the folder of a regularization set. */
const regularizationName = /^(?:reg|regs|reg[_-]?(?:data|images|img|set)|regulari[sz]ation.*|class[_-]images)$/i;

/** Share of captions that must hold the folder's name for it to be the trigger. */
const namedShare = 0.5;

/**
 * The concept of one folder: what the sidecar says, else the folder's name when its captions use it (kohya's
 * `10_trigger class`), else the training configuration (class_tokens, keep_tokens_separator, caption_prefix, keep_tokens), else
 * a head kept with `|||`, else statistics. Reasons are told for each; without any the trigger is null.
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
      triggerNorm: trigger === null ? null : normOf(facts, folder, trigger),
      classWord: said.classWord?.trim() || null,
      regularization: said.regularization ?? base.regularization,
      source: 'sidecar',
      confidence: 1,
      reasons: [t('Declared in .tagmetry.json')],
    };
  }
  const found =
    byTokens(facts, folder, name.accepted ? name.classTokens : '', 'folder-name') ??
    (hint ? byConfig(facts, folder, hint) : null) ??
    triggerByHead(facts, folder) ??
    triggerByStatistics(facts, folder);
  return { ...base, ...found, classWord: found.classWord ?? classWordBeside(facts, folder, found.triggerNorm) };
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
  return holderOf(facts, folder, norm).norm ?? facts.vocabulary.internNorm(norm);
}

/** How many captions of a folder hold a trigger (normal form), at most, and the tag that most of them hold it in. */
function holderOf(facts: FolderFacts, folder: string, trigger: string): { captions: number; norm: number | null } {
  const subset = facts.subset(folder);
  if (!subset) return { captions: 0, norm: null };
  let captions = 0;
  let best: number | null = null;
  let most = subset.captions * namedShare;
  for (const norm of facts.vocabulary.normsHolding(trigger)) {
    const frequency = subset.frequency(norm);
    captions += frequency;
    if (frequency > 0 && frequency >= most) {
      most = frequency;
      best = norm;
    }
  }
  return { captions: Math.min(captions, subset.captions), norm: best };
}

function byConfig(facts: FolderFacts, folder: string, hint: ConfigHint): Evidence | null {
  const { keepTokensSeparator } = hint;
  const prefix = triggerByPrefix(hint);
  return (
    byTokens(facts, folder, hint.classTokens ?? '', 'config') ??
    (keepTokensSeparator === '' ? null : triggerByHead(facts, folder, keepTokensSeparator)) ??
    (prefix && { ...prefix, triggerNorm: holderOf(facts, folder, normalTag(prefix.trigger ?? '')).norm }) ??
    triggerByKeptTags(facts, folder, hint)
  );
}

/** The trigger by a name for the class: that of the folder, or class_tokens of a configuration. Believed when captions use it. */
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
  const captions = facts.subset(folder)?.captions ?? 0;
  const holder = holderOf(facts, folder, normalTag(trigger));
  if (captions > 0 && holder.captions < captions * namedShare) return null;
  return {
    trigger,
    candidates: [],
    triggerNorm: holder.norm,
    classWord: classWord ?? wordAfter,
    source,
    confidence: captions === 0 ? 0.8 : 0.9,
    reasons: [reasonOf[source](classTokens, holder.captions, captions, trigger)],
  };
}

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
