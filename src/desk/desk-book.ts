import type { AgentAccount } from '../domain/agent.ts';
import type { Entry, Handling } from '../domain/person.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database, Query } from '../ports/database.ts';
import { createChangeConversation } from './change-conversation.ts';
import type { EntryFeed } from './entry-feed.ts';
import { appendEntry, findEntry, toEntry } from './entry-rows.ts';
import { assertSame, findHandling, setHandling, toHandling } from './handling-rows.ts';

/** Somebody of the shop. */
export type Agent = Pick<AgentAccount, 'agentId' | 'firstName'>;

/** Who answers each conversation, and what stands in it beside turns. What is written is told to the feed once it is committed. */
export interface DeskBook {
  handling(conversationId: string): Promise<Handling>;
  /** After a number, oldest first. */
  entries(conversationId: string, after?: number): Promise<readonly Entry[]>;
  /** Notes in a transaction under way that a person is asked for; nothing when one is asked for or there already. */
  ask(
    write: Query,
    conversationId: string,
    request: { readonly reason: string; readonly atMs: number },
  ): Promise<void>;
  /**
   * A person answers from now on. Again by the same one is nothing new.
   *
   * @throws {AssistantError} NOT_FOUND; CONFLICT when somebody else answers.
   */
  join(conversationId: string, agent: Agent): Promise<Handling>;
  /**
   * The assistant answers from now on.
   *
   * @param agent Who hands back; the shopper goes back by themselves when absent.
   * @throws {AssistantError} NOT_FOUND; CONFLICT when somebody else answers.
   */
  leave(conversationId: string, agent?: Agent): Promise<Handling>;
  /**
   * @param message.clientMessageId The same again gives the entry that stands; with other words it is refused (CONFLICT).
   * @throws {AssistantError} NOT_FOUND; CONFLICT when this agent does not answer the conversation.
   */
  say(
    conversationId: string,
    agent: Agent,
    message: {
      readonly text: string;
      /** As it was written, where `text` is a translation. */
      readonly original?: string | undefined;
      readonly clientMessageId?: string | undefined;
    },
  ): Promise<Entry>;
  /**
   * Somebody answers from now on, whoever did before.
   *
   * @param also Part of the same transaction, when it is something new.
   * @throws {AssistantError} NOT_FOUND.
   */
  assign(conversationId: string, agent: Agent, also: (write: Query) => Promise<void>): Promise<Handling>;
}

export function createDeskBook(database: Database, feed: EntryFeed, clock: () => number): DeskBook {
  const change = createChangeConversation(database, feed, clock);

  async function begin(write: Query, conversationId: string, agent: Agent, reason: string | null) {
    const atMs = clock();
    const { agentId, firstName } = agent;
    await setHandling(write, conversationId, { state: 'person', agentId, firstName, reason, sinceMs: atMs });
    await appendEntry(write, conversationId, { kind: 'joined', agentId, firstName, atMs });
    return { result: { by: 'person', firstName } as const };
  }

  return {
    handling: async (conversationId) => toHandling(await findHandling(database.query, conversationId)),

    async entries(conversationId, after = 0) {
      const rows = await database.query
        .selectFrom('entries')
        .selectAll()
        .where('conversationId', '=', conversationId)
        .where('number', '>', after)
        .orderBy('number')
        .execute();
      return rows.map(toEntry);
    },

    async ask(write, conversationId, { reason, atMs }) {
      const row = await findHandling(write, conversationId);
      if (row?.state === 'waiting' || row?.state === 'person') return;
      await setHandling(write, conversationId, { state: 'waiting', reason, sinceMs: atMs });
      await appendEntry(write, conversationId, { kind: 'asked', atMs });
    },

    join: (conversationId, agent) =>
      change(conversationId, async (write) => {
        const row = await findHandling(write, conversationId);
        if (row?.state !== 'person') return await begin(write, conversationId, agent, row?.reason ?? null);
        assertSame(row, agent);
        return { result: toHandling(row), isNothing: true };
      }),

    assign: (conversationId, agent, also) =>
      change(conversationId, async (write) => {
        const row = await findHandling(write, conversationId);
        if (row?.state === 'person' && row.agentId === agent.agentId)
          return { result: toHandling(row), isNothing: true };
        await also(write);
        return await begin(write, conversationId, agent, row?.reason ?? null);
      }),

    leave: (conversationId, agent) =>
      change(conversationId, async (write) => {
        const row = await findHandling(write, conversationId);
        if (row?.state !== 'person') return { result: toHandling(row), isNothing: true };
        if (agent !== undefined) assertSame(row, agent);
        const atMs = clock();
        await setHandling(write, conversationId, { state: 'assistant', sinceMs: atMs });
        await appendEntry(write, conversationId, {
          kind: 'left',
          agentId: agent?.agentId,
          firstName: row.firstName ?? undefined,
          atMs,
        });
        return { result: { by: 'assistant' } };
      }),

    say: (conversationId, agent, { text, original, clientMessageId }) =>
      change(conversationId, async (write) => {
        const repeated = await findEntry(write, conversationId, clientMessageId);
        if (repeated !== undefined) {
          // As they were written: a translation need not come out the same twice.
          if ((repeated.original ?? repeated.text) !== (original ?? text))
            throw new AssistantError(
              'CONFLICT',
              'This clientMessageId was used with other words; use a new one',
            );
          return { result: repeated, isNothing: true };
        }
        const row = await findHandling(write, conversationId);
        if (row?.state !== 'person')
          throw new AssistantError('CONFLICT', 'The assistant answers this conversation; take it over first');
        assertSame(row, agent);
        const { agentId, firstName } = agent;
        const words = { text, original, clientMessageId };
        const step = { kind: 'said', agentId, firstName, ...words, atMs: clock() } as const;
        const said = `${text} ${original ?? ''}`;
        return { result: await appendEntry(write, conversationId, step), said };
      }),
  };
}
