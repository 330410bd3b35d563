import { css } from './styles.ts';

export const basketStyles = css`
  .basket {
    list-style: none;
  }
  .basket-line {
    display: grid;
    grid-template-columns: 4rem 1fr auto;
    gap: 0.35rem 0.75rem;
    padding-block: 0.85rem;
    border-block-end: 1px solid var(--line);
  }
  .basket-line h3 {
    font-size: 0.95rem;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .basket-line > div {
    min-inline-size: 0;
  }
  .basket-line > .outcome {
    grid-column: 1 / -1;
  }
  .basket-quantity {
    display: flex;
    grid-column: 2 / -1;
    align-items: center;
    gap: 0.4rem;
  }
  .basket-quantity .quiet {
    margin-inline-start: auto;
  }
  .quantity {
    min-inline-size: 1.75rem;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .step {
    inline-size: 2.25rem;
    block-size: 2.25rem;
    border: 1px solid var(--line);
    border-radius: 50%;
    background: none;
    line-height: 1;
  }
  .step:hover {
    background: var(--raised);
  }
  .step[aria-disabled='true'] {
    color: var(--quiet);
    cursor: default;
  }
  .basket-foot {
    position: sticky;
    inset-block-end: 0;
    display: grid;
    gap: 0.5rem;
    padding-block: 0.75rem 0.5rem;
    background: var(--ground);
  }
  .basket-total {
    display: flex;
    justify-content: space-between;
    font-size: 1.05rem;
  }
  .basket-foot .add {
    min-block-size: 2.75rem;
  }
  .basket-foot .quiet-text {
    text-align: center;
  }
  .basket-empty {
    padding-block: 3rem;
    color: var(--quiet);
    text-align: center;
  }
  .put-back {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem;
    margin-block-start: 0.75rem;
    padding: 0.5rem 0.75rem;
    border-radius: 10px;
    background: var(--raised);
    font-size: 0.88rem;
    overflow-wrap: anywhere;
  }
  @media (pointer: coarse) {
    .step {
      inline-size: 2.75rem;
      block-size: 2.75rem;
    }
  }
`;
