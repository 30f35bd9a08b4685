import { css } from 'lit';

/** A short table that stands in a text; long ones scroll inside `.scroll`. */
export const plainTable = css`
  .scroll {
    max-height: 260px;
    overflow: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 3px 16px 3px 0;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  thead th {
    position: sticky;
    top: 0;
    background: var(--vscode-editorWidget-background);
    color: var(--muted);
    font-size: 12px;
    font-weight: 600;
    white-space: nowrap;
  }
  tbody th {
    min-width: 88px;
    font-weight: 400;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  td.end,
  th.end {
    text-align: end;
  }
  td:last-child,
  th:last-child {
    padding-inline-end: 0;
  }
  @media (max-width: 520px) {
    th,
    td {
      padding-inline-end: 8px;
    }
    .wide {
      display: none;
    }
  }
`;
