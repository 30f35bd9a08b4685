import { css, html, nothing, type TemplateResult } from 'lit';
import type { ReportFinding } from '../../../server/src/report/report.ts';
import type { ViewContext } from '../context.ts';
import { t } from '../l10n.ts';
import type { FindingRow } from './finding-rows.ts';
import { severityIcon } from './severity.ts';

/** A finding that was loaded, with its number in the report. */
export type Found = NonNullable<FindingRow['found']>;

/** Line and column of a finding as editors write them; empty where it is of the whole file. */
export const lineOf = ({ range }: ReportFinding): string =>
  range ? `:${range.start.line + 1}:${range.start.character + 1}` : '';

/** What a finding says in full: its place, what it is evidence for, its fix and the places that belong to it. */
export function findingDetails({ finding, index }: Found, context: ViewContext): TemplateResult {
  const { live } = context;
  return html`<section class="card details" tabindex="0" aria-label=${t('Details')}>
    <p class="message">${severityIcon(finding.severity)}<span>${finding.message}</span></p>
    <dl>
      <dt>${t('Rule')}</dt>
      <dd>
        ${
          live
            ? html`<button class="link" @click=${() => context.explain(finding.rule)}>${finding.rule}</button>`
            : finding.rule
        }
      </dd>
      ${
        finding.file === ''
          ? nothing
          : html`<dt>${t('Place')}</dt>
            <dd data-file=${finding.file}>
              ${
                live
                  ? html`<button class="link" @click=${() => context.open({ kind: 'finding', index })}>
                    ${finding.file}${lineOf(finding)}
                  </button>`
                  : `${finding.file}${lineOf(finding)}`
              }
            </dd>`
      }
      ${
        finding.failureModes.length === 0
          ? nothing
          : html`<dt>${t('Evidence for')}</dt>
            <dd>${finding.failureModes.map((mode) => context.model.modeTitle(mode)).join(' · ')}</dd>`
      }
      ${
        finding.fix
          ? html`<dt>${t('Fix')}</dt>
            <dd>
              ${
                live
                  ? html`<button class="link" @click=${() => context.fix(index)}>${finding.fix.title}</button>`
                  : finding.fix.title
              }
              <span class="muted">(${finding.fix.safety === 'safe' ? t('safe') : t('suggested')})</span>
            </dd>`
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
                    html`<li data-file=${place.file}>
                      ${
                        live
                          ? html`<button
                            class="link"
                            @click=${() => context.open({ kind: 'related', finding: index, index: at })}
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

export const detailsStyles = css`
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
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;
