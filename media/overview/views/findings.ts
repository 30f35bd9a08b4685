import { css, html, nothing, type TemplateResult } from 'lit';
import type { ReportHead } from '../../../server/src/report/live-report.ts';
import { number, t } from '../l10n.ts';
import { type Severity, severities } from '../model.ts';
import type { Column, TableState } from '../parts/data-table.ts';
import { detailsStyles, type Found, findingDetails, lineOf } from '../parts/finding-details.ts';
import { type FindingRow, FindingRows } from '../parts/finding-rows.ts';
import { severityIcon, severityName } from '../parts/severity.ts';
import { filling, shared, terms } from '../parts/styles.ts';
import { OverviewView } from '../view.ts';

const fileName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** The findings grouped by rule, worst first, asked for as they come into sight; what the selected one says in full, below. */
export class FindingsView extends OverviewView {
  readonly #list = new FindingRows(() => this.requestUpdate());

  readonly #columns: readonly Column<FindingRow>[] = [
    {
      id: 'message',
      title: t('Message'),
      width: 'minmax(0, 1fr)',
      cell: ({ at, found }) => {
        if (!found) {
          this.#list.want(at);
          return html`<span class="muted">…</span>`;
        }
        const { severity, message } = found.finding;
        return html`${severityIcon(severity)}<span title=${message}>${message}</span>`;
      },
    },
    {
      id: 'file',
      title: t('Place'),
      width: 'minmax(96px, 0.35fr)',
      cell: ({ found }) => (found ? this.#place(found) : nothing),
    },
    {
      id: 'rule',
      title: t('Rule'),
      width: '176px',
      minor: true,
      cell: ({ found }) => html`<span class="muted">${found?.finding.rule ?? ''}</span>`,
    },
  ];

