import type { Query } from '../../ports/database.ts';
import { type CountedTurn, factsOfTurn } from './facts-of-turn.ts';

/** Counts a turn for reports, in the transaction that records it. */
export async function recordFacts(write: Query, turn: CountedTurn): Promise<void> {
  const { fact, marks } = factsOfTurn(turn);
  await write.insertInto('turnFacts').values(fact).execute();
  if (marks.length === 0) return;
  await write
    .insertInto('conversationMarks')
    .values([...marks])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
