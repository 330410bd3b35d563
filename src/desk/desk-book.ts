import type { AgentAccount } from '../domain/agent.ts';
import type { Entry, EntryKind, Handling } from '../domain/person.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database, Query } from '../ports/database.ts';
import type { EntryFeed } from './entry-feed.ts';

/** Somebody of the shop. */
export type Agent = Pick<AgentAccount, 'agentId' | 'firstName'>;

/** Who answers each conversation, and what stands in it beside turns. What is written is told to the feed once it is committed. */
export interface DeskBook {
  handling(conversationId: string): Promise<Handling>;
  /** After a number, oldest first. */
  entries(conversationId: string, after?: number): Promise<readonly Entry[]>;
  /** Notes in a transaction under way that a person is asked for; nothing when one is asked for or there already. */
  ask(write: Query, conversationId: string, atMs: number): Promise<void>;
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
   * @param message.clientMessageId The same again gives the entry that stands.
   * @throws {AssistantError} NOT_FOUND; CONFLICT when this agent does not answer the conversation.
   */
  say(
    conversationId: string,
    agent: Agent,
    message: { readonly text: string; readonly clientMessageId?: string },
  ): Promise<Entry>;
}

interface Step {
  readonly kind: EntryKind;
  readonly agentId?: string | undefined;
  readonly firstName?: string | undefined;
  readonly text?: string;
  readonly clientMessageId?: string | undefined;
  readonly atMs: number;
}

export function createDeskBook(database: Database, feed: EntryFeed, clock: () => number): DeskBook {
  /** One change of one conversation, told when it is committed. */
  async function change<T>(conversationId: string, work: (write: Query) => Promise<T>): Promise<T> {
    const result = await database.transaction(async (write) => {
      const known = await write
        .selectFrom('conversations')
        .select('conversationId')
        .where('conversationId', '=', conversationId)
        .executeTakeFirst();
      if (known === undefined) throw new AssistantError('NOT_FOUND', 'There is no such conversation');
      return await work(write);
    });
    feed.tell(conversationId);
    return result;
  }

  return {
    handling: async (conversationId) => toHandling(await rowOf(database.query, conversationId)),

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

    async ask(write, conversationId, atMs) {
      const row = await rowOf(write, conversationId);
      if (row !== undefined && row.state !== 'assistant') return;
      await setHandling(write, { conversationId, state: 'waiting', sinceMs: atMs });
      await append(write, conversationId, { kind: 'asked', atMs });
    },

    join: (conversationId, agent) =>
      change(conversationId, async (write) => {
        const row = await rowOf(write, conversationId);
        if (row?.state === 'person') {
          assertSame(row.agentId, agent);
          return toHandling(row);
        }
        const atMs = clock();
        const { agentId, firstName } = agent;
        await setHandling(write, { conversationId, state: 'person', agentId, firstName, sinceMs: atMs });
        await append(write, conversationId, { kind: 'joined', agentId, firstName, atMs });
        return { by: 'person', firstName };
      }),

    leave: (conversationId, agent) =>
      change(conversationId, async (write) => {
        const row = await rowOf(write, conversationId);
        if (row?.state === 'person') {
          if (agent !== undefined) assertSame(row.agentId, agent);
          const atMs = clock();
          await setHandling(write, { conversationId, state: 'assistant', sinceMs: atMs });
          await append(write, conversationId, {
            kind: 'left',
            agentId: agent?.agentId,
            firstName: row.firstName ?? undefined,
            atMs,
          });
        }
        return row?.state === 'waiting' ? toHandling(row) : { by: 'assistant' };
      }),

    say: (conversationId, agent, { text, clientMessageId }) =>
      change(conversationId, async (write) => {
        const said =
          clientMessageId === undefined
            ? undefined
            : await write
                .selectFrom('entries')
                .selectAll()
                .where('conversationId', '=', conversationId)
                .where('clientMessageId', '=', clientMessageId)
                .executeTakeFirst();
        if (said !== undefined) return toEntry(said);
        const row = await rowOf(write, conversationId);
        if (row?.state !== 'person')
          throw new AssistantError('CONFLICT', 'The assistant answers this conversation; take it over first');
        assertSame(row.agentId, agent);
        return await append(write, conversationId, {
          kind: 'said',
          agentId: agent.agentId,
          firstName: agent.firstName,
          text,
          clientMessageId,
          atMs: clock(),
        });
      }),
  };
}

interface HandlingRow {
  readonly state: 'assistant' | 'waiting' | 'person';
  readonly agentId: string | null;
  readonly firstName: string | null;
  readonly sinceMs: number;
}

const rowOf = (query: Query, conversationId: string): Promise<HandlingRow | undefined> =>
  query
    .selectFrom('handlings')
    .select(['state', 'agentId', 'firstName', 'sinceMs'])
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();

function assertSame(agentId: string | null, agent: Agent): void {
  if (agentId !== agent.agentId)
    throw new AssistantError('CONFLICT', 'Somebody else answers this conversation');
}

function toHandling(row: HandlingRow | undefined): Handling {
  if (row?.state === 'person') return { by: 'person', firstName: row.firstName ?? '' };
  if (row?.state === 'waiting') return { by: 'assistant', waitingSince: new Date(row.sinceMs).toISOString() };
  return { by: 'assistant' };
}

async function setHandling(
  write: Query,
  row: {
    readonly conversationId: string;
    readonly state: HandlingRow['state'];
    readonly agentId?: string;
    readonly firstName?: string;
    readonly sinceMs: number;
  },
): Promise<void> {
  const values = { ...row, agentId: row.agentId ?? null, firstName: row.firstName ?? null };
  const { conversationId: _, ...changed } = values;
  await write
    .insertInto('handlings')
    .values(values)
    .onConflict((conflict) => conflict.column('conversationId').doUpdateSet(changed))
    .execute();
}

async function append(write: Query, conversationId: string, step: Step): Promise<Entry> {
  const { last } = await write
    .selectFrom('entries')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('conversationId', '=', conversationId)
    .executeTakeFirstOrThrow();
  const turn = await write
    .selectFrom('turns')
    .select('messageId')
    .where('conversationId', '=', conversationId)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  const row = {
    conversationId,
    number: Number(last ?? 0) + 1,
    afterMessageId: turn?.messageId ?? null,
    kind: step.kind,
    agentId: step.agentId ?? null,
    firstName: step.firstName ?? null,
    text: step.text ?? null,
    clientMessageId: step.clientMessageId ?? null,
    createdAtMs: step.atMs,
  };
  await write.insertInto('entries').values(row).execute();
  return toEntry(row);
}

const toEntry = (row: {
  readonly number: number;
  readonly afterMessageId: string | null;
  readonly kind: EntryKind;
  readonly firstName: string | null;
  readonly text: string | null;
  readonly createdAtMs: number;
}): Entry => ({
  number: row.number,
  ...(row.afterMessageId === null ? {} : { afterMessageId: row.afterMessageId }),
  kind: row.kind,
  ...(row.firstName === null ? {} : { firstName: row.firstName }),
  ...(row.text === null ? {} : { text: row.text }),
  createdAt: new Date(row.createdAtMs).toISOString(),
});
