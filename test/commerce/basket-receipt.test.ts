import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffBaskets, piecesOf, writeBasket } from '../../src/commerce/basket-receipt.ts';
import type { Basket, BasketLine } from '../../src/domain/commerce.ts';
import { memoryCommerce } from '../support/memory-commerce.ts';

const line = (variantId: string, quantity: number, lineId = `line-${variantId}`): BasketLine => ({
  lineId,
  productId: `product-${variantId}`,
  variantId,
  title: variantId,
  options: {},
  quantity,
  unitPrice: { amountMinor: 100, currency: 'EUR' },
});

const basketOf = (...lines: BasketLine[]): Basket => ({ lines });
const baskets = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 9 })), {
    selector: ([id]) => id,
  })
  .map((lines) => basketOf(...lines.map(([id, quantity]) => line(id, quantity))));

describe('what differs between two baskets', () => {
  it('is told by variant: in, out, more, fewer', () => {
    const changes = diffBaskets(
      basketOf(line('a', 1), line('b', 2), line('c', 3)),
      basketOf(line('b', 2), line('c', 1), line('d', 4)),
    );
    expect(changes.map(({ line: { variantId }, before, after }) => [variantId, before, after])).toEqual([
      ['c', 3, 1],
      ['d', 0, 4],
      ['a', 1, 0],
    ]);
  });

  it('is nothing where a line only got another name or was parted', () => {
    const before = basketOf(line('a', 3, 'one'));
    expect(diffBaskets(before, basketOf(line('a', 1, 'two'), line('a', 2, 'three')))).toEqual([]);
  });

  it('leads from the one to the other, whatever they hold', () => {
    fc.assert(
      fc.property(baskets, baskets, (before, after) => {
        const changes = diffBaskets(before, after);
        expect(new Set(changes.map(({ line: { variantId } }) => variantId)).size).toBe(changes.length);
        for (const id of ['a', 'b', 'c', 'd']) {
          const change = changes.find((each) => each.line.variantId === id);
          const moved = change === undefined ? 0 : change.after - change.before;
          expect(piecesOf(before, id) + moved).toBe(piecesOf(after, id));
        }
      }),
    );
  });
});

describe('writing a basket', () => {
  const buyer = { shopperId: 'visitor:1', market: 'US' };
  const { signal } = new AbortController();
  const add = { type: 'add-line', productId: 'p', variantId: 'v', quantity: 2 } as const;

  it('has one effect for a hundred parallel repeats of one key', async () => {
    const backend = memoryCommerce();
    const task = { backend, buyer, idempotencyKey: 'message.0', signal };
    const receipts = await Promise.all(Array.from({ length: 100 }, () => writeBasket([add], task)));
    expect((await backend.basket(buyer, signal)).lines).toMatchObject([{ variantId: 'v', quantity: 2 }]);
    expect(new Set(receipts.map(({ kind }) => kind))).toContain('done');
    expect((await writeBasket([add], task)).kind).toBe('unchanged');
  });

  it('stops at the first write that is refused', async () => {
    const backend = memoryCommerce({ stock: 1 });
    const receipt = await writeBasket([add, { type: 'clear-basket' }], {
      backend,
      buyer,
      idempotencyKey: 'k',
      signal,
    });
    expect(receipt).toMatchObject({ kind: 'refused', refusal: { facts: { left: 1 } } });
    expect(backend.asked).toHaveLength(1);
  });

  it('names every write of one effect apart', async () => {
    const backend = memoryCommerce();
    await writeBasket([add, { type: 'set-quantity', lineId: 'line-v', quantity: 1 }], {
      backend,
      buyer,
      idempotencyKey: 'k',
      signal,
    });
    expect(backend.asked.map(({ key }) => key)).toEqual(['k.0', 'k.1']);
  });
});
