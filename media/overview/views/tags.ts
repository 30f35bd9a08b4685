import { css, html, nothing, type TemplateResult } from 'lit';
import type { TagExposure } from '../../../server/src/exposure/exposure.ts';
import type { AuditReport } from '../../../server/src/report/report.ts';
import { number, percent, t } from '../l10n.ts';
import { type TagAction, tagActions } from '../messages.ts';
import type { OverviewModel } from '../model.ts';
import { categoryName } from '../parts/categories.ts';
import type { Column } from '../parts/data-table.ts';
import { filling, shared, sideBySide } from '../parts/styles.ts';
import { matches, OverviewView } from '../view.ts';

type Tag = AuditReport['tags'][number];

/** The vocabulary of the dataset, and the captions of the selected tag beside it. */
export class TagsView extends OverviewView {
  static override properties = { ...OverviewView.properties, exposure: { state: true } };
  /** How tags fare over the run, by normal form; empty until it is known. */
  declare exposure: ReadonlyMap<string, TagExposure>;
  #model: OverviewModel | null = null;

  constructor() {
    super();
    this.exposure = new Map();
  }

  protected override willUpdate(): void {
    const { model, live } = this.context;
    if (model === this.#model || !live) return;
    this.#model = model;
    this.context.ask<'exposure'>({ kind: 'exposure', trial: {}, tokens: null }).then(
      (answer) => {
        if (model === this.#model) this.exposure = new Map(answer?.tags.map((tag) => [tag.tag, tag]));
      },
      () => {
        if (model === this.#model) this.exposure = new Map();
      },
    );
  }

  readonly #columns: readonly Column<Tag>[] = [
    {
      id: 'tag',
      title: t('Tag'),
      width: 'minmax(120px, 2fr)',
      value: ({ tag }) => tag,
      cell: ({ tag }) => html`<span title=${tag}>${tag}</span>`,
    },
    {
      id: 'category',
      title: t('Category'),
      width: 'minmax(72px, 96px)',
      minor: 620,
      value: ({ category }) => category && categoryName(category),
      cell: ({ category }) => (category ? categoryName(category) : html`<span class="muted">–</span>`),
    },
    {
      id: 'captions',
      title: t('Captions'),
      width: 'minmax(96px, 1fr)',
      align: 'end',
      value: ({ captions }) => captions,
      cell: ({ captions, share }) => html`<span
          aria-hidden="true"
          .style=${'flex:1;height:6px;min-width:0'}
          ><span
            .style=${`display:block;width:${100 * share}%;height:100%;border-radius:3px;background:var(--vscode-charts-blue)`}
          ></span></span
        ><span>${number(captions)}</span>`,
    },
    {
      id: 'share',
      title: t('Share'),
      width: '64px',
      align: 'end',
      value: ({ share }) => share,
      cell: ({ share }) => percent(share),
    },
    {
      id: 'trigger',
      title: t('P(tag | trigger)'),
      width: '104px',
      align: 'end',
      minor: 520,
      value: ({ trigger }) => trigger?.probability ?? null,
      cell: ({ trigger }) =>
        trigger
          ? html`<span title=${trigger.trigger}>${number(trigger.probability, 2)}</span>`
          : html`<span class="muted">–</span>`,
    },
    {
      id: 'npmi',
      title: t('NPMI'),
      width: '56px',
      align: 'end',
      minor: 700,
      value: ({ trigger }) => trigger?.npmi ?? null,
      cell: ({ trigger }) => (trigger ? number(trigger.npmi, 2) : html`<span class="muted">–</span>`),
    },
    {
      id: 'read',
      title: t('Read'),
      width: '112px',
      align: 'end',
      minor: 580,
      value: ({ tag }) => {
        const fed = this.exposure.get(tag);
        return fed && fed.shows > 0 ? fed.reached / fed.shows : null;
      },
      cell: ({ tag }) => {
        const fed = this.exposure.get(tag);
        return fed
          ? html`<span title=${t('Times it reaches the text encoder over the run, of the showings of its images')}
              >${number(fed.reached)} / ${number(fed.shows)}</span
            >`
          : html`<span class="muted">–</span>`;
      },
    },
    {
      id: 'tokens',
      title: t('Tokens'),
      width: '56px',
      align: 'end',
      minor: 760,
      value: ({ tokens }) => tokens,
      cell: ({ tokens }) => (tokens === null ? html`<span class="muted">–</span>` : number(tokens)),
    },
    {
      id: 'place',
      title: t('Mean position'),
      width: '80px',
      align: 'end',
      minor: 860,
      value: ({ meanPosition }) => meanPosition,
      cell: ({ meanPosition }) => number(meanPosition + 1, 1),
    },
  ];

  protected override render(): TemplateResult {
    const { tags, metrics } = this.context.model.report;
    const filter = this.context.recall('tags.filter', '');
    const category = this.context.recall('tags.category', '');
    const rows = tags.filter(
      (tag) => matches(tag.tag, filter) && (category === '' || (tag.category ?? 'none') === category),
    );
    const hasTriggers = tags.some(({ trigger }) => trigger !== null);
    const columns = this.#columns.filter(
      ({ id }) => (hasTriggers || (id !== 'trigger' && id !== 'npmi')) && (this.exposure.size > 0 || id !== 'read'),
    );
    const state = this.tableState('tags.table');
    const selected = rows.find(({ tag }) => tag === state.selected);
    return html`<div class="toolbar">
        ${this.filterBox('tags.filter', t('Filter tags'))}
        <vscode-single-select
          .label=${t('Category')}
          .value=${category}
          @change=${(event: Event) => this.context.remember('tags.category', (event.target as HTMLInputElement).value)}
        >
          <vscode-option value="">${t('All categories')}</vscode-option>
          ${this.#categories().map(
            ([id, count]) =>
              html`<vscode-option value=${id}
                >${id === 'none' ? t('No category') : categoryName(id)} (${number(count)})</vscode-option
              >`,
          )}
        </vscode-single-select>
        <span class="muted number facts">${this.#facts(metrics)}</span>
        <span class="space"></span>
        <span class="muted number" role="status">${t('{0} of {1}', number(rows.length), number(tags.length))}</span>
      </div>
      <div class="split">
        <data-table
          .label=${t('Tags')}
          .columns=${columns}
          .rows=${rows}
          .rowKey=${({ tag }: Tag) => tag}
          .state=${state}
          .empty=${t('Nothing matches the filter.')}
          @state-change=${this.saveTable('tags.table')}
        ></data-table>
        ${
          selected && this.context.live
            ? html`<hit-list class="card" .context=${this.context} .tags=${[selected.tag]}>${this.#actions(selected.tag)}</hit-list>`
            : nothing
        }
      </div>`;
  }

  #actions(tag: string): TemplateResult {
    const names: Readonly<Record<TagAction, string>> = {
      show: t('Show in the caption list'),
      rename: t('Rename…'),
      remove: t('Remove…'),
      trigger: t('Use as trigger'),
      'class-word': t('Use as class word'),
    };
    return html`<div class="actions" slot="actions" role="group" aria-label=${t('What to do with the tag')}>
      ${tagActions.map(
        (action) =>
          html`<button class="link" @click=${() => this.context.actOnTag(tag, action)}>${names[action]}</button>`,
      )}
    </div>`;
  }

  #facts(metrics: AuditReport['metrics']): string {
    return [
      t('as diverse as {0} equally frequent tags', number(metrics.distribution.effectiveTags, 0)),
      t('{0} in one caption only', number(metrics.singletons)),
    ].join(' · ');
  }

  #categories(): [id: string, tags: number][] {
    const counts = new Map<string, number>();
    for (const { category } of this.context.model.report.tags) {
      const id = category ?? 'none';
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1]);
  }

  static override styles = [
    shared,
    filling,
    sideBySide,
    css`
      .filter {
        flex: 1 1 160px;
        max-width: 280px;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        margin-bottom: 8px;
      }
      vscode-single-select {
        width: 176px;
      }
      @media (max-width: 900px) {
        .facts {
          display: none;
        }
      }
    `,
  ];
}
customElements.define('tags-view', TagsView);
