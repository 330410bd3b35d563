import { css } from './styles.ts';

/** What stands in the conversation: bubbles, products, tables, next steps. */
export const replyStyles = css`
  .said,
  .reply {
    position: relative;
    margin-block-end: 1rem;
  }
  .said {
    display: flex;
    justify-content: end;
  }
  .said .bubble {
    max-inline-size: 85%;
    padding: 0.5rem 0.9rem;
    border-radius: var(--round);
    border-end-end-radius: 4px;
    background: var(--accent);
    color: var(--on-accent);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .reply .bubble {
    overflow-wrap: anywhere;
  }
  .reply .bubble > * + * {
    margin-block-start: 0.5rem;
  }
  .plain-list {
    padding-inline-start: 1.2rem;
  }
  .note {
    margin-block: 0.5rem;
    font-size: 0.82rem;
    color: var(--quiet);
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.45rem;
    margin-block-start: 0.75rem;
  }
  .chip,
  .option {
    min-block-size: 2.25rem;
    padding: 0.3rem 0.85rem;
    border: 1px solid var(--line);
    border-radius: 999px;
    background: var(--ground);
    font-size: 0.9rem;
  }
  .option {
    border-color: var(--accent);
    color: var(--accent);
  }
  .chip:hover:not(:disabled),
  .option:hover:not(:disabled) {
    background: var(--raised);
  }
  .chip:disabled,
  .option:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .answered {
    min-block-size: 2.25rem;
    padding: 0.3rem 0.85rem;
    border: 1px dashed var(--line);
    border-radius: 999px;
    background: none;
    color: var(--quiet);
    font-size: 0.9rem;
  }
  .answered[aria-pressed='true'] {
    border-style: solid;
    border-color: var(--accent);
    color: var(--ink);
  }
  .count {
    margin-inline-start: 0.45rem;
    color: var(--quiet);
    font-size: 0.8rem;
    font-variant-numeric: tabular-nums;
  }
  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem;
    padding: 0.7rem 0.9rem;
    border: 1px solid var(--bad);
    border-radius: var(--round);
    color: var(--bad);
  }
  .dots {
    display: inline-flex;
    gap: 0.3rem;
    padding-block: 0.5rem;
  }
  .dots i {
    inline-size: 0.45rem;
    block-size: 0.45rem;
    border-radius: 50%;
    background: var(--quiet);
    animation: breathe 1.2s ease-in-out infinite;
  }
  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }
  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }
  @keyframes breathe {
    50% {
      opacity: 0.25;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .dots i {
      animation: none;
    }
  }
`;
