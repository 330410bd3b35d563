import { type CompiledTarget, isTarget, type TargetFacts } from './match-target.ts';

interface Targeted {
  readonly target: CompiledTarget;
}

/** Filed positions by value, by what has the value: the product, its category, or one of its attributes. */
type Files = Map<string, Map<string, number[]>>;

/** Not names of attributes, which have no blanks before them. */
const PRODUCT = ' product';
const CATEGORY = ' category';

/**
 * Finds what is about a product: every target is filed under the one thing it demands that the fewest targets demand, so that
 * of a thousand rules only those that may be about it are looked at.
 *
 * @returns In the order given. Cost: the product's categories and values, and what is filed under them.
 */
export function indexTargets<T extends Targeted>(all: readonly T[]): (facts: TargetFacts) => T[] {
  const demanded = all.map(({ target }) => demandsOf(target));
  const counts = new Map<string, number>();
  for (const { name, values } of demanded.flat())
    for (const value of values) counts.set(keyOf(name, value), (counts.get(keyOf(name, value)) ?? 0) + 1);
  const filed: Files = new Map();
  demanded.forEach((demands, position) => {
    const costs = demands.map(({ name, values }) => {
      return [...values].reduce((sum, value) => sum + (counts.get(keyOf(name, value)) ?? 0), 0);
    });
    const rarest = demands[costs.indexOf(Math.min(...costs))];
    if (rarest !== undefined) file(filed, rarest, position);
  });

  return (facts) => {
    const positions = new Set<number>();
    for (const [name, values] of filed) {
      for (const value of valuesOf(facts, name))
        for (const position of values.get(value) ?? []) positions.add(position);
    }
    if (positions.size === 0) return [];
    return [...positions]
      .sort((left, right) => left - right)
      .flatMap((position) => all[position] ?? [])
      .filter(({ target }) => isTarget(target, facts));
  };
}

interface Demand {
  readonly name: string;
  readonly values: ReadonlySet<string>;
}

const demandsOf = ({ productIds, category, attributes }: CompiledTarget): Demand[] => [
  ...(productIds.size === 0 ? [] : [{ name: PRODUCT, values: productIds }]),
  ...(category === '' ? [] : [{ name: CATEGORY, values: new Set([category]) }]),
  ...attributes.map(({ attribute, anyOf }) => ({ name: attribute, values: new Set(anyOf) })),
];

const keyOf = (name: string, value: string): string => `${name}\n${value}`;

function valuesOf(facts: TargetFacts, name: string): readonly string[] {
  if (name === PRODUCT) return [facts.productId];
  return name === CATEGORY ? facts.categoryKeys : (facts.attributes[name] ?? []);
}

function file(filed: Files, { name, values }: Demand, position: number): void {
  const byValue = filed.get(name) ?? new Map<string, number[]>();
  filed.set(name, byValue);
  for (const value of values) {
    const there = byValue.get(value);
    if (there === undefined) byValue.set(value, [position]);
    else there.push(position);
  }
}
