import { css } from './styles.ts';

export const orderStyles = css`
  .order {
    margin-block-start: 0.75rem;
    padding: 0.9rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--round);
    overflow-wrap: anywhere;
  }
  .order-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 0.75rem;
  }
  .order h4 {
    font-size: 0.95rem;
    font-weight: 650;
  }
  .order h5 {
    margin-block-start: 0.75rem;
    color: var(--quiet);
    font-size: 0.8rem;
    font-weight: 500;
  }
  .status {
    display: flex;
    margin-block: 0.75rem 0.5rem;
    list-style: none;
    font-size: 0.78rem;
    line-height: 1.25;
  }
  .status li {
    position: relative;
    flex: 1;
    padding: 1.4rem 0.15rem 0;
    color: var(--quiet);
    text-align: center;
  }
  .status li::first-letter {
    text-transform: uppercase;
  }
  .status li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.1rem;
    inset-inline-start: calc(50% - 0.5rem);
    z-index: 1;
    box-sizing: border-box;
    inline-size: 1rem;
    block-size: 1rem;
    border: 2px solid var(--line);
    border-radius: 50%;
    background: var(--ground);
  }
  .status li + li::after {
    content: '';
    position: absolute;
    inset-block-start: 0.55rem;
    inset-inline: calc(-50% + 0.5rem) calc(50% + 0.5rem);
    block-size: 2px;
    background: var(--line);
  }
  .status .done::before {
    border-color: var(--accent);
    background: var(--accent);
  }
  .status .now {
    color: var(--ink);
    font-weight: 650;
  }
  .status .now::before {
    border: 4px solid var(--accent);
  }
  .status li.done + li::after {
    background: var(--accent);
  }
  .order-lines,
  .order .plain-rows {
    list-style: none;
    font-size: 0.88rem;
  }
  .order-lines {
    margin-block-start: 0.5rem;
    border-block-start: 1px solid var(--line);
  }
  .order-lines li {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 0.5rem;
    padding-block: 0.5rem;
    border-block-end: 1px solid var(--line);
  }
  .order-quantity {
    color: var(--quiet);
    font-variant-numeric: tabular-nums;
  }
  .order-title > *,
  .order address > * {
    display: block;
  }
  .order address {
    font-size: 0.88rem;
  }
  .order a {
    color: var(--accent);
  }
`;
