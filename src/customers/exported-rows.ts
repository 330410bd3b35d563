import { inflateRawSync } from 'node:zlib';
import type { Query } from '../ports/database.ts';

/** Whose rows are read. */
export interface RowsOf {
  readonly query: Query;
  readonly customerId: string;
  readonly shopperIds: readonly string[];
}

/** Rows that are held in memory at a time. */
const PAGE = 200;

export type Rows = AsyncGenerator<object, void, undefined>;

/** Some drivers tell big numbers as text. */
export const moment = (atMs: number): string => new Date(Number(atMs)).toISOString();
export const parsed = (json: string): unknown => JSON.parse(json);

/** @param read The rows after the last one that was given, in a total order; at most a page. */
async function* paged<Row>(read: (last: Row | undefined) => Promise<readonly Row[]>): AsyncGenerator<Row> {
  let page = await read(undefined);
  while (page.length > 0) {
    yield* page;
    page = page.length < PAGE ? [] : await read(page.at(-1));
  }
}

export const talksOf = ({ query, shopperIds }: RowsOf) =>
  query.selectFrom('conversations').select('conversationId').where('shopperId', 'in', shopperIds);

/** Name, addresses and means of payment, as the embedded backend has them. */
export async function* accountOf({ query, customerId }: RowsOf): Rows {
  const row = await query
    .selectFrom('customerAccounts')
    .select(['document', 'updatedAtMs'])
    .where('customerId', '=', customerId)
    .executeTakeFirst();
  if (row !== undefined) yield { account: parsed(row.document), updatedAt: moment(row.updatedAtMs) };
}

export async function* basketsOf({ query, shopperIds }: RowsOf): Rows {
  const rows = await query
    .selectFrom('basketLines')
    .selectAll()
    .where('shopperId', 'in', shopperIds)
    .orderBy('shopperId')
    .orderBy('position')
    .execute();
  for (const { heldUntilMs, updatedAtMs, position: _, ...line } of rows)
    yield { ...line, heldUntil: moment(heldUntilMs), updatedAt: moment(updatedAtMs) };
}

/** Writes that took effect, while a repeat of them is still known. */
export async function* basketWritesOf({ query, shopperIds }: RowsOf): Rows {
  const rows = paged<{ key: string; shopperId: string; preview: string; createdAtMs: number }>((last) =>
    query
      .selectFrom('commerceWrites')
      .select(['key', 'shopperId', 'preview', 'createdAtMs'])
      .where('shopperId', 'in', shopperIds)
      .where('key', '>', last?.key ?? '')
      .orderBy('key')
      .limit(PAGE)
      .execute(),
  );
  for await (const { preview, createdAtMs, ...row } of rows)
    yield { ...row, preview: parsed(preview), doneAt: moment(createdAtMs) };
}

export async function* ordersOf({ query, customerId }: RowsOf): Rows {
  const rows = paged<{ orderNumber: string; document: string }>((last) =>
    query
      .selectFrom('orders')
      .select(['orderNumber', 'document'])
      .where('customerId', '=', customerId)
      .where('orderNumber', '>', last?.orderNumber ?? '')
      .orderBy('orderNumber')
      .limit(PAGE)
      .execute(),
  );
  for await (const { document } of rows) yield parsed(document) as object;
}

/** What was done: opened, put in the basket, bought. */
export async function* eventsOf(of: RowsOf): Rows {
  const rows = paged<EventRow>((last) =>
    of.query
      .selectFrom('interactions')
      .selectAll()
      .where(({ or, eb }) => or([eb('shopperId', 'in', of.shopperIds), eb('sessionId', 'in', talksOf(of))]))
      .where('interactionId', '>', last?.interactionId ?? '')
      .orderBy('interactionId')
      .limit(PAGE)
      .execute(),
  );
  for await (const { occurredAtMs, receivedAtMs, ...event } of rows)
    yield { ...event, occurredAt: moment(occurredAtMs), receivedAt: moment(receivedAtMs) };
}

interface EventRow {
  readonly interactionId: string;
  readonly occurredAtMs: number;
  readonly receivedAtMs: number;
}

/** Products of lists that the customer was shown, with what ranked them. */
export async function* shownOf(of: RowsOf): Rows {
  const rows = paged<ShownRow>((last) =>
    of.query
      .selectFrom('impressions')
      .selectAll()
      .where(({ or, eb }) =>
        or([eb('shopperId', 'in', of.shopperIds), eb('conversationId', 'in', talksOf(of))]),
      )
      .where(({ or, and, eb }) =>
        or([
          eb('messageId', '>', last?.messageId ?? ''),
          and([eb('messageId', '=', last?.messageId ?? ''), eb('position', '>', last?.position ?? 0)]),
        ]),
      )
      .orderBy('messageId')
      .orderBy('position')
      .limit(PAGE)
      .execute(),
  );
  for await (const { features, shownAtMs, ...row } of rows)
    yield { ...row, features: parsed(features), shownAt: moment(shownAtMs) };
}

