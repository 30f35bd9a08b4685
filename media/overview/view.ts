import { html, LitElement, type TemplateResult } from 'lit';
import type { ViewContext } from './context.ts';
import type { TableState } from './parts/data-table.ts';
import { fileName } from './parts/file-name.ts';

/** A tab's content. It is drawn anew whenever the context is replaced: with new data, or when it remembered something. */
export abstract class OverviewView extends LitElement {
  static override properties = { context: { attribute: false } };
  declare context: ViewContext;

  /** Where `/` puts the keyboard; null where there is nothing to filter. */
  get filterField(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('vscode-textfield');
  }

  /** A filter that remembers its text under a name. */
  protected filterBox(name: string, label: string): TemplateResult {
    return html`<vscode-textfield
      class="filter"
      type="search"
      .label=${label}
      placeholder=${label}
      .value=${this.context.recall(name, '')}
      @input=${(event: Event) => this.context.remember(name, (event.target as HTMLInputElement).value)}
    ></vscode-textfield>`;
  }

  protected tableState(name: string): TableState {
    return this.context.recall<TableState>(name, {});
  }

  protected saveTable(name: string) {
    return ({ detail }: CustomEvent<TableState>): void => {
      const before = this.tableState(name);
      const onlyScrolled = before.selected === detail.selected && before.sort === detail.sort;
      this.context.remember(name, detail, onlyScrolled);
    };
  }

  /** A file: leads to it where files can be opened. `inRow`: in a row of a table, which the keyboard opens by itself. */
  protected fileLink(file: string, inRow = false): TemplateResult {
    const place = this.context.live ? this.context.model.placeOf(file) : null;
    if (!place) return html`<span title=${file}>${fileName(file)}</span>`;
    return html`<button
      class="link"
      tabindex=${inRow ? -1 : 0}
      title=${file}
      @click=${() => this.context.open(place)}
    >
      ${fileName(file)}
    </button>`;
  }
}

export { holdsWords as matches } from '../../server/src/ground/finding-filter.ts';
