import type { RankedProduct } from '../domain/ranking.ts';

/** A scored product before its neighbours in the list are looked at. */
export interface ScoredProduct extends RankedProduct {
  /** Unit length, or zero: then it is like nothing. */
  readonly vector: Float32Array;
}

/** Best of so many more than asked are looked at: beyond, nobody could climb into the list. */
const SLACK = 100;

/**
 * Picks the list greedily: next comes the product with the highest score minus `weight` times its largest likeness
 * (cosine, at least 0) to a product already picked. The penalty is a part of its own, so that parts still add up,
 * and the list is ordered by its scores: a penalty only grows while the list grows.
 * Cost: O(limit · (limit + 100) · dimensions).
 *
 * @param products Highest score first.
 * @param weight >= 0; 0 cuts the list and changes nothing.
 * @see Carbonell, Goldstein, "The Use of MMR, Diversity-Based Reranking", SIGIR 1998. Ours is additive: scores are not scaled.
 */
export function diversify(
  products: readonly ScoredProduct[],
  { weight, limit }: { readonly weight: number; readonly limit: number },
): RankedProduct[] {
  if (weight === 0) return products.slice(0, limit).map(withoutVector);
  const pool = products.slice(0, limit + SLACK).map((product) => ({ product, likeness: 0 }));
  const picked: RankedProduct[] = [];
  while (picked.length < limit && pool.length > 0) {
    const index = bestIndex(pool, weight);
    const [chosen] = pool.splice(index, 1);
    if (chosen === undefined) break;
    picked.push(penalise(chosen.product, chosen.likeness, weight));
    for (const entry of pool) {
      entry.likeness = Math.max(entry.likeness, cosine(entry.product.vector, chosen.product.vector));
    }
  }
  return picked;
}

interface PoolEntry {
  readonly product: ScoredProduct;
  likeness: number;
}

/** Ties go to the lower productId. */
function bestIndex(pool: readonly PoolEntry[], weight: number): number {
  let best = 0;
  pool.forEach((entry, index) => {
    const leader = pool[best] ?? entry;
    const lead = penalised(entry, weight) - penalised(leader, weight);
    if (lead > 0 || (lead === 0 && entry.product.productId < leader.product.productId)) best = index;
  });
  return best;
}

const penalised = ({ product, likeness }: PoolEntry, weight: number): number =>
  product.score - weight * likeness;

function penalise(product: ScoredProduct, likeness: number, weight: number): RankedProduct {
  const plain = withoutVector(product);
  if (likeness === 0) return plain;
  const part = { signal: 'diversity', weight, value: -likeness, contribution: -weight * likeness };
  return { ...plain, score: plain.score + part.contribution, parts: [...plain.parts, part] };
}

function withoutVector({ vector: _, ...product }: ScoredProduct): RankedProduct {
  return product;
}

function cosine(left: Float32Array, right: Float32Array): number {
  if (left.length !== right.length) return 0;
  let sum = 0;
  for (let dimension = 0; dimension < left.length; dimension += 1) {
    sum += (left[dimension] ?? 0) * (right[dimension] ?? 0);
  }
  return Math.min(1, sum);
}
