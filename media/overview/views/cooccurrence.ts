import { css, html, nothing, type TemplateResult } from 'lit';
import type { ReportHead } from '../../../server/src/report/live-report.ts';
import type { AuditReport } from '../../../server/src/report/report.ts';
import { arranged, type Matrix } from '../charts/matrix-order.ts';
import { matrixOption, matrixTable } from '../charts/tag-matrix.ts';
import { number, percent, t } from '../l10n.ts';
import type { Column } from '../parts/data-table.ts';
import { filling, shared, sideBySide } from '../parts/styles.ts';
import type { ChartTheme } from '../parts/theme.ts';
import { matches, OverviewView } from '../view.ts';

type Pair = AuditReport['cooccurrence']['pairs'][number];

/** What stands with what: the most frequent tags as a matrix, the strongest pairs as a list. */
export class CooccurrenceView extends OverviewView {
  #from: ReportHead | null = null;
  #matrix: Matrix = { tags: [], counts: [] };
  #option: (theme: ChartTheme, width: number) => ReturnType<typeof matrixOption> = () => ({});

  protected override willUpdate(): void {
    const { report } = this.context.model;
    if (report === this.#from) return;
    this.#from = report;
    this.#matrix = arranged(report.cooccurrence, report.summary.captions);
    this.#option = (theme, width) => matrixOption(this.#matrix, theme, width);
  }

  readonly #columns: readonly Column<Pair>[] = [
    {
      id: 'pair',
      title: t('Tags'),
      width: 'minmax(0, 1fr)',
      value: ({ a }) => a,
      cell: ({ a, b }) => html`<span title=${`${a} + ${b}`}>${a} <span class="muted">+</span> ${b}</span>`,
    },
    {
      id: 'together',
      title: t('Together'),
      width: '72px',
      align: 'end',
      value: ({ together }) => together,
      cell: ({ together }) => number(together),
    },
    {
      id: 'given',
      title: t('of the rarer one'),
      width: '128px',
      align: 'end',
      minor: true,
      value: ({ aGivenB, bGivenA }) => Math.max(aGivenB, bGivenA),
      cell: ({ aGivenB, bGivenA }) => percent(Math.max(aGivenB, bGivenA), 0),
    },
    {
      id: 'npmi',
      title: t('NPMI'),
      width: '56px',
      align: 'end',
      value: ({ npmi }) => npmi,
      cell: ({ npmi }) => number(npmi, 2),
    },
  ];

  protected override render(): TemplateResult {
    const { cooccurrence, metrics } = this.context.model.report;
    const filter = this.context.recall('cooccurrence.filter', '');
    const rows = cooccurrence.pairs.filter(({ a, b }) => matches(`${a} ${b}`, filter));
    const state = this.tableState('cooccurrence.table');
    const row = rows.find((pair) => keyOf(pair) === state.selected);
    const cell = this.context.recall<readonly string[] | null>('cooccurrence.cell', null);
    const selected = cell ?? (row ? [row.a, row.b] : null);
    return html`<section class="card chart">
        <data-chart
          .label=${t('How often the column’s tag appears with the row’s')}
          .description=${t('{0} frequent tags, those of nearly every caption left out', number(this.#matrix.tags.length))}
          .option=${this.#option}
          .table=${() => matrixTable(this.#matrix)}
          @chart-click=${({ detail }: CustomEvent<{ index: number }>) => {
            const size = this.#matrix.tags.length;
            const pair = [Math.floor(detail.index / size), detail.index % size].map((at) => this.#matrix.tags[at]);
            this.context.remember('cooccurrence.cell', [...new Set(pair)]);
          }}
        ></data-chart>
      </section>
      <div class="toolbar">
        ${this.filterBox('cooccurrence.filter', t('Filter pairs'))}
        <span class="space"></span>
        <span class="muted number" role="status"
          >${t('{0} of {1}', number(rows.length), number(cooccurrence.pairs.length))}</span
        >
      </div>
      <div class="split">
        <data-table
          .label=${t('Strongest pairs')}
          .columns=${this.#columns}
          .rows=${rows}
          .rowKey=${keyOf}
          .state=${state}
          .empty=${cooccurrence.pairs.length === 0 ? t('No two tags appear together more often than by chance.') : t('Nothing matches the filter.')}
          @state-change=${this.saveTable('cooccurrence.table')}
          @row-select=${() => this.context.remember('cooccurrence.cell', null)}
        ></data-table>
        ${
          selected && this.context.live
            ? html`<hit-list class="card" .context=${this.context} .tags=${selected}></hit-list>`
            : nothing
        }
        ${selected && this.context.live ? nothing : this.#overlaps(metrics.overlaps)}
      </div>`;
  }

  /** Concepts whose captions are alike; shown with two concepts or more. */
  #overlaps(overlaps: AuditReport['metrics']['overlaps']): TemplateResult | typeof nothing {
    if (overlaps.length === 0) return nothing;
    const alike = [...overlaps].sort((x, y) => x.jensenShannon - y.jensenShannon);
    return html`<section class="card overlaps" tabindex="0" aria-label=${t('Concepts compared')}>
      <h2>${t('Concepts compared')}</h2>
      <ul>
        ${alike.slice(0, 20).map(
          ({ a, b, triggers, shared: common, compared, jensenShannon }) =>
            html`<li>
              <span>${a === b ? triggers[0] : a} <span class="muted">${t('and')}</span> ${a === b ? triggers[1] : b}</span>
              <span class="muted number"
                >${t('{0} of {1} top tags shared, divergence {2} bit', common.length, compared, number(jensenShannon, 2))}</span
              >
            </li>`,
        )}
      </ul>
    </section>`;
  }

  static override styles = [
    shared,
    filling,
    sideBySide,
    css`
      :host {
        overflow-y: auto;
      }
      .chart {
        flex: 0 0 auto;
      }
      .chart data-chart {
        height: clamp(420px, 64vh, 680px);
      }
      .split {
        min-height: 220px;
      }
      .filter {
        flex: 1 1 160px;
        max-width: 280px;
      }
      .overlaps {
        flex: 0 0 320px;
        overflow-y: auto;
      }
      ul {
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
      }
    `,
  ];
}
customElements.define('cooccurrence-view', CooccurrenceView);

const keyOf = ({ a, b }: Pair): string => `${a}\n${b}`;
