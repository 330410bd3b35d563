import type { DraftBook, KeptDraft } from '../../desk/draft-book.ts';
import { toEntry } from '../../desk/entry-rows.ts';
import type { PersonReply } from '../../domain/desk/draft.ts';
import type { Turn } from '../../domain/turn.ts';
import type { Query } from '../../ports/database.ts';

/** The list that a shopper got last. */
export interface LastList {
  readonly messageId: string;
  /** Of its turn. */
  readonly number: number;
  /** As the assistant answered, or would have. */
  readonly turn: Turn;
  /** As the shopper has it. */
  readonly has: PersonReply;
  /** Where somebody worked on it. */
  readonly kept?: KeptDraft;
}

/** Turns without a list that are passed over on the way back. */
const MOST_PASSED = 50;

/** @returns undefined when the shopper got none, or none in a long time. */
export async function findLastList(
  query: Query,
  book: Pick<DraftBook, 'of'>,
  conversationId: string,
): Promise<LastList | undefined> {
  const turns = await query
    .selectFrom('turns')
    .select(['messageId', 'number', 'turn'])
    .where('conversationId', '=', conversationId)
    .orderBy('number', 'desc')
    .limit(MOST_PASSED)
    .execute();
  const answered = turns
    .map(({ turn, ...row }) => ({ ...row, turn: JSON.parse(turn) as Turn }))
    .find(({ turn }) => turn.products.length > 0);
  const entry = await query
    .selectFrom('entries')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .where('products', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const after = turns.find(({ messageId }) => messageId === entry?.afterMessageId)?.number ?? 0;
  if (entry !== undefined && after >= (answered?.number ?? 0)) {
    const sent = await query
      .selectFrom('drafts')
      .innerJoin('turns', 'turns.messageId', 'drafts.messageId')
      .select(['drafts.messageId', 'turns.number'])
      .where('drafts.conversationId', '=', conversationId)
      .where('drafts.state', '=', 'sent')
      .orderBy('turns.number', 'desc')
      .limit(1)
      .executeTakeFirst();
    const kept = sent === undefined ? undefined : await book.of(sent.messageId);
    if (sent === undefined || kept === undefined) return undefined;
    const { text = '', products = [] } = toEntry(entry);
    const { messageId, turn } = kept;
    return { messageId, number: sent.number, turn, has: { text, products }, kept };
  }
  if (answered === undefined) return undefined;
  const { messageId, number, turn } = answered;
  const kept = await book.of(messageId);
  const { text, products } = turn;
  return { messageId, number, turn, has: { text, products }, ...(kept === undefined ? {} : { kept }) };
}
