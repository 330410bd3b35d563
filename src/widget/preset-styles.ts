import { css } from './styles.ts';

/**
 * Looks a shop can begin with: "calm" (the defaults), "bold", "plain". A custom property of the page wins over a
 * preset. The accents stand in `launcher-styles.ts`, since the button wears them before the panel is there.
 */
export const presetStyles = css`
  :host([preset='bold']) {
    --preset-ground: light-dark(#ffffff, #131020);
    --preset-raised: light-dark(#f0edff, #231d3a);
    --preset-line: light-dark(#c9c0f5, #453a75);
    --preset-ink: light-dark(#170b4f, #f5f2ff);
    --preset-quiet: light-dark(#574c85, #bdb3e6);
    --preset-radius: 22px;
  }
  :host([preset='plain']) {
    --preset-ground: light-dark(#ffffff, #161616);
    --preset-raised: light-dark(#f4f4f4, #262626);
    --preset-line: light-dark(#d6d6d6, #474747);
    --preset-ink: light-dark(#1a1a1a, #f4f4f4);
    --preset-quiet: light-dark(#5c5c5c, #b4b4b4);
    --preset-radius: 4px;
  }
`;
