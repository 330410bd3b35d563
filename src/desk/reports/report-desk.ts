import type { AgentAccount } from '../../domain/agent.ts';
import type { QueueItem } from '../../domain/desk/queue.ts';
import type { DeskReport, ReportScope, ReportTable } from '../../domain/desk/report.ts';
import type { Database } from '../../ports/database.ts';
import type { AuditLog } from '../identity/audit-log.ts';
import { createQueueBook } from '../queue-book.ts';
import { BYTE_ORDER_MARK, type Cell, toCsvLine } from './csv.ts';
import { type FigureAsked, findConversations } from './find-conversations.ts';
import { makeReport } from './make-report.ts';
import { TO_TABLE } from './to-table.ts';

/** What happened in conversations, for those who look after the shop. */
export interface ReportDesk {
  /** @throws {AssistantError} INVALID_ARGUMENT when the range is none. */
  report(scope: ReportScope): Promise<DeskReport>;
  /**
   * The conversations that a figure counts, newest first.
   *
   * @param page.after `next` of the page before.
   * @throws {AssistantError} INVALID_ARGUMENT when the range or `after` is none.
   */
  conversations(
    agentId: string,
    scope: ReportScope,
    figure: FigureAsked,
    page: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<{ readonly conversations: readonly QueueItem[]; readonly next?: string }>;
  /** Lines of a part of a report; that it was taken is in the audit log before the first. */
  exportTable(
    agent: Pick<AgentAccount, 'agentId'>,
    scope: ReportScope,
    table: ReportTable,
  ): AsyncIterable<string>;
  /** Lines of CSV, read as they are taken; that they were taken is in the audit log before the first. */
  exportConversations(
    agent: Pick<AgentAccount, 'agentId'>,
    scope: ReportScope,
    figure: FigureAsked,
  ): AsyncIterable<string>;
}

/** Of each list that is shown; of one that is taken away. */
const LINES_SHOWN = 25;
const LINES_EXPORTED = 10_000;
const PAGE = 500;

const ITEM_COLUMNS = [
  ...(['conversationId', 'state', 'reason', 'agent', 'market', 'locale', 'channel', 'isCustomer'] as const),
  ...(['wants', 'lastWords', 'messages', 'outcome', 'satisfaction', 'since', 'updatedAt'] as const),
];

export function createReportDesk(options: {
  readonly database: Database;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly clock: () => number;
}): ReportDesk {
  const { database, audit, clock } = options;
  const queue = createQueueBook(database);

  async function note(agentId: string, action: string, scope: ReportScope, asked: object): Promise<void> {
    const details = Object.fromEntries(
      Object.entries({ ...scope, ...asked }).map(([name, value]) => [name, String(value)]),
    );
    const entry = { actor: agentId, action, subject: 'reports', details };
    await database.transaction(async (write) => await audit.append(write, entry, clock()));
  }

  const conversations: ReportDesk['conversations'] = async (agentId, scope, figure, page) => {
    const { conversationIds, next } = await findConversations(database.query, scope, figure, page);
    const lines = new Map(
      (await queue.lines(agentId, conversationIds)).map((item) => [item.conversationId, item]),
    );
    return {
      conversations: conversationIds.flatMap((conversationId) => lines.get(conversationId) ?? []),
      ...(next === undefined ? {} : { next }),
    };
  };

  return {
    conversations,
    report: (scope) => makeReport(database.query, scope, { most: LINES_SHOWN, nowMs: clock() }),

    async *exportTable({ agentId }, scope, table) {
      const report = await makeReport(database.query, scope, { most: LINES_EXPORTED, nowMs: clock() });
      await note(agentId, 'report.export', scope, { table });
      const { columns, rows } = TO_TABLE[table](report);
      yield BYTE_ORDER_MARK + [columns, ...rows].map(toCsvLine).join('');
    },

    async *exportConversations({ agentId }, scope, figure) {
      let page = await conversations(agentId, scope, figure, { limit: PAGE });
      await note(agentId, 'conversations.export', scope, figure);
      yield BYTE_ORDER_MARK + toCsvLine(ITEM_COLUMNS);
      for (;;) {
        yield page.conversations.map((item) => toCsvLine(toCells(item))).join('');
        if (page.next === undefined) return;
        page = await conversations(agentId, scope, figure, { limit: PAGE, after: page.next });
      }
    },
  };
}

const toCells = ({ agent, isCustomer, ...item }: QueueItem): Cell[] => {
  const told: Readonly<Record<(typeof ITEM_COLUMNS)[number], Cell>> = {
    ...{ reason: undefined, outcome: undefined, satisfaction: undefined },
    ...item,
    agent: agent?.firstName,
    isCustomer: isCustomer ? 1 : 0,
  };
  return ITEM_COLUMNS.map((column) => told[column]);
};
