import { css, html, nothing, type TemplateResult } from 'lit';
import type { ReportFinding } from '../../../server/src/report/report.ts';
import { number, t } from '../l10n.ts';
import { severities } from '../model.ts';
import type { Column } from '../parts/data-table.ts';
import { severityIcon, severityName } from '../parts/severity.ts';
import { filling, shared } from '../parts/styles.ts';
import { matches, OverviewView } from '../view.ts';

interface Row {
  readonly finding: ReportFinding;
  readonly index: number;
  readonly key: string;
}

const line = ({ range }: ReportFinding): string =>
  range ? `:${range.start.line + 1}:${range.start.character + 1}` : '';
const fileName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** Every finding as a list; what the selected one says in full, below. */
export class FindingsView extends OverviewView {
  #rows: readonly Row[] = [];
  #from: readonly ReportFinding[] | null = null;

  protected override willUpdate(): void {
    const { findings } = this.context.model.report;
    if (findings === this.#from) return;
    this.#from = findings;
    const seen = new Map<string, number>();
    this.#rows = findings.map((finding, index) => {
      // The place in the list changes with every edit; what a finding says does not.
      const base = `${finding.rule}\n${finding.file}\n${finding.message}`;
      const times = seen.get(base) ?? 0;
      seen.set(base, times + 1);
      return { finding, index, key: `${base}\n${times}` };
    });
  }

  readonly #columns: readonly Column<Row>[] = [
    {
      id: 'message',
      title: t('Message'),
      width: 'minmax(0, 1fr)',
      value: ({ finding }) => severities.indexOf(finding.severity),
      cell: ({ finding }) =>
        html`${severityIcon(finding.severity)}<span title=${finding.message}>${finding.message}</span>`,
    },
    {
      id: 'file',
      title: t('Place'),
      width: 'minmax(96px, 0.35fr)',
      value: ({ finding }) => finding.file,
      cell: (row) => this.#place(row),
    },
    {
      id: 'rule',
      title: t('Rule'),
      width: '176px',
      minor: true,
      value: ({ finding }) => finding.rule,
      cell: ({ finding }) => html`<span class="muted">${finding.rule}</span>`,
    },
  ];

  #place({ finding, index }: Row): TemplateResult {
    const text = finding.file === '' ? t('Whole folder') : `${fileName(finding.file)}${line(finding)}`;
    if (!this.context.live || finding.file === '') return html`<span title=${finding.file}>${text}</span>`;
    return html`<button
      class="link"
      tabindex="-1"
      title=${finding.file}
      @click=${() => this.context.open({ kind: 'finding', index })}
    >
      ${text}
    </button>`;
  }

  protected override render(): TemplateResult {
    const { summary } = this.context.model.report;
    const severity = this.context.recall('findings.severity', '');
    const wanted = this.context.recall<readonly string[]>('findings.rules', []);
    const filter = this.context.recall('findings.filter', '');
    const rows = this.#rows.filter(
      ({ finding }) =>
        (severity === '' || finding.severity === severity) &&
        (wanted.length === 0 || wanted.includes(finding.rule)) &&
        matches(`${finding.message} ${finding.file} ${finding.rule}`, filter),
    );
    const state = this.tableState('findings.table');
    const selected = rows.find(({ key }) => key === state.selected);
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
        <span class="muted number" role="status">${t('{0} of {1}', number(rows.length), number(this.#rows.length))}</span>
      </div>
      <data-table
        .label=${t('Findings')}
        .columns=${this.#columns}
        .rows=${rows}
        .rowKey=${(row: Row) => row.key}
        .state=${state}
        .empty=${this.#rows.length === 0 ? t('No findings.') : t('Nothing matches the filter.')}
        @state-change=${this.saveTable('findings.table')}
        @row-activate=${({ detail }: CustomEvent<Row>) => this.context.open({ kind: 'finding', index: detail.index })}
      ></data-table>
      ${selected ? this.#details(selected) : nothing}`;
  }

  #details({ finding, index }: Row): TemplateResult {
    const { live } = this.context;
    return html`<section class="card details" tabindex="0" aria-label=${t('Details')}>
      <p class="message">${severityIcon(finding.severity)}<span>${finding.message}</span></p>
      <dl>
        <dt>${t('Rule')}</dt>
        <dd>
          ${
            live
              ? html`<button class="link" @click=${() => this.context.explain(finding.rule)}>${finding.rule}</button>`
              : finding.rule
          }
        </dd>
        ${
          finding.file === ''
            ? nothing
            : html`<dt>${t('Place')}</dt>
              <dd>
                ${
                  live
                    ? html`<button class="link" @click=${() => this.context.open({ kind: 'finding', index })}>
                      ${finding.file}${line(finding)}
                    </button>`
                    : `${finding.file}${line(finding)}`
                }
              </dd>`
        }
        ${
          finding.failureModes.length === 0
            ? nothing
            : html`<dt>${t('Evidence for')}</dt>
              <dd>${finding.failureModes.map((mode) => this.context.model.modeTitle(mode)).join(' · ')}</dd>`
        }
        ${
          finding.fix
            ? html`<dt>${t('Fix')}</dt>
              <dd>${finding.fix.title} <span class="muted">(${finding.fix.safety === 'safe' ? t('safe') : t('suggested')})</span></dd>`
            : nothing
        }
        ${
          finding.related.length === 0
            ? nothing
            : html`<dt>${t('Related')}</dt>
              <dd>
                <ul>
                  ${finding.related.slice(0, 50).map(
                    (place, at) =>
                      html`<li>
                        ${
                          live
                            ? html`<button
                              class="link"
                              @click=${() => this.context.open({ kind: 'related', finding: index, index: at })}
                            >
                              ${place.file}
                            </button>`
                            : place.file
                        }
                        <span class="muted">${place.message}</span>
                      </li>`,
                  )}
                </ul>
              </dd>`
        }
      </dl>
    </section>`;
  }

  static override styles = [
    shared,
    filling,
    css`
      .filter {
        flex: 1 1 160px;
        max-width: 280px;
      }
      vscode-single-select {
        width: 176px;
      }
      .details {
        flex: 0 1 auto;
        max-height: 40%;
        overflow-y: auto;
      }
      .message {
        display: flex;
        gap: 8px;
        margin-bottom: 8px;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 4px 16px;
        margin: 0;
      }
      dt {
        color: var(--muted);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
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
