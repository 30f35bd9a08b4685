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
import { riskLevels, riskMeter } from '../overview/parts/risk.ts';
import { shared, terms } from '../overview/parts/styles.ts';
import { titleStyles } from '../overview/parts/title-styles.ts';
import type { FromLora, ToLora } from './messages.ts';
import { loraStyles } from './styles.ts';

/** Pixels of the longest bar in a table. */
const barWidth = 96;

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
        ${this.#comparisonCard()}
        <div class="column">${this.#facts(answer)}${this.#risks(report)}${this.#unknown(report)}</div>
        <div class="column">
          ${this.#tags(report)}${this.#subsets(report)}${this.#buckets(report)}${this.#settings(answer)}
        </div>
      </main>`;
  }

  #kilobytes({ size }: LoraReport): string {
    return t('{0} kB', number(size.header / 1e3, size.header < 1e4 ? 1 : 0));
  }

  #facts({ facts }: LoraAnswer): TemplateResult {
    return html`<section class="card" aria-label=${t('What it is')}>
      <h2>${t('What it is')}</h2>
      <dl>${facts.map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
    </section>`;
  }

  #risks({ risks }: LoraReport): TemplateResult {
    const sorted = [...risks].sort((a, b) => riskLevels.indexOf(b.level) - riskLevels.indexOf(a.level));
    return html`<section class="card" aria-label=${t('Risks, as far as the file tells')}>
      <h2>${t('Risks, as far as the file tells')}</h2>
      ${sorted.map(
        ({ mode, title, summary, level, evidence, isKnown }) =>
          html`<details id=${mode}>
            <summary><span>${title}</span>${isKnown ? riskMeter(level) : html`<span class="muted">${t('unknown')}</span>`}</summary>
            <p class="muted">${summary}</p>
            ${
              evidence.length === 0
                ? html`<p>${isKnown ? t('Nothing that the file tells points to it.') : t('The file tells nothing about it.')}</p>`
                : html`<ul>${evidence.map(({ text, heuristic }) => html`<li>${text}${heuristic ? html` <span class="muted">${t('heuristic')}</span>` : nothing}</li>`)}</ul>`
            }
          </details>`,
      )}
    </section>`;
  }

  #unknown({ unknown, notes }: LoraReport): TemplateResult {
    const list = (title: string, lines: readonly string[]): TemplateResult | typeof nothing =>
      lines.length === 0
        ? nothing
        : html`<section class="card" aria-label=${title}>
            <h2>${title}</h2>
            <ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
          </section>`;
    return html`${list(t('What the file does not say'), unknown)}${list(t('Odd about the file'), notes)}`;
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

  #subsets({ subsets }: LoraReport): TemplateResult | typeof nothing {
    if (subsets === null) return nothing;
    const known = (value: number | null): string => (value === null ? '?' : number(value));
    return html`<section class="card" aria-label=${t('Folders')}>
      <h2>${t('Folders')}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('Folders')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('Folder')}</th>
              <th scope="col" class="end">${t('Images')}</th>
              <th scope="col" class="end">${t('Repeats')}</th>
              <th scope="col" class="end wide">${t('Tags')}</th>
            </tr>
          </thead>
          <tbody>
            ${subsets.map(
              ({ name, images, repeats, tags, regularization }) =>
                html`<tr>
                  <th scope="row">${name}${regularization ? html` <span class="muted">${t('regularization set')}</span>` : nothing}</th>
                  <td class="end">${known(images)}</td>
                  <td class="end">${known(repeats)}</td>
                  <td class="end wide">${known(tags)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #buckets({ buckets }: LoraReport): TemplateResult | typeof nothing {
    if (buckets === null) return nothing;
    const most = Math.max(1, ...buckets.slice(0, 1).map(({ samples }) => samples));
    return html`<section class="card" aria-label=${t('Buckets')}>
      <h2>${t('Buckets')}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('Buckets')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('Size')}</th>
              <th scope="col" class="end">${t('Samples per epoch')}</th>
              <th scope="col" class="wide"><span class="visually-hidden">${t('Samples per epoch')}</span></th>
            </tr>
          </thead>
          <tbody>
            ${buckets.map(
              ({ width, height, samples }) =>
                html`<tr>
                  <th scope="row">${width} × ${height}</th>
                  <td class="end">${number(samples)}</td>
                  <td class="wide">${bar(samples / most)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #settings({ settings }: LoraAnswer): TemplateResult | typeof nothing {
    if (settings.length === 0) return nothing;
    return html`<section class="card" aria-label=${t('Options')}>
      <h2>${t('Options')}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('Options')}>
        <table>
          <tbody>
            ${settings.map(
              ({ name, value }) =>
                html`<tr><th scope="row"><code>${name}</code></th><td><code>${value}</code></td></tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #comparisonCard(): TemplateResult | typeof nothing {
    const { comparison } = this;
    if (this.comparing)
      return html`<section class="card whole" role="status">
        <vscode-progress-bar indeterminate></vscode-progress-bar>
        <p>${t('Comparing')}</p>
      </section>`;
    if (!comparison) return nothing;
    return html`<section class="card whole comparison" aria-label=${t('Compared')}>
      <div class="head">
        <h2>${t('Compared')}</h2>
        <button class="link" @click=${() => this.#post({ type: 'close-comparison' })}>${t('Close')}</button>
      </div>
      <div class="sides"><span>− ${comparison.before}</span><span>+ ${comparison.after}</span></div>
      ${
        comparison.sections.every(({ isChange }) => !isChange)
          ? html`<p>${t('Nothing that both tell has changed.')}</p>`
          : nothing
      }
      ${comparison.sections.map(
        ({ title, rows, more }) =>
          html`<h3>${title}</h3>
            <ul class="plain">
              ${rows.map(({ text }) => html`<li>${text}</li>`)}
              ${more > 0 ? html`<li class="muted">${t('and {0} more', number(more))}</li>` : nothing}
            </ul>`,
      )}
    </section>`;
  }

  static override styles = [shared, terms, plainTable, titleStyles, loraStyles];
}
customElements.define('tagmetry-lora', LoraApp);

/** A bar beside a number that says the same. */
const bar = (share: number): TemplateResult =>
  html`<span class="bar" aria-hidden="true" .style=${`width:${Math.max(0, Math.min(1, share)) * barWidth}px`}></span>`;

declare global {
  interface HTMLElementTagNameMap {
    'tagmetry-lora': LoraApp;
  }
}
