import { html, type TemplateResult } from 'lit';
import type { RiskChange } from '../../../server/src/report/plan-effect.ts';
import { t } from '../l10n.ts';
import { levelName } from './risk.ts';

/** Risks that a change moves. */
export function effectList(risks: readonly RiskChange[]): TemplateResult {
  const changed = risks.filter(({ before, after }) => before !== after);
  if (changed.length === 0) return html`<p class="muted">${t('No risk changes its level.')}</p>`;
  return html`<ul>
    ${changed.map(({ title, before, after }) => html`<li>${t('{0}: {1} → {2}', title, levelName(before), levelName(after))}</li>`)}
  </ul>`;
}
