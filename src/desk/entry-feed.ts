/** Tells who listens to a conversation that something new stands in it; what it is, they read from the book. */
export interface EntryFeed {
  tell(conversationId: string): void;
  /** @returns How to stop listening. */
  listen(conversationId: string, listener: () => void): () => void;
  /** Hears of every conversation; of one that was forgotten, too. @returns How to stop listening. */
  listenAll(listener: (conversationId: string) => void): () => void;
}

/** Within one process. */
export function createEntryFeed(): EntryFeed {
  const listeners = new Map<string, Set<() => void>>();
  const ofAll = new Set<(conversationId: string) => void>();
  return {
    tell(conversationId) {
      for (const listener of listeners.get(conversationId) ?? []) listener();
      for (const listener of ofAll) listener(conversationId);
    },
    listen(conversationId, listener) {
      const own = listeners.get(conversationId) ?? new Set();
      listeners.set(conversationId, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0 && listeners.get(conversationId) === own) listeners.delete(conversationId);
      };
    },
    listenAll(listener) {
      ofAll.add(listener);
      return () => void ofAll.delete(listener);
    },
  };
}
