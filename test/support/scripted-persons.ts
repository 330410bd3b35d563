import type { PersonDesk } from '../../src/chat/person-desk.ts';
import type { Entry, Handling } from '../../src/domain/person.ts';

export interface ScriptedPersons extends PersonDesk {
  /** Something new stands in the conversation, and somebody may answer from now on. */
  put(conversationId: string, entry: Omit<Entry, 'number' | 'createdAt'>, handling?: Handling): void;
}

/** Persons of a shop without a database behind them; every token is good. */
export function createScriptedPersons(): ScriptedPersons {
  const listeners = new Map<string, Set<() => void>>();
  const entries = new Map<string, Entry[]>();
  const handlings = new Map<string, Handling>();
  const desk: ScriptedPersons = {
    put(conversationId, entry, handling) {
      const own = entries.get(conversationId) ?? [];
      entries.set(conversationId, own);
      own.push({ ...entry, number: own.length + 1, createdAt: '2026-11-23T10:00:00.000Z' });
      if (handling !== undefined) handlings.set(conversationId, handling);
      for (const listener of listeners.get(conversationId) ?? []) listener();
    },
    authorize: async () => {},
    attended: async (conversationId, after) => ({
      handling: handlings.get(conversationId) ?? { by: 'assistant' },
      entries: (entries.get(conversationId) ?? []).filter(({ number }) => number > after),
    }),
    async join(conversationId, { firstName }) {
      const handling: Handling = { by: 'person', firstName };
      desk.put(conversationId, { kind: 'joined', firstName }, handling);
      return handling;
    },
    async leave(conversationId, agent) {
      desk.put(
        conversationId,
        { kind: 'left', ...(agent !== undefined && { firstName: agent.firstName }) },
        { by: 'assistant' },
      );
      return { by: 'assistant' };
    },
    async say(conversationId, { firstName }, { text }) {
      desk.put(conversationId, { kind: 'said', firstName, text });
      const said = entries.get(conversationId)?.at(-1);
      return said ?? { number: 1, kind: 'said', createdAt: '' };
    },
    rate: async () => {},
    listen(conversationId, listener) {
      const own = listeners.get(conversationId) ?? new Set();
      listeners.set(conversationId, own.add(listener));
      return () => void own.delete(listener);
    },
  };
  return desk;
}
