import { keyOfPath } from '../../domain/category.ts';
import type { RuleTarget } from '../../domain/merchandising.ts';
import type { IndexFilter } from '../../ports/product-index.ts';

/** What rules look at of a product, or of a variant of it: as in the index, `brand` among the attributes. */
export interface TargetFacts {
  readonly productId: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly categoryKeys: readonly string[];
}

/** A target in the words of the index. Empty lists hold for everything. */
export interface CompiledTarget {
  readonly productIds: ReadonlySet<string>;
  /** Key of a category; empty for the whole tree. */
  readonly category: string;
  readonly attributes: readonly { readonly attribute: string; readonly anyOf: readonly string[] }[];
}

/** The value of an attribute as the catalogue writes it; as it is when the catalogue has no such value. */
export type CanonicalValue = (attribute: string, value: string) => string;

export function compileTarget(
  { productIds = [], category = '', brand, attributes = {} }: RuleTarget,
  canonicalValue: CanonicalValue,
): CompiledTarget {
  const named = [
    ...(brand === undefined ? [] : [['brand', [brand]] as const]),
    ...Object.entries(attributes),
  ];
  return {
    productIds: new Set(productIds),
    category: keyOfPath(category),
    attributes: named.map(([attribute, values]) => ({
      attribute,
      anyOf: values.map((value) => canonicalValue(attribute, value)),
    })),
  };
}

export const isTarget = (target: CompiledTarget, facts: TargetFacts): boolean =>
  (target.productIds.size === 0 || target.productIds.has(facts.productId)) &&
  (target.category === '' || facts.categoryKeys.includes(target.category)) &&
  target.attributes.every(({ attribute, anyOf }) =>
    facts.attributes[attribute]?.some((value) => anyOf.includes(value)),
  );

/** What passes is in the target; all hold. */
export const targetFilters = ({ productIds, category, attributes }: CompiledTarget): IndexFilter[] => [
  ...(productIds.size === 0 ? [] : [{ kind: 'product', anyOf: [...productIds] } as const]),
  ...(category === '' ? [] : [{ kind: 'category', anyOf: [category] } as const]),
  ...attributes.map(({ attribute, anyOf }) => ({ kind: 'attribute', attribute, anyOf }) as const),
];

/**
 * What passes is in none of the targets; all hold. Targets of one kind become one filter, so that a thousand excluded
 * products cost one look.
 */
export function refusalFilters(targets: readonly CompiledTarget[]): IndexFilter[] {
  const refusals = targets.map(toRefusals);
  const single = refusals.flatMap((of) => (of.length === 1 ? of : []));
  const several = refusals.filter((of) => of.length > 1);
  const products = single.flatMap((filter) => (filter.kind === 'not-product' ? filter.noneOf : []));
  const categories = single.flatMap((filter) => (filter.kind === 'not-category' ? filter.noneOf : []));
  const attributes = Map.groupBy(
    single.flatMap((filter) => (filter.kind === 'not-attribute' ? [filter] : [])),
    ({ attribute }) => attribute,
  );
  return [
    ...(products.length === 0 ? [] : [{ kind: 'not-product', noneOf: distinct(products) } as const]),
    ...(categories.length === 0 ? [] : [{ kind: 'not-category', noneOf: distinct(categories) } as const]),
    ...[...attributes].map(
      ([attribute, filters]) =>
        ({
          kind: 'not-attribute',
          attribute,
          noneOf: distinct(filters.flatMap(({ noneOf }) => noneOf)),
        }) as const,
    ),
    ...several.map((of) => ({ kind: 'any', of }) as const),
  ];
}

type Refusal = Extract<IndexFilter, { kind: 'not-product' | 'not-category' | 'not-attribute' }>;

/** One of them is enough to be out of the target. */
const toRefusals = ({ productIds, category, attributes }: CompiledTarget): Refusal[] => [
  ...(productIds.size === 0 ? [] : [{ kind: 'not-product', noneOf: [...productIds] } as const]),
  ...(category === '' ? [] : [{ kind: 'not-category', noneOf: [category] } as const]),
  ...attributes.map(({ attribute, anyOf }) => ({ kind: 'not-attribute', attribute, noneOf: anyOf }) as const),
];

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();
