import { expect, it } from 'vitest';
import { underRefinement } from '../../../src/chat/desk/under-refinement.ts';
import type { RuledShop } from '../../../src/chat/under-rules.ts';
import type { RefinedLists } from '../../../src/domain/dialogue-state.ts';
import type { Need } from '../../../src/domain/need.ts';
import type { IndexFilter } from '../../../src/ports/product-index.ts';
import { NO_HELD_RULES } from '../../../src/ranking/rules/rule-book.ts';

const SCARVES: Need = { query: 'scarves', constraints: [] };
const facts = (productId: string) => ({ productId, attributes: {}, categoryKeys: [] });

/** A shop of which only the rules and the filters of the search are looked at. */
function ruled(refined: RefinedLists | undefined) {
  const filters: IndexFilter[] = [];
  const shop = {
    retriever: {
      within(part: (need: Need) => readonly IndexFilter[]) {
        filters.push(...part(SCARVES));
        return this;
      },
    },
    rulesFor: () => ({
      ...NO_HELD_RULES,
      pins: [
        { rule: 'merchant', productId: 'a', position: 1 },
        { rule: 'merchant', productId: 'd', position: 2 },
      ],
      isExcluded: ({ productId }: { readonly productId: string }) => productId === 'x',
    }),
  } as unknown as RuledShop;
  return { shop, filters, refined: underRefinement(shop, refined) };
}

it('is the shop itself where nothing was refined', () => {
  const { shop, refined } = ruled(undefined);
  expect(refined).toBe(shop);
});

it('keeps what is banned out of the search, out of the store’s confirmation and out of every pin', () => {
  const { filters, refined } = ruled({ banned: ['a', 'b'] });
  expect(filters).toEqual([{ kind: 'not-product', noneOf: ['a', 'b'] }]);
  const rules = refined.rulesFor(SCARVES);
  expect(['a', 'b', 'x', 'c'].map((id) => rules.isExcluded(facts(id)))).toEqual([true, true, true, false]);
  expect(rules.pins.map(({ productId }) => productId)).toEqual(['d']);
});

it('puts single places among those of the merchant, first where both are the same', () => {
  const order = { need: '[["scarves"],""]', places: [{ productId: 'c', position: 2 }] };
  expect(ruled({ banned: [], order }).refined.rulesFor(SCARVES).pins).toEqual([
    { rule: 'merchant', productId: 'a', position: 1 },
    { rule: 'refined', productId: 'c', position: 2 },
    { rule: 'merchant', productId: 'd', position: 2 },
  ]);
});

it('puts the order of the need it was made for before what the merchant pins, and no other', () => {
  const order = {
    need: '[["scarves"],""]',
    places: [
      { productId: 'c', position: 1 },
      { productId: 'a', position: 1 },
    ],
  };
  const { refined } = ruled({ banned: [], order });
  expect(refined.rulesFor(SCARVES).pins).toEqual([
    { rule: 'refined', productId: 'c', position: 1 },
    { rule: 'refined', productId: 'a', position: 1 },
    { rule: 'merchant', productId: 'd', position: 2 },
  ]);
  const lamps = { query: 'lamps', constraints: [] };
  expect(refined.rulesFor(lamps).pins.map(({ rule }) => rule)).toEqual(['merchant', 'merchant']);
});
