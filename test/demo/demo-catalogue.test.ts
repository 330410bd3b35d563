import { describe, expect, it } from 'vitest';
import { demoCatalogueSource, demoProducts } from '../../src/demo/demo-catalogue.ts';
import { attributeValues, effectivePrice, type Offer, type Product } from '../../src/domain/product.ts';
import { tokenize } from '../../src/text/analyze.ts';
import { concept, findConcepts } from '../../src/text/lexicon/index.ts';

const NOW_MS = Date.UTC(2026, 4, 20);
const LANGUAGES = ['en', 'de', 'fr', 'es'];
const products = [...demoProducts({ nowMs: NOW_MS })];
const offersOf = (product: Product): Offer[] =>
  product.variants.flatMap((variant) => Object.values(variant.offers));
const inCategory = (label: string) => products.filter(({ category }) => category.includes(label));

/** What is wrong with a product's words, one line each. */
function textFaults(product: Product): string[] {
  const faults = LANGUAGES.filter((language) => product.texts[language] === undefined);
  for (const [language, text] of Object.entries(product.texts)) {
    const labels = Object.entries(text.attributes ?? {});
    const isWhole = /^\p{Lu}.{60,}\.$/su.test(text.description) && text.title.length > 3;
    const isClean = !/[{}[\]|]|undefined| {2}/.test(`${text.title} ${text.description}`);
    const isParallel =
      text.category?.length === product.category.length &&
      labels.every(
        ([name, values]) => values.length === attributeValues(product, name).length && !values.includes(''),
      );
    if (!isWhole || !isClean || !isParallel)
      faults.push(`${product.productId} ${language}: ${text.title} ${text.description}`);
  }
  return faults;
}

