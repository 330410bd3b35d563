/**
 * Whether the panel was open when the shopper left the page before, for as long as the tab lasts. A storage that is
 * closed to us is an empty one.
 *
 * @param change What to keep from now on.
 */
export function openMemory(server: string, change?: boolean): boolean {
  const key = `floorwalker:${server}:open`;
  try {
    if (change !== undefined) sessionStorage.setItem(key, String(change));
    return sessionStorage.getItem(key) === 'true';
  } catch {
    return false;
  }
}
