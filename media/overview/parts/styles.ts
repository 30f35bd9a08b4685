import { css } from 'lit';

/** What all views share. Distances are multiples of 4 px; colours come from the editor's theme. */
export const shared = css`
  :host {
    --line: var(--vscode-widget-border, var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)));
    --muted: var(--vscode-descriptionForeground);
    /* Not the theme's chart orange: the dark themes have it half transparent, high contrast not at all. */
    --caution: var(--vscode-charts-yellow);
    --mono: var(--vscode-editor-font-family, monospace);
    box-sizing: border-box;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2 {
    margin: 0 0 8px;
    font-size: 13px;
    font-weight: 600;
  }
  p {
    margin: 0;
  }
  .muted {
    color: var(--muted);
  }
  .path {
    display: flex;
    min-width: 0;
    max-width: 100%;
  }
  .path > * {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: pre;
  }
  .path .base {
    flex: none;
    max-width: 100%;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  button.link {
    max-width: 100%;
    padding: 0;
    overflow: hidden;
    border: 0;
    background: none;
    color: var(--vscode-textLink-foreground);
    font: inherit;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  button.link:hover {
    color: var(--vscode-textLink-activeForeground);
    text-decoration: underline;
  }
  button:focus-visible,
  [tabindex]:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .card {
    padding: 12px 16px 16px;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--vscode-editorWidget-background);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** A list with the details of its selected row beside it, or below it where there is no room. */
export const sideBySide = css`
  .split {
    display: flex;
    flex: 1 1 0;
    gap: 12px;
    min-height: 0;
  }
  .split hit-list {
    flex: 0 0 clamp(200px, 28%, 320px);
  }
  @media (max-width: 640px) {
    .split {
      flex-direction: column;
    }
    .split hit-list {
      flex: 0 0 40%;
    }
  }
`;

/** A tab of sections one below the other, which scrolls. */
export const scrolling = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 16px;
    height: 100%;
    padding: 16px 20px;
    overflow-y: auto;
  }
  @media (max-width: 520px) {
    :host {
      padding: 12px;
    }
  }
`;

/** A list of terms, each with what it is beside it. */
export const terms = css`
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 4px 16px;
    margin: 0;
  }
  dt {
    color: var(--muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;

/** A tab that fills the window: fixed parts on top, a list that takes the rest. */
export const filling = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 12px;
    height: 100%;
    min-height: 0;
    padding: 16px 20px 12px;
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  .toolbar .space {
    flex: 1;
  }
  @media print {
    :host {
      display: block;
      height: auto;
    }
    .toolbar {
      display: none;
    }
  }
  .chip {
    display: inline-flex;
    gap: 8px;
    padding: 2px 8px;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--vscode-badge-background);
    color: var(--vscode-badge-foreground);
    font: inherit;
    cursor: pointer;
  }
  data-table {
    flex: 1 1 0;
    min-height: 96px;
  }
  @media (max-width: 520px) {
    :host {
      padding: 12px 12px 8px;
    }
  }
`;
