import type { Database } from '../ports/database.ts';
import { correctionsOf, draftsOf, notesOf, satisfactionsOf, translationsOf } from './exported-desk-rows.ts';
import { factsOf, marksOf } from './exported-marks.ts';
import {
  accountOf,
  basketsOf,
  basketWritesOf,
  choicesOf,
  conversationsOf,
  entriesOf,
  eventsOf,
  messagesOf,
  ordersOf,
  shownOf,
  spendingOf,
  tracesOf,
} from './exported-rows.ts';
import { shopperIdsOf } from './forget-customer.ts';

/** A list of an export, whose rows are read as they are taken. */
export interface ExportSection {
  readonly name: string;
  readonly rows: AsyncIterable<object>;
}

/**
 * Everything that is kept of a customer, proved by the shop or claimed by an event, list by list; of a customer who is not known all lists are
 * empty. Left out are secrets of the service (hashes of tokens, keys of carts) and what was learned of many people together.
 *
 * @param isForShop What colleagues noted is for the shop alone, which decides what of it a customer is told.
 *
 * Each page is a read of its own: what is written meanwhile may stand in one list and not in another.
 *
 * @throws {AssistantError} DATABASE_FAILED while rows are taken.
 */
export function exportCustomer(
  { query }: Pick<Database, 'query'>,
  customerId: string,
  isForShop: boolean,
): readonly ExportSection[] {
  const of = { query, customerId, shopperIds: shopperIdsOf(customerId) };
  return [
    { name: 'account', rows: accountOf(of) },
    { name: 'baskets', rows: basketsOf(of) },
    { name: 'basketWrites', rows: basketWritesOf(of) },
    { name: 'orders', rows: ordersOf(of) },
    { name: 'events', rows: eventsOf(of) },
    { name: 'shown', rows: shownOf(of) },
    { name: 'choices', rows: choicesOf(of) },
    { name: 'conversations', rows: conversationsOf(of) },
    { name: 'messages', rows: messagesOf(of) },
    { name: 'entries', rows: entriesOf(of) },
    { name: 'translations', rows: translationsOf(of) },
    { name: 'satisfaction', rows: satisfactionsOf(of) },
    ...(isForShop
      ? [
          { name: 'notes', rows: notesOf(of) },
          { name: 'drafts', rows: draftsOf(of) },
          { name: 'corrections', rows: correctionsOf(of) },
        ]
      : []),
    { name: 'subjects', rows: marksOf(of) },
    { name: 'answerCosts', rows: factsOf(of) },
    { name: 'traces', rows: tracesOf(of) },
    { name: 'modelSpending', rows: spendingOf(of) },
  ];
}
