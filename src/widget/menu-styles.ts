import { css } from './styles.ts';

/** The menu, and the question that it leads to. */
export const menuStyles = css`
  .menu {
    position: absolute;
    inset-block-start: 0.35rem;
    inset-inline-end: 0.6rem;
    z-index: 2;
    min-inline-size: 13rem;
    padding: 0.35rem;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--ground);
    box-shadow: 0 8px 28px rgb(0 0 0 / 0.2);
    list-style: none;
  }
  .menu button {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding-inline: 0.8rem;
    border: 0;
    border-radius: 8px;
    background: none;
    text-align: start;
  }
  .menu button:hover:not(:disabled) {
    background: var(--raised);
  }
  .menu button:disabled {
    color: var(--quiet);
    cursor: default;
  }
  .question {
    position: absolute;
    inset-block-end: 0;
    inset-inline: 0;
    z-index: 2;
    padding: 1rem 1.1rem;
    border-block-start: 1px solid var(--line);
    background: var(--ground);
    box-shadow: 0 -8px 28px rgb(0 0 0 / 0.14);
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block-start: 0.75rem;
  }
  .danger,
  .keep {
    min-block-size: 2.75rem;
    padding-inline: 1.1rem;
    border-radius: 999px;
  }
  .danger {
    border: 1px solid var(--bad);
    background: none;
    color: var(--bad);
  }
  .danger:hover:not(:disabled) {
    background: var(--raised);
  }
`;
