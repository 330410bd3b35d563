import type { ProductView } from '../domain/turn.ts';
import type { Database, Query } from '../ports/database.ts';
import { rankingFeatures } from '../ranking/learned/ranking-features.ts';
import { scopeName } from '../ranking/lessons/lesson-book.ts';
import type { Audience, ListMaking } from './list-products.ts';

/** A list that was served, with how it came about. */
export interface ServedList {
  /** Of the message, or of the list where there is none: clicks name it. */
  readonly listId: string;
  readonly surface: Audience['surface'];
  readonly making: ListMaking;
  readonly conversationId?: string | undefined;
  /** Only with consent. */
  readonly shopperId?: string | undefined;
  readonly shownAtMs: number;
  /** Place of the first in the whole order, 1 when absent: a later page begins further down. */
  readonly firstPosition?: number;
  /** As shown, with the parts of their scores. */
  readonly products: readonly ProductView[];
}

/** Lists that were served, written off the path of the answer. */
export interface ImpressionLog {
  add(list: ServedList): void;
  /** Writes what waits. Resolves after the commit. */
  flush(): Promise<void>;
  /** Deletes what is older than is kept. @returns Rows deleted. */
  prune(): Promise<number>;
  close(): Promise<void>;
}

export interface ImpressionLogOptions {
  readonly database: Database;
  readonly clock: () => number;
  readonly keptDays: number;
  /** Hears what could not be written. */
  readonly note: (text: string) => void;
}

type Row = ReturnType<typeof toRows>[number];

const ROWS_PER_INSERT = 500;
const ROWS_PER_PRUNE = 5_000;
/** A crash loses at most this much of what was served outside of conversations. */
const FLUSH_AFTER_MS = 1_000;
/** Rows that wait at most while the database does not take them; then the oldest are let go. */
const MOST_WAITING = 50_000;
const PRUNE_EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** One row per product; the features are the parts as the ranking weighed them, so that training reads what served. */
export function toRows(list: ServedList) {
  const { making, firstPosition = 1 } = list;
  const scope = making.scope === undefined ? '' : scopeName(making.scope);
  return list.products.map((product, index) => ({
    messageId: list.listId,
    position: firstPosition + index,
    conversationId: list.conversationId ?? '',
    surface: list.surface,
    shopperId: list.shopperId ?? null,
    productId: product.productId,
    score: product.score ?? 0,
    propensity: making.propensity,
    rankingVersion: making.rankingVersion,
    features: JSON.stringify({
      ...Object.fromEntries((product.parts ?? []).map(({ signal, value }) => [signal, value])),
      ...rankingFeatures(product.parts ?? []),
    }),
    strategy: making.choice?.strategy.name ?? null,
    scope,
    shownAtMs: list.shownAtMs,
  }));
}

/** Inside a transaction of whoever served the list. */
export async function insertImpressions(query: Query, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await query
      .insertInto('impressions')
      .values(rows.slice(from, from + ROWS_PER_INSERT))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

export function createImpressionLog(options: ImpressionLogOptions): ImpressionLog {
  const { database, clock, keptDays, note } = options;
  let waiting: Row[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function writeWaiting(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const rows = waiting;
    waiting = [];
    if (rows.length === 0) return;
    try {
      await database.transaction((query) => insertImpressions(query, rows));
    } catch (error) {
      waiting = [...rows, ...waiting].slice(-MOST_WAITING);
      throw error;
    }
  }

  /** One after the other, so that a flush ends only when everything before it is written. */
  const flush = (): Promise<void> => {
    writing = writing.catch(() => undefined).then(writeWaiting);
    return writing;
  };

  const tell = (error: unknown): void =>
    note(`What was shown could not be written down (${String(error)}); it is tried again`);

  async function prune(): Promise<number> {
    const before = clock() - keptDays * DAY_MS;
    for (let total = 0; ; ) {
      const deleted = await database.transaction(async (query) => {
        const oldest = query
          .selectFrom('impressions')
          .select(['messageId', 'position'])
          .where('shownAtMs', '<', before)
          .limit(ROWS_PER_PRUNE);
        const { numDeletedRows } = await query
          .deleteFrom('impressions')
          .where(({ eb, refTuple }) =>
            eb(refTuple('messageId', 'position'), 'in', oldest.$asTuple('messageId', 'position')),
          )
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      });
      total += deleted;
      if (deleted < ROWS_PER_PRUNE) return total;
      // Others write between two batches.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  const pruning = setInterval(() => void prune().catch(tell), PRUNE_EVERY_MS).unref();

  return {
    flush,
    prune,
    add(list) {
      waiting.push(...toRows(list));
      timer ??= setTimeout(() => void flush().catch(tell), FLUSH_AFTER_MS).unref();
    },
    async close() {
      clearInterval(pruning);
      clearTimeout(timer);
      await flush();
    },
  };
}
