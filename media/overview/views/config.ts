import { css, html, nothing, type TemplateResult } from 'lit';
import type { AuditReport } from '../../../server/src/report/report.ts';
import { number, percent, t } from '../l10n.ts';
import '../parts/advised-settings.ts';
import '../parts/fed-run.ts';
import { scrolling, shared, terms } from '../parts/styles.ts';
import '../parts/training-plan.ts';
import { OverviewView } from '../view.ts';

type Concept = AuditReport['concepts'][number];

/** What the report assumed about the training, what the trainer will do, the advised settings, and the concepts. */
export class ConfigView extends OverviewView {
  protected override render(): TemplateResult {
    const { settings, tool, folder, concepts } = this.context.model.report;
    const rows: [string, string][] = [
      [t('Model family'), settings.model],
      [t('Trainer'), settings.profile],
      [t('Token limit'), settings.tokenLimit === null ? t('none counted') : number(settings.tokenLimit)],
      [t('Resolution'), `${settings.resolution} × ${settings.resolution}`],
      [t('Folder'), folder],
      [t('Version'), `${tool.name} ${tool.version}`],
    ];
    return html`<section class="card">
        <h2>${t('The captions are judged for')}</h2>
        ${list(rows)}
      </section>
      ${
        this.context.live
          ? html`<training-plan .context=${this.context}></training-plan>
            <fed-run .context=${this.context}></fed-run>
            <advised-settings .context=${this.context}></advised-settings>`
          : nothing
      }
      ${
        concepts.length === 0
          ? nothing
          : html`<h2>${t('Concepts')}</h2>
            <div class="concepts">${concepts.map((concept) => this.#concept(concept))}</div>`
      }`;
  }

  #concept(concept: Concept): TemplateResult {
    const { folder, trigger, classWord, regularization, source, confidence, reasons, repeats, images } = concept;
    const sure = source === 'sidecar' ? t('declared') : t('confidence {0}', percent(confidence, 0));
    return html`<article class="card">
      <h3>${folder === '' ? t('Root folder') : folder}</h3>
      ${regularization ? html`<p class="muted">${t('regularization set')}</p>` : nothing}
      ${list([
        [t('Trigger'), trigger === null ? t('none found') : `${trigger} (${sure})`],
        ...(classWord === null ? [] : [[t('Class word'), classWord] as [string, string]]),
        [t('Images × repeats'), `${number(images)} × ${number(repeats)}`],
      ])}
      <p class="muted">${t('{0} samples per epoch', number(images * repeats))}</p>
      ${reasons.length === 0 ? nothing : html`<p class="muted">${t('Why')}: ${reasons.join('; ')}</p>`}
    </article>`;
  }

  static override styles = [
    shared,
    scrolling,
    terms,
    css`
      h2 {
        margin: 0;
      }
      .card h2 {
        margin-bottom: 12px;
      }
      .concepts {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(280px, 1fr));
        gap: 12px;
      }
      article {
        display: grid;
        gap: 8px;
        align-content: start;
      }
      h3 {
        margin: 0;
        font-size: 13px;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      @media (max-width: 520px) {
        .concepts {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}
customElements.define('config-view', ConfigView);

const list = (rows: readonly (readonly [string, string])[]): TemplateResult =>
  html`<dl>
    ${rows.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
