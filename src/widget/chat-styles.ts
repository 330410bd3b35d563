import { cardStyles } from './card-styles.ts';
import { composerStyles } from './composer-styles.ts';
import { frameStyles } from './frame-styles.ts';
import { logStyles } from './log-styles.ts';
import { presetStyles } from './preset-styles.ts';
import { replyStyles } from './reply-styles.ts';
import { css } from './styles.ts';

/**
 * Colours come from the shop by `--floorwalker-*`; sizes are relative, directions logical. The accents and the font are inherited from the
 * element, by `launcher-styles.ts`. `--tap` is how large at least is what is pressed: a finger needs more than a mouse.
 */
const baseStyles = css`
  :host {
    --ground: var(--floorwalker-ground, var(--preset-ground, light-dark(#fdfcfa, #1d1c1b)));
    --raised: var(--floorwalker-raised, var(--preset-raised, light-dark(#f3f0ea, #2a2927)));
    --line: var(--floorwalker-line, var(--preset-line, light-dark(#ddd7cc, #44413d)));
    --ink: var(--floorwalker-ink, var(--preset-ink, light-dark(#24211d, #f2efe9)));
    --quiet: var(--floorwalker-quiet, var(--preset-quiet, light-dark(#655e54, #b5ada1)));
    --bad: var(--floorwalker-bad, light-dark(#9a2c1c, #f0a394));
    --tap: 2.25rem;
    --round: var(--floorwalker-radius, var(--preset-radius, 14px));
    display: block;
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
  h4,
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
    inline-size: min(var(--floorwalker-width, 26.5rem), 100vw);
    block-size: min(var(--floorwalker-height, 44rem), 100dvh - 2rem);
    margin: 1rem;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--ground);
    box-shadow: 0 12px 44px rgb(0 0 0 / 0.2);
    overflow: hidden;
  }
  h2 {
    font-size: 1.05rem;
    font-weight: 650;
    line-height: 1.3;
  }
  @media (pointer: coarse) {
    :host {
      --tap: 2.75rem;
    }
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
`;

export const panelStyles = [
  presetStyles,
  baseStyles,
  frameStyles,
  composerStyles,
  logStyles,
  replyStyles,
  cardStyles,
].join('');
