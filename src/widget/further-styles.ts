import { css } from './styles.ts';

/** What there is to see of persons and of what was said before. */
export const furtherStyles = css`
  .here,
  .awaited {
    display: inline-block;
    inline-size: 0.55rem;
    block-size: 0.55rem;
    margin-inline-end: 0.4rem;
    border: 2px solid var(--accent);
    border-radius: 50%;
  }
  .here {
    background: var(--accent);
  }
  .from-person {
    padding: 0.6rem 0.9rem 0.7rem;
    border: 1px solid var(--line);
    border-radius: var(--round);
    border-end-start-radius: 4px;
    background: var(--raised);
  }
  .from-person h3 {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-block-end: 0.25rem;
    font-size: 0.85rem;
    font-weight: 650;
  }
  .initial {
    display: grid;
    place-items: center;
    inline-size: 1.6rem;
    block-size: 1.6rem;
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.8rem;
  }
  .earlier {
    display: flex;
    margin: 0 auto 0.75rem;
    border-color: var(--line);
  }
`;
