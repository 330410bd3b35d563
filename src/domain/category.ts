/**
 * Keys of a category path, one per level from the root: `['Clothing', 'Scarves']` gives `['clothing', 'clothing>scarves']`.
 * A key is unique in the tree; labels are trimmed and lower-cased, empty ones are left out.
 */
export function categoryKeys(path: readonly string[]): string[] {
  const keys: string[] = [];
  for (const label of path) {
    const own = label.trim().replaceAll('>', ' ').toLowerCase();
    if (own === '') continue;
    const parent = keys.at(-1);
    keys.push(parent === undefined ? own : `${parent}>${own}`);
  }
  return keys;
}

/** The key of the last level of a path; empty for an empty path. */
export function categoryKey(path: readonly string[]): string {
  return categoryKeys(path).at(-1) ?? '';
}

/** The key of a category that is written as a path ("Clothing > Scarves"); empty for an empty path. */
export const keyOfPath = (path: string): string => categoryKey(path.split('>'));

/** Whether a category, by its key, is another one or stands below it. */
export const isWithin = (key: string, category: string): boolean =>
  key === category || key.startsWith(`${category}>`);
