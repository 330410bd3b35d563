import { css } from './styles.ts';

/** Where the shopper writes. */
export const composerStyles = css`
  .composer {
    display: flex;
    align-items: end;
    gap: 0.2rem;
    padding: 0.3rem;
    padding-inline-start: 0.9rem;
    border: 1px solid var(--line);
    border-radius: 1.5rem;
    background: var(--raised);
  }
  .composer:focus-within {
    border-color: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }
  textarea {
    flex: 1;
    min-inline-size: 0;
    max-block-size: 8rem;
    padding: 0.4rem 0;
    border: 0;
    outline: 0;
    background: none;
    resize: none;
    field-sizing: content;
    overflow-wrap: anywhere;
  }
  textarea:focus-visible {
    outline: 0;
  }
  textarea::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
  .send {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: max(2.5rem, var(--tap));
    block-size: max(2.5rem, var(--tap));
    border: 0;
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
  }
  .send svg {
    inline-size: 1.2rem;
    block-size: 1.2rem;
  }
  .send[aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
  }
  .voice[aria-pressed='true'] {
    color: var(--bad);
  }
  .characters,
  .voice-note:not(:empty) {
    margin-block-start: 0.35rem;
    padding-inline: 0.9rem;
    font-size: 0.8rem;
    color: var(--quiet);
  }
`;
