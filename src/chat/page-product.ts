import type { ProductBook } from '../catalog/product-book.ts';
import type { ShownProduct } from '../domain/dialogue-state.ts';
import type { MessageRequest } from './chat.ts';
import { offeredVariants, toShownProduct } from './product-view.ts';
import type { Shop } from './shop.ts';

interface PageContext {
  readonly market: string;
  readonly language: string;
  readonly nowMs: number;
}

/**
 * The product of the page the shopper is on, when it is sold in the market: by its id, else by a code that names one product and no
 * other (SKU, GTIN, MPN), else by the address, with its query and without.
 *
 * @param book Without one, codes say nothing.
 */
export async function pageProduct(
  shop: Shop,
  page: MessageRequest['page'],
  context: PageContext,
  book?: ProductBook,
): Promise<ShownProduct | undefined> {
  if (page === undefined) return undefined;
  const { productId, codes = [], url } = page;
  const named = [...(productId === undefined ? [] : [productId]), ...codes];
  const known = await shop.store.products(named);
  const found =
    named.find((id) => known.has(id)) ?? (await codeOf(named, book)) ?? (url && productAt(shop, url));
  if (found === undefined) return undefined;
  const product = known.get(found) ?? (await shop.store.products([found])).get(found);
  const offered =
    product === undefined ? undefined : offeredVariants(product, context.market, context.nowMs)[0];
  return product === undefined || offered === undefined
    ? undefined
    : toShownProduct(product, offered, context);
}

async function codeOf(codes: readonly string[], book: ProductBook | undefined): Promise<string | undefined> {
  for (const code of codes) {
    const named = ((await book?.find(code)) ?? []).filter(({ as }) => as !== 'beginning');
    const [only, another] = named;
    if (only !== undefined && another === undefined) return only.productId;
  }
  return undefined;
}

function productAt({ productAt: at }: Pick<Shop, 'productAt'>, url: string): string | undefined {
  const asked = at(url);
  return asked ?? at(url.replace(/[?#].*$/s, ''));
}
