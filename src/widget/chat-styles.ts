import { css } from 'lit';
import { drawerStyles } from './drawer-styles.ts';
import { replyStyles } from './reply-styles.ts';
import { scoreStyles } from './score-styles.ts';

/** Colours come from the shop by `--floorwalker-*`; sizes are relative, directions logical. */
const frameStyles = css`
  :host {
    --ground: var(--floorwalker-ground, light-dark(#fdfcfa, #1d1c1b));
    --raised: var(--floorwalker-raised, light-dark(#f3f0ea, #2a2927));
    --line: var(--floorwalker-line, light-dark(#ddd7cc, #44413d));
    --ink: var(--floorwalker-ink, light-dark(#24211d, #f2efe9));
    --quiet: var(--floorwalker-quiet, light-dark(#655e54, #b5ada1));
    --accent: var(--floorwalker-accent, light-dark(#1f5c4d, #7fc9b4));
    --on-accent: var(--floorwalker-on-accent, light-dark(#ffffff, #10211c));
    --bad: light-dark(#9a2c1c, #f0a394);
    --round: 14px;
    display: block;
    font: 400 1rem/1.5 var(--floorwalker-font, system-ui, sans-serif);
    color: var(--ink);
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  button,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  h2,
  h3,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .panel {
    display: grid;
    grid-template-rows: auto 1fr auto;
    inline-size: min(26.5rem, 100vw);
    block-size: min(44rem, 100dvh - 2rem);
    margin: 1rem;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--ground);
    box-shadow: 0 12px 44px rgb(0 0 0 / 0.2);
    overflow: hidden;
  }
  header {
    display: flex;
    align-items: start;
    gap: 0.25rem;
    padding: 0.85rem 0.6rem 0.75rem 1.1rem;
    border-block-end: 1px solid var(--line);
  }
  header div {
    flex: 1;
  }
  h2 {
    font-size: 1.05rem;
    font-weight: 650;
    line-height: 1.3;
  }
  .automated {
    font-size: 0.8rem;
    line-height: 1.35;
    color: var(--quiet);
  }
  .plain {
    display: grid;
    place-items: center;
    inline-size: 2.5rem;
    block-size: 2.5rem;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--quiet);
  }
  .plain svg {
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }
  .plain:hover {
    background: var(--raised);
  }
  .middle {
    position: relative;
    display: grid;
    grid-template-rows: minmax(0, 1fr);
    min-block-size: 0;
  }
  .log {
    position: relative;
    min-block-size: 0;
    overflow-y: auto;
    overflow-x: clip;
    overscroll-behavior: contain;
    padding: 1rem;
    scroll-behavior: smooth;
  }
  .log:focus-visible {
    outline-offset: -2px;
  }
  footer {
    padding: 0.7rem 1rem 0.75rem;
    border-block-start: 1px solid var(--line);
  }
  .composer {
    display: flex;
    align-items: end;
    gap: 0.4rem;
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
    inline-size: 2.4rem;
    block-size: 2.4rem;
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
  .consent {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-block-start: 0.55rem;
    font-size: 0.82rem;
    color: var(--quiet);
  }
  .consent input {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--accent);
  }
  @media (max-width: 40rem) {
    .panel {
      inline-size: 100vw;
      block-size: 100dvh;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .log {
      scroll-behavior: auto;
    }
  }
`;

export const panelStyles = [frameStyles, drawerStyles, replyStyles, scoreStyles];
