import type { CommerceShop } from '../commerce-shop.ts';

/** A variant as the double keeps it. */
export interface FakeVariant {
  readonly id: string;
  readonly product: { readonly id: string; readonly handle: string; readonly title: string };
  readonly selectedOptions: readonly { readonly name: string; readonly value: string }[];
  /** By country. */
  readonly prices: Readonly<Record<string, { readonly amount: string; readonly currencyCode: string }>>;
  /** Pieces that may be sold; not counted when absent. */
  stock?: number;
}

/** "12.5", as Shopify writes amounts. */
export const decimal = (amountMinor: number): string => String(amountMinor / 100);

/** The products of a shop under the ids Shopify would give them; handles are the ids of ours. */
export function fakeVariants({ products }: CommerceShop): FakeVariant[] {
  return products.flatMap(({ productId, texts, language, variants }, place) =>
    variants.map(({ attributes, offers }, index): FakeVariant => {
      const stocks = Object.values(offers).map((offer) =>
        offer.availability === 'out-of-stock' ? 0 : offer.stock,
      );
      const [stock] = stocks;
      return {
        id: `gid://shopify/ProductVariant/${(place + 1) * 100 + index}`,
        product: {
          id: `gid://shopify/Product/${place + 1}`,
          handle: productId,
          title: texts[language]?.title ?? productId,
        },
        selectedOptions: Object.entries(attributes).map(([name, values]) => ({
          name,
          value: values.join(' / '),
        })),
        prices: Object.fromEntries(
          Object.entries(offers).map(([country, { price }]) => [
            country,
            { amount: decimal(price.amountMinor), currencyCode: price.currency },
          ]),
        ),
        ...(stock === undefined ? {} : { stock }),
      };
    }),
  );
}
