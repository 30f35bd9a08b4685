import { css, html, type TemplateResult } from 'lit';
import type { ReportHead } from '../../../server/src/report/live-report.ts';
import type { ReportCaption } from '../../../server/src/report/report.ts';
import { type TokenBin, tokenBins } from '../charts/token-bins.ts';
import { tokenOption, tokenTable } from '../charts/token-histogram.ts';
import { number, percent, t } from '../l10n.ts';
import type { Column } from '../parts/data-table.ts';
import { filling, shared } from '../parts/styles.ts';
import type { ChartTheme } from '../parts/theme.ts';
import { matches, OverviewView } from '../view.ts';

/** How long the captions are, against the limit of what trains. */
export class TokensView extends OverviewView {
  #from: ReportHead | null = null;
  #bins: readonly TokenBin[] = [];
  #option: (theme: ChartTheme) => ReturnType<typeof tokenOption> = () => ({});

  protected override willUpdate(): void {
    const { report } = this.context.model;
    if (report === this.#from) return;
    this.#from = report;
    this.#bins = tokenBins(report.metrics.tokens.histogram);
    this.#option = (theme) => tokenOption(this.#bins, report.settings.tokenLimit, theme, false);
  }

  get #limit(): number | null {
    return this.context.model.report.settings.tokenLimit;
  }

  /** What stands where a caption has no number: the encoder is not counted, or else the file cannot be read. */
  get #unknown(): string {
    return this.context.model.report.settings.encoder.counted ? t('unreadable') : '–';
  }

  readonly #columns: readonly Column<ReportCaption>[] = [
    {
      id: 'file',
      title: t('Caption'),
      width: 'minmax(0, 1fr)',
      value: ({ file }) => file,
      cell: ({ file }) => this.fileLink(file, true),
    },
    {
      id: 'tags',
      title: t('Tags'),
      width: '56px',
      align: 'end',
      value: ({ tags }) => tags,
      cell: ({ tags }) => number(tags),
    },
    {
      id: 'tokens',
      title: t('Tokens'),
      width: '72px',
      align: 'end',
      value: ({ tokens }) => tokens,
      cell: ({ tokens }) => (tokens === null ? html`<span class="muted">${this.#unknown}</span>` : number(tokens)),
    },
    {
      id: 'over',
      title: t('Not trained'),
      width: '96px',
      align: 'end',
      value: ({ tokens }) => (tokens === null || this.#limit === null ? null : Math.max(0, tokens - this.#limit)),
      cell: ({ tokens }) =>
        tokens === null || this.#limit === null || tokens <= this.#limit
          ? html`<span class="muted">–</span>`
          : html`<span class="over">+${number(tokens - this.#limit)}</span>`,
    },
  ];

  protected override render(): TemplateResult {
    const { captions, metrics } = this.context.model.report;
    const filter = this.context.recall('tokens.filter', '');
    const onlyOver = this.context.recall('tokens.over', false) && this.#limit !== null;
    const bin = this.context.recall<TokenBin | null>('tokens.bin', null);
    const rows = captions.filter(
      ({ file, tokens }) =>
        matches(file, filter) &&
        (!onlyOver || (tokens !== null && tokens > (this.#limit ?? 0))) &&
        (!bin || (tokens !== null && tokens >= bin.from && tokens <= bin.to)),
    );
    const { median, mean, max, overLimitShare } = metrics.tokens;
    const facts =
      median === null || mean === null || max === null
        ? t('{0} tokens are not counted', this.context.model.report.settings.encoder.name)
        : t('median {0}, mean {1}, longest {2}', number(median, 1), number(mean, 1), number(max));
    const over =
      overLimitShare === null ? '' : t('{0} over the limit of {1}', percent(overLimitShare), this.#limit ?? 0);
    return html`<section class="card chart">
        <data-chart
          .label=${t('Tokens per caption')}
          .description=${[facts, over].filter(Boolean).join(', ')}
          .option=${this.#option}
          .table=${() => tokenTable(this.#bins)}
          @chart-click=${({ detail }: CustomEvent<{ index: number }>) =>
            this.context.remember('tokens.bin', this.#bins[detail.index] ?? null)}
        ></data-chart>
        <p class="muted number">${[facts, over].filter(Boolean).join(' · ')}</p>
      </section>
      <div class="toolbar">
        ${this.filterBox('tokens.filter', t('Filter captions'))}
        ${
          this.#limit === null
            ? ''
            : html`<vscode-checkbox
              .label=${t('Over the limit only')}
              .checked=${onlyOver}
              @change=${(event: Event) =>
                this.context.remember('tokens.over', (event.target as HTMLInputElement).checked)}
            ></vscode-checkbox>`
        }
        ${
          bin
            ? html`<button class="chip" @click=${() => this.context.remember('tokens.bin', null)}>
              ${t('{0} tokens', `${bin.from}–${bin.to}`)} <span aria-hidden="true">×</span
              ><span class="visually-hidden">${t('Show all')}</span>
            </button>`
            : ''
        }
        <span class="space"></span>
        <span class="muted number" role="status">${t('{0} of {1}', number(rows.length), number(captions.length))}</span>
      </div>
      <data-table
        .label=${t('Captions')}
        .columns=${this.#columns}
        .rows=${rows}
        .rowKey=${(row: ReportCaption) => row.file}
        .state=${{ sort: { column: 'tokens', down: true }, ...this.tableState('tokens.table') }}
        .empty=${t('Nothing matches the filter.')}
        @state-change=${this.saveTable('tokens.table')}
        @row-activate=${({ detail }: CustomEvent<ReportCaption>) => {
          const place = this.context.model.placeOf(detail.file);
          if (place) this.context.open(place);
        }}
      ></data-table>`;
  }

  static override styles = [
    shared,
    filling,
    css`
      .chart {
        flex: 0 0 auto;
      }
      .chart data-chart {
        height: clamp(160px, 34vh, 280px);
      }
      .filter {
        flex: 1 1 160px;
        max-width: 280px;
      }
    `,
  ];
}
customElements.define('tokens-view', TokensView);
