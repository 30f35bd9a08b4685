import type { EChartsType } from 'echarts/core';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { t } from '../l10n.ts';
import { type ChartOption, init } from './echarts.ts';
import { shared } from './styles.ts';
import { type ChartTheme, onThemeChange, readTheme } from './theme.ts';

/** The data of a chart as a table, for those who cannot or will not read the picture. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A chart on a canvas that follows theme and size, with its data as a table one click away.
 * Fires `chart-click` with the data index and the series' name.
 */
export class DataChart extends LitElement {
  static override properties = {
    label: {},
    description: {},
    option: { attribute: false },
    // Asked for only while the table is shown, and new data brings a new option with it.
    table: { attribute: false, hasChanged: () => false },
    compact: { type: Boolean, reflect: true },
    asTable: { state: true },
  };
  declare label: string;
  /** One sentence that says what the picture shows, for screen readers. */
  declare description: string;
  /** Makes the picture for a theme. Has to be a new function when the data is new. */
  declare option: (theme: ChartTheme, width: number, height: number) => ChartOption;
  declare table: () => ChartTable;
  /** Without heading and table: a small picture that leads elsewhere. */
  declare compact: boolean;
  declare asTable: boolean;

  #chart: EChartsType | null = null;
  #resize: ResizeObserver | null = null;
  #stopTheme: (() => void) | null = null;

  constructor() {
    super();
    this.label = '';
    this.description = '';
    this.option = () => ({});
    this.table = () => ({ head: [], rows: [] });
    this.compact = false;
    this.asTable = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopTheme = onThemeChange(() => this.#draw());
    this.#resize = new ResizeObserver(() => {
      this.#chart?.resize();
      this.#draw();
    });
    if (this.hasUpdated) this.requestUpdate('option');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopTheme?.();
    this.#resize?.disconnect();
    this.#dispose();
  }

  #dispose(): void {
    const chart = this.#chart;
    this.#chart = null;
    if (!chart) return;
    // Many points are painted over several frames, each of which asks for the next. Painting nothing ends that; without it one of them would
    // come to a chart that is no more.
    chart.clear();
    // Whoever takes the chart away may do so in an event of its own.
    requestAnimationFrame(() => chart.dispose());
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const box = this.renderRoot.querySelector<HTMLElement>('.picture');
    if (!box) {
      this.#dispose();
      return;
    }
    if (this.#chart?.getDom() !== box) {
      this.#dispose();
      this.#chart = init(box, null, { renderer: 'canvas' });
      this.#chart.on('click', ({ dataIndex, seriesName }) => {
        this.dispatchEvent(new CustomEvent('chart-click', { detail: { index: dataIndex, series: seriesName } }));
      });
      this.#resize?.disconnect();
      this.#resize?.observe(box);
    }
    this.#draw();
  }

  #draw(): void {
    if (!this.#chart) return;
    const theme = readTheme(this);
    const { tooltip, ...option } = this.option(theme, this.#chart.getWidth(), this.#chart.getHeight());
    this.#chart.setOption(
      {
        animation: false,
        textStyle: { color: theme.text, fontFamily: theme.font, fontSize: theme.fontSize },
        ...option,
        tooltip: {
          // Drawn on the canvas: no markup is made from names of files or tags.
          renderMode: 'richText',
          confine: true,
          backgroundColor: theme.surface,
          borderColor: theme.line,
          textStyle: { color: theme.text, fontFamily: theme.font, fontSize: theme.fontSize },
          ...(Array.isArray(tooltip) ? {} : tooltip),
        },
      },
      { notMerge: true },
    );
  }

  protected override render(): TemplateResult {
    const picture = html`<div class="picture" role="img" aria-label=${`${this.label}. ${this.description}`}></div>`;
    if (this.compact) return picture;
    return html`<div class="top">
        <h2>${this.label}</h2>
        <button class="link" aria-pressed=${this.asTable} @click=${() => {
          this.asTable = !this.asTable;
        }}>
          ${this.asTable ? t('Show as chart') : t('Show as table')}
        </button>
      </div>
      ${this.asTable ? this.#tableView() : picture}`;
  }

  #tableView(): TemplateResult {
    const { head, rows } = this.table();
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.label}>
      <table>
        <thead>
          <tr>
            ${head.map((title) => html`<th scope="col">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([first, ...rest]) =>
              html`<tr>
                <th scope="row">${first}</th>
                ${rest.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: baseline;
        gap: 0 12px;
      }
      .top button {
        flex: none;
      }
      .picture,
      .scroll {
        flex: 1;
        min-height: 0;
        width: 100%;
      }
      .scroll {
        overflow: auto;
      }
      table {
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 2px 24px 2px 0;
        text-align: end;
        font-weight: 400;
        white-space: nowrap;
      }
      thead th {
        position: sticky;
        top: 0;
        background: var(--vscode-editorWidget-background);
        color: var(--muted);
        font-size: 12px;
        font-weight: 600;
      }
      th:first-child {
        text-align: start;
      }
    `,
  ];
}
customElements.define('data-chart', DataChart);
