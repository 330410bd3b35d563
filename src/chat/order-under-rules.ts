import type { RankedProduct } from '../domain/ranking.ts';
import { placePins } from '../ranking/rules/place-pins.ts';
import type { HeldRules } from '../ranking/rules/rule-book.ts';
import type { ListedProduct } from './list-products.ts';
import { toProductView, type ViewContext, variantFacts } from './product-view.ts';

/** A list that was not ranked by `rankCandidates`. */
export interface OrderRequest {
  /** Best first; what is pinned and may be shown is among them, at whatever place. */
  readonly listed: readonly ListedProduct[];
  readonly held: HeldRules;
  readonly view: ViewContext;
}

/**
 * Boosts, buries and pins what is listed, as parts of the scores; what the shop had a hand in says so.
 *
 * @returns Highest score first; the same list when no rule holds.
 */
export function orderUnderRules({ listed, held, view }: OrderRequest): readonly ListedProduct[] {
  if (held.version === '') return listed;
  const places = new Map(held.pins.map((pin) => [pin.productId, pin]));
  const moved = listed.map(({ product, offered, ranked }): RankedProduct => {
    const parts = held.partsOf(variantFacts(product, offered.variant));
    if (parts.length === 0) return ranked;
    const score = parts.reduce((sum, { contribution }) => sum + contribution, ranked.score);
    return { ...ranked, score, parts: [...ranked.parts, ...parts] };
  });
  const isPinned = ({ productId }: RankedProduct) => places.has(productId);
  const others = moved.filter((entry) => !isPinned(entry)).sort((left, right) => right.score - left.score);
  const pinned = new Map(moved.filter(isPinned).map((entry) => [entry.productId, entry]));
  const known = new Map(listed.map((entry) => [entry.ranked.productId, entry]));
  return placePins(others, pinned, held.pins).flatMap((ranked): ListedProduct[] => {
    const entry = known.get(ranked.productId);
    if (entry === undefined || entry.ranked === ranked) return entry === undefined ? [] : [entry];
    const { product, offered, reasons } = entry;
    const lift = ranked.score - entry.ranked.score;
    return [
      {
        product,
        offered,
        ranked,
        view: toProductView(product, offered, view, ranked),
        reasons: lift > 0 ? [{ kind: 'picked-by-shop' }, ...reasons] : reasons,
      },
    ];
  });
}
