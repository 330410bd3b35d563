import type { Product } from '../../src/domain/product.ts';
import type { CatalogueSource, SourceItem } from '../../src/ports/catalogue-source.ts';

/** A small valid product sold in the given markets: `{ US: 1999 }`, minor units; DE and FR in euros. */
export function listedProduct(
  productId: string,
  prices: Readonly<Record<string, number>> = { US: 1_000 },
  { language = 'en', title = `Product ${productId}` }: { language?: string; title?: string } = {},
): Product {
  return {
    productId,
    texts: { [language]: { title, description: '' } },
    language,
    category: [],
    attributes: {},
    variants: [
      {
        variantId: productId,
        attributes: {},
        offers: Object.fromEntries(
          Object.entries(prices).map(([market, amountMinor]) => [
            market,
            {
              price: { amountMinor, currency: market === 'US' ? 'USD' : 'EUR' },
              availability: 'in-stock' as const,
            },
          ]),
        ),
      },
    ],
  };
}

/** A source of products in memory; a line that is not a product is rejected, an error is thrown at its place. */
export function listedSource(
  entries: readonly (Product | 'fault' | Error)[],
  format = 'jsonl',
): CatalogueSource {
  return {
    format,
    progress: () => ({ readBytes: 0 }),
    async *read() {
      for (const [index, entry] of entries.entries()) {
        if (entry instanceof Error) throw entry;
        const line = index + 1;
        const item: SourceItem =
          entry === 'fault'
            ? { kind: 'rejected', value: { line, code: 'price-missing', reason: 'There is no price' } }
            : { kind: 'product', value: { product: entry, line } };
        yield item;
      }
    },
  };
}
