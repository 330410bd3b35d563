import type { QueueFilter, QueueItem, QueuePage, QueueTab } from '../domain/desk/queue.ts';
import type { Database, Query } from '../ports/database.ts';
import type { DeskTables } from '../ports/desk-tables.ts';
import { formatCursor, parseCursor } from './queue-cursor.ts';
import { searchedWords } from './searched-words.ts';

/** The conversations of the shop as one agent sees them. */
export interface QueueBook {
  /**
   * @param page.after `next` of the page before.
   * @throws {AssistantError} INVALID_ARGUMENT when `after` is no such thing.
   */
  page(
    agentId: string,
    filter: QueueFilter,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<QueuePage>;
  /** Lines of these conversations, in no order; one that is forgotten, or in which nothing happened, has none. */
  lines(agentId: string, conversationIds: readonly string[]): Promise<QueueItem[]>;
  counts(agentId: string): Promise<QueuePage['counts']>;
}

type Line = DeskTables['queueLines'];

export function createQueueBook({ query }: Pick<Database, 'query'>): QueueBook {
  async function counts(agentId: string): Promise<QueuePage['counts']> {
    const rows = await query
      .selectFrom('queueLines')
      .select(['state', 'agentId', ({ fn }) => fn.countAll().as('lines')])
      .groupBy(['state', 'agentId'])
      .execute();
    const told = { waiting: 0, mine: 0, assistant: 0, others: 0, closed: 0 };
    for (const row of rows) told[tabOf(row, agentId)] += Number(row.lines);
    return told;
  }

  return {
    counts,

    async page(agentId, filter, { limit, after }) {
      const isWaiting = filter.tab === 'waiting';
      const order = isWaiting ? 'sinceMs' : 'updatedAtMs';
      let wanted = inTab(linesOf(query, agentId), filter.tab, agentId);
      for (const column of ['market', 'language', 'channel', 'agentId', 'reason'] as const) {
        const value = filter[column];
        if (value !== undefined) wanted = wanted.where(`queueLines.${column}`, '=', value);
      }
      if (filter.isUnread !== undefined) {
        wanted = wanted.where(({ eb, or, not, ref }) => {
          const unread = or([eb('seenAtMs', 'is', null), eb('seenAtMs', '<', ref('updatedAtMs'))]);
          return filter.isUnread === true ? unread : not(unread);
        });
      }
      for (const word of searchedWords(filter.search ?? ''))
        wanted = wanted.where('queueLines.conversationId', 'in', saying(query, word));
      if (after !== undefined) {
        const last = parseCursor(after);
        wanted = wanted.where(({ eb, or, and }) =>
          or([
            eb(order, isWaiting ? '>' : '<', last.atMs),
            and([
              eb(order, '=', last.atMs),
              eb('queueLines.conversationId', isWaiting ? '>' : '<', last.conversationId),
            ]),
          ]),
        );
      }
      const direction = isWaiting ? 'asc' : 'desc';
      const rows = await wanted
        .orderBy(order, direction)
        .orderBy('queueLines.conversationId', direction)
        .limit(limit + 1)
        .execute();
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        conversations: page.map(toItem),
        ...(rows.length > limit &&
          last !== undefined && {
            next: formatCursor({ atMs: Number(last[order]), conversationId: last.conversationId }),
          }),
        counts: await counts(agentId),
      };
    },

    async lines(agentId, conversationIds) {
      if (conversationIds.length === 0) return [];
      const rows = await linesOf(query, agentId)
        .where('queueLines.conversationId', 'in', conversationIds)
        .execute();
      return rows.map(toItem);
    },
  };
}

const linesOf = (query: Query, agentId: string) =>
  query
    .selectFrom('queueLines')
    .leftJoin('conversationReads', (join) =>
      join
        .onRef('conversationReads.conversationId', '=', 'queueLines.conversationId')
        .on('conversationReads.agentId', '=', agentId),
    )
    .selectAll('queueLines')
    .select('seenAtMs');

function inTab(lines: ReturnType<typeof linesOf>, tab: QueueTab, agentId: string) {
  switch (tab) {
    case 'mine':
      return lines.where('state', '=', 'person').where('queueLines.agentId', '=', agentId);
    case 'others':
      return lines.where('state', '=', 'person').where('queueLines.agentId', '!=', agentId);
    default:
      return lines.where('state', '=', tab);
  }
}

function tabOf({ state, agentId }: Pick<Line, 'state' | 'agentId'>, reader: string): QueueTab {
  if (state !== 'person') return state;
  return agentId === reader ? 'mine' : 'others';
}

/** Words may go on: what is typed is found before it is whole. Scripts without spaces are found anywhere. */
const saying = (query: Query, word: string) =>
  query
    .selectFrom('queueWords')
    .select('queueWords.conversationId')
    .where('words', 'like', UNSPACED.test(word) ? `%${word}%` : `% ${word}%`);

const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;

const moment = (atMs: number): string => new Date(Number(atMs)).toISOString();

const toItem = (row: Line & { readonly seenAtMs: number | null }): QueueItem => ({
  conversationId: row.conversationId,
  state: row.state,
  ...(row.agentId === null ? {} : { agent: { agentId: row.agentId, firstName: row.firstName ?? '' } }),
  ...(row.reason === null ? {} : { reason: row.reason }),
  ...(row.heldUntilMs === null ? {} : { heldUntil: moment(row.heldUntilMs) }),
  market: row.market,
  locale: row.locale,
  channel: row.channel,
  isCustomer: row.isCustomer === 1,
  wants: row.wants,
  lastWords: row.lastWords,
  messages: row.messages,
  isUnread: Number(row.seenAtMs ?? 0) < Number(row.updatedAtMs),
  ...(row.outcome === null ? {} : { outcome: row.outcome }),
  ...(row.satisfaction === null ? {} : { satisfaction: row.satisfaction }),
  since: moment(row.sinceMs),
  updatedAt: moment(row.updatedAtMs),
});
