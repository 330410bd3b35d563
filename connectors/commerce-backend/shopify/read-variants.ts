import * as z from 'zod';
import type { FreeVariant } from '../embedded/free-pieces.ts';
import { READ_VARIANTS } from './cart-documents.ts';
import type { GraphqlClient } from './graphql-client.ts';
import { money } from './money-shape.ts';
import { type KnownIds, productArguments, readOptions, toCatalogueIds } from './shop-ids.ts';

/** A variant of the shop by the names of the catalogue. */
export interface ShopifyVariant extends FreeVariant {
  readonly gid: string;
}

const shape = z.object({
  product: z
    .object({
      id: z.string(),
      handle: z.string(),
      title: z.string(),
      variants: z.object({
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
        nodes: z.array(
          z.object({
            id: z.string(),
            availableForSale: z.boolean(),
            quantityAvailable: z.number().int().nullish(),
            price: money,
            selectedOptions: z.array(z.object({ name: z.string(), value: z.string() })),
          }),
        ),
      }),
    })
    .nullable(),
});

type Answer = z.output<typeof shape>;
type ProductAnswer = NonNullable<Answer['product']>;

/** Of 250 variants; a product has 2,048 at most. */
const MOST_PAGES = 9;

/** What Shopify sells of a product in a country just now; none for a product it does not know. */
export async function readVariants(
  productId: string,
  {
    storefront,
    known,
    market,
    signal,
  }: {
    readonly storefront: GraphqlClient;
    readonly known: KnownIds;
    /** ISO 3166-1 alpha-2. */
    readonly market: string;
    readonly signal: AbortSignal;
  },
): Promise<readonly ShopifyVariant[]> {
  const named = { ...productArguments(productId), country: market };
  const found: ShopifyVariant[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer: Answer = await storefront.read({
      document: READ_VARIANTS,
      variables: { ...named, after },
      shape,
      signal,
    });
    const { product } = answer;
    if (product === null) break;
    found.push(...(await toVariants(product, known)));
    const { hasNextPage, endCursor } = product.variants.pageInfo;
    if (!hasNextPage || !endCursor) break;
    after = endCursor;
  }
  return found;
}

const toVariants = (product: ProductAnswer, known: KnownIds): Promise<ShopifyVariant[]> =>
  Promise.all(
    product.variants.nodes.map(async (node): Promise<ShopifyVariant> => {
      const { id: gid, availableForSale, quantityAvailable, price: unitPrice } = node;
      const options = readOptions(node.selectedOptions);
      const ids = await toCatalogueIds({ id: gid, product, options }, known);
      return {
        ...ids,
        gid,
        title: product.title,
        options,
        unitPrice,
        availability: availableForSale ? 'in-stock' : 'out-of-stock',
        free: freePieces(availableForSale, quantityAvailable ?? 0),
      };
    }),
  );

/** What is for sale with nothing counted is sold on: stock is not tracked, or may be oversold. */
const freePieces = (isForSale: boolean, counted: number): number => {
  if (!isForSale) return 0;
  return counted > 0 ? counted : Number.POSITIVE_INFINITY;
};
