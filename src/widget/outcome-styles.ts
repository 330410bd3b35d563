import { css } from './styles.ts';

/** What is chosen to be compared, what came of a wish, what is to be confirmed, and where an answer is from: below the words of a reply. */
export const outcomeStyles = css`
  .badge {
    position: absolute;
    inset-block-start: 0.1rem;
    inset-inline-end: 0;
    min-inline-size: 1.1rem;
    padding-inline: 0.25rem;
    border-radius: 999px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.7rem;
    font-weight: 650;
    line-height: 1.1rem;
  }
  h5,
  fieldset,
  blockquote,
  address {
    margin: 0;
    padding: 0;
    border: 0;
    font-style: normal;
  }
  .compare-bar {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    position: sticky;
    inset-block-end: 0;
    justify-content: space-between;
    margin-block-start: 0.5rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--ground);
    font-size: 0.88rem;
  }
  .outcome {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3rem 0.6rem;
    margin-block-start: 0.4rem;
    font-size: 0.85rem;
  }
  .outcome.bad {
    color: var(--bad);
  }
  .card > .outcome {
    grid-column: 1 / -1;
  }
  .reasons li::first-letter {
    text-transform: uppercase;
  }
  .confirmation {
    margin-block-start: 0.75rem;
    padding: 0.85rem 1rem;
    border: 1px solid var(--accent);
    border-radius: var(--round);
  }
  .confirmation h4,
  .sources h4 {
    font-size: 0.9rem;
    font-weight: 650;
  }
  .confirmation ul {
    margin-block: 0.4rem 0.75rem;
    padding-inline-start: 1.1rem;
  }
  .sources {
    margin-block-start: 0.75rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 2px solid var(--line);
    font-size: 0.85rem;
  }
  .sources h4 {
    color: var(--quiet);
    font-size: 0.8rem;
    font-weight: 500;
  }
  .sources ul {
    list-style: none;
  }
  .source {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    overflow-wrap: anywhere;
  }
  .source a {
    color: var(--accent);
  }
  .heading,
  .updated {
    color: var(--quiet);
  }
  blockquote {
    margin-block: 0.3rem;
    white-space: pre-line;
  }
`;
