import type { Constraint } from '../domain/need.ts';
import {
  type Attributes,
  effectivePrice,
  type Offer,
  type Product,
  type Variant,
  variantAttributes,
} from '../domain/product.ts';
import { analyzeTerms, normalise } from '../text/analyze.ts';
import { toSpoken } from '../text/languages.ts';
import { type Concept, type ConceptKind, concept, formsOf, narrowerConcepts } from '../text/lexicon/index.ts';
import { isSameQuantity, keepsQuantity } from '../text/quantity-limits.ts';
import { namesSize } from '../text/sizes/names-size.ts';

/** What a product *is*, and what its texts say, does not change between two looks. */
const INDEX_BUSINESS: ReadonlySet<string> = new Set(['type', 'category', 'product', 'mentions']);

/**
 * Whether a variant keeps a hard limit, by the facts of the store at this moment. The index answered already; this is
 * the second look that a stale index cannot pass. A wider value includes its narrower ones (blue: navy), and
 * amounts are compared in any unit, as in the index. `type`, `category`, `product` and `mentions` are the index's business and pass.
 */
export function fulfilsLimit(
  product: Product,
  variant: Variant,
  offer: Offer,
  limit: Constraint,
  nowMs: number,
): boolean {
  if (limit.attribute === 'price') return keepsPrice(effectivePrice(offer, nowMs).amountMinor, limit);
  if (INDEX_BUSINESS.has(limit.attribute)) return true;
  const attributes: Attributes = variantAttributes(product, variant);
  const values =
    limit.attribute === 'brand'
      ? product.brand === undefined
        ? []
        : [product.brand]
      : (attributes[limit.attribute] ?? []);
  const wanted = new Set([String(limit.value), ...meantBy(limit).map(({ id }) => id)].map(normalise));
  const has = values.some(
    (value) =>
      wanted.has(normalise(value)) ||
      isSameQuantity(String(limit.value), value) ||
      (limit.attribute === 'size' && namesSize(value, String(limit.value))),
  );
  if (limit.operator === 'eq') return has;
  if (limit.operator === 'ne') return !has && !mentions(product, limit);
  const { operator } = limit;
  return values.some((value) => keepsQuantity(value, operator, String(limit.value)));
}

/** What a limit means by its value: the concept and the narrower ones; nothing when the lexicon does not know it. */
function meantBy(limit: Constraint): readonly Concept[] {
  const found = concept(limit.attribute as ConceptKind, String(limit.value));
  return found === undefined ? [] : narrowerConcepts(found);
}

function keepsPrice(amountMinor: number, limit: Constraint): boolean {
  const bound = Number(limit.value);
  if (limit.operator === 'lt') return amountMinor < bound;
  if (limit.operator === 'lte') return amountMinor <= bound;
  if (limit.operator === 'gt') return amountMinor > bound;
  if (limit.operator === 'gte') return amountMinor >= bound;
  return limit.operator === 'eq' ? amountMinor === bound : amountMinor !== bound;
}

/** A refused value may stand in the words only ("Crimson Scarf in red"): that is refused as well. */
function mentions(product: Product, limit: Constraint): boolean {
  const meant = meantBy(limit);
  return Object.entries(product.texts).some(([language, text]) => {
    const forms =
      meant.length === 0 ? [String(limit.value)] : meant.flatMap((each) => formsOf(each, toSpoken(language)));
    const terms = analyzeTerms(`${text.title}\n${text.description}`, language).join(' ');
    return forms.some((form) => {
      const stems = analyzeTerms(form, language).join(' ');
      return stems !== '' && ` ${terms} `.includes(` ${stems} `);
    });
  });
}
