import type { Database, Query } from '../ports/database.ts';
import { keepQueueLine } from './queue-line.ts';

/** Conversations that are written in one transaction. */
const BATCH = 100;

/**
 * Writes the lines of conversations that an older release left without one. Nothing to do costs one look at each conversation's key.
 *
 * @returns How many were written.
 */
export async function fillQueue(database: Database): Promise<number> {
  for (let filled = 0; ; ) {
    const left = await withoutLine(database.query);
    if (left.length === 0) return filled;
    await database.transaction(async (write) => {
      for (const { conversationId, updatedAtMs } of left)
        await keepQueueLine(write, conversationId, {
          atMs: updatedAtMs,
          said: await saidIn(write, conversationId),
        });
    });
    filled += left.length;
  }
}

/** Something was said in each, so that each has a line afterwards. */
const withoutLine = (query: Query) =>
  query
    .selectFrom('conversations')
    .innerJoin('turns', 'turns.conversationId', 'conversations.conversationId')
    .leftJoin('queueLines', 'queueLines.conversationId', 'conversations.conversationId')
    .select(['conversations.conversationId', 'conversations.updatedAtMs'])
    .where('turns.number', '=', 1)
    .where('queueLines.conversationId', 'is', null)
    .limit(BATCH)
    .execute();

async function saidIn(query: Query, conversationId: string): Promise<string> {
  const turns = await query
    .selectFrom('turns')
    .select('utterance as words')
    .where('conversationId', '=', conversationId)
    .orderBy('number')
    .execute();
  const entries = await query
    .selectFrom('entries')
    .select('text as words')
    .where('conversationId', '=', conversationId)
    .where('kind', '=', 'said')
    .orderBy('number')
    .execute();
  return [...turns, ...entries].map(({ words }) => words ?? '').join(' ');
}
