import { html, svg, type TemplateResult } from 'lit';
import { t } from '../l10n.ts';
import type { Severity } from '../model.ts';

const shapes = {
  // A different outline each, so that colour is never the only sign.
  error: svg`<path fill-rule="evenodd" d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm0 1.1a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6ZM5.7 5l2.3 2.3L10.3 5l.8.8-2.3 2.2 2.3 2.3-.8.8L8 8.8l-2.3 2.3-.8-.8L7.2 8 4.9 5.8Z"/>`,
  warning: svg`<path fill-rule="evenodd" d="M7.5 1.6h1l6.6 12-.5.9H1.4l-.5-.9Zm.5 1.3L2.3 13.4h11.4ZM7.4 6h1.2v4H7.4Zm0 5h1.2v1.2H7.4Z"/>`,
  info: svg`<path fill-rule="evenodd" d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm0 1.1a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6ZM7.4 7h1.2v4.5H7.4Zm0-2.4h1.2v1.3H7.4Z"/>`,
  hint: svg`<path d="M3 7.2h2v1.6H3Zm4 0h2v1.6H7Zm4 0h2v1.6h-2Z"/>`,
};

/** Name of a severity in the display language. */
export function severityName(severity: Severity): string {
  switch (severity) {
    case 'error':
      return t('Error');
    case 'warning':
      return t('Warning');
    case 'info':
      return t('Info');
    case 'hint':
      return t('Hint');
  }
}

/** CSS colour of a severity. */
export const severityColour: Readonly<Record<Severity, string>> = {
  error: 'var(--vscode-editorError-foreground, var(--vscode-charts-red))',
  warning: 'var(--vscode-editorWarning-foreground, var(--vscode-charts-yellow))',
  info: 'var(--vscode-editorInfo-foreground, var(--vscode-charts-blue))',
  hint: 'var(--vscode-descriptionForeground)',
};

/** The sign of a severity, 16 × 16, with its name for screen readers. */
export function severityIcon(severity: Severity): TemplateResult {
  return html`<svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    role="img"
    aria-label=${severityName(severity)}
    fill="currentColor"
    .style=${`color:${severityColour[severity]};flex:none`}
  >
    ${shapes[severity]}
  </svg>`;
}
