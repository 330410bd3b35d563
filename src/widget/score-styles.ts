import { css } from './styles.ts';

/** "Why this?": reasons, and the parts of a score as bars. */
export const scoreStyles = css`
  .reasons {
    margin-block: 0.3rem;
    padding-inline-start: 1.1rem;
    list-style: disc;
  }
  .parts-title {
    margin-block: 0.5rem 0.25rem;
    color: var(--quiet);
  }
  .parts {
    display: grid;
    gap: 0.55rem;
    list-style: none;
  }
  .part {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.3rem 0.6rem;
    align-items: end;
    line-height: 1.3;
  }
  .part meter {
    display: block;
    grid-row: 2;
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 0.4rem;
    border-radius: 999px;
    background: var(--raised);
    appearance: none;
  }
  .part meter::-webkit-meter-inner-element {
    display: block;
    block-size: 0.4rem;
  }
  .part meter::-webkit-meter-bar {
    block-size: 0.4rem;
    border: 0;
    border-radius: 999px;
    background: var(--raised);
  }
  .part meter::-webkit-meter-optimum-value {
    border-radius: 999px;
    background: var(--accent);
  }
  .part meter::-moz-meter-bar {
    border-radius: 999px;
    background: var(--accent);
  }
  .part.minus meter::-webkit-meter-optimum-value {
    background: var(--bad);
  }
  .part.minus meter::-moz-meter-bar {
    background: var(--bad);
  }
  .part-value {
    font-variant-numeric: tabular-nums;
    color: var(--quiet);
  }
`;
