import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { SettingDiff } from '../../../server/src/advice/config-diff.ts';
import type { SettingsStep } from '../../../server/src/advice/playbook.ts';
import type { ViewContext } from '../context.ts';
import { t } from '../l10n.ts';
import type { AdvisedSettings } from '../messages.ts';
import type { OverviewModel } from '../model.ts';
import { plainTable } from './plain-table-styles.ts';
import { shared } from './styles.ts';

/** The advised settings beside those of the user's configuration, with a button that writes them into it. */
export class AdvisedSettingsList extends LitElement {
  static override properties = {
    context: { attribute: false },
    advised: { state: true },
    failure: { state: true },
  };
  declare context: ViewContext;
  declare advised: AdvisedSettings | null;
  declare failure: string | null;
  #model: OverviewModel | null = null;

  constructor() {
    super();
    this.advised = null;
    this.failure = null;
  }

  protected override willUpdate(): void {
    const { model } = this.context;
    if (model === this.#model) return;
    this.#model = model;
    this.#take(this.context.ask<'settings'>({ kind: 'settings' }), model);
  }

  #take(asked: Promise<AdvisedSettings>, model: OverviewModel): void {
    asked.then(
      (answer) => {
        if (model !== this.#model) return;
        this.advised = answer;
        this.failure = null;
      },
      (error: Error) => {
        if (model === this.#model) this.failure = error.message;
      },
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const { model } = this.context;
    const steps = model.report.advice.playbook.y;
    const { advised, failure } = this;
    if (steps.length === 0) return nothing;
    return html`<section class="card">
      <h2>${t('Recommended settings')}</h2>
      ${
        failure !== null
          ? html`<p role="status">${failure}</p>`
          : advised === null
            ? html`<p class="muted" role="status">${t('Reading the dataset')}</p>`
            : this.#list(steps, advised)
      }
    </section>`;
  }

  #list(steps: readonly SettingsStep[], advised: AdvisedSettings): TemplateResult {
    const names = [advised.datasetConfig, advised.configFile].filter((name) => name !== null);
    return html`<p class="muted">
        ${
          names.length > 0
            ? t(
                'Compared with {0}. Applying changes the file in the editor; nothing is saved before you do.',
                names.join(', '),
              )
            : t(
                'No configuration names this folder, so there is nothing to compare with. The playbook has the settings to copy.',
              )
        }
      </p>
      ${steps.map((step, at) => this.#step(step, at, advised.steps[at]))}`;
  }

  #step(step: SettingsStep, at: number, found: AdvisedSettings['steps'][number] | undefined): TemplateResult {
    const diffs = found?.diffs ?? [];
    const done = diffs.length > 0 && diffs.every(({ state }) => state === 'same');
    return html`<article aria-label=${step.title}>
      <div class="head">
        <h3>${step.title}</h3>
        ${
          done
            ? html`<span class="done"><span aria-hidden="true">✓</span> ${t('as advised')}</span>`
            : found?.canApply
              ? html`<vscode-button secondary @click=${() => this.#apply(at)}>${t('Apply')}</vscode-button>`
              : nothing
        }
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('Setting')}</th>
            <th scope="col">${t('Yours')}</th>
            <th scope="col">${t('Advised')}</th>
          </tr>
        </thead>
        <tbody>
          ${diffs.map(
            (diff) =>
              html`<tr class=${diff.state}>
                <th scope="row"><code>${diff.key}</code></th>
                <td>${yours(diff)}</td>
                <td>
                  ${
                    diff.state === 'same'
                      ? html`<span class="done" role="img" aria-label=${t('as advised')}>✓</span> `
                      : nothing
                  }<code>${diff.value}</code>
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </article>`;
  }

  #apply(step: number): void {
    const { model } = this.context;
    this.#take(this.context.ask<'apply-settings'>({ kind: 'apply-settings', step }), model);
  }

  static override styles = [
    shared,
    plainTable,
    css`
      :host {
        display: block;
      }
      section,
      article {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
      }
      article {
        gap: 4px;
      }
      h2,
      h3 {
        margin: 0;
        font-size: 13px;
        font-weight: 600;
      }
      .head {
        display: flex;
        gap: 12px;
        align-items: center;
        justify-content: space-between;
        min-height: 28px;
      }
      .head vscode-button {
        flex: none;
      }
      table {
        table-layout: fixed;
      }
      code {
        font-family: var(--mono);
        font-size: 12px;
      }
      .change td:last-child code,
      .add td:last-child code {
        font-weight: 700;
      }
      .done {
        color: var(--vscode-charts-green);
        white-space: nowrap;
      }
    `,
  ];
}
customElements.define('advised-settings', AdvisedSettingsList);

/** What the configuration says now. */
function yours({ state, current }: SettingDiff): TemplateResult {
  const values = [...new Set(current.map(({ value }) => JSON.stringify(value)))];
  if (values.length > 0) return html`<code>${values.join(', ')}</code>`;
  switch (state) {
    case 'no-file':
      return html`<span class="muted">${t('no file for it')}</span>`;
    case 'new-subset':
      return html`<span class="muted">${t('needs a subset of its own')}</span>`;
    default:
      return html`<span class="muted">${t('not set')}</span>`;
  }
}
