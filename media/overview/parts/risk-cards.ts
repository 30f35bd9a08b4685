import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ViewContext } from '../context.ts';
import { number, t } from '../l10n.ts';
import { fileLinks } from './file-links.ts';
import { type Evidence, type Risk, riskLevels, riskMeter } from './risk.ts';
import { shared } from './styles.ts';

/** A card per failure mode with its risk; the chosen one shows its evidence below. */
export class RiskCards extends LitElement {
  static override properties = { context: { attribute: false } };
  declare context: ViewContext;

  protected override render(): TemplateResult | typeof nothing {
    // The gravest first; those of one level stay in the product's order.
    const risks = [...this.context.model.report.advice.risks].sort(
      (a, b) => riskLevels.indexOf(b.level) - riskLevels.indexOf(a.level),
    );
    if (risks.length === 0) return nothing;
    const open = this.context.recall<string>('summary.risk', '');
    const chosen = risks.find(({ mode }) => mode === open);
    const indicative = risks.some((risk) => risk.indicative);
    const tooFew = risks.some((risk) => risk.tooFew);
    return html`<h2>
        ${t('What this training risks')}
        ${
          tooFew
            ? html`<span class="muted small">${t('Under 20 images are too few to judge by shares: these count as low at most.')}</span>`
            : indicative
              ? html`<span class="muted small">${t('Under 30 images the figures are only indicative.')}</span>`
              : nothing
        }
      </h2>
      <div class="cards">${risks.map((risk) => this.#card(risk, risk === chosen))}</div>
      ${chosen ? this.#evidence(chosen) : nothing}`;
  }

  #card(risk: Risk, open: boolean): TemplateResult {
    const count = risk.evidence.length;
    return html`<button
      class="risk ${risk.level}"
      aria-expanded=${open}
      @click=${() => this.context.remember('summary.risk', open ? '' : risk.mode)}
    >
      <span class="title">${risk.title}</span>
      ${riskMeter(risk.level)}
      <span class="muted note"
        >${count === 0 ? t('no evidence') : t('evidence: {0}', number(count))}</span
      >
    </button>`;
  }

  #evidence(risk: Risk): TemplateResult {
    return html`<section class="card evidence" aria-label=${risk.title}>
      <h3>${risk.title}</h3>
      <p class="muted">
        ${risk.summary}
      </p>
      ${
        risk.evidence.length === 0
          ? html`<p>${t('Nothing in the images and captions points to it.')}</p>`
          : html`<ul>
            ${risk.evidence.map((evidence) => this.#item(evidence))}
          </ul>`
      }
      ${risk.unmeasured.map(
        ({ ids, how }) => html`<p class="muted">${t('Not measured here: {0}', ids.join(', '))}. ${how}</p>`,
      )}
      <p>
        <button class="link" @click=${() => this.#playbook(risk)}>${t('What to do about it')}</button>
        ${
          this.context.live
            ? html`<button class="link why" @click=${() => this.context.explainRisk(risk.mode)}>${t('Why?')}</button>`
            : nothing
        }
      </p>
    </section>`;
  }

  #item(evidence: Evidence): TemplateResult {
    const { kind, id, text, files, fileCount, heuristic, level } = evidence;
    return html`<li>
      <span class="meter">${riskMeter(level)}</span>
      <span class="text">
        <span>${text}</span>
        ${heuristic ? html`<span class="muted tag">${t('heuristic')}</span>` : nothing}
        ${
          kind === 'rule' && this.context.model.report.summary.rules.some(({ rule }) => rule === id)
            ? html`<button
              class="link"
              @click=${() => this.context.show('findings', { 'findings.rules': [id], 'findings.severity': '', 'findings.filter': '' })}
            >
              ${t('Show findings')}
            </button>`
            : fileCount > 0
              ? fileLinks(this.context, files.slice(0, 6), fileCount)
              : nothing
        }
      </span>
    </li>`;
  }

  /** The playbook for the symptoms of one failure mode. */
  #playbook({ mode }: Risk): void {
    const ids = this.context.model.report.advice.symptoms.filter((s) => s.mode === mode).map(({ id }) => id);
    this.context.show('playbook', { 'playbook.symptoms': ids });
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(112px, 1fr));
        gap: 12px;
      }
      .risk {
        display: grid;
        gap: 4px;
        align-content: start;
        padding: 8px;
        border: 1px solid var(--line);
        border-radius: 6px;
        background: var(--vscode-editorWidget-background);
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      .risk:hover {
        background: var(--vscode-list-hoverBackground);
      }
      .risk[aria-expanded='true'] {
        border-color: var(--vscode-focusBorder);
      }
      .small {
        margin-inline-start: 8px;
        font-size: 12px;
        font-weight: 400;
      }
      .title {
        font-weight: 600;
      }
      .why {
        margin-inline-start: 16px;
      }
      .note,
      .tag {
        font-size: 12px;
      }
      .evidence {
        display: grid;
        gap: 8px;
        margin-top: 12px;
      }
      h3 {
        margin: 0;
        font-size: 13px;
        font-weight: 600;
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
        grid-template-columns: 96px minmax(0, 1fr);
        gap: 8px;
      }
      .text {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        align-items: baseline;
      }
      .files {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
        min-width: 0;
      }
      @media (max-width: 520px) {
        .cards {
          grid-template-columns: repeat(2, minmax(0, 1fr));
          gap: 8px;
        }
        li {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}
customElements.define('risk-cards', RiskCards);
