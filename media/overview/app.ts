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
import { contextOf } from './context-of.ts';
import type { OverviewHost } from './host.ts';
import { moment, number, setLanguage, t } from './l10n.ts';
import type { Ability, ReportMessage, ToView } from './messages.ts';
import { OverviewModel } from './model.ts';
import './parts/data-chart.ts';
import { printing } from './parts/data-table.ts';
import './parts/file-peek.ts';
import './parts/hit-list.ts';
import './parts/risk-cards.ts';
import { shared } from './parts/styles.ts';
import { titleStyles } from './parts/title-styles.ts';
import { Questions } from './questions.ts';
import { type Tab, tabAfter, tabsOf, viewOf } from './tabs.ts';
import type { OverviewView } from './view.ts';

interface SavedState {
  readonly root: string;
  readonly tab: TabId;
  readonly values: Record<string, unknown>;
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
  readonly #questions = new Questions();

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
        this.#goTo(message.tab);
        this.requestUpdate();
        break;
      case 'show':
        this.#goTo(message.tab);
        break;
      case 'report':
        this.#takeReport(message.answer);
        break;
      case 'progress':
        this.progress = message.message;
        break;
      case 'answer':
      case 'refused':
        this.#questions.take(message);
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
    const { live, post } = this.#host!;
    this.context = contextOf(model, {
      live,
      abilities: this.#abilities,
      values: this.#values,
      post,
      ask: this.#questions.asking(model.revision, post),
      changed: (quiet) => {
        this.#save();
        if (!quiet && this.context) this.#renew(this.context.model);
      },
      show: (tab) => {
        this.#choose(tab);
        this.#renew(model);
      },
    });
  }

  #save(): void {
    if (!this.#started) return;
    this.#host?.writeState({ root: this.#root, tab: this.tab, values: this.#values } satisfies SavedState);
  }

  #goTo(id: string | undefined): void {
    this.#choose(tabIds.find((tab) => tab === id) ?? this.tab);
    void this.updateComplete.then(() => this.#revealTab());
  }

  #choose(tab: TabId): void {
    this.tab = tab;
    this.#save();
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
    const next = tabAfter(event.key, this.tab, tabsOf(this.context!));
    if (next === undefined) return;
    event.preventDefault();
    this.#choose(next);
    void this.updateComplete.then(() => {
      this.#revealTab()?.focus();
    });
  }

  /** Brings the chosen tab into sight where there are more than fit. */
  #revealTab(): HTMLElement | null {
    const tab = this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]');
    tab?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
    return tab;
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
        ${tabsOf(this.context).map((tab) => this.#tab(tab))}
      </div>
      <div class="busy" aria-hidden="true">
        ${this.progress === null ? nothing : html`<vscode-progress-bar indeterminate></vscode-progress-bar>`}
      </div>
      <file-peek .context=${this.context}></file-peek>
      ${this.printing ? this.#printed(this.context) : this.#panel(this.context)}`;
  }

  #panel(context: ViewContext): TemplateResult {
    return html`<main id="panel" role="tabpanel" tabindex="-1" aria-labelledby=${`tab-${this.tab}`}>${viewOf(context, this.tab)}</main>`;
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
      ${tabsOf(context).map(({ id, title }) => html`<section><h1>${title}</h1>${viewOf(context, id)}</section>`)}
    </main>`;
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
