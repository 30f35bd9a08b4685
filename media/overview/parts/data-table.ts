import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { number, t } from '../l10n.ts';
import { tableStyles } from './data-table-styles.ts';
import { shared } from './styles.ts';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** CSS width: a track of a grid. */
  readonly width: string;
  readonly align?: 'end';
  /** Left out of tables narrower than this, in pixels; true stands for 560. */
  readonly minor?: boolean | number;
  /** What the column sorts by; null comes last. Without it the column cannot be sorted. */
  readonly value?: (row: Row) => number | string | null;
  readonly cell: (row: Row) => TemplateResult | string | typeof nothing;
}

export interface TableState {
  readonly sort?: { readonly column: string; readonly down: boolean };
  /** Key of the selected row. */
  readonly selected?: string;
  /** Pixels. */
  readonly scroll?: number;
}

/** Pixels; every row has this height, which keeps ten thousand rows cheap. */
const rowHeight = 26;
/** Width of a table in pixels below which its minor columns are left out. */
const narrow = 560;
/** Class of the body while all of the page is laid out for paper. */
export const printing = 'printing';
/** Rows of a list that are printed, and the width that its columns are chosen for, in pixels. */
const printedRows = 100;
const paperWidth = 700;
const collator = new Intl.Collator(undefined, { numeric: true });

/**
 * A sortable table of any length: only the rows in sight are in the document.
 * Keys: arrows, Page Up/Down, Home, End move; Enter activates. Fires `row-select` and `row-activate` with the row,
 * and `state-change` with a TableState.
 */
export class DataTable<Row> extends LitElement {
  static override properties = {
    label: {},
    columns: { attribute: false },
    rows: { attribute: false },
    rowKey: { attribute: false },
    state: { attribute: false },
    empty: {},
    width: { state: true },
  };
  declare label: string;
  declare columns: readonly Column<Row>[];
  declare rows: readonly Row[];
  declare rowKey: (row: Row) => string;
  declare state: TableState;
  /** Said instead of the rows when there are none. */
  declare empty: string;
  /** Pixels. */
  declare width: number;

  #sorted: readonly Row[] = [];
  #selectedIndex = -1;
  #virtualizer: Virtualizer<HTMLElement, HTMLElement> | null = null;
  #resize: ResizeObserver | null = null;
  #stop: (() => void) | null = null;
  #saveTimer = 0;

  constructor() {
    super();
    this.label = '';
    this.columns = [];
    this.rows = [];
    this.rowKey = String;
    this.state = {};
    this.empty = t('Nothing here.');
    this.width = 0;
  }

  /** The selected row, if it is among the rows. */
  get selected(): Row | undefined {
    return this.#sorted[this.#selectedIndex];
  }

  /** Selects a row, scrolls to it, and takes the focus. */
  reveal(key: string): void {
    const index = this.#sorted.findIndex((row) => this.rowKey(row) === key);
    if (index >= 0) this.#select(index);
  }

  override focus(): void {
    this.#scroller?.focus();
  }

