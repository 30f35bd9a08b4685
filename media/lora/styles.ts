import { css } from 'lit';

/** The page of a LoRA file: one column of cards that scrolls, two where there is room. */
export const loraStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    padding: 16px 20px 12px;
    border-bottom: 1px solid var(--line);
  }
  .title {
    flex: 1 1 200px;
    min-width: 0;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  main {
    display: grid;
    flex: 1;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
    gap: 12px;
    align-content: start;
    align-items: start;
    min-height: 0;
    padding: 12px 20px 20px;
    overflow: auto;
  }
  .whole {
    grid-column: 1 / -1;
  }
  .column {
    display: grid;
    gap: 12px;
    min-width: 0;
  }
  dl {
    grid-template-columns: minmax(96px, max-content) minmax(0, 1fr);
  }
  ul {
    display: grid;
    gap: 4px;
    margin: 0;
    padding-inline-start: 18px;
  }
  ul.plain {
    padding: 0;
    list-style: none;
  }
  li {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  details {
    border-top: 1px solid var(--line);
  }
  details:first-of-type {
    border-top: 0;
  }
  summary {
    display: flex;
    gap: 12px;
    align-items: center;
    justify-content: space-between;
    padding: 6px 0;
    cursor: pointer;
  }
  summary:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
  details > :not(summary) {
    margin-bottom: 8px;
  }
  code {
    font-family: var(--mono);
    font-size: 12px;
  }
  .tags {
    display: flex;
    flex-direction: column;
    gap: 8px;
  }
  data-table {
    height: 420px;
  }
  .bar {
    display: inline-block;
    height: 8px;
    min-width: 2px;
    border: 1px solid var(--vscode-charts-blue);
    border-radius: 2px;
    background: var(--vscode-charts-blue);
    forced-color-adjust: none;
  }
  .failure {
    margin: 20px;
    padding: 12px 16px;
    border: 1px solid var(--vscode-inputValidation-errorBorder, var(--vscode-charts-red));
    border-radius: 4px;
  }
  .sides {
    display: grid;
    gap: 4px;
    margin-bottom: 8px;
    overflow-wrap: anywhere;
  }
  h3 {
    margin: 12px 0 4px;
    font-size: 13px;
    font-weight: 600;
  }
  .head {
    display: flex;
    gap: 12px;
    align-items: baseline;
    justify-content: space-between;
  }
  @media (max-width: 520px) {
    header {
      padding: 12px;
    }
    main {
      padding: 12px;
    }
    dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    dd {
      margin-bottom: 8px;
    }
  }
`;
