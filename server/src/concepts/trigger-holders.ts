import type { FolderFacts } from '../facts/facts.ts';
import { normalTag } from '../tags/normal.ts';
import { holdsTrigger } from '../tags/trigger-words.ts';
import type { Evidence } from './concepts.ts';

/** Share of the captions with a trigger in which one tag must be what holds it for the tag to stand for it. */
const nearlyAll = 0.8;

/** The tag that is or holds a trigger (normal form) in nearly all captions that hold it; null when it stands within changing phrases. */
export function holderOf(facts: FolderFacts, folder: string, trigger: string): number | null {
  let best: { norm: number; frequency: number } | null = null;
  for (const [norm, frequency] of facts.subset(folder)?.common() ?? []) {
    if (!holdsTrigger(facts.vocabulary.norm(norm), trigger)) continue;
    if (best === null || frequency > best.frequency || (frequency === best.frequency && norm < best.norm))
      best = { norm, frequency };
  }
  const held = heldBy(facts, folder, trigger);
  return best !== null && best.frequency >= held * nearlyAll ? best.norm : null;
}

/** In how many captions of a folder a trigger (as written) stands, as far as the folder's frequent words and tags tell. */
export function heldBy(facts: FolderFacts, folder: string, trigger: string): number {
  const subset = facts.subset(folder);
  if (!subset) return 0;
  const counted = subset.words.of(trigger.toLowerCase())?.captions ?? 0;
  const norm = normalTag(trigger);
  let tags = 0;
  for (const [id, frequency] of subset.common()) if (holdsTrigger(facts.vocabulary.norm(id), norm)) tags += frequency;
  const own = facts.vocabulary.normId(norm);
  return Math.min(subset.captions, Math.max(counted, tags, own === undefined ? 0 : subset.frequency(own)));
}

/** What counting the captions of a folder says of its trigger, where they give one word or phrase and no class with it. */
export function countedEvidence(
  facts: FolderFacts,
  folder: string,
  { trigger, confidence, reason }: { readonly trigger: string; readonly confidence: number; readonly reason: string },
): Evidence {
  return {
    trigger,
    candidates: [],
    companions: [],
    held: heldBy(facts, folder, trigger),
    triggerNorm: holderOf(facts, folder, normalTag(trigger)),
    classWord: null,
    source: 'statistics',
    confidence,
    reasons: [reason],
  };
}