describe('the demo catalogue', () => {
  it('sells 1,200 products of more than 60 kinds in 8 departments', () => {
    expect(products).toHaveLength(1_200);
    expect(new Set(products.map(({ productId }) => productId)).size).toBe(1_200);
    expect(new Set(products.map(({ category }) => category[0])).size).toBe(8);
    expect(new Set(products.map(({ category }) => category.join('>'))).size).toBeGreaterThan(60);
  });

  it('gives no two kinds of things the same category leaf', () => {
    const parents = Map.groupBy(products, ({ category }) => category.at(-1));
    for (const shelf of parents.values()) {
      expect(new Set(shelf.map(({ category }) => category.join('>'))).size).toBe(1);
    }
  });

  it('lets at most three products share a title in any language', () => {
    for (const language of LANGUAGES) {
      const shelves = Map.groupBy(products, ({ texts }) => texts[language]?.title);
      expect(Math.max(...[...shelves.values()].map((shelf) => shelf.length))).toBeLessThanOrEqual(3);
    }
  });

  it('has whole texts in four languages, with labels beside every category and attribute value', () => {
    expect(products.flatMap(textFaults)).toEqual([]);
  });

  it('offers every variant in three markets, in their currencies, for more than nothing', () => {
    for (const product of products) {
      expect(product.variants.length).toBeGreaterThan(0);
      for (const variant of product.variants) {
        expect(Object.keys(variant.offers)).toEqual(['US', 'DE', 'FR']);
        expect(Object.values(variant.offers).map(({ price }) => price.currency)).toEqual([
          'USD',
          'EUR',
          'EUR',
        ]);
      }
      for (const { price, sale, availability, stock } of offersOf(product)) {
        expect(Number.isSafeInteger(price.amountMinor) && price.amountMinor > 0).toBe(true);
        if (sale !== undefined) expect(sale.price.amountMinor).toBeLessThan(price.amountMinor);
        expect((stock ?? 0) > 0).toBe(availability === 'in-stock');
      }
    }
  });

  it('prices markets apart: euros are no constant multiple of dollars', () => {
    const ratios = products.map(({ variants }) => {
      const [first] = variants;
      return (first?.offers.DE?.price.amountMinor ?? 0) / (first?.offers.US?.price.amountMinor ?? 1);
    });
    expect(new Set(ratios.map((ratio) => ratio.toFixed(2))).size).toBeGreaterThan(15);
  });

  it('reduces about one product in eight today; other sales are over or still to come', () => {
    const reduced = products.filter((product) =>
      offersOf(product).some((offer) => effectivePrice(offer, NOW_MS) !== offer.price),
    );
    const sales = products.flatMap((product) => offersOf(product).flatMap(({ sale }) => sale ?? []));
    expect(reduced.length / products.length).toBeGreaterThan(0.09);
    expect(reduced.length / products.length).toBeLessThan(0.15);
    expect(sales.some(({ untilMs = 0 }) => untilMs < NOW_MS)).toBe(true);
    expect(sales.some(({ fromMs = 0 }) => fromMs > NOW_MS)).toBe(true);
  });

  it('has some variants out of stock and some to preorder', () => {
    const offers = products.flatMap(offersOf);
    const share = (availability: string) =>
      offers.filter((offer) => offer.availability === availability).length / offers.length;
    expect(share('out-of-stock')).toBeGreaterThan(0.04);
    expect(share('preorder')).toBeGreaterThan(0.01);
    expect(share('in-stock')).toBeGreaterThan(0.8);
  });

  it('numbers variants with distinct GTIN-13 whose check digit is right', () => {
    const gtins = products.flatMap(({ variants }) => variants.map(({ gtin }) => gtin ?? ''));
    expect(new Set(gtins).size).toBe(gtins.length);
    for (const gtin of gtins) {
      const weighted = [...gtin].reduce(
        (sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3),
        0,
      );
      expect([gtin.length, weighted % 10]).toEqual([13, 0]);
    }
  });

  it('listed everything within the last two years', () => {
    for (const { listedAtMs = 0 } of products) {
      expect(listedAtMs).toBeLessThanOrEqual(NOW_MS);
      expect(listedAtMs).toBeGreaterThan(NOW_MS - 731 * 86_400_000);
    }
  });

  it('sells scarves of wool, silk and cotton, red ones among them, from 12 to 120 dollars', () => {
    const scarves = inCategory('Scarves');
    const materials = new Set(scarves.flatMap((scarf) => attributeValues(scarf, 'material')));
    const prices = scarves.flatMap(({ variants }) =>
      variants.map(({ offers }) => offers.US?.price.amountMinor ?? 0),
    );
    expect(materials).toEqual(expect.objectContaining(new Set(['wool', 'silk', 'cotton'])));
    expect(scarves.some((scarf) => attributeValues(scarf, 'color').includes('red'))).toBe(true);
    expect(Math.min(...prices)).toBeGreaterThanOrEqual(1_100);
    expect(Math.max(...prices)).toBeLessThanOrEqual(12_000);
  });

  it('sizes sneakers the European and the American way', () => {
    for (const sneakers of inCategory('Sneakers')) {
      for (const { attributes } of sneakers.variants) {
        expect(attributes.size).toEqual([expect.stringMatching(/^\d\d$/), expect.stringMatching(/^US \d/)]);
      }
    }
  });

  it('names colours and materials the way the lexicon of shopping knows them', () => {
    const unknown = new Set(
      products.flatMap((product) => [
        ...attributeValues(product, 'color').filter((value) => concept('color', value) === undefined),
        ...attributeValues(product, 'pattern').filter((value) => concept('pattern', value) === undefined),
        ...attributeValues(product, 'gender').filter((value) => concept('gender', value) === undefined),
      ]),
    );
    expect([...unknown]).toEqual([]);
  });

  it('names a colour in a title only when the product comes in that one alone', () => {
    // Nouns that sound like a colour: hand cream, rouge à lèvres, colouring pencils, platos.
    const homonyms = /^(cream|crème|crema|rouge|colouring|colores|platos)$/i;
    const wrong = products.flatMap((product) =>
      LANGUAGES.flatMap((language) => {
        const title = product.texts[language]?.title ?? '';
        const tokens = tokenize(title, language).filter(({ raw }) => !homonyms.test(raw));
        const named = findConcepts(tokens, language, ['color']).map((match) => match.concept.id);
        const colors = attributeValues(product, 'color');
        return named.every((color) => colors.length === 1 && colors[0] === color)
          ? []
          : [{ title, named, colors }];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('gives the same bytes for the same seed and time, and others for another seed', () => {
    const bytes = (seed: number) => JSON.stringify([...demoProducts({ seed, nowMs: NOW_MS })].slice(0, 120));
    expect(bytes(5)).toBe(bytes(5));
    expect(bytes(5)).not.toBe(bytes(6));
  });

  it('streams as a catalogue source, counts lines from 1 and stops when told', async () => {
    const stop = new AbortController();
    const source = demoCatalogueSource({ nowMs: NOW_MS });
    const lines: number[] = [];
    await expect(async () => {
      for await (const item of source.read(stop.signal)) {
        lines.push(item.value.line);
        if (lines.length === 3) stop.abort();
      }
    }).rejects.toThrow(/abort/i);
    expect([source.format, lines]).toEqual(['demo', [1, 2, 3]]);
    expect(source.progress().readBytes).toBeGreaterThan(0);
  });
});
