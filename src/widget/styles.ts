/** A style sheet as text; the build takes the white space out. */
export const css = String.raw;

/** A size in the unit that a page sets as it likes, outside of media queries, where it is that of the browser. */
const LENGTH_OR_PRELUDE = /@[^{;]*[{;]|(?<![\w.])(-?[\d.]+)rem\b/g;

const sheets = new Map<string, CSSStyleSheet>();

/** Adds styles to a shadow root, once. `1rem` in them is `var(--rem)`, which the element sets: 10px is common on pages. */
export function adoptStyles(root: Node, styles: string): void {
  if (!(root instanceof ShadowRoot)) return;
  const sheet = sheets.get(styles) ?? new CSSStyleSheet();
  if (!sheets.has(styles)) {
    sheets.set(styles, sheet);
    sheet.replaceSync(
      styles.replaceAll(LENGTH_OR_PRELUDE, (found, length?: string) =>
        length === undefined ? found : `calc(${length}*var(--rem))`,
      ),
    );
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
