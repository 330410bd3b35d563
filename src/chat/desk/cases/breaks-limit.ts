import { categoryKeys } from '../../../domain/category.ts';
import type { Constraint } from '../../../domain/need.ts';
import { type Product, variantAttributes } from '../../../domain/product.ts';
import type { ProductView } from '../../../domain/turn.ts';
import { normalise } from '../../../text/analyze.ts';
import { type ConceptKind, concept, narrowerConcepts } from '../../../text/lexicon/index.ts';

/** Of the words rather than of the facts: the index alone answers for these. */
const NOT_JUDGED: ReadonlySet<string> = new Set(['type', 'words']);

type Limit = Pick<Constraint, 'attribute' | 'operator' | 'value'>;

/**
 * The hard limits that a shown product breaks, judged by the product's facts and the price on the card, without the code that
 * filters. Several `eq` of one attribute are alternatives.
 */
export function brokenLimits(view: ProductView, product: Product, limits: readonly Limit[]): string[] {
  const groups = Map.groupBy(
    limits.filter(({ attribute }) => !NOT_JUDGED.has(attribute)),
    ({ attribute, operator, value }) => `${attribute} ${operator === 'eq' ? 'eq' : `${operator} ${value}`}`,
  );
  return [...groups].flatMap(([name, alternatives]) =>
    alternatives.some((limit) => isKept(view, product, limit)) ? [] : [name],
  );
}

function isKept(view: ProductView, product: Product, { attribute, operator, value }: Limit): boolean {
  if (attribute === 'price') return compares(view.price.amountMinor, operator, Number(value));
  const has = valuesOf(view, product, attribute).some((own) => isOrIsNarrower(attribute, own, String(value)));
  return operator === 'ne' ? !has : has;
}

function compares(left: number, operator: Constraint['operator'], right: number): boolean {
  switch (operator) {
    case 'lt':
      return left < right;
    case 'lte':
      return left <= right;
    case 'gt':
      return left > right;
    case 'gte':
      return left >= right;
    case 'eq':
      return left === right;
    case 'ne':
      return left !== right;
  }
}

function valuesOf(view: ProductView, product: Product, attribute: string): readonly string[] {
  if (attribute === 'brand') return product.brand === undefined ? [] : [product.brand];
  if (attribute === 'category') return categoryKeys(product.category);
  const variant = product.variants.find(({ variantId }) => variantId === view.variantId);
  return variant === undefined ? [] : (variantAttributes(product, variant)[attribute] ?? []);
}

function isOrIsNarrower(attribute: string, own: string, wanted: string): boolean {
  if (normalise(own) === normalise(wanted)) return true;
  const found = concept(attribute as ConceptKind, wanted);
  return found !== undefined && narrowerConcepts(found).some(({ id }) => normalise(id) === normalise(own));
}
