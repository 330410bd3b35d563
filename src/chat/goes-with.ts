import { categoryKey, categoryKeys } from '../domain/category.ts';
import { EMPTY_NEED } from '../domain/need.ts';
import { effectivePrice, type Product, productText } from '../domain/product.ts';
import type { RankedProduct } from '../domain/ranking.ts';
import type { Reason } from '../domain/reason.ts';
import type { HeldRules } from '../ranking/rules/rule-book.ts';
import type { Recommender } from '../recommendation/recommender.ts';
import type { ListedProduct } from './list-products.ts';
import { orderUnderRules } from './order-under-rules.ts';
import {
  type OfferedVariant,
  offeredVariants,
  toProductView,
  type ViewContext,
  variantFacts,
} from './product-view.ts';
import type { Shop } from './shop.ts';
import { underRules } from './under-rules.ts';

export interface GoesWithRequest {
  readonly productId: string;
  readonly limit: number;
  /** Minor units of the market's currency, inclusive. */
  readonly maxPriceMinor?: number;
  readonly exclude?: readonly string[];
  readonly view: ViewContext;
  /** As of `Audience`. */
  readonly segments: readonly string[];
}

/** How it is known that two things go together, the surest first. */
type Evidence = 'bought-together' | 'looked-together' | 'neighbours';

/** The surer the evidence, the higher; within one kind of evidence products differ by less than 0.5. */
const EVIDENCE_VALUE: Readonly<Record<Evidence, number>> = {
  'bought-together': 1,
  'looked-together': 0.5,
  neighbours: 0,
};
const STRENGTH_WEIGHT = 0.5;
/** Of the neighbours, when nothing is proven. */
const NEIGHBOUR_LIMIT = 200;

export interface Companion {
  readonly productId: string;
  readonly evidence: Evidence;
  /** In [0, 1), comparable within one kind of evidence. */
  readonly strength: number;
  /** Days of shoppers on which both were bought; 0 when that is not proven. */
  readonly together: number;
}

/** What behaviour knows to go with a product: proven complements first, then its neighbours; none twice. */
export function companionsOf(recommender: Recommender, productId: string): Companion[] {
  const proven = recommender.complements(productId).map(
    (complement): Companion => ({
      productId: complement.productId,
      evidence: complement.together > 0 ? 'bought-together' : 'looked-together',
      strength: complement.affinity / (1 + complement.affinity),
      together: complement.together,
    }),
  );
  const known = new Set(proven.map((companion) => companion.productId));
  const neighbours = recommender.goesWith(productId, NEIGHBOUR_LIMIT).flatMap((neighbour): Companion[] => {
    if (known.has(neighbour.productId)) return [];
    const strength = neighbour.score / (1 + neighbour.score);
    return [{ productId: neighbour.productId, evidence: 'neighbours', strength, together: 0 }];
  });
  return [...proven, ...neighbours];
}

/**
 * What completes a product: things of other leaf categories that can be had, proven complements before mere neighbours, each
 * with its reason. Nothing that a rule of the merchant keeps out. A product whose category is not known may go with all.
 *
 * @returns Best first; empty when the product is gone, or nothing is known.
 */
export async function findGoesWith(shop: Shop, request: GoesWithRequest): Promise<readonly ListedProduct[]> {
  const { productId, view } = request;
  const companions = companionsOf(shop.recommender, productId);
  const [anchor] = (await shop.store.products([productId])).values();
  if (anchor === undefined) return [];
  const held = rulesOn(anchor, shop, request);
  const picked = held.pins.map((pin) => pin.productId).filter((id) => id !== productId);
  const products = await shop.store.products([...companions.map((found) => found.productId), ...picked]);
  const title = productText(anchor, view.language).title;
  const refused = new Set(request.exclude);
  const isPicked = new Set(picked);
  const known = new Set(companions.map((companion) => companion.productId));
  const unproposed = picked.filter((id) => !known.has(id)).map(unknownCompanion);
  const listed = [...companions, ...unproposed].flatMap((companion): ListedProduct[] => {
    const product = products.get(companion.productId);
    if (product === undefined || refused.has(companion.productId)) return [];
    if (isSameShelf(anchor, product) && !isPicked.has(companion.productId)) return [];
    const offered = offeredVariants(product, view.market, view.nowMs).find(
      (offer) => isWithin(offer, request) && !held.isExcluded(variantFacts(product, offer.variant)),
    );
    if (offered === undefined) return [];
    const ranked = toRanked(companion, productId);
    const reasons = known.has(companion.productId) ? [toReason(companion, title)] : [];
    return [{ product, offered, ranked, reasons, view: toProductView(product, offered, view, ranked) }];
  });
  return orderUnderRules({ listed, held, view }).slice(0, Math.max(0, request.limit));
}

function rulesOn(anchor: Product, shop: Shop, { view, segments }: GoesWithRequest): HeldRules {
  const moment = { ...view, segments, categories: categoryKeys(anchor.category) };
  return underRules(shop, moment).rulesFor(EMPTY_NEED);
}

/** What a rule puts into the list, and nothing is known of. */
const unknownCompanion = (productId: string): Companion => ({
  productId,
  evidence: 'neighbours',
  strength: 0,
  together: 0,
});

/** Two of one leaf category are alternatives, not companions. */
function isSameShelf(left: Product, right: Product): boolean {
  const leaf = categoryKey(left.category);
  return leaf !== '' && leaf === categoryKey(right.category);
}

const isWithin = ({ offer }: OfferedVariant, { maxPriceMinor, view }: GoesWithRequest): boolean =>
  offer.availability !== 'out-of-stock' &&
  (maxPriceMinor === undefined || effectivePrice(offer, view.nowMs).amountMinor <= maxPriceMinor);

function toRanked({ productId, evidence, strength }: Companion, anchorId: string): RankedProduct {
  const parts = [
    { signal: evidence, weight: 1, value: EVIDENCE_VALUE[evidence] },
    { signal: `${evidence}-strength`, weight: STRENGTH_WEIGHT, value: strength },
  ].map((part) => ({ ...part, contribution: part.weight * part.value }));
  return {
    productId,
    score: parts.reduce((sum, { contribution }) => sum + contribution, 0),
    parts,
    because: [{ productId: anchorId, share: 1 }],
    sources: ['neighbours'],
  };
}

export function toReason({ evidence, together }: Companion, title: string): Reason {
  switch (evidence) {
    case 'bought-together':
      return { kind: 'bought-with', title, count: together };
    case 'looked-together':
      return { kind: 'viewed-with', title };
    case 'neighbours':
      return { kind: 'chosen-with', title, share: 1 };
  }
}
