import { css } from 'lit';

export const tableStyles = css`
  :host {
    display: block;
    position: relative;
    min-height: 0;
    border: 1px solid var(--line);
    border-radius: 4px;
    overflow: hidden;
  }
  .table {
    height: 100%;
    overflow: auto;
    overflow-x: hidden;
    contain: strict;
  }
  .head {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--vscode-editorWidget-background);
    border-bottom: 1px solid var(--line);
  }
  .body {
    position: relative;
  }
  .row {
    display: grid;
    height: 26px;
    padding: 0 12px;
    column-gap: 16px;
    align-items: center;
  }
  .body .row {
    position: absolute;
    inset: 0 0 auto;
    cursor: default;
  }
  .body .row:hover {
    background: var(--vscode-list-hoverBackground);
  }
  .body .row.selected {
    background: var(--vscode-list-inactiveSelectionBackground);
    color: var(--vscode-list-inactiveSelectionForeground, inherit);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .table:focus .row.selected {
    background: var(--vscode-list-activeSelectionBackground);
    color: var(--vscode-list-activeSelectionForeground);
    --muted: currentColor;
    --vscode-textLink-foreground: currentColor;
    --vscode-textLink-activeForeground: currentColor;
  }
  [role='gridcell'],
  [role='columnheader'] {
    display: flex;
    gap: 8px;
    align-items: center;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [role='gridcell'] > span,
  [role='columnheader'] > span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .end {
    justify-content: flex-end;
    font-variant-numeric: tabular-nums;
  }
  .head,
  .head button {
    color: var(--muted);
    font: inherit;
    font-size: 12px;
    font-weight: 600;
  }
  .head button {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    max-width: 100%;
    height: 24px;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
  }
  .head button:hover {
    color: var(--vscode-foreground);
  }
  .head button span:first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .arrow {
    font-size: 8px;
  }
  .empty {
    position: absolute;
    inset: 48px 16px auto;
    text-align: center;
  }
  @media print {
    :host,
    .table {
      height: auto;
      overflow: visible;
      contain: none;
    }
    .head {
      position: static;
    }
    .row {
      break-inside: avoid;
    }
  }
`;
