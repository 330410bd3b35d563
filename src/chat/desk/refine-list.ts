import type { Draft, DraftWarning, Refinement } from '../../domain/desk/draft.ts';
import type { ShownProduct } from '../../domain/dialogue-state.ts';
import { hardConstraints, type Need } from '../../domain/need.ts';
import type { Product } from '../../domain/product.ts';
import type { ProductView } from '../../domain/turn.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import { fulfilsLimit } from '../fulfils-limits.ts';
import {
  type OfferedVariant,
  offeredVariants,
  toProductView,
  toShownProduct,
  type ViewContext,
  variantFacts,
} from '../product-view.ts';
import type { RuledShop } from '../under-rules.ts';

/** A list as an agent left it, with the facts of this moment. */
export interface RefinedList {
  readonly products: readonly ProductView[];
  readonly shown: readonly ShownProduct[];
  readonly warnings: readonly DraftWarning[];
}

export interface RefinePlace {
  readonly shop: RuledShop;
  /** What the list is for; its limits are looked at, and broken only with a warning. */
  readonly need: Need;
  readonly view: ViewContext;
}

/**
 * Looks up what an agent chose in the store, as every list is: prices, stock and words are those of now. Scores stay as the agent
 * saw them; what was in no list has none. A note takes the place of the reasons.
 *
 * @returns What is not sold in the market is left out, and in the warnings.
 */
export async function refineList(
  chosen: Refinement['products'],
  known: Pick<Draft, 'proposed' | 'alternatives'>,
  { shop, need, view }: RefinePlace,
): Promise<RefinedList> {
  const before = new Map(
    [...known.alternatives, ...known.proposed.products].map((product) => [product.productId, product]),
  );
  const found = await shop.store.products(chosen.map(({ productId }) => productId));
  const products: ProductView[] = [];
  const shown: ShownProduct[] = [];
  const warnings: DraftWarning[] = [];
  for (const { productId, note } of chosen) {
    const product = found.get(productId);
    const variantId = before.get(productId)?.variantId;
    const settled = product === undefined ? undefined : chooseOffer(product, { need, view, variantId });
    if (product === undefined || settled === undefined) {
      warnings.push({ productId, kind: 'not-sold' });
      continue;
    }
    const { offered, broken } = settled;
    const { score, parts, alike, reasons } = before.get(productId) ?? {};
    products.push({
      ...toProductView(product, offered, view),
      ...(score === undefined ? {} : { score }),
      ...(parts === undefined ? {} : { parts }),
      ...(alike === undefined ? {} : { alike }),
      ...(note !== undefined ? { reasons: [note] } : reasons === undefined ? {} : { reasons }),
    });
    shown.push(toShownProduct(product, offered, view));
    warnings.push(...broken.map((words): DraftWarning => ({ productId, kind: 'limit', words })));
    if (offered.offer.availability === 'out-of-stock') warnings.push({ productId, kind: 'out-of-stock' });
    if (shop.rulesFor(need).isExcluded(variantFacts(product, offered.variant)))
      warnings.push({ productId, kind: 'left-out-by-rule' });
  }
  return { products, shown, warnings };
}

/** @throws {AssistantError} INVALID_ARGUMENT when products cannot be sent: they are not sold there. */
export function assertSold({ warnings }: Pick<RefinedList, 'warnings'>, market: string): void {
  const missing = warnings.filter(({ kind }) => kind === 'not-sold').map(({ productId }) => productId);
  if (missing.length > 0)
    throw new AssistantError('INVALID_ARGUMENT', `Not sold in ${market}: ${missing.join(', ')}`, {
      details: { productIds: missing },
    });
}

interface SettledOffer {
  readonly offered: OfferedVariant;
  /** Limits that it breaks, in the shopper's words. */
  readonly broken: readonly string[];
}

/** The offer that breaks the fewest limits; among those the one that the assistant chose, else the first, cheapest in stock. */
function chooseOffer(
  product: Product,
  {
    need,
    view,
    variantId,
  }: { readonly need: Need; readonly view: ViewContext; readonly variantId: string | undefined },
): SettledOffer | undefined {
  const offers = offeredVariants(product, view.market, view.nowMs).map((offered) => ({
    offered,
    broken: brokenLimits(product, offered, need, view.nowMs),
  }));
  const fewest = Math.min(...offers.map(({ broken }) => broken.length));
  const best = offers.filter(({ broken }) => broken.length === fewest);
  return best.find(({ offered }) => offered.variant.variantId === variantId) ?? best[0];
}

function brokenLimits(
  product: Product,
  { variant, offer }: OfferedVariant,
  need: Need,
  nowMs: number,
): string[] {
  const limits = Map.groupBy(
    hardConstraints(need),
    ({ attribute, operator, value }) => `${attribute} ${operator === 'eq' ? 'eq' : `${operator} ${value}`}`,
  );
  // Several `eq` on one attribute are alternatives, everything else holds at once.
  return [...limits.values()].flatMap((alternatives) =>
    alternatives.some((limit) => fulfilsLimit(product, variant, offer, limit, nowMs))
      ? []
      : [alternatives.map(({ words, attribute }) => (words === '' ? attribute : words)).join(', ')],
  );
}
