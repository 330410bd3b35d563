import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Turn } from '../../src/domain/turn.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { postJson } from '../support/http.ts';

let server: DemoServer;
beforeAll(async () => {
  server = await demoServer();
});
afterAll(() => server.close());

async function start(locale: string) {
  const { conversationId, token } = await (
    await postJson(`${server.url}/v1/conversations`, { locale })
  ).json();
  return async (text: string): Promise<Turn> => {
    const response = await postJson(
      `${server.url}/v1/conversations/${conversationId}/messages`,
      { text },
      { authorization: `Bearer ${token}` },
    );
    expect(response.status).toBe(200);
    return (await response.json()) as Turn;
  };
}

/** The search page as the oracle: the whole of what fits, by price. */
async function search(locale: string, query: Readonly<Record<string, string>>) {
  const market = locale.split('-')[1] ?? 'US';
  const address = new URLSearchParams({ locale, market, limit: '50', ...query });
  const answer = await (await fetch(`${server.url}/v1/search?${address}`)).json();
  return answer as {
    readonly total: number;
    readonly products: readonly Turn['products'][number][];
    readonly facets: readonly {
      readonly attribute: string;
      readonly values: readonly { readonly value: string; readonly count: number }[];
    }[];
  };
}

const SPOKEN = [
  {
    locale: 'en-US',
    cheapest: 'what is your cheapest scarf?',
    scarf: 'scarf',
    count: 'how many red dresses do you have?',
    redDress: 'red dress',
    brands: 'which brands of boots do you carry?',
    boots: 'boots',
    prices: 'how much do your jackets cost?',
    jacket: 'jacket',
    blue: 'and in blue?',
    show: 'show them',
    unknown: 'do you have anything from Gucci?',
    wish: 'a scarf under 60',
    ofThose: 'how many of those are red?',
  },
  {
    locale: 'de-DE',
    cheapest: 'was ist euer günstigster Schal?',
    scarf: 'Schal',
    count: 'wie viele rote Kleider habt ihr?',
    redDress: 'rotes Kleid',
    brands: 'welche Marken von Stiefeln führt ihr?',
    boots: 'Stiefel',
    prices: 'was kosten eure Jacken?',
    jacket: 'Jacke',
    blue: 'und in blau?',
    show: 'zeig sie mir',
    unknown: 'habt ihr etwas von Gucci?',
    wish: 'ein Schal unter 60',
    ofThose: 'wie viele davon sind rot?',
  },
  {
    locale: 'fr-FR',
    cheapest: 'quelle est votre écharpe la moins chère ?',
    scarf: 'écharpe',
    count: 'combien de robes rouges avez-vous ?',
    redDress: 'robe rouge',
    brands: 'quelles marques de bottes vendez-vous ?',
    boots: 'bottes',
    prices: 'combien coûtent vos vestes ?',
    jacket: 'veste',
    blue: 'et en bleu ?',
    show: 'montrez-les-moi',
    unknown: 'avez-vous quelque chose de chez Gucci ?',
    wish: 'une écharpe à moins de 60',
    ofThose: "combien d'entre elles sont rouges ?",
  },
  {
    locale: 'es-US',
    cheapest: '¿cuál es su bufanda más barata?',
    scarf: 'bufanda',
    count: '¿cuántos vestidos rojos tienen?',
    redDress: 'vestido rojo',
    brands: '¿qué marcas de botas venden?',
    boots: 'botas',
    prices: '¿cuánto cuestan sus chaquetas?',
    jacket: 'chaqueta',
    blue: '¿y en azul?',
    show: 'muéstramelos',
    unknown: '¿tienen algo de la marca Gucci?',
    wish: 'una bufanda por menos de 60',
    ofThose: '¿cuántas de ellas son rojas?',
  },
] as const;

describe.each(SPOKEN)('in $locale', (said) => {
  const { locale } = said;
  const number = (value: number) => new Intl.NumberFormat(locale.slice(0, 2)).format(value);

  it('the cheapest is that of all, and can be asked on', async () => {
    const say = await start(locale);
    const turn = await say(said.cheapest);
    const all = await search(locale, { q: said.scarf, sort: 'price-asc' });
    expect(turn.products[0]?.productId).toBe(all.products[0]?.productId);
    expect(turn.total).toBe(all.total);
    expect(turn.text).toContain(all.products[0]?.price.formatted);
    expect(turn.claims).toContainEqual({ text: number(all.total), evidence: 'count' });
    const blue = await say(said.blue);
    const allBlue = await search(locale, { q: said.scarf, sort: 'price-asc', 'filter[color]': 'blue' });
    expect(blue.products[0]?.productId).toBe(allBlue.products[0]?.productId);
    const shown = await say(said.show);
    expect([shown.total, shown.products[0]?.productId]).toEqual([
      allBlue.total,
      allBlue.products[0]?.productId,
    ]);
  });

  it('numbers, brands and prices are counted over the whole shop', async () => {
    const say = await start(locale);
    const dresses = await search(locale, { q: said.redDress });
    const counted = await say(said.count);
    expect(counted.total).toBe(dresses.total);
    expect(counted.text).toContain(number(dresses.total));
    for (const { message, count } of counted.chips)
      expect([message, (await say(message)).total]).toEqual([message, count]);

    const boots = await search(locale, { q: said.boots });
    const brands = boots.facets.find(({ attribute }) => attribute === 'brand')?.values ?? [];
    const named = (await say(said.brands)).text;
    expect(brands.length).toBeGreaterThan(2);
    for (const { value, count } of brands.slice(0, 8)) expect(named).toContain(`${value} (${count})`);

    const jackets = await search(locale, { q: said.jacket, sort: 'price-asc' });
    const prices = await say(said.prices);
    expect(prices.total).toBe(jackets.total);
    expect(prices.text).toContain(jackets.products[0]?.price.formatted);
    expect(prices.text).toContain(jackets.products.at(-1)?.price.formatted);
  });

  it('none is said as none, and what is wanted is left as it is', async () => {
    const say = await start(locale);
    expect(await say(said.unknown)).toMatchObject({ total: 0, products: [] });
    const wished = await say(said.wish);
    const red = await say(said.ofThose);
    const oracle = await search(locale, { q: said.scarf, maxPrice: '59.99', 'filter[color]': 'red' });
    expect(red.total).toBe(oracle.total);
    expect(red.need).toEqual(wished.need);
    expect((await say(said.count)).need).toEqual(wished.need);
  });
});

describe('whether things can be sent back', () => {
  it.each([
    ['en-US', 'can I return something if I cut the tags off?', '30 days of delivery'],
    ['de-DE', 'Kann ich die Ware zurückgeben, wenn sie nicht passt?', '30 Tagen nach der Lieferung'],
  ])('is told of the terms, also to whom no order can be shown (%s)', async (locale, asked, terms) => {
    const { text, sources } = await (await start(locale))(asked);
    expect(sources).toHaveLength(1);
    expect(text).toContain(terms);
  });

  it('is not guessed for what is only done with an own order', async () => {
    expect((await (await start('en-US'))('cancel my order')).sources).toBeUndefined();
  });
});
