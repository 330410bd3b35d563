import type { Product } from '../../../src/domain/product.ts';

/** A limit on the price, in whole units of the currency. */
export interface PriceLimit {
  readonly side: 'min' | 'max';
  readonly amount: number;
}

/** A request with what stands in its wording. */
export interface WordedRequest {
  readonly text: string;
  readonly limits: readonly PriceLimit[];
  /** Names of brands, as the catalogue writes them. */
  readonly brands: readonly string[];
}

/** Requests with the catalogue whose words they are read against. */
export interface WordedRequests {
  readonly name: string;
  readonly currency: string;
  readonly country: string;
  readonly products: readonly Product[];
  readonly requests: readonly WordedRequest[];
}

/** A product of which only a title, a brand and a few values are known. */
export function namedProduct(
  productId: string,
  title: string,
  rest: { readonly brand?: string | undefined; readonly attributes?: Product['attributes'] } & Pick<
    WordedRequests,
    'currency' | 'country'
  >,
): Product {
  const price = { amountMinor: 10_000, currency: rest.currency };
  return {
    productId,
    language: 'en',
    texts: { en: { title, description: '' } },
    ...(rest.brand === undefined ? {} : { brand: rest.brand }),
    category: [],
    attributes: rest.attributes ?? {},
    variants: [
      {
        variantId: productId,
        attributes: {},
        offers: { [rest.country]: { price, availability: 'in-stock' } },
      },
    ],
  };
}
