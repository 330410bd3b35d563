import type { Need } from '../domain/need.ts';
import { hardConstraints } from '../domain/need.ts';
import type { ReplyStep } from '../domain/reply-plan.ts';
import type { ProductList } from './list-products.ts';
import { offeredVariants, toProductView } from './product-view.ts';
import { type TurnContext, viewContext } from './turn-context.ts';

type Nearest = NonNullable<Extract<ReplyStep, { act: 'show' }>['nearest']>;

/** When a price limit was kept and something else given up for it: what was asked for, at the price nearest to the limit. */
export async function nearestOffer(
  list: ProductList,
  need: Need,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Nearest | undefined> {
  const { shop, market, nowMs } = context;
  if (list.relaxed.length === 0 || list.relaxed.some(({ attribute }) => attribute === 'price'))
    return undefined;
  const hit = await shop.retriever.nearestPrice(need, market.country, signal);
  const product =
    hit === undefined ? undefined : (await shop.store.products([hit.productId])).get(hit.productId);
  if (hit === undefined || product === undefined) return undefined;
  const offered = offeredVariants(product, market.country, nowMs).find(
    ({ variant }) => variant.variantId === hit.variantId,
  );
  if (offered === undefined) return undefined;
  const isCeiling = hardConstraints(need).some(
    ({ attribute, operator }) => attribute === 'price' && operator.startsWith('l'),
  );
  const view = toProductView(product, offered, viewContext(context));
  return { product: { view, reasons: [] }, side: isCeiling ? 'above' : 'below' };
}
