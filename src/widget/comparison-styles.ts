import { css } from './styles.ts';

export const comparisonStyles = css`
  .comparison {
    max-block-size: 32rem;
    margin-block-start: 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--round);
    overflow: auto;
    overscroll-behavior-x: contain;
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
    font-size: 0.85rem;
  }
  th,
  td {
    min-inline-size: 8.5rem;
    padding: 0.5rem 0.7rem;
    border-block-end: 1px solid var(--line);
    background: var(--ground);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
  thead > tr > * {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }
  tr > :first-child {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    min-inline-size: 5.5rem;
    max-inline-size: 7rem;
    border-inline-end: 1px solid var(--line);
  }
  thead > tr > :first-child {
    z-index: 2;
  }
  th[scope='row'] {
    color: var(--quiet);
    font-weight: 500;
  }
  th[scope='col'] {
    font-weight: 600;
    line-height: 1.35;
  }
  th[scope='col'] .picture {
    inline-size: 3.25rem;
    margin-block-end: 0.4rem;
  }
  th[scope='col'] a {
    color: inherit;
  }
  th[scope='col'] p {
    font-weight: 400;
  }
  th[scope='col'] .price {
    font-weight: 650;
  }
  .unstated {
    color: var(--quiet);
    font-style: italic;
  }
`;
