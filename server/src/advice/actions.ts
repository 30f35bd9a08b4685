import type { AdviceFacts } from './facts.ts';
import type { MetricId } from './metrics.ts';

/** Tabs of the Folder Overview that an action can open. */
export type OverviewTab = 'tags' | 'co-occurrence' | 'tokens' | 'images' | 'duplicates' | 'config';

/** An operation to begin with, as bulk edits know them; `with` is empty where the user has to choose. */
export type BulkStart =
  | { readonly kind: 'add'; readonly tags: readonly string[]; readonly at: 'front' | 'end' }
  | { readonly kind: 'remove' | 'move-front'; readonly tags: readonly string[] }
  | { readonly kind: 'replace'; readonly tag: string; readonly with: string };

/** What a button of the playbook starts. Plain data; the editor decides how. */
export type Action =
  /** Shows the captions that a filter expression lets through. */
  | { readonly kind: 'filter'; readonly expression: string }
  /** Opens the bulk edit with this filled in; nothing is changed before its preview is confirmed. */
  | { readonly kind: 'bulk-edit'; readonly operation: BulkStart; readonly filter: string }
  | { readonly kind: 'tab'; readonly tab: OverviewTab }
  /** Lists files. */
  | { readonly kind: 'files'; readonly files: readonly string[] }
  /** Lists the findings of rules. */
  | { readonly kind: 'rules'; readonly rules: readonly string[] };

export const tab = (name: OverviewTab) => (): Action => ({ kind: 'tab', tab: name });

/** What a button starts, from the facts and from the evidence that calls for its step; none does where a symptom was ticked only. */
export type Start = (facts: AdviceFacts, evidence: readonly string[]) => Action;

/**
 * The findings of the rules that call for the step, else the files behind its metrics; without evidence the findings of those of the
 * given rules that found something, all of them when none did.
 */
export const rulesOf =
  (...rules: string[]): Start =>
  (facts, evidence) => {
    const hasFound = (rule: string): boolean => (facts.rules.get(rule)?.findings ?? 0) > 0;
    const calling = evidence.filter(hasFound).map((rule) => facts.rules.get(rule)?.toldBy ?? rule);
    if (calling.length > 0) return { kind: 'rules', rules: [...new Set(calling)] };
    const files = [...new Set(evidence.flatMap((id) => facts.metricFiles[id as MetricId] ?? []))];
    if (files.length > 0) return { kind: 'files', files };
    const found = rules.filter(hasFound);
    return { kind: 'rules', rules: found.length > 0 ? found : rules };
  };

/** The files that rules name, each once. */
export const filesOf =
  (...rules: string[]) =>
  (facts: AdviceFacts): Action => ({
    kind: 'files',
    files: [...new Set(rules.flatMap((rule) => facts.rules.get(rule)?.files ?? []))],
  });

/** Those of some categories that evidence is about; all of them where it is about none. */
export function categoriesIn(categories: readonly string[], evidence: readonly string[]): readonly string[] {
  const called = categories.filter((category) => evidence.some((id) => id.startsWith(`${category}-`)));
  return called.length > 0 ? called : categories;
}

/**
 * The captions with the most frequent tag of the category that calls for the step; the tag table when none is known. Where several
 * words say the same, the captions themselves.
 */
export const withTopTag =
  (...categories: string[]): Start =>
  (facts, evidence) => {
    const called = categoriesIn(categories, evidence);
    const files = called.flatMap((category) => facts.metricFiles[`${category}-top-share` as MetricId] ?? []);
    const tags = called.flatMap((category) => facts.topTags[category] ?? []);
    const held = called.reduce((sum, category) => sum + (facts.topCounts[category] ?? 0), 0);
    if (files.length > held) return { kind: 'files', files: [...new Set(files)] };
    return tags.length === 0
      ? { kind: 'tab', tab: 'tags' }
      : { kind: 'filter', expression: tags.map(has).join(' or ') };
  };

/** The captions in which tags of some categories are tied to the trigger: what to vary, in some of them. */
export const withBoundTags =
  (...categories: string[]) =>
  (facts: AdviceFacts): Action => {
    const tags = facts.boundTags.filter(({ category }) => categories.includes(category ?? '')).map(({ tag }) => tag);
    if (tags.length === 0 || facts.trigger === null) return { kind: 'tab', tab: 'co-occurrence' };
    const any = tags.map(has).join(' or ');
    return { kind: 'filter', expression: tags.length === 1 ? any : `(${any})` };
  };

/** Puts the trigger at the head, of captions without it or of all. */
export const triggerToHead =
  (kind: 'add' | 'move-front', otherwise: string): Start =>
  (facts, evidence) => {
    const { trigger } = facts;
    if (trigger === null) return rulesOf(otherwise)(facts, evidence);
    return kind === 'add'
      ? { kind: 'bulk-edit', operation: { kind, tags: [trigger], at: 'front' }, filter: lacks(trigger) }
      : { kind: 'bulk-edit', operation: { kind, tags: [trigger] }, filter: has(trigger) };
  };

export const has = (tag: string): string => `has:${quoted(tag)}`;
export const lacks = (tag: string): string => `lacks:${quoted(tag)}`;

function quoted(tag: string): string {
  return /^[\w-]+$/.test(tag) ? tag : `"${tag.replace(/["\\]/g, '\\$&')}"`;
}
