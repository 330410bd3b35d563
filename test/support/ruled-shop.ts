import { onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createChat } from '../../src/chat/create-chat.ts';
import { createDepartments } from '../../src/chat/create-departments.ts';
import type { KeptRule } from '../../src/domain/merchandising.ts';
import type { Product } from '../../src/domain/product.ts';
import type { Turn } from '../../src/domain/turn.ts';
import { createRuleBook } from '../../src/ranking/rules/rule-book.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { NOW_MS, product, SCARVES } from './small-shop.ts';
import { stockedShop } from './stocked-shop.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const { signal } = new AbortController();

export const RULED_PRODUCTS: readonly Product[] = [
  ...SCARVES,
  product({ id: 'lace', title: 'Lace scarf', color: ['white'], material: 'cotton', priceMinor: 2900 }),
  product({ id: 'tartan', title: 'Tartan wool scarf', color: ['red'], material: 'wool', priceMinor: 5900 }),
  product({ id: 'brass', title: 'Brass lamp', type: 'lamp', material: 'brass', priceMinor: 7900 }),
];

/** A shop that answers on every surface, whose rules and time a test sets. */
export async function ruledShop(products: readonly Product[] = RULED_PRODUCTS) {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  const stocked = await stockedShop(products);
  const everything = products.map(({ productId }, place) => ({ productId, score: 1 / (1 + place) }));
  const shop = {
    ...stocked,
    recommender: { ...createRecommender({}), goesWith: () => everything, popular: () => everything },
  };
  const parser = createEmbeddedParser({ vocabulary: shop.vocabulary, detector: createLanguageDetector() });
  let nowMs = NOW_MS;
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const common = { database, shop: () => shop, clock: () => nowMs, newId };
  const replier = createReplier();
  const chat = createChat({
    ...common,
    parsers: () => ({ embedded: parser }),
    replier,
    rates: () => ({ inputPriceMicros: 0, outputPriceMicros: 0, activeParametersBillion: 8 }),
    verifyCustomer: async () => ({ customerId: 'ada' }),
  });
  const departments = createDepartments({
    ...common,
    parser: () => parser,
    onOpened: chat.opened,
    visitOf: chat.visitOf,
    readiness: () => ({}),
    reasonText: replier.reasonText,
  });

  const searched = { limit: 20, filters: {}, sort: 'relevance' as const };
  return {
    shop,
    database,
    parser,
    departments,
    obey(rules: readonly KeptRule[]): void {
      shop.ranking.replace({ rules: createRuleBook({ version: rules.length, rules }) });
    },
    pass(ms: number): void {
      nowMs += ms;
    },
    search: (query: string, more: Partial<Parameters<typeof departments.search>[0]> = {}) =>
      departments.search({ ...searched, query, ...more }, signal),
    /** One conversation, one turn for each message. */
    async say(...messages: readonly string[]): Promise<Turn[]> {
      const { conversationId, token } = await chat.start({ market: 'US', locale: 'en' });
      const turns: Turn[] = [];
      for (const text of messages) turns.push(await chat.handle({ conversationId, token, text }, { signal }));
      return turns;
    },
    /** Ids of every list of every surface. */
    async everywhere(): Promise<Record<string, string[]>> {
      const idsOf = (found: readonly { readonly productId: string }[]) =>
        found.map(({ productId }) => productId);
      const turns = await this.say(
        'scarf',
        'only red',
        'something similar to the first',
        'show me more',
        'lamp',
        'cheapest lamp',
      );
      const place = { limit: 20 };
      return {
        browse: idsOf((await this.search('')).products),
        search: idsOf((await this.search('scarf')).products),
        sorted: idsOf((await this.search('scarf', { sort: 'price-descending' })).products),
        recommendations: idsOf(await departments.recommendations(place, signal)),
        similar: idsOf(await departments.similar('cotton', place, signal)),
        'goes-with': idsOf(await departments.goesWith('cotton', place, signal)),
        ...Object.fromEntries(turns.map((turn, place_) => [`turn ${place_}`, idsOf(turn.products)])),
      };
    },
  };
}