  get #scroller(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.table');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#saveTimer);
    if (this.#virtualizer) this.#save({ scroll: this.#virtualizer.scrollOffset ?? 0 });
    this.#stop?.();
    this.#resize?.disconnect();
    this.#virtualizer = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#mount();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('rows') || changed.has('state') || changed.has('columns')) {
      const before = changed.get('state') as TableState | undefined;
      if (changed.has('rows') || changed.has('columns') || before?.sort !== this.state.sort) this.#sort();
      const { selected } = this.state;
      this.#selectedIndex =
        selected === undefined ? -1 : this.#sorted.findIndex((row) => this.rowKey(row) === selected);
    }
    this.#virtualizer?.setOptions({ ...this.#virtualizer.options, count: this.#sorted.length });
    if (changed.has('rows')) this.#virtualizer?.measure();
  }

  protected override firstUpdated(): void {
    this.#mount();
  }

  protected override updated(): void {
    this.#virtualizer?._willUpdate();
  }

  #mount(): void {
    this.#virtualizer = new Virtualizer<HTMLElement, HTMLElement>({
      count: this.#sorted.length,
      getScrollElement: () => this.#scroller,
      estimateSize: () => rowHeight,
      overscan: 8,
      paddingStart: rowHeight,
      scrollPaddingStart: rowHeight,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: (virtualizer) => {
        this.requestUpdate();
        clearTimeout(this.#saveTimer);
        this.#saveTimer = window.setTimeout(() => this.#save({ scroll: virtualizer.scrollOffset ?? 0 }), 250);
      },
    });
    this.#stop = this.#virtualizer._didMount();
    this.#resize = new ResizeObserver(([entry]) => {
      this.width = Math.round(entry.contentRect.width);
    });
    this.#resize.observe(this);
    this.requestUpdate();
    void this.#restoreScroll(this.state.scroll ?? 0);
  }

  /** Goes where the list was left, once it is as long as it was. */
  async #restoreScroll(offset: number): Promise<void> {
    if (offset === 0) return;
    await this.updateComplete;
    if (this.#scroller) this.#scroller.scrollTop = offset;
  }

  #sort(): void {
    const { sort } = this.state;
    const value = sort && this.columns.find(({ id }) => id === sort.column)?.value;
    if (!sort || !value) {
      this.#sorted = this.rows;
      return;
    }
    const keyed = this.rows.map((row) => ({ row, key: value(row) }));
    const sign = sort.down ? -1 : 1;
    keyed.sort(({ key: a }, { key: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
      return sign * collator.compare(String(a), String(b));
    });
    this.#sorted = keyed.map(({ row }) => row);
  }

  #save(change: TableState): void {
    this.state = { ...this.state, ...change };
    this.dispatchEvent(new CustomEvent('state-change', { detail: this.state }));
  }

  #sortBy(column: Column<Row>): void {
    const { sort } = this.state;
    // Numbers are mostly wanted largest first.
    const down = sort?.column === column.id ? !sort.down : column.align === 'end';
    this.#save({ sort: { column: column.id, down } });
  }

  #select(index: number): void {
    const row = this.#sorted[index];
    if (row === undefined) return;
    this.#selectedIndex = index;
    this.#virtualizer?.scrollToIndex(index);
    this.#save({ selected: this.rowKey(row) });
    this.dispatchEvent(new CustomEvent('row-select', { detail: row }));
  }

  #activate(index: number): void {
    const row = this.#sorted[index];
    if (row !== undefined) this.dispatchEvent(new CustomEvent('row-activate', { detail: row }));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.target !== this.#scroller || event.altKey || event.ctrlKey || event.metaKey) return;
    const last = this.#sorted.length - 1;
    const page = Math.max(1, Math.floor((this.#scroller?.clientHeight ?? 0) / rowHeight) - 2);
    const at = this.#selectedIndex;
    const targets: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? last : at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: last,
    };
    if (event.key === 'Enter') this.#activate(at);
    else if (event.key in targets) this.#select(Math.min(Math.max(targets[event.key], 0), last));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #shownColumns(): readonly Column<Row>[] {
    const least = (minor: Column<Row>['minor']): number => (minor === true ? narrow : Number(minor ?? 0));
    const width = document.body.classList.contains(printing) ? paperWidth : this.width;
    return this.columns.filter(({ minor }) => width >= least(minor));
  }

  /** The rows that are printed: a list of thousands is nothing for paper. */
  #printed(): { readonly index: number; readonly start: number }[] {
    const count = Math.min(this.#sorted.length, printedRows);
    return Array.from({ length: count }, (_, index) => ({ index, start: (index + 1) * rowHeight }));
  }

  protected override render(): TemplateResult {
    const isPrinted = document.body.classList.contains(printing);
    const columns = this.#shownColumns();
    const tracks = columns.map(({ width }) => width).join(' ');
    const items = isPrinted ? this.#printed() : (this.#virtualizer?.getVirtualItems() ?? []);
    const height = isPrinted ? (items.length + 1) * rowHeight : (this.#virtualizer?.getTotalSize() ?? rowHeight);
    const left = isPrinted ? this.#sorted.length - items.length : 0;
    const active = items.some(({ index }) => index === this.#selectedIndex) ? `row-${this.#selectedIndex}` : nothing;
    return html`<div
        class="table"
        role="grid"
        tabindex="0"
        aria-label=${this.label}
        aria-rowcount=${this.#sorted.length + 1}
        aria-activedescendant=${active}
        @keydown=${this.#onKey}
      >
        <div class="head" role="rowgroup">
          <div class="row" role="row" aria-rowindex="1" .style=${`grid-template-columns:${tracks}`}>
            ${columns.map((column) => this.#head(column))}
          </div>
        </div>
        <div class="body" role="rowgroup" .style=${`height:${height - rowHeight}px`}>
          ${items.map(({ index, start }) => this.#row(index, start - rowHeight, columns, tracks))}
        </div>
      </div>
      ${left > 0 ? html`<p class="more muted">${t('and {0} more', number(left))}</p>` : nothing}
      ${this.#sorted.length === 0 ? html`<p class="empty muted" role="status">${this.empty}</p>` : nothing}`;
  }

  #head(column: Column<Row>): TemplateResult {
    const { sort } = this.state;
    const direction = sort?.column !== column.id ? 'none' : sort.down ? 'descending' : 'ascending';
    const arrow = direction === 'none' ? '' : direction === 'ascending' ? '▲' : '▼';
    return html`<div role="columnheader" class=${column.align ?? ''} aria-sort=${column.value ? direction : nothing}>
      ${
        column.value
          ? html`<button @click=${() => this.#sortBy(column)}>
            <span>${column.title}</span>${arrow ? html`<span class="arrow" aria-hidden="true">${arrow}</span>` : nothing}
          </button>`
          : html`<span>${column.title}</span>`
      }
    </div>`;
  }

  #row(index: number, top: number, columns: readonly Column<Row>[], tracks: string): TemplateResult | typeof nothing {
    const row = this.#sorted[index];
    if (row === undefined) return nothing;
    const selected = index === this.#selectedIndex;
    return html`<div
      id=${`row-${index}`}
      class="row ${selected ? 'selected' : ''}"
      role="row"
      aria-rowindex=${index + 2}
      aria-selected=${selected}
      .style=${`grid-template-columns:${tracks};transform:translateY(${top}px)`}
      @click=${() => this.#select(index)}
      @dblclick=${() => this.#activate(index)}
    >
      ${columns.map((column) => html`<div role="gridcell" class=${column.align ?? ''}>${column.cell(row)}</div>`)}
    </div>`;
  }

  static override styles = [shared, tableStyles];
}
customElements.define('data-table', DataTable);
