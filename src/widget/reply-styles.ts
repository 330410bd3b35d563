import { css } from 'lit';

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
  .cards {
    margin-block-start: 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--round);
    list-style: none;
  }
  .card {
    position: relative;
    display: grid;
    grid-template-columns: 5.5rem 1fr;
    gap: 0.85rem;
    padding: 0.75rem;
  }
  .card + .card {
    border-block-start: 1px solid var(--line);
  }
  .picture {
    position: relative;
    inline-size: 5.5rem;
    block-size: 5.5rem;
    border-radius: 10px;
    background: var(--raised);
    overflow: hidden;
  }
  .picture img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .position {
    position: absolute;
    inset-block-start: 0.25rem;
    inset-inline-start: 0.25rem;
    min-inline-size: 1.25rem;
    padding-inline: 0.3rem;
    border-radius: 999px;
    background: var(--ground);
    color: var(--ink);
    font-size: 0.72rem;
    line-height: 1.25rem;
    text-align: center;
  }
  .facts {
    min-inline-size: 0;
  }
  .facts h3 {
    font-size: 0.95rem;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .facts h3 a {
    color: inherit;
    text-decoration: none;
  }
  .facts h3 a::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline: 0;
  }
  .facts h3 a:hover,
  .facts h3 a:focus-visible {
    text-decoration: underline;
  }
  .price-line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 0.5rem;
    margin-block-start: 0.15rem;
  }
  .price {
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .list-price {
    color: var(--quiet);
    font-size: 0.88rem;
  }
  .availability {
    font-size: 0.82rem;
    color: var(--quiet);
  }
  .availability.out-of-stock {
    color: var(--bad);
  }
  .reason {
    margin-block-start: 0.2rem;
    font-size: 0.88rem;
    color: var(--quiet);
  }
  .reason::first-letter,
  .reasons li::first-letter {
    text-transform: uppercase;
  }
  .comparison {
    margin-block-start: 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--round);
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    font-size: 0.85rem;
  }
  th,
  td {
    min-inline-size: 7rem;
    padding: 0.45rem 0.7rem;
    text-align: start;
    vertical-align: top;
  }
  th[scope='row'] {
    color: var(--quiet);
    font-weight: 500;
  }
  tbody tr {
    border-block-start: 1px solid var(--line);
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
