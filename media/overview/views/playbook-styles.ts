import { css } from 'lit';

export const playbookStyles = css`
  :host {
    display: block;
    height: 100%;
    padding: 16px 20px 24px;
    overflow-y: auto;
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 280px) minmax(0, 1fr);
    gap: 16px;
    align-items: start;
  }
  .steps,
  .steps section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .steps h2 {
    margin: 4px 0 0;
  }
  .beside {
    margin-inline-start: 8px;
    font-weight: 400;
  }
  fieldset {
    display: grid;
    gap: 2px;
    margin: 12px 0 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-bottom: 4px;
    padding: 0;
    font-size: 12px;
    font-weight: 600;
  }
  .symptoms .link {
    margin-top: 12px;
  }
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding-bottom: 12px;
  }
  h3 {
    margin: 0;
    font-size: 13px;
    font-weight: 600;
  }
  .basis {
    font-size: 12px;
    overflow-wrap: anywhere;
  }
  .tag {
    margin-inline-start: 8px;
    padding: 0 4px;
    border: 1px solid var(--line);
    border-radius: 4px;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    min-width: 0;
  }
  summary {
    margin: 0 0 8px;
    font-weight: 600;
    cursor: pointer;
  }
  .code {
    display: flex;
    gap: 12px;
    align-items: flex-start;
  }
  pre {
    flex: 1;
    min-width: 0;
    margin: 0;
    padding: 8px 12px;
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: 4px;
    background: var(--vscode-textCodeBlock-background, var(--vscode-editor-background));
    font-family: var(--mono);
    font-size: 12px;
  }
  @media (max-width: 720px) {
    .layout {
      grid-template-columns: minmax(0, 1fr);
    }
    .code {
      flex-direction: column;
      align-items: stretch;
    }
  }
  @media (max-width: 520px) {
    :host {
      padding: 12px 12px 16px;
    }
  }
`;
