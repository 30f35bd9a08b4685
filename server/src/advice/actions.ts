import type { AdviceFacts } from './facts.ts';

/** Tabs of the Folder Overview that an action can open. */
export type OverviewTab = 'tags' | 'co-occurrence' | 'tokens' | 'images' | 'duplicates' | 'config';

/** What a button of the playbook starts. Plain data; the editor decides how. */
export type Action =
  /** Shows the captions that a filter expression lets through. */
  | { readonly kind: 'filter'; readonly expression: string }
  /** Opens the bulk edit with these fields filled in; nothing is changed before the preview is confirmed. */
  | {
      readonly kind: 'bulk-edit';
      readonly operation: 'add' | 'remove' | 'replace' | 'move';
      readonly tags: readonly string[];
      /** Where added or moved tags go. */
      readonly position: 'start' | 'end' | null;
      readonly filter: string;
    }
  | { readonly kind: 'tab'; readonly tab: OverviewTab }
  /** Lists files. */
  | { readonly kind: 'files'; readonly files: readonly string[] }
  /** Lists the findings of rules. */
  | { readonly kind: 'rules'; readonly rules: readonly string[] };

export const tab = (name: OverviewTab) => (): Action => ({ kind: 'tab', tab: name });

/** The findings of those of the rules that found something; all of them when none did. */
export const rulesOf =
  (...rules: string[]) =>
  (facts: AdviceFacts): Action => {
    const found = rules.filter((rule) => (facts.rules.get(rule)?.findings ?? 0) > 0);
    return { kind: 'rules', rules: found.length > 0 ? found : rules };
  };

/** The files that rules name, each once. */
export const filesOf =
  (...rules: string[]) =>
  (facts: AdviceFacts): Action => ({
    kind: 'files',
    files: [...new Set(rules.flatMap((rule) => facts.rules.get(rule)?.files ?? []))],
  });

/** The captions with the most frequent tag of a category; the tag table when none is known. */
export const withTopTag =
  (category: string) =>
  (facts: AdviceFacts): Action => {
    const tag = facts.topTags[category];
    return tag === undefined ? { kind: 'tab', tab: 'tags' } : { kind: 'filter', expression: has(tag) };
  };

/** Takes the tags that are tied to the trigger, of some categories, out of captions with the trigger. */
export const removeBound =
  (...categories: string[]) =>
  (facts: AdviceFacts): Action => {
    const tags = facts.boundTags
      .filter((bound) => categories.length === 0 || categories.includes(bound.category ?? ''))
      .map((bound) => bound.tag);
    if (tags.length === 0 || facts.trigger === null) return { kind: 'tab', tab: 'co-occurrence' };
    return { kind: 'bulk-edit', operation: 'remove', tags, position: null, filter: has(facts.trigger) };
  };

/** Puts the trigger at the head, of captions without it or of all. */
export const triggerToHead =
  (operation: 'add' | 'move', otherwise: string) =>
  (facts: AdviceFacts): Action => {
    if (facts.trigger === null) return rulesOf(otherwise)(facts);
    const filter = operation === 'add' ? lacks(facts.trigger) : has(facts.trigger);
    return { kind: 'bulk-edit', operation, tags: [facts.trigger], position: 'start', filter };
  };

export const has = (tag: string): string => `has:${quoted(tag)}`;
export const lacks = (tag: string): string => `lacks:${quoted(tag)}`;

function quoted(tag: string): string {
  return /^[\w-]+$/.test(tag) ? tag : `"${tag.replace(/["\\]/g, '\\$&')}"`;
}
