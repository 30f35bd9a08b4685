import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { takeAnswer } from '../../server/src/ground/live-answer.ts';
import { appStyles } from './app-styles.ts';
import { type TabId, tabIds, type ViewContext } from './context.ts';
import type { OverviewHost } from './host.ts';
import { moment, number, setLanguage, t } from './l10n.ts';
import type { Ability, Answers, Question, ReportMessage, ToView } from './messages.ts';
import { OverviewModel } from './model.ts';
import './parts/data-chart.ts';
import { printing } from './parts/data-table.ts';
import './parts/file-peek.ts';
import './parts/hit-list.ts';
import './parts/risk-cards.ts';
import { shared } from './parts/styles.ts';
import { titleStyles } from './parts/title-styles.ts';
import './views/binding.ts';
import './views/config.ts';
import './views/cooccurrence.ts';
import './views/duplicates.ts';
import './views/findings.ts';
import './views/images.ts';
import './views/playbook.ts';
import './views/summary.ts';
import './views/tags.ts';
import './views/tokens.ts';
import type { OverviewView } from './view.ts';

interface SavedState {
  readonly root: string;
  readonly tab: TabId;
  readonly values: Record<string, unknown>;
}

interface Tab {
  readonly id: TabId;
  readonly title: string;
  /** A number beside the title; null for none. */
  readonly count: number | null;
}

/** The whole Folder Overview: head, tabs, and the view of the chosen tab. */
export class OverviewApp extends LitElement {
  static override properties = {
    context: { state: true },
    tab: { state: true },
    progress: { state: true },
    printing: { state: true },
    failure: { state: true },
  };
  declare context: ViewContext | null;
  declare tab: TabId;
  declare progress: string | null;
  /** On paper every tab follows the one before it. */
  declare printing: boolean;
  declare failure: string | null;

  #host: OverviewHost | null = null;
  #root = '';
  /** When the report was made; null for one of now. */
  #made: string | null = null;
  #abilities: readonly Ability[] = [];
  #values: Record<string, unknown> = {};
  #started = false;
  #questions = 0;
  readonly #waitingFor = new Map<
    number,
    { resolve: (answer: Answers[Question['kind']]) => void; reject: (error: Error) => void }
  >();

  constructor() {
    super();
    this.context = null;
    this.tab = 'summary';
    this.progress = null;
    this.printing = false;
    this.failure = null;
  }

  /** Takes up the work with a host. Called once. */
  connect(host: OverviewHost): void {
    this.#host = host;
    const saved = host.readState() as SavedState | undefined;
    if (saved?.values && tabIds.includes(saved.tab)) {
      this.tab = saved.tab;
      this.#values = saved.values;
    }
    host.listen((message) => this.#receive(message));
    document.addEventListener('keydown', (event) => this.#onPageKey(event));
    if (host.live) return;
    window.addEventListener('beforeprint', () => {
      document.body.classList.add(printing);
      this.printing = true;
    });
    window.addEventListener('afterprint', () => {
      document.body.classList.remove(printing);
      this.printing = false;
    });
  }

  #receive(message: ToView): void {
    switch (message.type) {
      case 'start':
        setLanguage(message.language, message.texts);
        this.#root = message.root;
        this.#abilities = message.abilities;
        this.#made = message.made ?? null;
        this.#started = true;
        this.#save();
        this.requestUpdate();
        break;
      case 'report':
        this.#takeReport(message.answer);
        break;
      case 'progress':
        this.progress = message.message;
        break;
      case 'answer':
        this.#waitingFor.get(message.id)?.resolve(message.answer);
        this.#waitingFor.delete(message.id);
        break;
      case 'refused':
        this.#waitingFor.get(message.id)?.reject(new Error(message.message));
        this.#waitingFor.delete(message.id);
        break;
      case 'failed':
        this.progress = null;
        this.failure = message.message;
        break;
    }
  }

  /** A difference to a report that this view does not have makes it ask for the whole. */
  #takeReport(answer: ReportMessage['answer']): void {
    const report = takeAnswer(this.context?.model.report ?? null, answer);
    if (!report) {
      this.#host?.post({ type: 'ready' });
      return;
    }
    this.failure = null;
    this.progress = null;
    this.#renew(new OverviewModel(report));
  }

