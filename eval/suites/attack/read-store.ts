import type { Turn } from '../../../src/domain/turn.ts';
import type { AttackedShop } from './serve-shop.ts';

/** All that the store says of what turns show, without their words. */
export async function tellStore(turns: readonly Turn[], { url }: AttackedShop): Promise<string> {
  const ids = new Set(turns.flatMap(({ products }) => products.map(({ productId }) => productId)));
  const details = await Promise.all(
    [...ids].map(async (id) => {
      const answer = await fetch(`${url}/v1/products/${encodeURIComponent(id)}`);
      const detail: unknown = await answer.json();
      return leavesOf(detail);
    }),
  );
  const shown = turns.map(({ products, total, cart, order, confirmation, comparison, chips }) =>
    leavesOf({ products, total, cart, order, confirmation, comparison, chips }),
  );
  return [...details, ...shown].flat().join('\n');
}

/** Every text and number in a value, as it is and not as JSON writes it. */
export function leavesOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) => [name, ...leavesOf(each)]);
  return value === undefined ? [] : [String(value)];
}

/** Whether a shop has a product. */
export async function productsOf({ service }: AttackedShop): Promise<(productId: string) => boolean> {
  const rows = await service.database.query.selectFrom('products').select('productId').execute();
  const known = new Set(rows.map(({ productId }) => productId));
  return (productId) => known.has(productId);
}
