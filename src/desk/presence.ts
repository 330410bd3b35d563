import type { Colleague, Viewer } from '../domain/desk/queue.ts';

/** Longest time without a sign of an agent. */
export const PRESENCE_MS = 30_000;

/** Who looks at which conversation, in this process. An agent who says nothing for 30 s has left. */
export interface Presence {
  /** The agent looks at a conversation. */
  look(conversationId: string, viewer: Viewer): void;
  leave(conversationId: string, agentId: string): void;
  viewers(conversationId: string): readonly Viewer[];
  /** By conversation; those that nobody looks at are not in it. */
  all(): Readonly<Record<string, readonly Viewer[]>>;
  /** Grows when anybody comes, goes, begins or stops to edit. */
  version(): number;
}

interface Sign {
  readonly viewer: Viewer;
  readonly atMs: number;
}

export function createPresence(clock: () => number): Presence {
  const signs = new Map<string, Map<Colleague['agentId'], Sign>>();
  let version = 0;

  /** Lets those go who lapsed. */
  function sweep(): void {
    const lapsedMs = clock() - PRESENCE_MS;
    for (const [conversationId, ofOne] of signs)
      for (const [agentId, { atMs }] of ofOne) if (atMs <= lapsedMs) drop(conversationId, agentId);
  }

  function drop(conversationId: string, agentId: string): void {
    const ofOne = signs.get(conversationId);
    if (ofOne?.delete(agentId) === true) version += 1;
    if (ofOne?.size === 0) signs.delete(conversationId);
  }

  const viewersOf = (ofOne: ReadonlyMap<string, Sign> | undefined): Viewer[] =>
    [...(ofOne?.values() ?? [])]
      .map(({ viewer }) => viewer)
      .sort((one, other) => (one.agentId < other.agentId ? -1 : 1));

  return {
    look(conversationId, { agentId, firstName, isEditing }) {
      const ofOne = signs.get(conversationId) ?? new Map<string, Sign>();
      signs.set(conversationId, ofOne);
      if (ofOne.get(agentId)?.viewer.isEditing !== isEditing) version += 1;
      ofOne.set(agentId, { viewer: { agentId, firstName, isEditing }, atMs: clock() });
    },
    leave: drop,
    viewers(conversationId) {
      sweep();
      return viewersOf(signs.get(conversationId));
    },
    all() {
      sweep();
      return Object.fromEntries(
        [...signs].map(([conversationId, ofOne]) => [conversationId, viewersOf(ofOne)]),
      );
    },
    version() {
      sweep();
      return version;
    },
  };
}
