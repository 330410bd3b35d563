import type { Schemas } from '@qdrant/js-client-rest';
import type { IndexField, IndexFilter, IndexScope } from '../../../src/ports/product-index.ts';
import type { RangeFilter } from '../quantity-range.ts';
import { attributeToken, quantityName, toPointId } from './points.ts';

type Condition = Schemas['Condition'];
/** A condition, or what it comes to whatever the product is. */
type Truth = Condition | boolean;

/** Clauses of one branch that tell of the product, and those that tell of one variant. */
interface Branch {
  readonly product: readonly Truth[];
  readonly variant: readonly Truth[];
}

/**
 * A scope as a filter over points: one offer of the market fulfils all that is said of variants.
 *
 * An alternative between product and variant ("scarves, or anything red") parts the filter in two branches, so that n of
 * them make up to 2^n.
 *
 * @returns undefined when nothing can pass.
 */
export function toFilter({ market, filters }: IndexScope): Schemas['Filter'] | undefined {
  const branches = filters.map(leavesOf).reduce(addClause, [{ product: [], variant: [] }]);
  const condition = or(
    branches.map(({ product, variant }) => {
      const offer = and([{ key: 'market', match: { value: market } }, ...variant]);
      return and([...product, typeof offer === 'boolean' ? offer : nested('offers', offer)]);
    }),
  );
  if (typeof condition === 'boolean') return condition ? {} : undefined;
  return toQdrantFilter(condition);
}

/** Alternatives of alternatives are alternatives. */
const leavesOf = (filter: IndexFilter): Leaf[] =>
  filter.kind === 'any' ? filter.of.flatMap(leavesOf) : [filter];

type Leaf = Exclude<IndexFilter, { readonly kind: 'any' }>;
type VariantLeaf = Extract<
  Leaf,
  { readonly kind: 'attribute' | 'not-attribute' | 'range' | 'price' | 'availability' }
>;
type ProductLeaf = Exclude<Leaf, VariantLeaf>;

const VARIANT_KINDS: ReadonlySet<string> = new Set<VariantLeaf['kind']>([
  'attribute',
  'not-attribute',
  'range',
  'price',
  'availability',
]);
const isVariantLeaf = (leaf: Leaf): leaf is VariantLeaf => VARIANT_KINDS.has(leaf.kind);
const isProductLeaf = (leaf: Leaf): leaf is ProductLeaf => !isVariantLeaf(leaf);

function addClause(branches: readonly Branch[], leaves: readonly Leaf[]): readonly Branch[] {
  const ofVariant = leaves.filter(isVariantLeaf);
  const product = or(leaves.filter(isProductLeaf).map(productCondition));
  const variant = or(ofVariant.map(variantCondition));
  return branches.flatMap((branch) => [
    ...(product === false && ofVariant.length > 0
      ? []
      : [{ ...branch, product: [...branch.product, product] }]),
    ...(ofVariant.length === 0 ? [] : [{ ...branch, variant: [...branch.variant, variant] }]),
  ]);
}

/** Keys are those of an element of `offers`. */
function variantCondition(filter: VariantLeaf): Truth {
  switch (filter.kind) {
    case 'attribute':
      return oneOf(
        'attributes',
        filter.anyOf.map((value) => attributeToken(filter.attribute, value)),
      );
    case 'not-attribute':
      return not(
        oneOf(
          'attributes',
          filter.noneOf.map((value) => attributeToken(filter.attribute, value)),
        ),
      );
    case 'availability':
      return oneOf('availability', filter.anyOf);
    case 'range':
      return quantityCondition(filter);
    case 'price':
      return between('price', filter.minMinor, filter.maxMinor);
  }
}

/** Name and value are those of one and the same quantity. */
function quantityCondition({ attribute, unit, min, max }: RangeFilter): Truth {
  const name: Condition = { key: 'name', match: { value: quantityName(attribute, unit) } };
  const quantity = and([name, between('value', min, max)]);
  return typeof quantity === 'boolean' ? quantity : nested('quantities', quantity);
}

/** JSON has no infinity: an end that excludes nothing is left out, and one that excludes everything is an answer. */
function between(key: string, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): Truth {
  const excludesAll =
    !(least <= most) || least === Number.POSITIVE_INFINITY || most === Number.NEGATIVE_INFINITY;
  if (excludesAll) return false;
  const range = {
    ...(Number.isFinite(least) ? { gte: least } : {}),
    ...(Number.isFinite(most) ? { lte: most } : {}),
  };
  return Object.keys(range).length === 0 ? true : { key, range };
}

function productCondition(filter: ProductLeaf): Truth {
  switch (filter.kind) {
    case 'category':
      return oneOf('categoryKeys', filter.anyOf);
    case 'not-category':
      return not(oneOf('categoryKeys', filter.noneOf));
    case 'terms':
      return termsCondition(filter.fields, filter.anyOf);
    case 'not-terms':
      return not(termsCondition(filter.fields, filter.noneOf));
    case 'product':
      return hasId(filter.anyOf);
    case 'not-product':
      return not(hasId(filter.noneOf));
  }
}

const termsCondition = (fields: readonly IndexField[], alternatives: readonly (readonly string[])[]): Truth =>
  or(
    fields.flatMap((field) =>
      alternatives.map((terms) =>
        and(terms.map((term) => ({ key: `words.${field}.terms`, match: { value: term } }))),
      ),
    ),
  );

const nested = (key: string, condition: Condition): Condition => ({
  nested: { key, filter: toQdrantFilter(condition) },
});

/** A server in strict mode counts conditions: none stands in brackets of its own. */
const toQdrantFilter = (condition: Condition): Schemas['Filter'] =>
  'must' in condition || 'should' in condition || 'must_not' in condition ? condition : { must: [condition] };

const oneOf = (key: string, values: readonly string[]): Truth =>
  values.length === 0 ? false : { key, match: { any: [...values] } };

const hasId = (productIds: readonly string[]): Truth =>
  productIds.length === 0 ? false : { has_id: productIds.map(toPointId) };

function and(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  const [first, ...others] = parts.filter((part) => typeof part !== 'boolean');
  if (first === undefined) return true;
  return others.length === 0 ? first : { must: [first, ...others] };
}

function or(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true;
  const [first, ...others] = parts.filter((part) => typeof part !== 'boolean');
  if (first === undefined) return false;
  return others.length === 0 ? first : { should: [first, ...others] };
}

const not = (part: Truth): Truth => (typeof part === 'boolean' ? !part : { must_not: [part] });
