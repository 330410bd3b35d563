import type { FacetCount } from '../../../src/ports/product-index.ts';
import { forEachBit } from './bits.ts';
import type { Passing } from './evaluate-scope.ts';
import { CATEGORY } from './segment.ts';

/**
 * Products by attribute value over all segments; one pass over the values of passing variants,
 * whatever the number of attributes.
 */
export function countFacets(
  passing: readonly Passing[],
  attributes: readonly string[],
  limit: number,
): Map<string, FacetCount[]> {
  const counts = new Map(attributes.map((attribute) => [columnOf(attribute), new Map<string, number>()]));
  for (const part of passing) addCounts(part, counts);
  return new Map(
    attributes.map((attribute) => [attribute, highest(counts.get(columnOf(attribute)) ?? new Map(), limit)]),
  );
}

/** `category` asks for category keys, also when an attribute happens to be called so. */
const columnOf = (attribute: string): string => (attribute === 'category' ? CATEGORY : attribute);

function addCounts({ segment, variants }: Passing, totals: ReadonlyMap<string, Map<string, number>>): void {
  const { values, productOfVariant } = segment;
  const { start, rows } = values.ofVariant;
  const isAsked = values.attributes.map((attribute) => totals.has(attribute));
  const counts = new Uint32Array(values.texts.length);
  /** The product row that counted last for a value, plus one: its variants stand side by side. */
  const lastProduct = new Uint32Array(values.texts.length);
  forEachBit(variants, (variant) => {
    const product = (productOfVariant[variant] ?? 0) + 1;
    for (let entry = start[variant] ?? 0; entry < (start[variant + 1] ?? 0); entry += 1) {
      const number = rows[entry] ?? 0;
      if (lastProduct[number] === product || isAsked[values.attributeOf[number] ?? 0] !== true) continue;
      lastProduct[number] = product;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  });
  for (const [attribute, total] of totals) {
    for (const [text, number] of values.numbers.get(attribute) ?? []) {
      const count = counts[number] ?? 0;
      if (count > 0) total.set(text, (total.get(text) ?? 0) + count);
    }
  }
}

function highest(counts: ReadonlyMap<string, number>, limit: number): FacetCount[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1))
    .slice(0, limit);
}
