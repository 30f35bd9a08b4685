import { css, html, type TemplateResult } from 'lit';
import { number, t } from '../l10n.ts';
import { shared } from '../parts/styles.ts';
import { OverviewView } from '../view.ts';

/** What the report assumed about the training. */
export class ConfigView extends OverviewView {
  protected override render(): TemplateResult {
    const { settings, tool, folder } = this.context.model.report;
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
      <dl>
        ${rows.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
    </section>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        height: 100%;
        padding: 16px 20px;
        overflow-y: auto;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 8px 24px;
        margin: 0;
      }
      dt {
        color: var(--muted);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];
}
customElements.define('config-view', ConfigView);
