import type { InteractionMatrix } from '../../../src/recommendation/interaction-matrix.ts';

/** Best first, none of the history. */
export type Recommend = (history: readonly string[], limit: number) => readonly string[];

/** Most users first; what the history holds is left out. */
export function recommendPopular(matrix: InteractionMatrix): Recommend {
  const { starts } = matrix.byProduct;
  const order = matrix.productIds
    .map((productId, position) => ({
      productId,
      users: (starts[position + 1] ?? 0) - (starts[position] ?? 0),
    }))
    .sort((left, right) => right.users - left.users || (left.productId < right.productId ? -1 : 1))
    .map(({ productId }) => productId);
  return (history, limit) => {
    const masked = new Set(history);
    const list: string[] = [];
    for (const productId of order) {
      if (list.length === limit) break;
      if (!masked.has(productId)) list.push(productId);
    }
    return list;
  };
}
