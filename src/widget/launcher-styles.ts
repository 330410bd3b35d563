/**
 * Of the element while it is a button alone; a sheet, since a strict policy admits no style element. What is important
 * here wins over what is important to the page: no rule of it for every element reaches this one. The first rule is the
 * element's own.
 */
export function launcherSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host {
      all: initial !important;
      color-scheme: var(--floorwalker-scheme, light dark) !important;
      position: fixed !important;
      inset-block-end: var(--floorwalker-offset-block, 0) !important;
      inset-inline-end: var(--floorwalker-offset-inline, 0) !important;
      z-index: var(--floorwalker-layer, 2147483647) !important;
      font: var(--floorwalker-size, medium) / 1.5 var(--floorwalker-font, system-ui, sans-serif) !important;
      --accent: var(--floorwalker-accent, var(--preset-accent, light-dark(#1f5c4d, #7fc9b4)));
      --on-accent: var(--floorwalker-on-accent, var(--preset-on-accent, light-dark(#fff, #10211c)));
    }
    :host([preset=bold]) {
      --preset-accent: light-dark(#4527c4, #b9adff);
      --preset-on-accent: light-dark(#fff, #170b4f);
    }
    :host([preset=plain]) {
      --preset-accent: light-dark(#1f1f1f, #f2f2f2);
      --preset-on-accent: light-dark(#fff, #1f1f1f);
    }
    button {
      display: flex;
      align-items: center;
      gap: 0.5em;
      margin: 1.25em;
      padding: 1em;
      border: 0;
      border-radius: var(--floorwalker-launcher-radius, 2em);
      background: var(--accent);
      color: var(--on-accent);
      font: inherit;
      cursor: pointer;
      box-shadow: 0 4px 1em #0003;
    }
    button::before {
      content: '';
      padding: 12px;
      background: currentcolor;
      clip-path: path(evenodd, 'M5 4h14a3 3 0 013 3v8a3 3 0 01-3 3h-6l-5 4v-4H5a3 3 0 01-3-3V7a3 3 0 013-3ZM8 8h8v2H8ZM8 12h5v2H8');
    }
    :host([hidden]),
    [hidden],
    p:empty {
      display: none !important;
    }
    p {
      margin: 0;
      padding: 1em;
      background: var(--on-accent);
      color: var(--accent);
    }
    textarea {
      position: fixed;
      bottom: 0;
      opacity: 0;
    }
    @media (max-width: 40rem) {
      span {
        display: none;
      }
    }
  `);
  return sheet;
}
