import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Constraint } from '../../../domain/need.ts';
import type { Turn } from '../../../domain/turn.ts';
import type { Query } from '../../../ports/database.ts';

/** Lists that were asked for in the same words, wherever that was. */
export interface RecordedNeed {
  readonly market: string;
  /** What had to hold. */
  readonly limits: readonly Constraint[];
  lists: number;
}

export interface RecordedLists {
  /** Of all needs. */
  readonly lists: number;
  readonly needs: readonly RecordedNeed[];
  /** Stood on any of them. */
  readonly shown: ReadonlySet<string>;
}

/** Turns that are read at once: each holds its products whole. */
const AT_ONCE = 25;

/** The newest lists that were made in conversations. @param most Turns that are looked at. */
export async function readRecordedLists(query: Query, most: number): Promise<RecordedLists> {
  const turns = await query
    .selectFrom('turnFacts')
    .select(['messageId', 'market'])
    .where('repliedBy', '!=', 'person')
    .orderBy('atMs', 'desc')
    .limit(most)
    .execute();
  const marketOf = new Map(turns.map(({ messageId, market }) => [messageId, market]));
  const needs = new Map<string, RecordedNeed>();
  const shown = new Set<string>();
  let lists = 0;
  for (let from = 0; from < turns.length; from += AT_ONCE) {
    await letOthersRun();
    const ids = turns.slice(from, from + AT_ONCE).map(({ messageId }) => messageId);
    const rows = await query
      .selectFrom('turns')
      .select(['messageId', 'turn'])
      .where('messageId', 'in', ids)
      .execute();
    for (const { messageId, turn } of rows) {
      const { need, products, total } = JSON.parse(turn) as Turn;
      if (total === undefined) continue;
      lists += 1;
      for (const { productId } of products) shown.add(productId);
      const market = marketOf.get(messageId) ?? '';
      const key = JSON.stringify([market, need.hard.map(sayLimit).sort()]);
      const known = needs.get(key) ?? { market, limits: need.hard, lists: 0 };
      needs.set(key, known);
      known.lists += 1;
    }
  }
  return { lists, needs: [...needs.values()], shown };
}

const sayLimit = ({ attribute, operator, value }: Constraint): string => `${attribute} ${operator} ${value}`;
