import { html, nothing, type TemplateResult } from 'lit';
import { resolutionOption, sizePoints } from '../charts/resolution-scatter.ts';
import { tokenBins } from '../charts/token-bins.ts';
import { tokenOption } from '../charts/token-histogram.ts';
import { number, percent, t } from '../l10n.ts';
import { severities } from '../model.ts';
import { severityColour, severityIcon, severityName } from '../parts/severity.ts';
import { shared } from '../parts/styles.ts';
import { OverviewView } from '../view.ts';
import { summaryStyles } from './summary-styles.ts';

/** The first tab: how large the dataset is, what is wrong with it, and small pictures that lead on. */
export class SummaryView extends OverviewView {
  protected override render(): TemplateResult {
    return html`
      <section class="tiles" aria-label=${t('Figures')}>${this.#tiles()}</section>
      <risk-cards .context=${this.context}></risk-cards>
      <div class="columns">
        <section class="card findings">${this.#findings()}</section>
        <div class="pictures">${this.#tokens()} ${this.#images()}</div>
      </div>
    `;
  }

  #tiles(): TemplateResult[] {
    const { summary, metrics, settings, clusters } = this.context.model.report;
    const tiles: [label: string, value: string, note: string][] = [
      [t('Images'), number(summary.images), noteIf(summary.images - summary.pairs, (n) => t('{0} without caption', n))],
      [
        t('Captions'),
        number(summary.captions),
        noteIf(summary.captions - summary.pairs, (n) => t('{0} without image', n)),
      ],
      [t('Pairs'), number(summary.pairs), t('image and caption')],
      metrics.proseShare < 0.5
        ? [t('Different tags'), number(metrics.vocabulary), t('{0} per caption', number(metrics.tagsPerCaption, 1))]
        : [t('Captions written as sentences'), percent(metrics.proseShare), ''],
      metrics.tokens.median === null || metrics.tokens.max === null
        ? [t('Median tokens'), '–', t('{0} tokens are not counted', settings.encoder.name)]
        : [t('Median tokens'), number(metrics.tokens.median, 1), t('longest {0}', number(metrics.tokens.max))],
    ];
    if (metrics.tokens.overLimitShare !== null && settings.tokenLimit !== null)
      tiles.push([
        t('Over the limit'),
        percent(metrics.tokens.overLimitShare),
        t('more than {0} tokens', settings.tokenLimit),
      ]);
    const copies = clusters.reduce((sum, { files }) => sum + files.length - 1, 0);
    if (copies > 0) tiles.push([t('Duplicates'), number(copies), t('groups: {0}', number(clusters.length))]);
    return tiles.map(
      ([label, value, note]) =>
        html`<div class="tile">
          <span class="label">${label}</span>
          <span class="value number">${value}</span>
          <span class="note">${note}</span>
        </div>`,
    );
  }

  #findings(): TemplateResult {
    const { summary } = this.context.model.report;
    const total = severities.reduce((sum, severity) => sum + summary.findings[severity], 0);
    if (total === 0)
      return html`<h2>${t('Findings')}</h2>
        <p class="muted">${t('No findings. The captions train as they are written.')}</p>`;
    const most = Math.max(...summary.rules.map(({ count }) => count));
    return html`<h2>${t('Findings')}</h2>
      <div class="strip" aria-hidden="true">
        ${severities.map((severity) =>
          summary.findings[severity] > 0
            ? html`<span .style=${`flex:${summary.findings[severity]};background:${severityColour[severity]}`}></span>`
            : nothing,
        )}
      </div>
      <div class="legend">
        ${severities.map((severity) =>
          summary.findings[severity] > 0
            ? html`<button class="link" @click=${() => this.#show({ severity })}>
                ${severityIcon(severity)}<span class="number">${number(summary.findings[severity])}</span>
                <span>${severityName(severity)}</span>
              </button>`
            : nothing,
        )}
      </div>
      <ul class="rules">
        ${summary.rules.map(
          ({ rule, severity, count }) =>
            html`<li>
              <button @click=${() => this.#show({ rule })}>
                ${severityIcon(severity)}
                <span class="rule">${rule}</span>
                <span class="bar" aria-hidden="true"
                  ><span
                    .style=${`width:${Math.max(1, (100 * count) / most)}%;background:${severityColour[severity]}`}
                  ></span
                ></span>
                <span class="count number">${number(count)}</span>
              </button>
            </li>`,
        )}
      </ul>`;
  }

  #show(filter: { severity?: string; rule?: string }): void {
    this.context.show('findings', {
      'findings.rules': filter.rule ? [filter.rule] : [],
      'findings.severity': filter.severity ?? '',
      'findings.filter': '',
    });
  }

  #tokens(): TemplateResult | typeof nothing {
    const { metrics, settings } = this.context.model.report;
    if (metrics.tokens.histogram.length === 0) return nothing;
    const bins = tokenBins(metrics.tokens.histogram);
    return html`<section class="card picture">
      <h2><button class="link" @click=${() => this.context.show('tokens')}>${t('Tokens per caption')}</button></h2>
      <data-chart
        compact
        .label=${t('Tokens per caption')}
        .description=${t('median {0}, longest {1}', number(metrics.tokens.median ?? 0, 1), number(metrics.tokens.max ?? 0))}
        .option=${(theme: Parameters<typeof tokenOption>[2]) => tokenOption(bins, settings.tokenLimit, theme, true)}
        @chart-click=${() => this.context.show('tokens')}
      ></data-chart>
    </section>`;
  }

  #images(): TemplateResult | typeof nothing {
    const { images, settings } = this.context.model.report;
    const points = sizePoints(images);
    if (points.length === 0) return nothing;
    return html`<section class="card picture">
      <h2><button class="link" @click=${() => this.context.show('images')}>${t('Image sizes')}</button></h2>
      <data-chart
        compact
        .label=${t('Image sizes')}
        .description=${t('{0} different sizes', number(points.length))}
        .option=${(theme: Parameters<typeof tokenOption>[2], width: number, height: number) =>
          resolutionOption(points, settings.resolution, theme, true, { width, height })}
        @chart-click=${() => this.context.show('images')}
      ></data-chart>
    </section>`;
  }

  static override styles = [shared, summaryStyles];
}
customElements.define('summary-view', SummaryView);

const noteIf = (count: number, text: (count: string) => string): string => (count > 0 ? text(number(count)) : '');
