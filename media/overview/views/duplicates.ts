import { css, html, nothing, type TemplateResult } from 'lit';
import type { ReportCluster } from '../../../server/src/report/report.ts';
import { number, percent, t } from '../l10n.ts';
import { type Verdict, verdicts } from '../messages.ts';
import { bestFirst } from '../parts/best-copy.ts';
import type { Column } from '../parts/data-table.ts';
import '../parts/duplicate-group.ts';
import { fileName } from '../parts/file-name.ts';
import { filling, shared } from '../parts/styles.ts';
import { matches, OverviewView } from '../view.ts';

const kindName = (kind: ReportCluster['kind']): string => {
  switch (kind) {
    case 'bytes':
      return t('Same file');
    case 'pixels':
      return t('Same picture');
    case 'near':
      return t('Similar');
  }
};

const verdictName = (verdict: Verdict): string => {
  switch (verdict) {
    case 'keep':
      return t('Keep both');
    case 'alternate':
      return t('Alternate versions');
    case 'not-a-duplicate':
      return t('Not a duplicate');
  }
};

const verdictHelp = (verdict: Verdict): string => {
  switch (verdict) {
    case 'keep':
      return t('They stay although they look alike; they still count as one picture.');
    case 'alternate':
      return t('Versions that are meant to differ: their captions may differ too.');
    case 'not-a-duplicate':
      return t('They only look alike: they are no longer one group.');
  }
};

const bestHelp = (): string =>
  t('Best is what has a caption, then the largest, the least compressed, and the one with the most tags.');

/** Groups of images that are the same or nearly so; the selected group's files below. */
export class DuplicatesView extends OverviewView {
  readonly #columns: readonly Column<ReportCluster>[] = [
    {
      id: 'files',
      title: t('Images'),
      width: 'minmax(0, 1fr)',
      value: ({ files }) => files[0] ?? '',
      cell: ({ files }) => html`<span title=${files.join('\n')}>${fileName(files[0] ?? '')}</span>`,
    },
    {
      id: 'count',
      title: t('Count'),
      width: '64px',
      align: 'end',
      value: ({ files }) => files.length,
      cell: ({ files }) => number(files.length),
    },
    {
      id: 'kind',
      title: t('Kind'),
      width: '128px',
      value: ({ kind, score }) => `${['bytes', 'pixels', 'near'].indexOf(kind)}${1 - score}`,
      cell: ({ kind, score }) => (kind === 'near' ? `${kindName(kind)} ${percent(score, 0)}` : kindName(kind)),
    },
  ];

  protected override render(): TemplateResult {
    const { clusters, summary } = this.context.model.report;
    const filter = this.context.recall('duplicates.filter', '');
    const rows = clusters.filter(({ files }) => matches(files.join(' '), filter));
    const state = this.tableState('duplicates.table');
    const selected = rows.find((row) => keyOf(row) === state.selected) ?? rows[0];
    // What was decided stays decided.
    const open = rows.filter(({ verdict }) => verdict === undefined);
    const copies = clusters.reduce((sum, { files }) => sum + files.length - 1, 0);
    return html`<p class="muted">
        ${
          clusters.length === 0
            ? this.context.model.report.metrics.images?.compared
              ? t('No duplicates, not even in another version.')
              : t('No duplicate files. The pictures were not compared.')
            : t(
                '{0} of {1} images are copies of others: training sees those pictures more often.',
                number(copies),
                number(summary.images),
              )
        }
      </p>
      ${
        clusters.length === 0
          ? nothing
          : html`<div class="toolbar">
              ${this.filterBox('duplicates.filter', t('Filter groups'))}
              <span class="space"></span>
              ${
                this.context.live && open.length > 1
                  ? html`<button class="link" title=${bestHelp()} @click=${() => this.#keepBest(open)}>
                      ${t('Keep the best of {0} groups…', number(open.length))}
                    </button>`
                  : nothing
              }
              <span class="muted number" role="status"
                >${t('{0} of {1}', number(rows.length), number(clusters.length))}</span
              >
            </div>
            <data-table
              .label=${t('Groups of duplicates')}
              .columns=${this.#columns}
              .rows=${rows}
              .rowKey=${keyOf}
              .state=${selected ? { ...state, selected: keyOf(selected) } : state}
              .empty=${t('Nothing matches the filter.')}
              @state-change=${this.saveTable('duplicates.table')}
              @row-activate=${({ detail }: CustomEvent<ReportCluster>) => {
                const place = this.context.model.placeOf(detail.files[0]);
                if (place) this.context.open(place);
              }}
            ></data-table>
            ${selected ? this.#details(selected) : nothing}`
      }`;
  }

  #details(cluster: ReportCluster): TemplateResult {
    const { files, kind, verdict } = cluster;
    const at = this.context.model.report.clusters.indexOf(cluster);
    return html`<section class="card details" tabindex="0" aria-label=${t('Details')}>
      <h2>${t('{0}: {1} images', kindName(kind), number(files.length))}</h2>
      ${
        this.context.live
          ? html`<div class="toolbar" role="group" aria-label=${t('What to do with these images')}>
              ${verdicts.map(
                (one) =>
                  html`<button
                    class="link"
                    aria-pressed=${one === verdict}
                    title=${verdictHelp(one)}
                    @click=${() => this.context.judge(at, one === verdict ? null : one)}
                  >
                    ${one === verdict ? `✓ ${verdictName(one)}` : verdictName(one)}
                  </button>`,
              )}
              <span class="space"></span>
              <button class="link" title=${bestHelp()} @click=${() => this.#keepBest([cluster])}>
                ${t('Keep the best, move the others aside…')}
              </button>
            </div>`
          : nothing
      }
      <duplicate-group .context=${this.context} .files=${files} .cluster=${at}></duplicate-group>
    </section>`;
  }

  #keepBest(clusters: readonly ReportCluster[]): void {
    const { model } = this.context;
    const { captions } = model.report;
    const tagsOf = (caption: string): number => {
      const place = model.placeOf(caption);
      return place?.kind === 'caption' ? captions[place.index].tags : 0;
    };
    const groups = clusters.map(({ files }) =>
      bestFirst(
        files.flatMap((file) => model.imageOf(file) ?? []),
        tagsOf,
      ).flatMap(({ file }) => {
        const place = model.placeOf(file);
        return place?.kind === 'image' ? [place.index] : [];
      }),
    );
    this.context.keepBest(groups);
  }

  static override styles = [
    shared,
    filling,
    css`
      .filter {
        flex: 1 1 160px;
        max-width: 280px;
      }
      .details {
        flex: 0 1 auto;
        max-height: 50%;
        overflow-y: auto;
      }
    `,
  ];
}
customElements.define('duplicates-view', DuplicatesView);

const keyOf = ({ kind, files }: ReportCluster): string => `${kind}\n${files.join('\n')}`;
