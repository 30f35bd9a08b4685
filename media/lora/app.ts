import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '../overview/parts/data-table.ts';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { LoraReport, LoraTag } from '../../server/src/lora/lora-report.ts';
import type { ComparisonInWords, LoraAnswer } from '../../server/src/lsp/protocol.ts';
import { number, percent, setLanguage, t } from '../overview/l10n.ts';
import { categoryName } from '../overview/parts/categories.ts';
import type { Column, TableState } from '../overview/parts/data-table.ts';
import { plainTable } from '../overview/parts/plain-table-styles.ts';
import { shared, terms } from '../overview/parts/styles.ts';
import { titleStyles } from '../overview/parts/title-styles.ts';
import {
  bar,
  barWidth,
  bucketsCard,
  comparisonCard,
  factsCard,
  risksCard,
  settingsCard,
  subsetsCard,
  unknownCards,
} from './cards.ts';
import type { FromLora, ToLora } from './messages.ts';
import { loraStyles } from './styles.ts';

/** A LoRA file as a document: what its header says of its training. */
export class LoraApp extends LitElement {
  static override properties = {
    answer: { state: true },
    failure: { state: true },
    comparison: { state: true },
    comparing: { state: true },
    filter: { state: true },
    table: { state: true },
    started: { state: true },
  };
  declare answer: LoraAnswer | null;
  declare failure: string | null;
  declare comparison: ComparisonInWords | null;
  declare comparing: boolean;
  declare filter: string;
  declare table: TableState;
  declare started: boolean;
  #post: (message: FromLora) => void = () => {};

  constructor() {
    super();
    this.answer = null;
    this.failure = null;
    this.comparison = null;
    this.comparing = false;
    this.filter = '';
    this.table = {};
    this.started = false;
  }

  connect(host: { postMessage(message: FromLora): void }): void {
    this.#post = (message) => host.postMessage(message);
    window.addEventListener('message', ({ data }) => this.#receive(data as ToLora));
    this.#post({ type: 'ready' });
  }

  #receive(message: ToLora): void {
    switch (message.type) {
      case 'start':
        setLanguage(message.language, message.texts);
        this.started = true;
        break;
      case 'show':
        this.answer = message.answer;
        this.failure = null;
        break;
      case 'failed':
        this.failure = message.message;
        this.comparing = false;
        break;
      case 'comparing':
        this.comparing = true;
        this.failure = null;
        break;
      case 'comparison':
        this.comparison = message.comparison;
        this.comparing = false;
        this.failure = null;
        break;
    }
  }

  protected override render(): TemplateResult {
    if (!this.started) return html``;
    const { answer, failure } = this;
    const alert = failure === null ? nothing : html`<p class="failure" role="alert">${failure}</p>`;
    if (!answer)
      return html`${alert}${failure === null ? html`<vscode-progress-bar indeterminate></vscode-progress-bar>` : nothing}`;
    const { report } = answer;
    return html`<header>
        <div class="title">
          <h1 title=${report.file}>${report.file}</h1>
          <p>${t('Read from the header alone: {0} of {1} MB', this.#kilobytes(report), number(report.size.file / 1e6, 1))}</p>
        </div>
        <div class="actions">
          <vscode-button @click=${() => this.#post({ type: 'compare' })}>${t('Compare…')}</vscode-button>
          ${
            report.trainer.id === null
              ? nothing
              : html`<vscode-button secondary @click=${() => this.#post({ type: 'write-config' })}
                >${t('Configuration like it')}</vscode-button
              >`
          }
        </div>
      </header>
      ${alert}
      <main tabindex="0" aria-label=${report.file}>
        ${this.#comparison()}
        <div class="column">${factsCard(answer)}${risksCard(report)}${unknownCards(report)}</div>
        <div class="column">
          ${this.#tags(report)}${subsetsCard(report)}${bucketsCard(report)}${settingsCard(answer)}
        </div>
      </main>`;
  }

  #kilobytes({ size }: LoraReport): string {
    return t('{0} kB', number(size.header / 1e3, size.header < 1e4 ? 1 : 0));
  }

  #tags({ tags }: LoraReport): TemplateResult | typeof nothing {
    if (tags === null) return nothing;
    const words = this.filter.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = words.length === 0 ? tags : tags.filter(({ tag }) => words.every((word) => tag.includes(word)));
    const most = tags[0]?.count ?? 1;
    const columns: Column<LoraTag>[] = [
      {
        id: 'tag',
        title: t('Tag'),
        width: 'minmax(0, 2fr)',
        value: ({ tag }) => tag,
        cell: ({ tag }) => html`<span title=${tag}>${tag}</span>`,
      },
      {
        id: 'category',
        title: t('Category'),
        width: 'minmax(0, 1fr)',
        minor: true,
        value: ({ category }) => category,
        cell: ({ category }) => (category === null ? nothing : categoryName(category)),
      },
      {
        id: 'share',
        title: t('Share'),
        width: '64px',
        align: 'end',
        value: ({ share }) => share,
        cell: ({ share }) => (share === null ? '?' : percent(share)),
      },
      {
        id: 'count',
        title: t('Count'),
        width: '72px',
        align: 'end',
        value: ({ count }) => count,
        cell: ({ count }) => number(count),
      },
      {
        id: 'bar',
        title: '',
        width: `${barWidth}px`,
        minor: 480,
        cell: ({ count }) => bar(count / most),
      },
    ];
    return html`<section class="card tags" aria-label=${t('Tags')}>
      <div class="head"><h2>${t('Tags')}</h2><span class="muted">${number(tags.length)}</span></div>
      <vscode-textfield
        type="search"
        .label=${t('Filter tags')}
        placeholder=${t('Filter tags')}
        .value=${this.filter}
        @input=${(event: Event) => {
          this.filter = (event.target as HTMLInputElement).value;
        }}
      ></vscode-textfield>
      <data-table
        label=${t('Tags')}
        .columns=${columns}
        .rows=${rows}
        .rowKey=${({ tag }: LoraTag) => tag}
        .state=${this.table}
        .empty=${t('No tag matches.')}
        @state-change=${({ detail }: CustomEvent<TableState>) => {
          this.table = detail;
        }}
      ></data-table>
    </section>`;
  }

  #comparison(): TemplateResult | typeof nothing {
    const { comparison } = this;
    if (this.comparing)
      return html`<section class="card whole" role="status">
        <vscode-progress-bar indeterminate></vscode-progress-bar>
        <p>${t('Comparing')}</p>
      </section>`;
    return comparison ? comparisonCard(comparison, () => this.#post({ type: 'close-comparison' })) : nothing;
  }

  static override styles = [shared, terms, plainTable, titleStyles, loraStyles];
}
customElements.define('tagmetry-lora', LoraApp);

declare global {
  interface HTMLElementTagNameMap {
    'tagmetry-lora': LoraApp;
  }
}
