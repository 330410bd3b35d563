const PREFIX = 'floorwalker-desk:';

/**
 * Words and lists under somebody's hands, kept in this window until they are sent: a reload loses nothing, and nothing
 * stays when the window is closed. Where the browser keeps nothing, they live as long as the page.
 */
export interface KeptWords {
  read<T>(name: string): T | undefined;
  write(name: string, value: unknown): void;
  remove(name: string): void;
}

/** @param about "conversation:<id>": what one agent has under their hands in one place. */
export function keptWords(about: string): KeptWords {
  const keyOf = (name: string): string => `${PREFIX}${about}:${name}`;
  return {
    read<T>(name: string) {
      try {
        const written = sessionStorage.getItem(keyOf(name));
        return written === null ? undefined : (JSON.parse(written) as T);
      } catch {
        return undefined;
      }
    },
    write(name, value) {
      try {
        sessionStorage.setItem(keyOf(name), JSON.stringify(value));
      } catch {
        // Full, or switched off: what is written stays on the page.
      }
    },
    remove(name) {
      try {
        sessionStorage.removeItem(keyOf(name));
      } catch {
        // As above.
      }
    },
  };
}

/** When somebody signs out, the next one at this computer finds nothing. */
export function forgetKeptWords(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
