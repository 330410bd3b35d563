import type { PlannedProduct } from '../domain/reply-plan.ts';
import type { ProductView } from '../domain/turn.ts';
import type { CounterfactualView } from './departments.ts';
import type { ListCounterfactual } from './explain-counterfactual.ts';
import type { Shop } from './shop.ts';

/** A counterfactual of recommendations as an answer carries it; of a list without a need only products are causes. */
export async function tellCounterfactual(
  told: ListCounterfactual | undefined,
  shop: Shop,
  toView: (listed: PlannedProduct) => ProductView,
): Promise<CounterfactualView> {
  if (told === undefined) return { removed: [] };
  const before = toView(told.before);
  if (told.found === undefined) return { removed: [], before };
  const productIds = told.found.removed.flatMap((cause) =>
    cause.kind === 'product' ? [cause.productId] : [],
  );
  const products = await shop.store.products(productIds);
  const removed = productIds.map((productId) => {
    const product = products.get(productId);
    const isNamed = product !== undefined && !shop.isSensitive(product);
    const title = product?.texts[product.language]?.title;
    return isNamed && title !== undefined ? { productId, title } : { productId };
  });
  return { removed, before, after: toView(told.found.after) };
}
