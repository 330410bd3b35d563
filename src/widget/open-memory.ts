/**
 * Whether the panel was open when the shopper left the page before, for as long as the tab lasts. A storage that is
 * closed to us is an empty one.
 *
 * @param change What to keep from now on.
 */
export const openMemory = (server: string, change?: boolean): boolean =>
  tried(() => {
    const key = `floorwalker:${server}:open`;
    if (change !== undefined) sessionStorage.setItem(key, `${change}`);
    return sessionStorage.getItem(key) === 'true';
  });

/** Whether something lasts of a conversation, which is so only where its shopper agreed; `kept-conversation.ts` reads it. */
export const hasLasting = (server: string): boolean =>
  tried(() => !!localStorage.getItem(`floorwalker:${server}:conversation`));

function tried(look: () => boolean): boolean {
  try {
    return look();
  } catch {
    return false;
  }
}
