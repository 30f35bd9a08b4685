import { css } from 'lit';

export const imagesStyles = css`
  .top {
    display: grid;
    flex: 0 0 auto;
    grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    gap: 12px;
  }
  .chart {
    display: flex;
    flex-direction: column;
  }
  .chart data-chart {
    flex: 1;
    min-height: clamp(220px, 44vh, 400px);
  }
  .side {
    max-height: clamp(308px, calc(44vh + 88px), 488px);
    overflow-y: auto;
  }
  .side p {
    margin-bottom: 4px;
  }
  .side dl {
    display: grid;
    grid-template-columns: minmax(48px, max-content) minmax(0, 1fr);
    gap: 4px 16px;
    margin: 0 0 16px;
  }
  dd {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(40px, max-content);
    gap: 8px;
    align-items: center;
    margin: 0;
    text-align: end;
  }
  .bar span {
    display: block;
    height: 6px;
    border-radius: 3px;
    background: var(--vscode-charts-blue);
  }
  @media (max-width: 640px) {
    .top {
      grid-template-columns: minmax(0, 1fr);
    }
    .side {
      display: none;
    }
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    margin-top: 4px;
  }
  .square {
    display: inline-block;
    width: 12px;
    height: 12px;
    margin-inline-end: 4px;
    border: 1px dashed var(--vscode-foreground);
    vertical-align: -1px;
  }
  .enough {
    color: var(--vscode-charts-blue);
  }
  .sign {
    margin-inline-end: 4px;
    color: var(--caution);
    font-size: 10px;
  }
  .filter {
    flex: 1 1 160px;
    max-width: 280px;
  }
`;
