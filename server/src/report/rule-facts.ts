import type { AdviceFacts, RuleFacts } from '../advice/facts.ts';
import type { Need } from '../advice/needs.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import type { Finding } from '../ground/finding.ts';
import { finishInBreaths, type Steps } from '../ground/steps.ts';
import { type ImageLevel, looksAtPixels } from '../images/survey.ts';
import { regularizationFolders, regularizationTest } from '../metrics/subject.ts';
import { rules } from '../rules/registry.ts';
import type { Rule } from '../rules/rule.ts';
import { severityOf } from '../rules/rule-settings.ts';
import { isLimitDoubtful } from '../rules/tokens/doubtful-limit.ts';
import type { FolderSettings } from '../settings/settings.ts';
import type { AuditMemory } from './audit-memory.ts';
import { RuleParts } from './rule-parts.ts';
import { RuleTally } from './rule-tally.ts';

/** Rules about what the subject's captions say: a regularization set says other things on purpose. */
const aboutSubject = new Set(['identical-captions', 'ambiguous-attribute', 'identity-conflict']);

/** What each rule found, and why others did not run. Made in breaths; rejects with the signal's reason. */
export async function ruleFacts(
  { collection, order }: AuditMemory,
  index: DatasetIndex,
  settings: FolderSettings,
  level: ImageLevel,
  withConfigs: boolean,
  signal?: AbortSignal,
): Promise<Pick<AdviceFacts, 'rules' | 'idle'>> {
  const { concepts } = index;
  const others = regularizationFolders(concepts);
  const isOther = regularizationTest(concepts);
  const counts = ({ rule, file }: Finding): boolean => !aboutSubject.has(rule) || !isOther(file);
  const { byRule } = await finishInBreaths(collection.talliesOf(JSON.stringify(others), counts), signal);
  const { toldBy } = collection;
  const parts = new RuleParts(index, isOther);
  const facts = new Map<string, RuleFacts>();
  const idle = new Map<string, Need>();
  const judge = function* (rule: Rule): Steps<void> {
    const doubtful = aboutLimit.has(rule.id) && isLimitDoubtful(index, settings);
    const need = doubtful ? 'token-limit' : needOf(rule, index, settings, level, withConfigs);
    const found = byRule.get(rule.id) ?? new RuleTally();
    const known = found.findings - found.asked;
    if (need !== null && (doubtful || known === 0)) {
      idle.set(rule.id, need);
      return;
    }
    if (known === 0 && found.asked > 0) {
      idle.set(rule.id, 'pixels');
      return;
    }
    const named = new Set(yield* order.sortedInSteps(found.files.keys()));
    if (namesByRelation(rule))
      for (const file of yield* order.sortedInSteps(found.related.keys())) if (index.image(file)) named.add(file);
    const files = [...named];
    facts.set(rule.id, {
      findings: known,
      errors: found.bySeverity.error,
      warnings: found.bySeverity.error + found.bySeverity.warning,
      toldBy: toldBy.get(rule.id) ?? null,
      topics: new Map(found.topics),
      files,
      ...(yield* parts.of(files, duplicates.has(rule.id))),
    });
  };
  for (const rule of rules) await finishInBreaths(judge(rule), signal);
  return { rules: facts, idle };
}

/** A cluster is reported at one of its images, a folder without captions at the folder; the others are related places. */
const namesByRelation = ({ id, group }: Rule): boolean => group === 'images' || id === 'missing-caption';

/** Rules about images that are one picture. */
const duplicates = new Set(['exact-duplicate', 'near-duplicate']);

/** Rules about what the token limit cuts. */
const aboutLimit = new Set(['token-truncation', 'token-overflow-share', 'late-key-tag']);

/** Rules that know nothing before pictures were compared. */
const comparing = new Set([
  'near-duplicate',
  'dominant-cluster',
  'colour-contradiction',
  'framed-image',
  'smooth-regularization',
]);

/** Rules about pixels at their own size. */
const fine = new Set(['enlarged-image', 'blurred-image']);

/** Why a rule did not run; null when it did. */
function needOf(
  rule: Rule,
  index: DatasetIndex,
  settings: FolderSettings,
  level: ImageLevel,
  withConfigs: boolean,
): Need | null {
  if (severityOf(rule, settings) === 'off') return 'rule-on';
  if (rule.scope === 'folder' && index.facts.captions < (rule.fewestCaptions ?? 0)) return 'enough-captions';
  if (rule.scope === 'config') return withConfigs ? null : 'configuration';
  if (comparing.has(rule.id)) return looksAtPixels(level) ? null : 'pixels';
  if (fine.has(rule.id)) return level === 'thorough' ? null : 'fineness';
  return level !== 'off' || (rule.scope !== 'image' && rule.group !== 'images') ? null : 'images';
}
