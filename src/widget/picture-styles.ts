import { css } from './styles.ts';

/** A picture that goes with the next message. */
export const pictureStyles = css`
  .attached {
    display: flex;
    align-items: center;
    gap: 0.7rem;
    margin-block-end: 0.5rem;
    padding: 0.5rem;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--raised);
  }
  .attached canvas {
    flex: none;
    inline-size: 3.5rem;
    block-size: 3.5rem;
    object-fit: cover;
    border-radius: calc(var(--round) / 2);
    background: var(--ground);
  }
  .attached p {
    flex: 1;
    min-inline-size: 0;
    font-size: 0.8rem;
    line-height: 1.35;
    color: var(--quiet);
  }
  .attached .plain {
    flex: none;
  }
  .picture-state:not(:empty) {
    margin-block-end: 0.4rem;
    padding-inline: 0.9rem;
    font-size: 0.85rem;
    color: var(--quiet);
  }
  .picture-state.fault:not(:empty) {
    color: var(--bad);
  }
`;