  /** Makes the view draw itself again, with the same data or new. */
  #renew(model: OverviewModel): void {
    const post = this.#host?.post ?? (() => {});
    const { revision } = model;
    this.context = {
      model,
      live: this.#host?.live ?? false,
      recall: (name, fallback) => (name in this.#values ? (this.#values[name] as typeof fallback) : fallback),
      remember: (name, value, quiet) => {
        if (this.#values[name] === value) return;
        this.#values[name] = value;
        this.#save();
        if (!quiet && this.context) this.#renew(this.context.model);
      },
      open: (place) => post({ type: 'open', revision, place }),
      ask: (question) => {
        const id = ++this.#questions;
        return new Promise((resolve, reject) => {
          this.#waitingFor.set(id, { resolve: (answer) => resolve(answer as never), reject });
          // A report of one file answers at once.
          post({ type: 'ask', id, revision, question });
        });
      },
      explain: (rule) => {
        const index = model.report.summary.rules.findIndex((entry) => entry.rule === rule);
        post({ type: 'explain', revision, index });
      },
      actOnRule: (rule, action) => {
        const index = model.report.summary.rules.findIndex((entry) => entry.rule === rule);
        post({ type: 'rule', revision, index, action });
      },
      fix: (index) => post({ type: 'fix', revision, index }),
      explainRisk: (mode) => {
        const index = model.report.advice.risks.findIndex((risk) => risk.mode === mode);
        post({ type: 'explain-risk', revision, index });
      },
      actOnTag: (tag, action) => {
        const index = model.report.tags.findIndex((entry) => entry.tag === tag);
        post({ type: 'tag', revision, index, action });
      },
      abilities: this.#abilities,
      act: (step) => post({ type: 'act', revision, step }),
      judge: (cluster, verdict) => post({ type: 'judge', revision, cluster, verdict }),
      shareCaptions: (cluster, from) => post({ type: 'share-captions', revision, cluster, from }),
      moveAside: (images) => post({ type: 'move-aside', revision, images }),
      keepBest: (groups) => post({ type: 'keep-best', revision, groups }),
      show: (tab, values = {}) => {
        Object.assign(this.#values, values);
        this.#choose(tab);
        this.#renew(model);
      },
    };
  }

  #save(): void {
    if (!this.#started) return;
    this.#host?.writeState({ root: this.#root, tab: this.tab, values: this.#values } satisfies SavedState);
  }

  #choose(tab: TabId): void {
    this.tab = tab;
    this.#save();
  }

  #tabs(): Tab[] {
    const { report } = this.context!.model;
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
    ];
    const absent = new Set<TabId>();
    if (report.tags.length === 0) absent.add('tags');
    if (report.cooccurrence.tags.length < 2) absent.add('co-occurrence');
    if (!this.context!.live || report.tags.length === 0) absent.add('binding');
    return tabs.filter(({ id }) => !absent.has(id));
  }

  /** `/` goes to the filter of the view, unless someone is typing. */
  #onPageKey(event: KeyboardEvent): void {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.composedPath().some((node) => node instanceof HTMLInputElement);
    const field = this.renderRoot.querySelector<OverviewView>('.view')?.filterField;
    if (typing || !field) return;
    event.preventDefault();
    field.focus();
  }

  #onTabKey(event: KeyboardEvent): void {
    const ids = this.#tabs().map(({ id }) => id);
    const at = ids.indexOf(this.tab);
    const target: Record<string, number> = {
      ArrowRight: (at + 1) % ids.length,
      ArrowLeft: (at + ids.length - 1) % ids.length,
      Home: 0,
      End: ids.length - 1,
    };
    if (!(event.key in target)) return;
    event.preventDefault();
    this.#choose(ids[target[event.key]]);
    void this.updateComplete.then(() => {
      const tab = this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]');
      tab?.focus();
      tab?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
    });
  }

  protected override render(): TemplateResult {
    if (!this.context) return this.#waiting();
    const { model, live } = this.context;
    const { settings, tool } = model.report;
    return html`<header>
        <div class="title">
          <h1 title=${model.report.folder}>${model.name}</h1>
          <p>${settings.said} · ${settings.resolution} × ${settings.resolution}</p>
          ${this.#made === null ? nothing : html`<p class="muted made">${tool.name} ${tool.version} · ${moment(this.#made)}</p>`}
        </div>
        ${
          live
            ? html`<div class="actions">
              ${
                this.progress
                  ? html`<span class="muted number doing" role="status">${this.progress}</span
                      ><vscode-button secondary @click=${() => this.#host?.post({ type: 'stop' })}>${t('Stop')}</vscode-button>`
                  : html`<vscode-button secondary @click=${() => this.#host?.post({ type: 'refresh' })}
                      >${t('Refresh')}</vscode-button
                    >`
              }
              <vscode-button secondary @click=${() => this.#host?.post({ type: 'export' })}
                >${t('Export…')}</vscode-button
              >
            </div>`
            : nothing
        }
      </header>
      ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
      <div class="tabs" role="tablist" aria-label=${t('Folder Overview')} @keydown=${this.#onTabKey}>
        ${this.#tabs().map((tab) => this.#tab(tab))}
      </div>
      <div class="busy" aria-hidden="true">
        ${this.progress === null ? nothing : html`<vscode-progress-bar indeterminate></vscode-progress-bar>`}
      </div>
      <file-peek .context=${this.context}></file-peek>
      ${this.printing ? this.#printed(this.context) : this.#panel(this.context)}`;
  }

  #panel(context: ViewContext): TemplateResult {
    return html`<main id="panel" role="tabpanel" tabindex="-1" aria-labelledby=${`tab-${this.tab}`}>${this.#view(context, this.tab)}</main>`;
  }

  #tab({ id, title, count }: Tab): TemplateResult {
    const chosen = id === this.tab;
    return html`<button
      id=${`tab-${id}`}
      role="tab"
      aria-selected=${chosen}
      aria-controls="panel"
      tabindex=${chosen ? 0 : -1}
      @click=${() => this.#choose(id)}
    >
      ${title}${count ? html`<span class="badge">${number(count)}</span>` : nothing}
    </button>`;
  }

  #printed(context: ViewContext): TemplateResult {
    return html`<main>
      ${this.#tabs().map(({ id, title }) => html`<section><h1>${title}</h1>${this.#view(context, id)}</section>`)}
    </main>`;
  }

  #view(context: ViewContext, tab: TabId): TemplateResult {
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
    }
  }

  #waiting(): TemplateResult {
    if (!this.#started) return html``;
    if (this.failure)
      return html`<div class="waiting">
        <p role="alert">${this.failure}</p>
        <vscode-button @click=${() => this.#host?.post({ type: 'refresh' })}>${t('Try again')}</vscode-button>
      </div>`;
    return html`<div class="waiting">
      <vscode-progress-bar indeterminate></vscode-progress-bar>
      <p role="status">${this.progress || t('Reading the dataset')}</p>
    </div>`;
  }

  static override styles = [shared, titleStyles, appStyles];
}
customElements.define('tagmetry-overview', OverviewApp);

declare global {
  interface HTMLElementTagNameMap {
    'tagmetry-overview': OverviewApp;
  }
}
