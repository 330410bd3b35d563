import { css } from './styles.ts';

/** Header, what lies over the log, and what stands below it. */
export const frameStyles = css`
  header {
    display: flex;
    align-items: start;
    gap: 0.1rem;
    padding-block: 0.8rem 0.7rem;
    padding-inline: 1rem 0.5rem;
    border-block-end: 1px solid var(--line);
  }
  .who {
    flex: 1;
    min-inline-size: 0;
  }
  .automated,
  .speaker {
    font-size: 0.8rem;
    line-height: 1.35;
    color: var(--quiet);
  }
  .speaker {
    color: var(--ink);
    font-weight: 600;
  }
  .plain {
    position: relative;
    display: grid;
    place-items: center;
    flex: none;
    inline-size: max(2.5rem, var(--tap));
    block-size: max(2.5rem, var(--tap));
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--quiet);
  }
  .plain svg {
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }
  .plain:hover,
  .plain[aria-expanded='true'] {
    background: var(--raised);
    color: var(--ink);
  }
  .middle {
    position: relative;
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    min-block-size: 0;
  }
  .connection:not(:empty),
  .notice:not(:empty) {
    margin: 0 0.75rem 0.6rem;
    padding: 0.55rem 0.9rem;
    border-radius: 10px;
    background: var(--ink);
    color: var(--ground);
    font-size: 0.85rem;
    line-height: 1.4;
  }
  .notice:not(:empty) {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 8rem;
  }
  footer {
    padding-block: 0.7rem 0.6rem;
    padding-inline: 1rem;
    border-block-start: 1px solid var(--line);
  }
  .below {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    column-gap: 0.25rem;
    margin-block-start: 0.3rem;
    font-size: 0.75rem;
    color: var(--quiet);
  }
  .privacy-line {
    min-block-size: var(--tap);
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--line);
    text-underline-offset: 0.25em;
  }
  .privacy-line:hover {
    text-decoration-color: currentColor;
  }
  .person {
    display: inline-flex;
    align-items: center;
    gap: 0.35rem;
    min-block-size: var(--tap);
    margin-inline: -0.5rem;
    padding-inline: 0.5rem;
    border: 0;
    border-radius: 8px;
    background: none;
    color: var(--accent);
    font-weight: 550;
    text-align: start;
  }
  .person:hover {
    text-decoration: underline;
  }
  .person svg {
    flex: none;
    inline-size: 1.1rem;
    block-size: 1.1rem;
  }
  .person[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
`;
