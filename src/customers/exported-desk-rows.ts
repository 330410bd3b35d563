import { moment, parsed, type Rows, type RowsOf, talksOf } from './exported-rows.ts';

/** How it was, as the customer said. */
export async function* satisfactionsOf(of: RowsOf): Rows {
  const rows = await of.query
    .selectFrom('satisfactions')
    .selectAll()
    .where('conversationId', 'in', talksOf(of))
    .orderBy('conversationId')
    .execute();
  for (const { askedAtMs, answeredAtMs, ...row } of rows)
    yield {
      ...row,
      askedAt: moment(askedAtMs),
      ...(answeredAtMs === null ? {} : { answeredAt: moment(answeredAtMs) }),
    };
}

/** What persons of the shop noted beside conversations, without who they are. */
export async function* notesOf(of: RowsOf): Rows {
  const rows = await of.query
    .selectFrom('notes')
    .select(['conversationId', 'noteId', 'text', 'createdAtMs'])
    .where('conversationId', 'in', talksOf(of))
    .orderBy('conversationId')
    .orderBy('createdAtMs')
    .orderBy('noteId')
    .execute();
  for (const { createdAtMs, ...row } of rows) yield { ...row, notedAt: moment(createdAtMs) };
}

/** What was said, in the languages of those who read it. */
export async function* translationsOf(of: RowsOf): Rows {
  yield* await of.query
    .selectFrom('translations')
    .select(['conversationId', 'language', 'text'])
    .where('conversationId', 'in', talksOf(of))
    .orderBy('conversationId')
    .orderBy('language')
    .orderBy('textKey')
    .execute();
}

/** Replies that were held, and what became of them, without who looked at them. */
export async function* draftsOf(of: RowsOf): Rows {
  const rows = await of.query
    .selectFrom('drafts')
    .select(['conversationId', 'messageId', 'state', 'turn', 'reply', 'createdAtMs'])
    .where('conversationId', 'in', talksOf(of))
    .orderBy('conversationId')
    .orderBy('messageId')
    .execute();
  for (const { turn, reply, createdAtMs, ...row } of rows)
    yield {
      ...row,
      proposed: parsed(turn),
      ...(reply === null ? {} : { changed: parsed(reply) }),
      heldAt: moment(createdAtMs),
    };
}

/** What persons of the shop changed of lists, without who they are. */
export async function* correctionsOf(of: RowsOf): Rows {
  const rows = await of.query
    .selectFrom('corrections')
    .select([
      ...(['conversationId', 'correctionId', 'messageId', 'wants', 'reason'] as const),
      ...(['chosen', 'banned', 'createdAtMs'] as const),
    ])
    .where('conversationId', 'in', talksOf(of))
    .orderBy('conversationId')
    .orderBy('createdAtMs')
    .orderBy('correctionId')
    .execute();
  for (const { chosen, banned, createdAtMs, ...row } of rows)
    yield { ...row, chosen: parsed(chosen), banned: parsed(banned), correctedAt: moment(createdAtMs) };
}
