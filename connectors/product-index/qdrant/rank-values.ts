import type { FacetCount } from '../../../src/ports/product-index.ts';
import { byCount } from './passing-products.ts';

/** Values of attributes by the products that have them on any variant: never fewer than have them on a passing one. */
export interface BoundedValues {
  /** Highest first. */
  readonly values: readonly { readonly attribute: string; readonly value: string; readonly bound: number }[];
  /** No value left out has more products; 0 when none is left out. */
  readonly restBound: number;
}

export interface ValueSource {
  /** The first values of all attributes together. */
  list(limit: number): Promise<BoundedValues>;
  /** Products that have the value on a passing variant. */
  count(attribute: string, value: string): Promise<number>;
}

/** Values listed at first, and counted at once. */
const FIRST_LIST = 512;
const GROWTH = 4;
const AT_ONCE = 16;

/**
 * The values of attributes with the most products, exactly, from a list that bounds the counts: values are counted from the
 * top of the list on, until the last one wanted has more products than any not counted can have.
 *
 * Cost: a request per counted value, a few more than are wanted; independent of the number of products.
 */
export async function rankValues(
  source: ValueSource,
  attributes: readonly string[],
  wanted: number,
): Promise<Map<string, FacetCount[]>> {
  const counted = new Map<string, Promise<number>>();
  const countOnce = (attribute: string, value: string) => {
    const key = JSON.stringify([attribute, value]);
    const count = counted.get(key) ?? source.count(attribute, value);
    counted.set(key, count);
    return count;
  };
  const ranked = new Map<string, FacetCount[]>();
  for (let limit = FIRST_LIST; ; limit *= GROWTH) {
    const bounded = await source.list(limit);
    for (const attribute of attributes) {
      if (ranked.has(attribute)) continue;
      const top = await rankOne(bounded, attribute, wanted, (value) => countOnce(attribute, value));
      if (top !== undefined) ranked.set(attribute, top);
    }
    if (attributes.every((attribute) => ranked.has(attribute))) return ranked;
  }
}

/** @returns undefined when the list is too short to tell. */
async function rankOne(
  { values, restBound }: BoundedValues,
  attribute: string,
  wanted: number,
  count: (value: string) => Promise<number>,
): Promise<FacetCount[] | undefined> {
  const candidates = values.filter((candidate) => candidate.attribute === attribute);
  const exact: FacetCount[] = [];
  for (let next = 0; ; next += AT_ONCE) {
    const top = exact.sort(byCount).slice(0, wanted);
    const last = top[wanted - 1];
    const bound = candidates[next]?.bound ?? restBound;
    // A tie is told by the value, so a value that may tie is counted too.
    if (bound === 0 || wanted === 0 || (last !== undefined && last.count > bound)) return top;
    if (next >= candidates.length) return undefined;
    const chunk = candidates.slice(next, next + AT_ONCE);
    const counts = await Promise.all(chunk.map(({ value }) => count(value)));
    exact.push(
      ...chunk.flatMap(({ value }, position) => {
        const products = counts[position] ?? 0;
        return products === 0 ? [] : [{ value, count: products }];
      }),
    );
  }
}
