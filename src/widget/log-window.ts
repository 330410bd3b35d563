/** The part of a long list that is drawn, and the room that the rest takes, pixels. */
export interface LogWindow {
  readonly first: number;
  /** After the last. */
  readonly end: number;
  readonly above: number;
  readonly below: number;
}

/**
 * Chooses what is drawn: every entry that touches the view or its margins, at least one when there are any.
 *
 * @param heights Of all entries in order, measured or estimated, pixels.
 * @param view From the beginning of the list, pixels; may lie outside of it.
 * @returns `above + drawn + below` is the sum of the heights.
 */
export function chooseWindow(
  heights: readonly number[],
  view: { readonly top: number; readonly bottom: number; readonly margin: number },
): LogWindow {
  const [from, until] = [view.top - view.margin, view.bottom + view.margin];
  let first = 0;
  let above = 0;
  for (const height of heights.slice(0, -1)) {
    if (above + height > from) break;
    above += height;
    first += 1;
  }
  let end = first;
  let bottom = above;
  for (const height of heights.slice(first)) {
    if (end > first && bottom >= until) break;
    bottom += height;
    end += 1;
  }
  let below = 0;
  for (const height of heights.slice(end)) below += height;
  return { first, end, above, below };
}
