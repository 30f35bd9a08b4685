import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { setKindNote, shotText } from '../../../server/src/planning/shot-names.ts';
import type { CurePlan } from '../../../server/src/report/cure.ts';
import type { ViewContext } from '../context.ts';
import { number, t } from '../l10n.ts';
import type { OverviewModel } from '../model.ts';
import { effectList } from './risk-effect.ts';
import { shared } from './styles.ts';

/** Plans by the data that they were found for: another tab and back takes this part out of the page and makes it anew. */
const found = new WeakMap<OverviewModel, CurePlan>();

/** The smallest cure: looked for when it is asked for, its steps ticked and made together or one by one. */
export class CurePlanPart extends LitElement {
  static override properties = {
    context: { attribute: false },
    plan: { state: true },
    busy: { state: true },
    failure: { state: true },
    left: { state: true },
  };
  declare context: ViewContext;
  declare plan: CurePlan | null;
  declare busy: boolean;
  declare failure: string | null;
  /** Steps that are not ticked. */
  declare left: ReadonlySet<string>;
  #model: OverviewModel | null = null;

  constructor() {
    super();
    this.plan = null;
    this.busy = false;
    this.failure = null;
    this.left = new Set();
  }

  protected override willUpdate(): void {
    const { model } = this.context;
    if (model === this.#model) return;
    this.#model = model;
    this.plan = found.get(model) ?? null;
    this.failure = null;
    this.busy = false;
  }

  #find(): void {
    const { model } = this.context;
    this.busy = true;
    this.failure = null;
    this.context.ask<'cure'>({ kind: 'cure' }).then(
      (plan) => {
        found.set(model, plan);
        if (model !== this.#model) return;
        this.plan = plan;
        this.left = new Set();
        this.busy = false;
      },
      (error: Error) => {
        if (model !== this.#model) return;
        this.failure = error.message;
        this.busy = false;
      },
    );
  }

  #apply(steps: readonly string[]): void {
    this.context.ask<'apply-cure'>({ kind: 'apply-cure', steps }).catch((error: Error) => {
      this.failure = error.message;
    });
  }

  protected override render(): TemplateResult {
    return html`<section class="card" aria-label=${t('The smallest cure')}>
      <h2>${t('The smallest cure')}</h2>
      <p class="muted">${t('The fewest changes that bring every risk to low. Each is tried first; nothing is written unasked.')}</p>
      ${
        this.plan === null
          ? html`<p><vscode-button ?disabled=${this.busy} @click=${() => this.#find()}>${t('Find it')}</vscode-button></p>`
          : this.#shown(this.plan)
      }
      <div role="status">
        ${this.busy ? html`<p class="muted">${t('Trying changes')}</p>` : nothing}
        ${this.failure === null ? nothing : html`<p>${this.failure}</p>`}
      </div>
    </section>`;
  }

  #shown(plan: CurePlan): TemplateResult {
    const { steps, left, missing, cutShort } = plan;
    const ticked = steps.filter(({ id }) => !this.left.has(id));
    const note = setKindNote(missing.of, t);
    const unlisted = missing.shots.reduce((rest, { pictures }) => rest - pictures, missing.total);
    return html`${
      steps.length === 0
        ? html`<p>${left.length === 0 ? t('Every risk is low or none: there is nothing to cure.') : t('No change of what is there lowers a risk.')}</p>`
        : html`<ol>
              ${steps.map((step) => this.#step(step))}
            </ol>
            <p>
              <vscode-button ?disabled=${ticked.length === 0} @click=${() => this.#apply(ticked.map(({ id }) => id))}
                >${t('Make {0} steps…', number(ticked.length))}</vscode-button
              >
            </p>`
    }
    ${cutShort ? html`<p class="muted">${t('There are more combinations than were tried: a smaller set may exist.')}</p>` : nothing}
    ${
      left.length === 0
        ? nothing
        : html`<h3>${t('What no change of this data cures')}</h3>
            <ul>
              ${left.map(({ mode, text }) => html`<li>${mode}: ${text}</li>`)}
            </ul>`
    }
    ${
      missing.total === 0
        ? nothing
        : html`<details>
            <summary>${t('Pictures that are missing: {0}, each of them fills several gaps (heuristic)', number(missing.total))}</summary>
            ${note === '' ? nothing : html`<p class="muted">${note}</p>`}
            <ul>
              ${missing.shots.map(({ shot, pictures }) => html`<li>${number(pictures)}× ${shotText(shot, t)}</li>`)}
              ${unlisted > 0 ? html`<li>${t('and {0} more', number(unlisted))}</li>` : nothing}
            </ul>
          </details>`
    }`;
  }

  #step({
    id,
    title,
    before,
    after,
    heuristic,
    images,
    captions,
    settings,
  }: CurePlan['steps'][number]): TemplateResult {
    const { model } = this.context;
    const changes = model.report.advice.risks.flatMap(({ mode, title: name }) => {
      const [from, to] = [before[mode], after[mode]];
      return from !== undefined && to !== undefined ? [{ mode, title: name, before: from, after: to }] : [];
    });
    const files = images.length > 0 ? images : captions;
    const details = settings.length > 0 ? settings.map(({ key, value }) => `${key} = ${value}`) : files.slice(0, 3);
    return html`<li>
      <vscode-checkbox
        .label=${title}
        .checked=${!this.left.has(id)}
        @change=${({ target }: Event) => this.#tick(id, (target as HTMLInputElement).checked)}
      ></vscode-checkbox>
      ${heuristic ? html`<span class="tag">${t('heuristic')}</span>` : nothing}
      ${effectList(changes)}
      ${
        details.length === 0
          ? nothing
          : html`<p class="muted files">
              ${details.map((one, at) => html`${at > 0 ? ', ' : ''}<span data-file=${one}>${one}</span>`)}${files.length > 3 ? ' …' : ''}
            </p>`
      }
    </li>`;
  }

  #tick(id: string, on: boolean): void {
    const left = new Set(this.left);
    if (on) left.delete(id);
    else left.add(id);
    this.left = left;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
      }
      h2,
      h3,
      p {
        margin: 0;
      }
      h3 {
        font-size: 13px;
        font-weight: 600;
      }
      ol,
      ul {
        margin: 0;
        padding-inline-start: 20px;
      }
      li {
        overflow-wrap: anywhere;
      }
      /* On the first of its lines, where the number of the step stands. */
      vscode-checkbox {
        vertical-align: top;
      }
      .tag {
        display: inline-block;
        margin: 4px 0 0 4px;
        padding: 0 6px;
        border: 1px solid var(--line);
        border-radius: 8px;
        color: var(--muted);
        font-size: 11px;
        vertical-align: top;
      }
      summary {
        cursor: pointer;
      }
    `,
  ];
}
customElements.define('cure-plan', CurePlanPart);
