import type { Constraint } from '../domain/need.ts';
import { type Product, productText } from '../domain/product.ts';
import type { RankedProduct } from '../domain/ranking.ts';
import { asksForRatings, productRating } from '../domain/rating.ts';
import type { IndexedFacts, IndexScope } from '../ports/product-index.ts';
import { explainRanking } from '../ranking/explain-ranking.ts';
import type { TargetFacts } from '../ranking/rules/match-target.ts';
import { fulfilsLimit } from './fulfils-limits.ts';
import type { ListedProduct, ListRequest, ProductList } from './list-products.ts';
import { matchedWords } from './matched-words.ts';
import {
  type OfferedVariant,
  offeredVariants,
  toProductView,
  type ViewContext,
  variantFacts,
} from './product-view.ts';
import type { Shop } from './shop.ts';

/** What the first look found out. */
export interface FirstLook {
  /** Hard limits left in force. */
  readonly limits: readonly Constraint[];
  readonly scope: IndexScope;
  /** By productId. */
  readonly facts: ReadonlyMap<string, IndexedFacts>;
  /** What a rule keeps out. */
  readonly isExcluded: (facts: TargetFacts) => boolean;
}

/**
 * Looks ranked products up in the store until `limit` are confirmed, drops what does not keep the limits there, and takes
 * words and facts from it.
 *
 * @returns `looked` is how many of `ranked` were looked at.
 */
export async function confirmInStore(
  shop: Shop,
  request: ListRequest,
  ranked: readonly RankedProduct[],
  look: FirstLook,
): Promise<Pick<ProductList, 'products' | 'similarTitle'> & { readonly looked: number }> {
  // Also those that are only named in a reason.
  const products = await shop.store.products([
    ...ranked.flatMap(({ productId, because = [] }) => [
      productId,
      ...because.map((cause) => cause.productId),
    ]),
    ...(request.need.similarTo === undefined ? [] : [request.need.similarTo]),
  ]);
  const titleOf = (productId: string) => {
    const product = products.get(productId);
    return product === undefined ? undefined : productText(product, request.view.language).title;
  };
  const causeOf = (productId: string) => {
    const product = products.get(productId);
    return product === undefined || shop.isSensitive(product) ? undefined : titleOf(productId);
  };
  const own = new Set([...request.opened, ...request.history.map(({ productId }) => productId)]);
  const { country } = request.market;
  const context: ViewContext = { ...request.view, market: request.market.country, labels: shop.vocabulary };
  const similarTitle = request.need.similarTo === undefined ? undefined : titleOf(request.need.similarTo);
  // What was given up is no reason.
  const soft = request.need.constraints.filter(({ strength }) => strength === 'soft');
  const kept = { ...request.need, constraints: [...soft, ...look.limits] };
  const listed: ListedProduct[] = [];
  let looked = 0;
  for (const entry of ranked) {
    if (listed.length === request.limit) break;
    looked += 1;
    const product = products.get(entry.productId);
    const offered = product === undefined ? undefined : chooseVariant(product, request, look);
    if (product === undefined || offered === undefined) continue;
    const rating = asksForRatings(kept) ? productRating(product) : undefined;
    const reasons = explainRanking(entry, {
      ...(rating === undefined ? {} : { rating }),
      need: kept,
      facts: look.facts.get(entry.productId),
      labels: (attribute, value) => shop.vocabulary.labelOf(attribute, value, context.language),
      titleOf: causeOf,
      own,
      ...(shop.recommender.knowsMarket(country) ? { country } : {}),
      matchedWords: matchedWords(request.need.query, request.view.language, product),
      ...(similarTitle === undefined ? {} : { similarTitle }),
    });
    listed.push({
      product,
      offered,
      ranked: entry,
      reasons,
      view: toProductView(product, offered, context, entry),
    });
  }
  return { products: listed, looked, ...(similarTitle === undefined ? {} : { similarTitle }) };
}

/**
 * The cheapest variant that keeps every limit by the store's facts now. One that is sold out counts only when the first
 * look had to take sold-out ones in.
 */
function chooseVariant(
  product: Product,
  request: ListRequest,
  { limits, scope, isExcluded }: FirstLook,
): OfferedVariant | undefined {
  const { nowMs } = request.view;
  const isAvailable = scope.filters.some(({ kind }) => kind === 'availability');
  const byAttribute = Map.groupBy(
    limits,
    (limit) => `${limit.attribute} ${limit.operator === 'eq' ? 'eq' : `${limit.operator} ${limit.value}`}`,
  );
  return offeredVariants(product, request.market.country, nowMs).find(
    ({ variant, offer }) =>
      !(isAvailable && offer.availability === 'out-of-stock') &&
      !isExcluded(variantFacts(product, variant)) &&
      // Several `eq` on one attribute are alternatives, everything else holds at once.
      [...byAttribute.values()].every((alternatives) =>
        alternatives.some((limit) => fulfilsLimit(product, variant, offer, limit, nowMs)),
      ),
  );
}
