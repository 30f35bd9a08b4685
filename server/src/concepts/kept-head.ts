import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import type { SubsetFacts } from '../facts/subset-facts.ts';
import { t } from '../ground/l10n.ts';
import { baseName, folderOf } from '../ground/paths.ts';
import { normalTag } from '../tags/normal.ts';
import { classWords, isClassWord, namedClass, splitPhrase } from '../tags/trigger-words.ts';
import type { Evidence } from './concepts.ts';

/** Share of the captions with the trigger that hold its class word. */
const classShare = 0.9;
/** Text that ends the kept head of a caption (sd-scripts keep_tokens_separator, by custom). */
const customaryHeadEnd = '|||';

/**
 * The trigger by a kept head that is the same in all captions: `ohwx, woman ||| …`.
 * @param headEnd what ends the head (keep_tokens_separator)
 */
export function triggerByHead(facts: FolderFacts, folder: string, headEnd = customaryHeadEnd): Evidence | null {
  const subset = facts.subset(folder);
  if (!subset) return null;
  let head: string | null = null;
  // Every caption has the mark or none counts, so one caption tells whether to look at the others.
  if (!anyCaption(facts, subset)?.trained.includes(headEnd)) return null;
  for (const record of facts.records()) {
    if (folderOf(record.file) !== folder) continue;
    const end = record.trained.indexOf(headEnd);
    const own = record.trained.slice(0, Math.max(0, end)).trim();
    if (end < 0 || (head !== null && own !== head)) return null;
    head = own;
  }
  const [first, ...rest] = (head ?? '').split(',').map((piece) => piece.trim());
  if (head === null || !first) return null;
  const { trigger, classWord } = splitPhrase(first);
  if (trigger === null) return null;
  return {
    trigger,
    candidates: [],
    companions: [],
    held: subset.captions,
    triggerNorm: facts.vocabulary.normId(normalTag(first)) ?? null,
    classWord: classWord ?? rest.find((piece) => isClassWord(normalTag(piece))) ?? null,
    source: 'kept-head',
    confidence: 0.9,
    reasons: [t('All captions keep the head "{0}" before {1}', head, headEnd)],
  };
}

/** The class word that stands beside a trigger in nearly all of its captions: the most frequent one, or the folder's own. */
export function classWordBeside(facts: FolderFacts, folder: string, trigger: number | null): string | null {
  const subset = facts.subset(folder);
  if (!subset || trigger === null) return null;
  let best: { word: string; frequency: number; first: number } | null = null;
  const named = namedClass(baseName(folder));
  for (const word of named === null ? classWords : [...classWords, named]) {
    const norm = facts.vocabulary.normId(word);
    if (norm === undefined) continue;
    const [frequency, first] = [subset.frequency(norm), subset.firstCount(norm)];
    if (frequency === 0 || frequency < subset.frequency(trigger) * classShare) continue;
    const order = best === null ? 1 : frequency - best.frequency || first - best.first || (word < best.word ? 1 : -1);
    if (order > 0) best = { word, frequency, first };
  }
  return best?.word ?? null;
}

function anyCaption(facts: FolderFacts, subset: SubsetFacts): CaptionRecord | undefined {
  for (const [norm] of subset.entries()) {
    for (const id of facts.captionIds(norm)) {
      const record = facts.recordOf(id);
      if (record && folderOf(record.file) === subset.folder) return record;
    }
  }
  return undefined;
}
