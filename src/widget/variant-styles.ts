import { css } from './styles.ts';

export const variantStyles = css`
  .picker {
    display: grid;
    gap: 0.75rem;
    margin-block-start: 0.75rem;
    padding: 0.6rem 1rem 1rem;
    border: 1px solid var(--accent);
    border-radius: var(--round);
  }
  .picker-head {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-inline-end: -0.6rem;
  }
  .picker-head h4 {
    flex: 1;
    font-size: 0.95rem;
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  .picker-head h4:focus {
    outline: 0;
  }
  .picker legend {
    margin-block-end: 0.35rem;
    padding: 0;
    font-size: 0.85rem;
    font-weight: 600;
  }
  .picker .note {
    margin: 0;
  }
  .pills {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .pill {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    min-block-size: 2.75rem;
    min-inline-size: 2.75rem;
    justify-content: center;
    padding: 0.3rem 0.8rem;
    border: 1px solid var(--line);
    border-radius: 10px;
    font-size: 0.9rem;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .pill input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .pill img {
    border-radius: 6px;
    object-fit: cover;
  }
  .pill img[hidden] {
    display: none;
  }
  .pill:hover:not(.sold-out) {
    background: var(--raised);
  }
  .pill:has(:checked) {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
    font-weight: 600;
  }
  .pill:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .sold-out {
    border-style: dashed;
    color: var(--quiet);
    cursor: default;
  }
  .sold {
    font-size: 0.75rem;
  }
`;
