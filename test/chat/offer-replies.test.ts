import { describe, expect, it } from 'vitest';
import { offerReplies } from '../../src/chat/offer-replies.ts';
import { SCARVES, shownProduct, withScarves } from '../dialogue/support.ts';
import { SCARVES as PRODUCTS } from '../support/small-shop.ts';
import { turnIn } from './turn-context.ts';

describe('offerReplies', () => {
  it('offers each product that could be meant, by its place on screen, else by its title', async () => {
    const options = [...SCARVES.slice(1), shownProduct('elsewhere', 1)];
    const chips = offerReplies([{ type: 'clarify', options }], withScarves(), await turnIn(PRODUCTS));
    expect(chips.map(({ message }) => message)).toEqual(['2', '3', 'Title of elsewhere']);
    expect(chips.map(({ label }) => label)).toEqual(options.map(({ title }) => title));
  });

  it('offers a person where nothing can be done, once, and leads to no products', async () => {
    const acts = [
      { type: 'cannot', about: 'return' },
      { type: 'cannot', about: 'order-status' },
    ] as const;
    const chips = offerReplies(acts, withScarves(), await turnIn(PRODUCTS));
    expect(chips).toMatchObject([{ count: 0 }]);
    expect(offerReplies([{ type: 'greet' }], withScarves(), await turnIn(PRODUCTS))).toEqual([]);
  });
});
