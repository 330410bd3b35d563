import { css } from './styles.ts';

/** Lists of products. */
export const cardStyles = css`
  .products {
    margin-block-start: 0.75rem;
  }
  .products-head,
  .stepper {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  .products-head {
    justify-content: end;
    margin-block-end: 0.25rem;
  }
  .total {
    flex: 1;
    font-size: 0.85rem;
    color: var(--quiet);
  }
  .cards {
    border: 1px solid var(--line);
    border-radius: var(--round);
    list-style: none;
  }
  .card {
    position: relative;
    display: grid;
    grid-template-columns: 5.5rem 1fr;
    gap: 0.6rem 0.85rem;
    align-content: start;
    padding: 0.75rem;
  }
  .card + .card {
    border-block-start: 1px solid var(--line);
  }
  .cards.row {
    display: flex;
    gap: 0.75rem;
    padding: 2px 0 0.5rem;
    border: 0;
    border-radius: 0;
    overflow-x: auto;
    overscroll-behavior-x: contain;
    scroll-snap-type: x mandatory;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  .cards.row:focus-visible {
    outline-offset: -2px;
  }
  .row .card {
    flex: 0 0 min(13.75rem, 76%);
    grid-template-columns: 1fr;
    grid-template-rows: auto 1fr auto;
    padding: 0 0 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--round);
    scroll-snap-align: start;
  }
  .row .card > :not(.picture) {
    padding-inline: 0.75rem;
  }
  .picture {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 100%;
    aspect-ratio: 1;
    border-radius: 10px;
    background: var(--raised);
    color: var(--quiet);
    overflow: hidden;
  }
  .picture > svg {
    inline-size: 1.75rem;
    block-size: 1.75rem;
    opacity: 0.6;
  }
  .picture img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .picture img[hidden] {
    display: none;
  }
  .row .picture {
    aspect-ratio: 3 / 2;
    border-radius: calc(var(--round) - 1px) calc(var(--round) - 1px) 0 0;
  }
  .position {
    position: absolute;
    inset-block-start: 0.35rem;
    inset-inline-start: 0.35rem;
    min-inline-size: 1.35rem;
    padding-inline: 0.3rem;
    border-radius: 999px;
    background: var(--ground);
    color: var(--ink);
    font-size: 0.75rem;
    font-weight: 600;
    line-height: 1.35rem;
    text-align: center;
  }
  .facts {
    min-inline-size: 0;
  }
  .facts h4 {
    font-size: 0.95rem;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .facts h4 a {
    color: inherit;
    text-decoration: none;
  }
  .facts h4 a:hover,
  .facts h4 a:focus-visible {
    text-decoration: underline;
  }
  .price-line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.45rem;
    margin-block-start: 0.25rem;
  }
  .price {
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .list-price {
    color: var(--quiet);
    font-size: 0.88rem;
  }
  .saving {
    padding-inline: 0.4rem;
    border-radius: 999px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.75rem;
    font-weight: 600;
  }
  .availability {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    font-size: 0.82rem;
    color: var(--quiet);
  }
  .availability::before {
    content: '';
    flex: none;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border-radius: 50%;
    background: var(--accent);
  }
  .availability.preorder::before {
    background: none;
    border: 2px solid var(--accent);
  }
  .availability.out-of-stock {
    color: var(--bad);
  }
  .availability.out-of-stock::before {
    background: none;
    border: 2px solid currentColor;
  }
  .rating,
  .reason,
  .quiet-text {
    font-size: 0.85rem;
    color: var(--quiet);
  }
  .reason {
    margin-block-start: 0.3rem;
  }
  .reason::first-letter {
    text-transform: uppercase;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
  }
  .card > .actions {
    grid-column: 1 / -1;
  }
  .add,
  .quiet {
    min-block-size: var(--tap);
    padding: 0.3rem 0.7rem;
    border: 1px solid var(--line);
    border-radius: 999px;
    background: none;
    font-size: 0.85rem;
    line-height: 1.3;
  }
  .add {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  .row .card .add {
    flex: 1 0 100%;
  }
  .quiet:hover:not(:disabled, [aria-disabled='true']) {
    background: var(--raised);
  }
  .quiet[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--raised);
    box-shadow: inset 0 0 0 1px var(--accent);
    font-weight: 600;
  }
  .add:disabled,
  .quiet:disabled,
  .add[aria-disabled='true'],
  .quiet[aria-disabled='true'] {
    border-color: var(--line);
    background: var(--raised);
    color: var(--quiet);
    cursor: default;
  }
  .stepper {
    justify-content: center;
    font-size: 0.85rem;
    color: var(--quiet);
    font-variant-numeric: tabular-nums;
  }
  .arrow {
    display: grid;
    place-items: center;
    inline-size: var(--tap);
    block-size: var(--tap);
    border: 1px solid var(--line);
    border-radius: 50%;
    background: none;
    color: var(--ink);
  }
  .arrow svg {
    inline-size: 1.1rem;
    block-size: 1.1rem;
  }
  :host(:dir(rtl)) .arrow svg {
    transform: scaleX(-1);
  }
  .arrow:hover:not([aria-disabled='true']) {
    background: var(--raised);
  }
  .arrow[aria-disabled='true'] {
    color: var(--line);
    cursor: default;
  }
  .why {
    position: relative;
    margin-block-start: 0.3rem;
    font-size: 0.85rem;
  }
  .why summary {
    inline-size: fit-content;
    padding-block: 0.15rem;
    color: var(--accent);
    cursor: pointer;
  }
  @media (pointer: coarse) {
    .why summary {
      min-block-size: var(--tap);
    }
  }
`;
