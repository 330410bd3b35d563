import { moment, type Rows, type RowsOf, talksOf } from './exported-rows.ts';

/** What conversations count as in reports: what they were about. */
export async function* marksOf(of: RowsOf): Rows {
  const rows = await of.query
    .selectFrom('conversationMarks')
    .selectAll()
    .where('conversationId', 'in', talksOf(of))
    .orderBy('conversationId')
    .orderBy('kind')
    .orderBy('attribute')
    .orderBy('value')
    .execute();
  for (const { atMs, ...row } of rows) yield { ...row, saidAt: moment(atMs) };
}

/** What the answers to a customer count as in reports: what they cost. */
export async function* factsOf(of: RowsOf): Rows {
  const rows = await of.query
    .selectFrom('turnFacts')
    .selectAll()
    .where('conversationId', 'in', talksOf(of))
    .orderBy('conversationId')
    .orderBy('number')
    .execute();
  for (const { atMs, ...row } of rows) yield { ...row, answeredAt: moment(atMs) };
}
