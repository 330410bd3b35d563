import { css } from './styles.ts';

/** What the privacy drawer looks like; it comes with the drawer. */
export const privacyStyles = css`
  .privacy {
    display: grid;
    gap: 1.4rem;
    overflow-wrap: anywhere;
  }
  .privacy section {
    display: grid;
    gap: 0.5rem;
  }
  .privacy h3 {
    font-size: 1rem;
    font-weight: 650;
  }
  .privacy h4 {
    margin: 0.4rem 0 0;
    font-size: 0.8rem;
    font-weight: 600;
    color: var(--quiet);
  }
  .privacy .note {
    margin: 0;
  }
  .honoured,
  .privacy .told,
  .same {
    padding: 0.7rem 0.9rem;
    border-inline-start: 3px solid var(--accent);
    border-radius: 8px;
    background: var(--raised);
    font-size: 0.9rem;
  }
  .uses {
    display: grid;
    gap: 0.25rem;
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .uses legend {
    padding: 0 0 0.5rem;
    font-weight: 650;
  }
  .use {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.75rem;
    align-items: start;
    min-block-size: 2.75rem;
    padding: 0.6rem 0.7rem;
    border: 1px solid var(--line);
    border-radius: 10px;
    cursor: pointer;
  }
  .use:has(:checked) {
    border-color: var(--accent);
    background: var(--raised);
  }
  .use:has(:disabled) {
    cursor: default;
  }
  .use:has(:disabled) b {
    color: var(--quiet);
  }
  .use input {
    inline-size: 1.15rem;
    block-size: 1.15rem;
    margin: 0.2rem 0 0;
    accent-color: var(--accent);
  }
  .use b {
    font-weight: 600;
  }
  .use small {
    display: block;
    font-size: 0.82rem;
    line-height: 1.4;
    color: var(--quiet);
  }
  .memory,
  .lists ol {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .memory li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.5rem;
    align-items: center;
    padding-block: 0.45rem;
    border-block-end: 1px solid var(--line);
  }
  .memory .plain {
    inline-size: 2.75rem;
    block-size: 2.75rem;
  }
  .because {
    font-size: 0.82rem;
    line-height: 1.4;
    color: var(--quiet);
  }
  .because b {
    font-weight: 600;
    color: var(--ink);
  }
  .unused {
    padding: 0.05rem 0.4rem;
    border: 1px solid var(--line);
    border-radius: 999px;
    font-size: 0.75rem;
    color: var(--quiet);
    white-space: nowrap;
  }
  .privacy .option {
    justify-self: start;
    min-block-size: 2.75rem;
  }
  .privacy .option.bad {
    border-color: var(--bad);
    color: var(--bad);
  }
  .deeds,
  .ask {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .ask p {
    flex-basis: 100%;
  }
  .lists {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr));
    gap: 1rem;
  }
  .lists li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.6rem;
    align-items: center;
    padding-block: 0.4rem;
    font-size: 0.9rem;
    line-height: 1.35;
  }
  .lists img {
    border-radius: 6px;
    object-fit: cover;
    background: var(--raised);
  }
  .privacy a {
    color: var(--accent);
  }
`;
