import { describe, expect, it } from 'vitest';
import type { CartView } from '../../src/domain/cart.ts';
import type { BasketAnswer, BasketClient } from '../../src/widget/basket-client.ts';
import { BasketController } from '../../src/widget/basket-controller.ts';
import { basketLine } from '../support/scripted-basket.ts';

const cartOf = (...quantities: number[]): CartView => {
  const lines = quantities.map((quantity, index) => basketLine(`scarf-${index + 1}`, quantity));
  const pieces = quantities.reduce((sum, quantity) => sum + quantity, 0);
  return { lines, pieces, changedLineIds: lines.map(({ lineId }) => lineId) };
};
const done = (cart: CartView): BasketAnswer<CartView> => ({ kind: 'done', value: cart });
const failed = (code: string): BasketAnswer<never> => ({ kind: 'failed', failure: { code } });

/** Every request waits until the test answers it. */
function openBasket() {
  const asked: {
    readonly name: string;
    readonly key?: string;
    answer(answer: BasketAnswer<CartView>): void;
  }[] = [];
  const ask = (name: string, key?: string) =>
    new Promise<BasketAnswer<CartView>>((answer) => {
      asked.push({ name, answer, ...(key !== undefined && { key }) });
    });
  const client: BasketClient = {
    show: () => ask('show'),
    add: (_conversation, _wish, key) => ask('add', key),
    setQuantity: (_conversation, _lineId, quantity, key) => ask(`set ${quantity}`, key),
    checkout: async () => failed('NOT_FOUND'),
    product: async () => failed('NOT_FOUND'),
  };
  let keys = 0;
  const place = { conversationId: 'c1', token: 't' };
  const basket = new BasketController({
    client,
    conversation: () => ({ ...place }),
    changed: () => {},
    newKey() {
      keys += 1;
      return `key-${keys}`;
    },
  });
  const heard = async (count: number) => await expect.poll(() => asked.length, { interval: 1 }).toBe(count);
  return { basket, asked, heard, place };
}

describe('the basket on screen', () => {
  it('is never ahead of what the server told', async () => {
    const { basket, asked, heard } = openBasket();
    basket.take(cartOf(1));
    const [line] = cartOf(1).lines;
    const change = line === undefined ? undefined : basket.setQuantity(line, 2);
    await heard(1);
    expect([basket.cart?.pieces, basket.isPending('scarf-1-1')]).toEqual([1, true]);
    asked[0]?.answer(done(cartOf(2)));
    await change;
    expect([basket.cart?.pieces, basket.isPending('scarf-1-1')]).toEqual([2, false]);
  });

  it('drops an answer that is older than what was told since', async () => {
    const { basket, asked, heard } = openBasket();
    const reading = basket.reread();
    await heard(1);
    basket.take(cartOf(1, 1));
    asked[0]?.answer(done(cartOf(1)));
    await reading;
    expect(basket.cart?.pieces).toBe(2);
  });

  it.each([
    ['in the order they were asked in', [0, 1]],
    ['the other way round', [1, 0]],
  ])('is that of the later of two questions, answered %s', async (_order, order) => {
    const { basket, asked, heard } = openBasket();
    const reading = Promise.all([basket.reread(), basket.reread()]);
    await heard(2);
    for (const index of order) asked[index]?.answer(done(index === 0 ? cartOf(1) : cartOf(1, 1)));
    await reading;
    expect(basket.cart?.pieces).toBe(2);
  });

  it('sends one tap after the other, and a tap that is under way not again', async () => {
    const { basket, asked, heard } = openBasket();
    const wish = { productId: 'scarf-1', quantity: 1 };
    const first = basket.add(wish, 'a');
    await basket.add(wish, 'a');
    const second = basket.add({ productId: 'scarf-2', quantity: 1 }, 'b');
    await heard(1);
    asked[0]?.answer(done(cartOf(1)));
    await first;
    await heard(2);
    asked[1]?.answer(done(cartOf(1, 1)));
    await second;
    expect(new Set(asked.map(({ key }) => key)).size).toBe(2);
    expect(basket.outcome('b')).toMatchObject({ kind: 'done', line: { productId: 'scarf-2' } });
  });

  it('tries again under the same key where nobody knows whether it was done, and only there', async () => {
    const { basket, asked, heard } = openBasket();
    const adding = basket.add({ productId: 'scarf-1', quantity: 1 }, 'a');
    await heard(1);
    asked[0]?.answer(failed('COMMERCE_UNAVAILABLE'));
    await adding;
    const outcome = basket.outcome('a');
    const again = outcome?.kind === 'failed' ? outcome.retry?.() : undefined;
    await heard(2);
    expect(asked[1]?.key).toBe(asked[0]?.key);
    asked[1]?.answer(failed('WRITE_REFUSED'));
    await again;
    expect(basket.outcome('a')).toEqual({ kind: 'failed', failure: { code: 'WRITE_REFUSED' } });
    expect(basket.cart).toBeUndefined();
  });

  it('is another one in another conversation', async () => {
    const { basket, asked, heard, place } = openBasket();
    const first = basket.reread();
    await heard(1);
    asked[0]?.answer(done(cartOf(3)));
    await first;
    const late = basket.add({ productId: 'scarf-1', quantity: 1 }, 'a');
    await heard(2);
    place.conversationId = 'c2';
    const second = basket.add({ productId: 'scarf-2', quantity: 1 }, 'b');
    expect(basket.cart).toBeUndefined();
    asked[1]?.answer(done(cartOf(4)));
    await late;
    expect([basket.cart, basket.outcome('a')]).toEqual([undefined, undefined]);
    await heard(3);
    asked[2]?.answer(done(cartOf(1)));
    await second;
    expect(basket.cart?.pieces).toBe(1);
  });
});