interface ShownRow {
  readonly messageId: string;
  readonly position: number;
  readonly features: string;
  readonly shownAtMs: number;
}

/** Lists for which one of several rankings was drawn. */
export async function* choicesOf(of: RowsOf): Rows {
  const rows = paged<{ listId: string; products: string; deeds: string; shownAtMs: number }>((last) =>
    of.query
      .selectFrom('choices')
      .select(['listId', 'surface', 'intent', 'strategy', 'conversationId', 'products', 'deeds', 'shownAtMs'])
      .where(({ or, eb }) =>
        or([eb('shopperId', 'in', of.shopperIds), eb('conversationId', 'in', talksOf(of))]),
      )
      .where('listId', '>', last?.listId ?? '')
      .orderBy('listId')
      .limit(PAGE)
      .execute(),
  );
  for await (const { products, deeds, shownAtMs, ...row } of rows)
    yield { ...row, products: parsed(products), deeds: parsed(deeds), shownAt: moment(shownAtMs) };
}

/** Conversations with the consent that was given in each, and what is remembered in it. */
export async function* conversationsOf({ query, shopperIds }: RowsOf): Rows {
  const rows = paged<ConversationRow>((last) =>
    query
      .selectFrom('conversations')
      .select([
        ...(['conversationId', 'shopperId', 'proved', 'consent', 'market', 'locale'] as const),
        ...(['state', 'opened', 'createdAtMs', 'updatedAtMs'] as const),
      ])
      .where('shopperId', 'in', shopperIds)
      .where('conversationId', '>', last?.conversationId ?? '')
      .orderBy('conversationId')
      .limit(PAGE)
      .execute(),
  );
  for await (const { proved, consent, state, opened, createdAtMs, updatedAtMs, ...row } of rows)
    yield {
      ...row,
      proved: proved === 1,
      consent: parsed(consent),
      remembered: parsed(state),
      opened: parsed(opened),
      startedAt: moment(createdAtMs),
      updatedAt: moment(updatedAtMs),
    };
}

interface ConversationRow {
  readonly conversationId: string;
  readonly proved: number;
  readonly consent: string;
  readonly state: string;
  readonly opened: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** What was said and answered, in order. */
export async function* messagesOf(of: RowsOf): Rows {
  const rows = paged<TurnRow>((last) =>
    of.query
      .selectFrom('turns')
      .selectAll()
      .where('conversationId', 'in', talksOf(of))
      .where(({ or, and, eb }) =>
        or([
          eb('conversationId', '>', last?.conversationId ?? ''),
          and([eb('conversationId', '=', last?.conversationId ?? ''), eb('number', '>', last?.number ?? 0)]),
        ]),
      )
      .orderBy('conversationId')
      .orderBy('number')
      .limit(PAGE)
      .execute(),
  );
  for await (const { turn, createdAtMs, ...row } of rows)
    yield { ...row, answer: parsed(turn), saidAt: moment(createdAtMs) };
}

interface TurnRow {
  readonly conversationId: string;
  readonly number: number;
  readonly turn: string;
  readonly createdAtMs: number;
}

/** What persons said beside the assistant. */
export async function* entriesOf(of: RowsOf): Rows {
  const rows = await of.query
    .selectFrom('entries')
    .selectAll()
    .where('conversationId', 'in', talksOf(of))
    .orderBy('conversationId')
    .orderBy('number')
    .execute();
  for (const { createdAtMs, ...row } of rows) yield { ...row, saidAt: moment(createdAtMs) };
}

/** How answers came about, as long as it is kept. */
export async function* tracesOf(of: RowsOf): Rows {
  const rows = paged<{ messageId: string; document: Uint8Array; createdAtMs: number }>((last) =>
    of.query
      .selectFrom('traces')
      .select(['messageId', 'document', 'createdAtMs'])
      .where('conversationId', 'in', talksOf(of))
      .where('messageId', '>', last?.messageId ?? '')
      .orderBy('messageId')
      .limit(PAGE)
      .execute(),
  );
  for await (const { messageId, document, createdAtMs } of rows)
    yield { messageId, trace: parsed(inflateRawSync(document).toString('utf8')), at: moment(createdAtMs) };
}

/** What language models cost for the customer's conversations today. */
export async function* spendingOf(of: RowsOf): Rows {
  yield* await of.query
    .selectFrom('modelBudgets')
    .select(['subject as conversationId', 'period', 'tokens', 'micros'])
    .where('budget', '=', 'conversation')
    .where('subject', 'in', talksOf(of))
    .orderBy('subject')
    .orderBy('period')
    .execute();
}
