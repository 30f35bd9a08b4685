import type { TabId, ViewContext } from './context.ts';
import type { OverviewHost } from './host.ts';
import type { OverviewModel } from './model.ts';

/** What the page lends its views. */
export interface Page extends Pick<ViewContext, 'live' | 'abilities' | 'ask'> {
  /** What views remember, by name; changed in place. */
  readonly values: Record<string, unknown>;
  readonly post: OverviewHost['post'];
  /** A value was remembered; `quiet`: nothing needs to be drawn anew. */
  readonly changed: (quiet: boolean | undefined) => void;
  readonly show: (tab: TabId) => void;
}

/** What the views work with: the report, and whatever can be asked for it. The host is told numbers and no names. */
export function contextOf(model: OverviewModel, page: Page): ViewContext {
  const { values, post } = page;
  const { report, revision } = model;
  const ruleAt = (rule: string): number => report.summary.rules.findIndex((entry) => entry.rule === rule);
  return {
    model,
    live: page.live,
    abilities: page.abilities,
    ask: page.ask,
    recall: (name, fallback) => (name in values ? (values[name] as typeof fallback) : fallback),
    remember: (name, value, quiet) => {
      if (values[name] === value) return;
      values[name] = value;
      page.changed(quiet);
    },
    open: (place) => post({ type: 'open', revision, place }),
    explain: (rule) => post({ type: 'explain', revision, index: ruleAt(rule) }),
    actOnRule: (rule, action) => post({ type: 'rule', revision, index: ruleAt(rule), action }),
    fix: (index) => post({ type: 'fix', revision, index }),
    explainRisk: (mode) => {
      const index = report.advice.risks.findIndex((risk) => risk.mode === mode);
      post({ type: 'explain-risk', revision, index });
    },
    actOnTag: (tag, action) => {
      const index = report.tags.findIndex((entry) => entry.tag === tag);
      post({ type: 'tag', revision, index, action });
    },
    act: (step) => post({ type: 'act', revision, step }),
    judge: (cluster, verdict) => post({ type: 'judge', revision, cluster, verdict }),
    shareCaptions: (cluster, from) => post({ type: 'share-captions', revision, cluster, from }),
    moveAside: (images) => post({ type: 'move-aside', revision, images }),
    keepBest: (groups) => post({ type: 'keep-best', revision, groups }),
    show: (tab, shown = {}) => {
      Object.assign(values, shown);
      page.show(tab);
    },
  };
}
