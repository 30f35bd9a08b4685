import { css } from 'lit';

/** Head, tabs and frame of the page. */
export const appStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  header {
    display: flex;
    gap: 16px;
    align-items: center;
    padding: 16px 20px 8px;
  }
  .title {
    flex: 1;
    min-width: 0;
  }
  .actions {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .tabs {
    display: flex;
    flex: none;
    gap: 4px;
    padding: 0 12px;
    overflow-x: auto;
    border-bottom: 1px solid var(--line);
    scrollbar-width: none;
  }
  .tabs button {
    display: inline-flex;
    flex: none;
    gap: 8px;
    align-items: center;
    height: 36px;
    padding: 0 8px;
    border: 0;
    border-bottom: 2px solid transparent;
    background: none;
    color: var(--vscode-panelTitle-inactiveForeground, var(--muted));
    font: inherit;
    cursor: pointer;
  }
  .tabs button:hover,
  .tabs button[aria-selected='true'] {
    color: var(--vscode-panelTitle-activeForeground, inherit);
  }
  .tabs button[aria-selected='true'] {
    border-bottom-color: var(--vscode-panelTitle-activeBorder, currentColor);
  }
  .badge {
    min-width: 20px;
    padding: 0 4px;
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 10px;
    background: var(--vscode-badge-background);
    color: var(--vscode-badge-foreground);
    font-size: 11px;
    line-height: 18px;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .busy {
    flex: none;
    height: 2px;
  }
  main {
    flex: 1;
    min-height: 0;
    overflow: hidden;
  }
  .failure {
    margin: 0 20px 8px;
    padding: 8px 12px;
    border: 1px solid var(--vscode-inputValidation-errorBorder, var(--vscode-charts-red));
    border-radius: 4px;
    background: var(--vscode-inputValidation-errorBackground, transparent);
  }
  .waiting {
    display: flex;
    flex-direction: column;
    gap: 16px;
    align-items: center;
    width: min(320px, 80%);
    margin: 25vh auto 0;
    color: var(--muted);
    text-align: center;
  }
  .made {
    font-size: 12px;
  }
  @media print {
    :host {
      display: block;
      height: auto;
    }
    .tabs,
    .busy {
      display: none;
    }
    main {
      overflow: visible;
    }
    section {
      break-before: page;
    }
    section:first-child {
      break-before: auto;
    }
    section > h1 {
      margin: 0;
      padding: 0 20px;
    }
  }
  @media (max-width: 520px) {
    header {
      padding: 12px 12px 4px;
    }
    .tabs {
      padding: 0 4px;
    }
    .actions vscode-button:first-child,
    .doing {
      display: none;
    }
  }
`;
