import type { RefinedLists } from '../../domain/dialogue-state.ts';
import type { Need } from '../../domain/need.ts';
import type { HeldRules, Pin } from '../../ranking/rules/rule-book.ts';
import type { RuledShop } from '../under-rules.ts';

/** What agents do stands in the parts of a score as the rules of a merchant do. */
const REFINED = 'refined';

/**
 * The shop as a person of the shop has refined its lists for one conversation: what they banned is in no list, no count and no
 * proposal; what they put in order or pinned keeps it in every list of the same need that it fits, by a part of the score. Where a
 * rule of the merchant gives the same place, the person goes first.
 */
export function underRefinement(shop: RuledShop, refined: RefinedLists | undefined): RuledShop {
  if (refined === undefined) return shop;
  const banned = new Set(refined.banned);
  const held = new WeakMap<Need, HeldRules>();

  function rulesFor(need: Need): HeldRules {
    const known = held.get(need);
    if (known !== undefined) return known;
    const rules = shop.rulesFor(need);
    const own = pinsFor(refined, need).filter(({ productId }) => !banned.has(productId));
    const placed = new Set(own.map(({ productId }) => productId));
    const found: HeldRules = {
      ...rules,
      pins: mergePins(
        own,
        rules.pins.filter(({ productId }) => !placed.has(productId) && !banned.has(productId)),
      ),
      isExcluded: (facts) => banned.has(facts.productId) || rules.isExcluded(facts),
    };
    held.set(need, found);
    return found;
  }

  const retriever =
    banned.size === 0
      ? shop.retriever
      : shop.retriever.within(() => [{ kind: 'not-product', noneOf: refined.banned }]);
  return { ...shop, retriever, rulesFor };
}

const pinsFor = (refined: RefinedLists | undefined, need: Need): readonly Pin[] =>
  refined?.order === undefined || refined.order.need !== needKey(need)
    ? []
    : refined.order.places.map((place) => ({ rule: REFINED, ...place }));

/** An order goes before all places of the merchant's; single places stand among them. */
function mergePins(own: readonly Pin[], merchants: readonly Pin[]): readonly Pin[] {
  const all = [...own, ...merchants];
  const isOrder = own.some(({ position }, at) => position <= (own[at - 1]?.position ?? 0));
  return isOrder ? all : all.toSorted((left, right) => left.position - right.position);
}

/** Names what is looked for without its limits: the kinds of things and what it should be like, or the words where no kind is known. */
export function needKey({ query, constraints, similarTo }: Need): string {
  const kinds = constraints.filter(
    ({ attribute, operator, known }) =>
      known && operator === 'eq' && (attribute === 'type' || attribute === 'category'),
  );
  const asked = kinds.map(({ attribute, value }) => `${attribute} ${value}`).sort();
  return JSON.stringify([asked.length === 0 ? [query.trim()] : [...new Set(asked)], similarTo ?? '']);
}
