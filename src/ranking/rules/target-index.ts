import { type CompiledTarget, isTarget, type TargetFacts } from './match-target.ts';

interface Targeted {
  readonly target: CompiledTarget;
}

/**
 * Finds what is about a product: every target is filed under one thing it demands, the rarest kind first, so that of a
 * thousand rules only those that may be about it are looked at.
 *
 * @returns In the order given. Cost: the product's categories and values, and what is filed under them.
 */
export function indexTargets<T extends Targeted>(all: readonly T[]): (facts: TargetFacts) => T[] {
  const byProduct = new Map<string, number[]>();
  const byCategory = new Map<string, number[]>();
  const byValue = new Map<string, Map<string, number[]>>();
  all.forEach(({ target: { productIds, category, attributes } }, position) => {
    const [first] = attributes;
    if (productIds.size > 0) for (const productId of productIds) file(byProduct, productId, position);
    else if (first !== undefined) {
      const values = byValue.get(first.attribute) ?? new Map<string, number[]>();
      byValue.set(first.attribute, values);
      for (const value of new Set(first.anyOf)) file(values, value, position);
    } else file(byCategory, category, position);
  });

  return (facts) => {
    const positions = new Set(byProduct.get(facts.productId));
    if (byCategory.size > 0)
      for (const key of facts.categoryKeys) for (const each of byCategory.get(key) ?? []) positions.add(each);
    for (const [attribute, values] of byValue) {
      for (const value of facts.attributes[attribute] ?? [])
        for (const each of values.get(value) ?? []) positions.add(each);
    }
    if (positions.size === 0) return [];
    return [...positions]
      .sort((left, right) => left - right)
      .flatMap((position) => all[position] ?? [])
      .filter(({ target }) => isTarget(target, facts));
  };
}

function file(filed: Map<string, number[]>, key: string, position: number): void {
  const there = filed.get(key);
  if (there === undefined) filed.set(key, [position]);
  else there.push(position);
}
