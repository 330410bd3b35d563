import type { FacetCount } from '../../../src/ports/product-index.ts';
import { type Bits, forEachBit } from './bits.ts';
import type { Passing } from './evaluate-scope.ts';
import { CATEGORY, type RowValues } from './segment.ts';

type Totals = ReadonlyMap<string, Map<string, number>>;

/**
 * Products by attribute value over all segments; one pass over the values of passing variants,
 * whatever the number of attributes. `category` asks for category keys, also when an attribute happens to be called so.
 */
export function countFacets(
  passing: readonly Passing[],
  attributes: readonly string[],
  limit: number,
): Map<string, FacetCount[]> {
  const totals: Totals = new Map(attributes.map((attribute) => [attribute, new Map<string, number>()]));
  const isCategory = (attribute: string): boolean => attribute === CATEGORY;
  const isOther = (attribute: string): boolean => totals.has(attribute) && !isCategory(attribute);
  for (const { segment, products, variants } of passing) {
    if (totals.has(CATEGORY)) addCounts(segment.categories, products, isCategory, totals);
    if ([...totals.keys()].some(isOther)) {
      addCounts(segment.values, variants, isOther, totals, segment.productOfVariant);
    }
  }
  return new Map(attributes.map((attribute) => [attribute, highest(totals.get(attribute), limit)]));
}

/** @param owners By row: whose it is. Rows of one owner stand side by side and count once; without, each is its own. */
function addCounts(
  { ofRow, attributes, attributeOf, numbers }: RowValues,
  passing: Bits,
  isAsked: (attribute: string) => boolean,
  totals: Totals,
  owners?: Uint32Array,
): void {
  const { start, rows } = ofRow;
  const counts = new Uint32Array(attributeOf.length);
  /** The owner that counted last for a value, plus one; never reached for values not asked for. */
  const lastOwner = Uint32Array.from(attributeOf, (position) =>
    isAsked(attributes[position] ?? '') ? 0 : NOT_ASKED,
  );
  forEachBit(passing, (row) => {
    const owner = (owners?.[row] ?? row) + 1;
    const end = start[row + 1] ?? 0;
    for (let entry = start[row] ?? 0; entry < end; entry += 1) {
      const number = rows[entry] ?? 0;
      const last = lastOwner[number] ?? NOT_ASKED;
      if (last === owner || last === NOT_ASKED) continue;
      lastOwner[number] = owner;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  });
  for (const [attribute, values] of numbers) {
    const total = isAsked(attribute) ? totals.get(attribute) : undefined;
    if (total === undefined) continue;
    for (const [text, number] of values) {
      const count = counts[number] ?? 0;
      if (count > 0) total.set(text, (total.get(text) ?? 0) + count);
    }
  }
}

const NOT_ASKED = 0xffff_ffff;

function highest(counts: ReadonlyMap<string, number> = new Map(), limit: number): FacetCount[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1))
    .slice(0, limit);
}
