import type { FolderFacts } from '../facts/facts.ts';
import { t } from '../ground/l10n.ts';
import { folderOf } from '../ground/paths.ts';
import type { Evidence } from './concepts.ts';
import { countedEvidence } from './trigger-holders.ts';

/** Names of the field that says which word is the trigger. */
const names = ['trigger', 'trigger word', 'trigger_word', 'triggerword'];
/** Captions that have such a field, and share of them that give one value, from which the value is the trigger. */
const fewest = 3;
const nearlyAll = 0.8;
const half = 0.5;

/** The trigger that captions in form say themselves, `trigger: zorv_a2, garment: coat`; null where they do not, or not with one voice. */
export function triggerByField(facts: FolderFacts, folder: string): Evidence | null {
  const name = names.find((one) => (facts.fields.get(one) ?? 0) >= Math.max(fewest, facts.captions * half));
  if (name === undefined) return null;
  const pattern = new RegExp(`(?:^|[,;|])\\s*${name}:\\s*([^,;|:]+?)\\s*(?:[,;|]|$)`, 'i');
  const counts = new Map<string, number>();
  let said = 0;
  for (const { file, trained } of facts.records()) {
    const value = folderOf(file) === folder ? pattern.exec(trained)?.[1] : undefined;
    if (value === undefined) continue;
    said++;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!most || most[1] < fewest || most[1] < said * nearlyAll) return null;
  const [trigger, captions] = most;
  const reason = t('{0} captions say so themselves, behind "{1}:"', captions, name);
  return countedEvidence(facts, folder, { trigger, confidence: 0.95, reason });
}
