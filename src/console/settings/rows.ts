/** Operations on the rows of a form. */
export const replaceAt = <Item>(list: readonly Item[], at: number, item: Item): readonly Item[] =>
  list.map((each, index) => (index === at ? item : each));

export const withoutAt = <Item>(list: readonly Item[], at: number): readonly Item[] =>
  list.filter((_, index) => index !== at);

/** One place up or down; the same list where there is no such place. */
export function movedBy<Item>(list: readonly Item[], at: number, by: -1 | 1): readonly Item[] {
  const item = list[at];
  const other = list[at + by];
  if (item === undefined || other === undefined) return list;
  return list.map((each, index) => (index === at ? other : index === at + by ? item : each));
}

/** Without what is empty: a line is as long as somebody writes it, and is sent once it says something. */
export const filled = (lines: readonly string[]): string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '');
