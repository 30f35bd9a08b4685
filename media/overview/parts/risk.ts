import { html, type TemplateResult } from 'lit';
import type { AuditReport } from '../../../server/src/report/report.ts';
import { t } from '../l10n.ts';

export type Risk = AuditReport['advice']['risks'][number];
export type RiskLevel = Risk['level'];
export type Evidence = Risk['evidence'][number];

export const riskLevels: readonly RiskLevel[] = ['none', 'low', 'elevated', 'high'];

/** Name of a level in the display language. */
export function levelName(level: RiskLevel): string {
  switch (level) {
    case 'high':
      return t('high');
    case 'elevated':
      return t('elevated');
    case 'low':
      return t('low');
    case 'none':
      return t('none');
  }
}

const colours: Readonly<Record<RiskLevel, string>> = {
  none: 'var(--vscode-charts-green)',
  low: 'var(--vscode-charts-blue)',
  elevated: 'var(--caution)',
  high: 'var(--vscode-charts-red)',
};

/** Three steps, as many filled as the level is high, and its name: told by shape and word, not by colour alone. */
export function riskMeter(level: RiskLevel): TemplateResult {
  const filled = riskLevels.indexOf(level);
  return html`<span .style=${'display:inline-flex;gap:8px;align-items:center;white-space:nowrap'}>
    <span aria-hidden="true" .style=${'display:inline-flex;gap:2px;align-items:flex-end'}>
      ${[1, 2, 3].map(
        (step) =>
          html`<span
            .style=${`box-sizing:border-box;width:6px;height:${4 + 4 * step}px;border-radius:1px;border:1px solid ${colours[level]};background:${step <= filled ? colours[level] : 'transparent'}`}
          ></span>`,
      )}
    </span>
    <span>${levelName(level)}</span>
  </span>`;
}
