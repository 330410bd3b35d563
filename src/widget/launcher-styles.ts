/** Of the element while it is a button alone; a sheet, since a strict policy admits no style element. */
export function launcherStyles(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host {
      color-scheme: light dark;
      position: fixed;
      inset-block-end: 0;
      inset-inline-end: 0;
      z-index: 2147483000;
      font: 400 1rem/1.5 var(--floorwalker-font, system-ui, sans-serif);
    }
    .launcher {
      display: flex;
      align-items: center;
      gap: 0.6rem;
      margin: 1.25rem;
      padding: 0.8rem 1.2rem 0.8rem 1rem;
      border: 0;
      border-radius: 999px;
      background: var(--floorwalker-accent, light-dark(#1f5c4d, #7fc9b4));
      color: var(--floorwalker-on-accent, light-dark(#ffffff, #10211c));
      font: inherit;
      font-weight: 600;
      cursor: pointer;
      box-shadow: 0 4px 18px rgb(0 0 0 / 0.22);
    }
    .launcher[hidden] {
      display: none;
    }
    .launcher:focus-visible {
      outline: 2px solid var(--floorwalker-accent, light-dark(#1f5c4d, #7fc9b4));
      outline-offset: 2px;
    }
    .launcher svg {
      inline-size: 1.5rem;
      block-size: 1.5rem;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.8;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    @media (max-width: 40rem) {
      .launcher {
        padding: 0.9rem;
        margin: 1rem;
      }
      .launcher-text {
        display: none;
      }
    }
  `);
  return sheet;
}
