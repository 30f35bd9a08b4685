import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { ViewContext } from '../context.ts';
import { number, t } from '../l10n.ts';
import type { OverviewModel } from '../model.ts';
import type { Column, TableState } from './data-table.ts';
import { fileName } from './file-name.ts';
import { shared } from './styles.ts';

interface Hit {
  readonly file: string;
  readonly index: number;
}

/** The captions that hold all of some tags; Enter or a click goes to the place. Slot `actions`: what can be done with them. */
export class HitList extends LitElement {
  static override properties = {
    context: { attribute: false },
    tags: { attribute: false },
    hits: { state: true },
    tableState: { state: true },
  };
  declare context: ViewContext;
  declare tags: readonly string[];
  declare hits: readonly Hit[];
  declare tableState: TableState;
  #asked = '';
  #model: OverviewModel | null = null;

  constructor() {
    super();
    this.tags = [];
    this.hits = [];
    this.tableState = {};
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const wanted = this.tags.join('\n');
    if (wanted === this.#asked && this.context.model === this.#model) return;
    if (wanted !== this.#asked) {
      this.hits = [];
      this.tableState = {};
    }
    this.#asked = wanted;
    this.#model = this.context.model;
    void this.context.ask<'find'>({ kind: 'find', tags: this.tags }).then((files) => {
      if (wanted === this.#asked) this.hits = files.map((file, index) => ({ file, index }));
    });
  }

  readonly #columns: readonly Column<Hit>[] = [
    {
      id: 'file',
      title: t('Caption'),
      width: 'minmax(0, 1fr)',
      value: ({ file }) => file,
      cell: ({ file, index }) =>
        html`<button
          class="link"
          tabindex="-1"
          title=${file}
          @click=${() => this.context.open({ kind: 'hit', index })}
          .style=${'padding:0;overflow:hidden;border:0;background:none;color:var(--vscode-textLink-foreground);font:inherit;text-overflow:ellipsis;cursor:pointer'}
        >
          ${fileName(file)}
        </button>`,
    },
  ];

  protected override render(): TemplateResult {
    return html`<h2>${this.tags.join(' + ')}</h2>
      <slot name="actions"></slot>
      <p class="muted number" role="status">${t('{0} captions', number(this.hits.length))}</p>
      <data-table
        .label=${t('Captions')}
        .columns=${this.#columns}
        .rows=${this.hits}
        .rowKey=${({ file }: Hit) => file}
        .state=${this.tableState}
        .empty=${''}
        @state-change=${({ detail }: CustomEvent<TableState>) => {
          this.tableState = detail;
        }}
        @row-activate=${({ detail }: CustomEvent<Hit>) => this.context.open({ kind: 'hit', index: detail.index })}
      ></data-table>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      h2 {
        margin: 0 0 4px;
        overflow-wrap: anywhere;
      }
      p {
        margin-bottom: 8px;
      }
      data-table {
        flex: 1;
        min-height: 80px;
      }
    `,
  ];
}
customElements.define('hit-list', HitList);
