import { html, nothing, type TemplateResult } from 'lit';
import type { LoraReport } from '../../server/src/lora/lora-report.ts';
import type { ComparisonInWords, LoraAnswer } from '../../server/src/lsp/protocol.ts';
import { number, t } from '../overview/l10n.ts';
import { riskLevels, riskMeter } from '../overview/parts/risk.ts';

/** Pixels of the longest bar in a table. */
export const barWidth = 96;

/** A bar beside a number that says the same. */
export const bar = (share: number): TemplateResult =>
  html`<span class="bar" aria-hidden="true" .style=${`width:${Math.max(0, Math.min(1, share)) * barWidth}px`}></span>`;

/** What the file is. */
export function factsCard({ facts }: LoraAnswer): TemplateResult {
  return html`<section class="card" aria-label=${t('What it is')}>
    <h2>${t('What it is')}</h2>
    <dl>${facts.map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
  </section>`;
}

/** Risks of the training, as far as the file tells, the highest first. */
export function risksCard({ risks }: LoraReport): TemplateResult {
  const sorted = [...risks].sort((a, b) => riskLevels.indexOf(b.level) - riskLevels.indexOf(a.level));
  return html`<section class="card" aria-label=${t('Risks, as far as the file tells')}>
    <h2>${t('Risks, as far as the file tells')}</h2>
    ${sorted.map(
      ({ mode, title, summary, level, evidence, isKnown }) =>
        html`<details id=${mode}>
          <summary><span>${title}</span>${isKnown ? riskMeter(level) : html`<span class="muted">${t('unknown')}</span>`}</summary>
          <p class="muted">${summary}</p>
          ${
            evidence.length === 0
              ? html`<p>${isKnown ? t('Nothing that the file tells points to it.') : t('The file tells nothing about it.')}</p>`
              : html`<ul>${evidence.map(({ text, heuristic }) => html`<li>${text}${heuristic ? html` <span class="muted">${t('heuristic')}</span>` : nothing}</li>`)}</ul>`
          }
        </details>`,
    )}
  </section>`;
}

/** What the file does not say, and what is odd about it. */
export function unknownCards({ unknown, notes }: LoraReport): TemplateResult {
  const list = (title: string, lines: readonly string[]): TemplateResult | typeof nothing =>
    lines.length === 0
      ? nothing
      : html`<section class="card" aria-label=${title}>
          <h2>${title}</h2>
          <ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
        </section>`;
  return html`${list(t('What the file does not say'), unknown)}${list(t('Odd about the file'), notes)}`;
}

/** The folders that were trained. */
export function subsetsCard({ subsets }: LoraReport): TemplateResult | typeof nothing {
  if (subsets === null) return nothing;
  const known = (value: number | null): string => (value === null ? '?' : number(value));
  return html`<section class="card" aria-label=${t('Folders')}>
    <h2>${t('Folders')}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label=${t('Folders')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('Folder')}</th>
            <th scope="col" class="end">${t('Images')}</th>
            <th scope="col" class="end">${t('Repeats')}</th>
            <th scope="col" class="end wide">${t('Tags')}</th>
          </tr>
        </thead>
        <tbody>
          ${subsets.map(
            ({ name, images, repeats, tags, regularization }) =>
              html`<tr>
                <th scope="row">${name}${regularization ? html` <span class="muted">${t('regularization set')}</span>` : nothing}</th>
                <td class="end">${known(images)}</td>
                <td class="end">${known(repeats)}</td>
                <td class="end wide">${known(tags)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** The sizes that were trained, and how often. */
export function bucketsCard({ buckets }: LoraReport): TemplateResult | typeof nothing {
  if (buckets === null) return nothing;
  const most = Math.max(1, ...buckets.slice(0, 1).map(({ samples }) => samples));
  return html`<section class="card" aria-label=${t('Buckets')}>
    <h2>${t('Buckets')}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label=${t('Buckets')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('Size')}</th>
            <th scope="col" class="end">${t('Samples per epoch')}</th>
            <th scope="col" class="wide"><span class="visually-hidden">${t('Samples per epoch')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${buckets.map(
            ({ width, height, samples }) =>
              html`<tr>
                <th scope="row">${width} × ${height}</th>
                <td class="end">${number(samples)}</td>
                <td class="wide">${bar(samples / most)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** The options, by the names of the trainer. */
export function settingsCard({ settings }: LoraAnswer): TemplateResult | typeof nothing {
  if (settings.length === 0) return nothing;
  return html`<section class="card" aria-label=${t('Options')}>
    <h2>${t('Options')}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label=${t('Options')}>
      <table>
        <tbody>
          ${settings.map(
            ({ name, value }) => html`<tr><th scope="row"><code>${name}</code></th><td><code>${value}</code></td></tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** What differs from another file. */
export function comparisonCard(comparison: ComparisonInWords, close: () => void): TemplateResult {
  return html`<section class="card whole comparison" aria-label=${t('Compared')}>
    <div class="head">
      <h2>${t('Compared')}</h2>
      <button class="link" @click=${close}>${t('Close')}</button>
    </div>
    <div class="sides"><span>− ${comparison.before}</span><span>+ ${comparison.after}</span></div>
    ${
      comparison.sections.every(({ isChange }) => !isChange)
        ? html`<p>${t('Nothing that both tell has changed.')}</p>`
        : nothing
    }
    ${comparison.sections.map(
      ({ title, rows, more }) =>
        html`<h3>${title}</h3>
          <ul class="plain">
            ${rows.map(({ text }) => html`<li>${text}</li>`)}
            ${more > 0 ? html`<li class="muted">${t('and {0} more', number(more))}</li>` : nothing}
          </ul>`,
    )}
  </section>`;
}
