import { css } from 'lit';

/** The title at the head of a page, and the line below it. */
export const titleStyles = css`
  h1 {
    margin: 0;
    overflow: hidden;
    font-size: 18px;
    font-weight: 600;
    line-height: 24px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .title p {
    color: var(--muted);
    font-size: 12px;
    overflow-wrap: anywhere;
  }
`;
