import { RATING_COUNT } from '../../domain/rating.ts';
import type { CatalogueCounts, ValueTally } from './count-catalogue.ts';

/** More values than this are a measure, not a choice. */
const MOST_CHOICES = 80;
const LEAST_PRODUCTS = 3;
/** Of all products; below, a choice would hide most of the shop. */
const LEAST_COVER = 0.02;
/** Bits beyond which more values do not make a better question. */
const ENOUGH_BITS = 3;

/**
 * Attributes worth choosing by, best first: those that most products tell and whose values split them well. The merit
 * is cover · min(entropy of the values in bits, 3); an attribute of one value is none. `category` is among them when
 * the catalogue has a tree. How many rated a thing is nothing to choose by.
 */
export function rankFacets(counts: CatalogueCounts): string[] {
  const merits = [...counts.attributes]
    .filter(([attribute]) => attribute !== RATING_COUNT)
    .map(([attribute, values]) => ({
      attribute,
      merit: meritOf(values, counts.told.get(attribute) ?? 0, counts.products),
    }));
  const parents = new Set(
    [...counts.categories.keys()].map((key) => key.slice(0, Math.max(0, key.lastIndexOf('>')))),
  );
  const leaves = new Map([...counts.categories].filter(([key]) => !parents.has(key)));
  const filed = [...leaves.values()].reduce((sum, { products }) => sum + products, 0);
  return [...merits, { attribute: 'category', merit: meritOf(leaves, filed, counts.products) }]
    .filter(({ merit }) => merit > 0)
    .sort((left, right) => right.merit - left.merit || (left.attribute < right.attribute ? -1 : 1))
    .map(({ attribute }) => attribute);
}

function meritOf(values: ReadonlyMap<string, ValueTally>, told: number, products: number): number {
  const sizes = [...values.values()].map((tally) => tally.products);
  const repeated = sizes.filter((size) => size >= LEAST_PRODUCTS);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const usual = repeated.reduce((sum, size) => sum + size, 0);
  if (repeated.length < 2 || values.size > MOST_CHOICES * 20 || usual < total / 2) return 0;
  const cover = told / Math.max(1, products);
  if (cover < LEAST_COVER) return 0;
  const bits = sizes.reduce((sum, size) => sum - (size / total) * Math.log2(size / total), 0);
  const crowding = Math.min(1, MOST_CHOICES / values.size);
  return Math.min(1, cover) * Math.min(bits, ENOUGH_BITS) * crowding;
}
