export interface Storages {
  /** Gone with the tab. */
  session(): Storage;
  /** Stays. */
  lasting(): Storage;
}

/** Of the page. */
export const STORAGES: Storages = { session: () => sessionStorage, lasting: () => localStorage };

/** A storage that is closed to us (private windows, sandboxes) is as good as an empty one. */
export interface TolerantStorage {
  read(key: string): string | undefined;
  write(key: string, value: string | undefined): void;
}

export const tolerant = (storage: () => Storage): TolerantStorage => ({
  read(key) {
    try {
      return storage().getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  write(key, value) {
    try {
      if (value === undefined) storage().removeItem(key);
      else storage().setItem(key, value);
    } catch {
      // Nothing is kept; the conversation lasts as long as the page.
    }
  },
});

/** What we wrote ourselves, unless somebody else wrote over it. */
export function parseKept(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
