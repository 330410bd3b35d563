/** A cell: numbers are ours and stay numbers, everything else is a text and may be anybody's. */
export type Cell = string | number | undefined;

/** Where spreadsheets of any width of letters begin to compute: before a sign, also behind quotes and spaces, in a cell or in a line of it. */
const FORMULA =
  /(?<=^|[;\t\r\n])(?=[\s"'\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])|^(?=[\t\r\n])/gu;
const QUOTED = /[",;\t\r\n]|^\s|\s$/u;

/** Begins a file, so that spreadsheets read it as UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * A line of a table that spreadsheets open without computing anything: a text that they would take for a formula has an apostrophe before it.
 *
 * @see RFC 4180; OWASP, "CSV Injection".
 */
export const toCsvLine = (cells: readonly Cell[]): string => `${cells.map(toCell).join(',')}\r\n`;

function toCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = cell.replaceAll(FORMULA, "'");
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
