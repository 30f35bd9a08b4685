import { html, type TemplateResult } from 'lit';
import type { TabId, ViewContext } from './context.ts';
import { t } from './l10n.ts';
import './views/binding.ts';
import './views/config.ts';
import './views/cooccurrence.ts';
import './views/duplicates.ts';
import './views/findings.ts';
import './views/history.ts';
import './views/images.ts';
import './views/playbook.ts';
import './views/summary.ts';
import './views/tags.ts';
import './views/tokens.ts';

export interface Tab {
  readonly id: TabId;
  readonly title: string;
  /** A number beside the title; null for none. */
  readonly count: number | null;
}

/** The tabs of a report: what it has nothing for is left out. */
export function tabsOf({ model: { report }, live }: ViewContext): Tab[] {
  const tabs: Tab[] = [
    { id: 'summary', title: t('Summary'), count: null },
    { id: 'playbook', title: t('Playbook'), count: null },
    { id: 'findings', title: t('Findings'), count: report.summary.rules.reduce((sum, { count }) => sum + count, 0) },
    { id: 'tags', title: t('Tags'), count: null },
    { id: 'binding', title: t('Binding'), count: null },
    { id: 'co-occurrence', title: t('Co-occurrence'), count: null },
    { id: 'tokens', title: t('Tokens'), count: null },
    { id: 'images', title: t('Images'), count: null },
    { id: 'duplicates', title: t('Duplicates'), count: report.clusters.length },
    { id: 'config', title: t('Config'), count: null },
    { id: 'history', title: t('History'), count: null },
  ];
  const absent = new Set<TabId>();
  if (report.tags.length === 0) absent.add('tags');
  if (report.cooccurrence.tags.length < 2) absent.add('co-occurrence');
  if (!live || report.tags.length === 0) absent.add('binding');
  if (!live) absent.add('history');
  return tabs.filter(({ id }) => !absent.has(id));
}

/** The tab that a key goes to from another one, as in any list of tabs; undefined for other keys. */
export function tabAfter(key: string, tab: TabId, tabs: readonly Tab[]): TabId | undefined {
  const ids = tabs.map(({ id }) => id);
  const at = ids.indexOf(tab);
  const target: Readonly<Record<string, number>> = {
    ArrowRight: (at + 1) % ids.length,
    ArrowLeft: (at + ids.length - 1) % ids.length,
    Home: 0,
    End: ids.length - 1,
  };
  return ids[target[key]];
}

/** The view of a tab. */
export function viewOf(context: ViewContext, tab: TabId): TemplateResult {
  switch (tab) {
    case 'summary':
      return html`<summary-view class="view" .context=${context}></summary-view>`;
    case 'playbook':
      return html`<playbook-view class="view" .context=${context}></playbook-view>`;
    case 'findings':
      return html`<findings-view class="view" .context=${context}></findings-view>`;
    case 'tags':
      return html`<tags-view class="view" .context=${context}></tags-view>`;
    case 'binding':
      return html`<binding-view class="view" tabindex="0" .context=${context}></binding-view>`;
    case 'co-occurrence':
      return html`<cooccurrence-view class="view" .context=${context}></cooccurrence-view>`;
    case 'tokens':
      return html`<tokens-view class="view" .context=${context}></tokens-view>`;
    case 'images':
      return html`<images-view class="view" .context=${context}></images-view>`;
    case 'duplicates':
      return html`<duplicates-view class="view" .context=${context}></duplicates-view>`;
    case 'config':
      return html`<config-view class="view" tabindex="0" .context=${context}></config-view>`;
    case 'history':
      return html`<history-view class="view" tabindex="0" .context=${context}></history-view>`;
  }
}
