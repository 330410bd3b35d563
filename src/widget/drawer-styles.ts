import { css } from './styles.ts';

/** What lies over the conversation. */
export const drawerStyles = css`
  .drawer {
    position: absolute;
    inset: 0;
    z-index: 1;
    display: grid;
    grid-template-rows: auto 1fr;
    background: var(--ground);
  }
  .drawer-head {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    padding-block: 0.5rem;
    padding-inline: 1rem 0.6rem;
    border-block-end: 1px solid var(--line);
  }
  .drawer-head h2 {
    flex: 1;
    font-size: 1rem;
  }
  .drawer-head h2:focus {
    outline: 0;
  }
  .drawer-body {
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 1rem;
  }
`;
