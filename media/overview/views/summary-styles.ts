import { css } from 'lit';

export const summaryStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 16px;
    height: 100%;
    padding: 16px 20px 24px;
    overflow-y: auto;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(112px, 1fr));
    gap: 12px;
  }
  .tile {
    display: flex;
    flex-direction: column;
    min-width: 0;
    padding: 8px 12px;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--vscode-editorWidget-background);
  }
  .label,
  .note {
    color: var(--muted);
    font-size: 12px;
  }
  .note {
    min-height: 1.4em;
  }
  .value {
    font-size: 24px;
    font-weight: 300;
    line-height: 32px;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 16px;
    align-items: start;
  }
  .pictures {
    display: grid;
    gap: 16px;
  }
  .picture data-chart {
    height: 148px;
  }
  .strip {
    display: flex;
    gap: 2px;
    height: 8px;
    border-radius: 4px;
    overflow: hidden;
  }
  .strip span {
    min-width: 4px;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin: 8px 0 12px;
  }
  .legend button.link {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    color: inherit;
  }
  .rules {
    margin: 0 -8px;
    padding: 0;
    list-style: none;
  }
  .rules button {
    display: grid;
    grid-template-columns: 16px minmax(0, 3fr) minmax(0, 2fr) minmax(40px, auto);
    gap: 8px;
    align-items: center;
    width: 100%;
    min-height: 28px;
    padding: 0 8px;
    border: 0;
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .rules button:hover {
    background: var(--vscode-list-hoverBackground);
  }
  .rule {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bar {
    height: 6px;
    border-radius: 3px;
    overflow: hidden;
  }
  .bar span {
    display: block;
    height: 100%;
    border-radius: 3px;
    opacity: 0.8;
  }
  .count {
    text-align: end;
  }
  @media (max-width: 720px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 520px) {
    :host {
      padding: 12px 12px 16px;
    }
    .tiles {
      grid-template-columns: repeat(auto-fill, minmax(104px, 1fr));
      gap: 8px;
    }
  }
`;
