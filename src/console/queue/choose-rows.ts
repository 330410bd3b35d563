export interface RowWindow {
  readonly first: number;
  /** After the last. */
  readonly end: number;
}

/**
 * Which rows of a long list are drawn, all of one height: those in view and some beyond.
 *
 * @param options.top How far the list is scrolled; it may be further than the list is long, when that became shorter.
 */
export function chooseRows(options: {
  readonly rows: number;
  readonly rowPixels: number;
  readonly top: number;
  readonly height: number;
  readonly marginRows: number;
}): RowWindow {
  const { rows, rowPixels, height, marginRows } = options;
  const top = Math.max(0, Math.min(options.top, rows * rowPixels - height));
  const first = Math.max(0, Math.floor(top / rowPixels) - marginRows);
  const end = Math.min(rows, Math.ceil((top + height) / rowPixels) + marginRows);
  return { first, end };
}