  #place({ finding, index }: Found): TemplateResult {
    const text = finding.file === '' ? t('Whole folder') : `${fileName(finding.file)}${lineOf(finding)}`;
    if (!this.context.live || finding.file === '')
      return html`<span title=${finding.file} data-file=${finding.file}>${text}</span>`;
    return html`<button
      class="link"
      tabindex="-1"
      title=${finding.file}
      data-file=${finding.file}
      @click=${() => this.context.open({ kind: 'finding', index })}
    >
      ${text}
    </button>`;
  }

  protected override render(): TemplateResult {
    const { summary } = this.context.model.report;
    const severity = this.context.recall<Severity | ''>('findings.severity', '');
    const wanted = this.context.recall<readonly string[]>('findings.rules', []);
    const text = this.context.recall('findings.filter', '');
    this.#list.show(this.context, { severity, rules: wanted, text });
    const { rows } = this.#list;
    const all = summary.rules.reduce((sum, { count }) => sum + count, 0);
    const state = this.#stateOf(rows);
    const selected = rows?.find(({ key }) => key === state.selected)?.found;
    return html`<div class="toolbar">
        ${this.filterBox('findings.filter', t('Filter findings'))}
        <vscode-single-select
          .label=${t('Severity')}
          .value=${severity}
          @change=${(event: Event) => this.context.remember('findings.severity', chosen(event))}
        >
          <vscode-option value="">${t('All severities')}</vscode-option>
          ${severities.map(
            (name) =>
              html`<vscode-option value=${name}>${severityName(name)} (${number(summary.findings[name])})</vscode-option>`,
          )}
        </vscode-single-select>
        <vscode-single-select
          .label=${t('Rule')}
          .value=${wanted.length === 1 ? wanted[0] : ''}
          @change=${(event: Event) => this.context.remember('findings.rules', [chosen(event)].filter(Boolean))}
        >
          <vscode-option value="">${t('All rules')}</vscode-option>
          ${summary.rules.map(
            (entry) => html`<vscode-option value=${entry.rule}>${entry.rule} (${number(entry.count)})</vscode-option>`,
          )}
        </vscode-single-select>
        ${
          wanted.length > 1
            ? html`<button class="chip" title=${wanted.join(', ')} @click=${() => this.context.remember('findings.rules', [])}>
              ${t('{0} rules', wanted.length)} <span aria-hidden="true">×</span
              ><span class="visually-hidden">${t('Show all')}</span>
            </button>`
            : nothing
        }
        <span class="space"></span>
        <span class="muted number" role="status">${rows === null ? '' : t('{0} of {1}', number(rows.length), number(all))}</span>
      </div>
      ${this.#actions(wanted)}
      <div class="split">
        ${this.#groups(summary.rules, wanted)}
        <data-table
          .label=${t('Findings')}
          .columns=${this.#columns}
          .rows=${rows ?? []}
          .rowKey=${(row: FindingRow) => row.key}
          .state=${state}
          .empty=${rows === null ? '' : all === 0 ? t('No findings.') : t('Nothing matches the filter.')}
          @state-change=${this.saveTable('findings.table')}
          @row-activate=${({ detail }: CustomEvent<FindingRow>) => {
            if (detail.found) this.context.open({ kind: 'finding', index: detail.found.index });
          }}
        ></data-table>
      </div>
      ${selected ? findingDetails(selected, this.context) : nothing}`;
  }

  /** What the table remembers. A row that was chosen before it was loaded is known by its place, and then by what it says. */
  #stateOf(rows: readonly FindingRow[] | null): TableState {
    const state = this.tableState('findings.table');
    const place = /^#(\d+)$/.exec(state.selected ?? '')?.[1];
    const row = place === undefined ? undefined : rows?.[Number(place)];
    if (!row?.found) return state;
    const known = { ...state, selected: row.key };
    this.context.remember('findings.table', known, true);
    return known;
  }

  /** What can be done about all findings of the rule that is chosen. */
  #actions(wanted: readonly string[]): TemplateResult | typeof nothing {
    const [rule] = wanted;
    if (!this.context.live || wanted.length !== 1) return nothing;
    return html`<div class="toolbar" role="toolbar" aria-label=${t('Actions on {0}', rule)}>
      <vscode-button @click=${() => this.context.actOnRule(rule, 'fix-all')}>${t('Fix all…')}</vscode-button>
      <vscode-button secondary @click=${() => this.context.actOnRule(rule, 'workbench')}>
        ${t('Show in the workbench')}
      </vscode-button>
      <vscode-button secondary @click=${() => this.context.explain(rule)}>${t('Explain')}</vscode-button>
    </div>`;
  }

  /** The rules that found something, to choose one; where there is no room, the list above the table does it. */
  #groups(rules: ReportHead['summary']['rules'], wanted: readonly string[]): TemplateResult | typeof nothing {
    if (rules.length < 2) return nothing;
    const choose = (rule: string): void =>
      this.context.remember('findings.rules', wanted.length === 1 && wanted[0] === rule ? [] : [rule]);
    return html`<ul class="groups" aria-label=${t('Findings by rule')}>
      ${rules.map(
        ({ rule, severity, count }) =>
          html`<li>
            <button aria-pressed=${wanted.includes(rule)} title=${rule} @click=${() => choose(rule)}>
              ${severityIcon(severity)}<span class="name">${rule}</span><span class="number muted">${number(count)}</span>
            </button>
          </li>`,
      )}
    </ul>`;
  }

  static override styles = [
    shared,
    filling,
    terms,
    detailsStyles,
    css`
      .filter {
        flex: 1 1 160px;
        max-width: 280px;
      }
      vscode-single-select {
        width: 176px;
      }
      .split {
        display: flex;
        flex: 1 1 0;
        gap: 12px;
        min-height: 96px;
      }
      .groups {
        flex: 0 0 clamp(180px, 22%, 280px);
        overflow-y: auto;
      }
      .groups button {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        height: 26px;
        padding: 0 8px;
        border: 0;
        border-radius: 4px;
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      .groups button:hover {
        background: var(--vscode-list-hoverBackground);
        color: var(--vscode-list-hoverForeground, inherit);
      }
      .groups button[aria-pressed='true'] {
        background: var(--vscode-list-activeSelectionBackground);
        color: var(--vscode-list-activeSelectionForeground);
        outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
        outline-offset: -1px;
      }
      .groups button[aria-pressed='true'] .muted {
        color: inherit;
      }
      .groups .name {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media (max-width: 720px) {
        .groups {
          display: none;
        }
      }
      @media (max-width: 520px) {
        vscode-single-select {
          width: calc(50% - 8px);
          min-width: 120px;
        }
        .filter {
          max-width: none;
          flex-basis: 100%;
        }
      }
    `,
  ];
}
customElements.define('findings-view', FindingsView);

const chosen = (event: Event): string => (event.target as HTMLInputElement).value;
