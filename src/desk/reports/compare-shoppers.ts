import type { Order } from '../../domain/commerce.ts';
import type { ShopperComparison, ShopperGroup } from '../../domain/desk/report.ts';
import type { Query } from '../../ports/database.ts';
import { differenceOf, meanOf, shareOf } from './intervals.ts';
import { inPieces, type ReportRange, type Span } from './report-range.ts';

/** In either group; fewer could be told apart, and would say nothing. */
const LEAST_PEOPLE = 10;
/** Rows of the index of behaviour are short: ten of them take as long as one of a turn. */
const ROWS_PER_ROW = 10;
const CUSTOMER = 'customer:';

interface Person {
  isBuyer: boolean;
  isChatting: boolean;
  /** By currency, minor units. */
  readonly spent: Map<string, number>;
}

/**
 * People who chatted beside those who did not, all of whom agreed to be known again and did something in the range. Behaviour has no
 * language and no channel: of these only the conversations are looked at.
 *
 * @param turns In the range, of all places.
 */
export async function compareShoppers(
  query: Query,
  range: ReportRange,
  turns: number,
): Promise<ShopperComparison> {
  const people = await readPeople(query, range);
  for await (const piece of inPieces(range, turns)) await markChatting(people, query, range, piece);
  const groups = Map.groupBy(people.values(), ({ isChatting }) => isChatting);
  const [chatting = [], others = []] = [groups.get(true), groups.get(false)];
  if (Math.min(chatting.length, others.length) < LEAST_PEOPLE)
    return { kind: 'too-few', leastPeople: LEAST_PEOPLE };
  await addOrders(people, query, range);
  const [left, right] = [toGroup(chatting), toGroup(others)];
  return {
    kind: 'compared',
    chatting: left,
    others: right,
    difference: differenceOf(left.conversion, right.conversion),
    leastPeople: LEAST_PEOPLE,
  };
}

async function readPeople(query: Query, range: ReportRange): Promise<Map<string, Person>> {
  const people = new Map<string, Person>();
  const { market } = range.place;
  const within = (span: Span) =>
    query
      .selectFrom('interactions')
      .where('occurredAtMs', '>=', span.fromMs)
      .where('occurredAtMs', '<', span.untilMs);
  const { rows } = await within(range)
    .select(({ fn }) => fn.countAll().as('rows'))
    .executeTakeFirstOrThrow();
  for await (const piece of inPieces(range, Number(rows) / ROWS_PER_ROW)) {
    const seen = await within(piece)
      .select(['shopperId', 'type'])
      .distinct()
      .where('shopperId', 'is not', null)
      .where((by) => by.and(market === undefined ? {} : { market }))
      .execute();
    for (const { shopperId, type } of seen) {
      if (shopperId === null) continue;
      const person = people.get(shopperId) ?? { isBuyer: false, isChatting: false, spent: new Map() };
      people.set(shopperId, person);
      person.isBuyer ||= type === 'purchase';
    }
  }
  return people;
}

async function markChatting(
  people: ReadonlyMap<string, Person>,
  query: Query,
  { place }: ReportRange,
  { fromMs, untilMs }: Span,
): Promise<void> {
  const { market, language, channel } = place;
  const talks = await query
    .selectFrom('turnFacts as fact')
    .innerJoin('conversations as talk', 'talk.conversationId', 'fact.conversationId')
    .select('talk.shopperId')
    .distinct()
    .where('fact.atMs', '>=', fromMs)
    .where('fact.atMs', '<', untilMs)
    .where((by) =>
      by.and({
        ...(market === undefined ? {} : { 'fact.market': market }),
        ...(language === undefined ? {} : { 'fact.language': language }),
        ...(channel === undefined ? {} : { 'fact.channel': channel }),
      }),
    )
    .execute();
  for (const { shopperId } of talks) {
    const person = people.get(shopperId);
    if (person !== undefined) person.isChatting = true;
  }
}

/** Orders that were not cancelled, of people who are known. */
async function addOrders(
  people: ReadonlyMap<string, Person>,
  query: Query,
  range: ReportRange,
): Promise<void> {
  const within = (span: Span) =>
    query
      .selectFrom('orders')
      .where('placedAtMs', '>=', span.fromMs)
      .where('placedAtMs', '<', span.untilMs)
      .where('customerId', 'is not', null);
  const { rows } = await within(range)
    .select(({ fn }) => fn.countAll().as('rows'))
    .executeTakeFirstOrThrow();
  for await (const piece of inPieces(range, Number(rows))) {
    for (const { customerId, document } of await within(piece).select(['customerId', 'document']).execute()) {
      const person = people.get(`${CUSTOMER}${customerId}`);
      if (person === undefined) continue;
      const { status, lines } = JSON.parse(document) as Order;
      if (status === 'cancelled') continue;
      person.isBuyer = true;
      for (const { quantity, unitPrice } of lines) {
        const before = person.spent.get(unitPrice.currency) ?? 0;
        person.spent.set(unitPrice.currency, before + quantity * unitPrice.amountMinor);
      }
    }
  }
}

function toGroup(people: readonly Person[]): ShopperGroup {
  const buyers = people.filter(({ isBuyer }) => isBuyer).length;
  const currencies = [...new Set(people.flatMap(({ spent }) => [...spent.keys()]))].sort();
  return {
    people: people.length,
    buyers,
    conversion: shareOf(buyers, people.length),
    spent: currencies.flatMap((currency) => {
      const sums = people.flatMap(({ spent }) => spent.get(currency) ?? []);
      return sums.length < LEAST_PEOPLE ? [] : [{ currency, buyers: sums.length, ...meanOf(sums) }];
    }),
  };
}
