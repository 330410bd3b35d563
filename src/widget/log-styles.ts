import { css } from './styles.ts';

/** The conversation around its replies: what was said, events, states, the way back to the end. */
export const logStyles = css`
  .log {
    position: relative;
    display: block;
    min-block-size: 0;
    overflow-y: auto;
    overflow-x: clip;
    overflow-anchor: none;
    overscroll-behavior: contain;
    padding: 1rem;
  }
  .log:focus-visible {
    outline-offset: -2px;
  }
  .entry {
    display: flow-root;
  }
  .said {
    flex-wrap: wrap;
  }
  .delivery {
    flex-basis: 100%;
    margin-block-start: 0.2rem;
    font-size: 0.78rem;
    text-align: end;
    color: var(--quiet);
  }
  .delivery.sending {
    animation: appear 0s 1s both;
  }
  .delivery.notSent {
    color: var(--bad);
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  .event {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    margin-block: 0.25rem 1rem;
    font-size: 0.82rem;
    text-align: center;
    color: var(--quiet);
  }
  .event::before,
  .event::after {
    content: '';
    flex: 1 0 1rem;
    border-block-start: 1px solid var(--line);
  }
  .working {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 0.75rem;
  }
  .earlier,
  .tool {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    min-block-size: var(--tap);
    padding-inline: 0.7rem;
    border: 1px solid transparent;
    border-radius: 999px;
    background: none;
    font-size: 0.82rem;
    color: var(--quiet);
  }
  .earlier:hover,
  .tool:hover {
    background: var(--raised);
    color: var(--ink);
  }
  .tool {
    margin: -0.5rem -0.7rem 0.75rem;
  }
  .tool svg {
    inline-size: 1.1rem;
    block-size: 1.1rem;
  }
  .examples {
    flex-direction: column;
    align-items: start;
    margin-block-start: 0;
  }
  .jump {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    justify-content: center;
    block-size: 0;
    align-items: end;
  }
  .jump button {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    min-block-size: var(--tap);
    padding-inline: 0.8rem 1rem;
    border: 1px solid var(--line);
    border-radius: 999px;
    background: var(--ground);
    font-size: 0.85rem;
    box-shadow: 0 3px 12px rgb(0 0 0 / 0.18);
  }
  .jump svg {
    inline-size: 1rem;
    block-size: 1rem;
  }
`;
