import { describe, expect, it } from 'vitest';
import type { Buyer, CommerceWrite, WritePreview } from '../../src/domain/commerce.ts';
import type { CommerceBackend } from '../../src/ports/commerce-backend.ts';
import { buyer, COMMERCE_SHOP, type CommerceShop, euros, visitor } from '../support/commerce-shop.ts';
import { describeCommerceProperties } from './commerce-backend-properties.ts';

const { signal } = new AbortController();

/**
 * What every backend of baskets and orders promises.
 *
 * @param abilities What this one can do at all.
 * @param holdsPieces Whether what lies in one basket is free to no other.
 * @param runs Of generated shops and writes: fewer where each is slow.
 */
export function describeCommerceBackend(
  name: string,
  open: (shop: CommerceShop) => Promise<CommerceBackend>,
  abilities: readonly CommerceWrite['type'][],
  { holdsPieces = true, runs = 80 } = {},
): void {
  const can = (...types: CommerceWrite['type'][]) =>
    it.runIf(types.every((type) => abilities.includes(type)));

  describe(`${name} commerce backend`, () => {
    const opened = () => open(COMMERCE_SHOP);
    const ann = buyer('ann');

    it('says what it can do', async () => {
      expect([...(await opened()).abilities].toSorted()).toEqual([...abilities].toSorted());
    });

    it('sums a basket of each buyer, at the prices of now', async () => {
      const backend = await opened();
      const add = writer(backend);
      expect(await backend.basket(visitor('v'), signal)).toEqual({ lines: [] });
      expect(await backend.checkout(visitor('v'), signal)).toBeUndefined();
      await add(addLine('mug', 'white', 2), visitor('v'));
      await add(addLine('scarf', 'red', 1), visitor('v'));
      await add(addLine('mug', 'white', 1), visitor('v'));
      const { lines, total } = await backend.basket(visitor('v'), signal);
      expect(lines).toMatchObject([
        { productId: 'mug', variantId: 'mug-white', quantity: 3, unitPrice: euros(12.5) },
        { productId: 'scarf', variantId: 'scarf-red', quantity: 1, unitPrice: euros(20) },
      ]);
      expect(total).toEqual(euros(57.5));
      expect(await backend.basket(visitor('w'), signal)).toEqual({ lines: [] });
      expect(await backend.checkout(visitor('v'), signal)).toMatchObject({ url: /^https:/ });
    });

    it('changes and removes lines, and empties the basket', async () => {
      const backend = await opened();
      const write = writer(backend);
      await write(addLine('mug', 'white', 2), ann);
      await write(addLine('mug', 'black', 1), ann);
      const [first] = (await backend.basket(ann, signal)).lines;
      const lineId = first?.lineId ?? '';
      await write({ type: 'set-quantity', lineId, quantity: 5 }, ann);
      expect((await backend.basket(ann, signal)).lines.map(({ quantity }) => quantity)).toEqual([5, 1]);
      await write({ type: 'set-quantity', lineId, quantity: 0 }, ann);
      expect((await backend.basket(ann, signal)).lines).toMatchObject([{ variantId: 'mug-black' }]);
      await write({ type: 'clear-basket' }, ann);
      expect((await backend.basket(ann, signal)).lines).toEqual([]);
      expect(await write({ type: 'set-quantity', lineId, quantity: 1 }, ann)).toMatchObject({
        refusal: 'no-such-line',
      });
    });

    it('puts nothing into a basket that is not to be had', async () => {
      const write = writer(await opened());
      expect(await write(addLine('scarf', 'green', 1), ann)).toMatchObject({ refusal: 'out-of-stock' });
      expect(await write(addLine('scarf', 'red', 3), ann)).toMatchObject({
        refusal: 'out-of-stock',
        facts: { left: 2 },
      });
      expect(await write(addLine('scarf', 'plaid', 1), ann)).toMatchObject({ refusal: 'no-such-variant' });
      expect(await write(addLine('hat', 'red', 1), ann)).toMatchObject({ refusal: 'no-such-variant' });
    });

    it('makes one effect of a hundred parallel repeats of one write', async () => {
      const backend = await opened();
      const options = { idempotencyKey: 'once', signal };
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => backend.write(addLine('mug', 'white', 1), ann, options)),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect((await backend.basket(ann, signal)).lines).toMatchObject([{ quantity: 1 }]);
    });

    it('refuses a key that belongs to another write, or to somebody else', async () => {
      const backend = await opened();
      const options = { idempotencyKey: 'k', signal };
      await backend.write(addLine('mug', 'white', 1), ann, options);
      const conflict = { code: 'CONFLICT' };
      await expect(backend.write(addLine('mug', 'white', 2), ann, options)).rejects.toMatchObject(conflict);
      await expect(backend.write(addLine('mug', 'white', 1), buyer('bob'), options)).rejects.toMatchObject(
        conflict,
      );
      expect((await backend.basket(ann, signal)).lines).toMatchObject([{ quantity: 1 }]);
    });

    it.runIf(holdsPieces)('sells the last pieces to one of those who ask at the same time', async () => {
      const backend = await opened();
      const buyers = ['a', 'b', 'c'].map(visitor);
      const answers = await Promise.all(
        buyers.map((each, index) =>
          backend.write(addLine('scarf', 'red', 2), each, { idempotencyKey: `last ${index}`, signal }),
        ),
      );
      expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['allowed', 'refused', 'refused']);
    });

    it('shows orders to whom they are of, newest first, and to nobody else', async () => {
      const backend = await opened();
      const numbers = (await backend.orders('ann', 10, signal)).map(({ orderNumber }) => orderNumber);
      expect(numbers).toEqual(['A-4', 'A-3', 'A-2', 'A-1']);
      expect(await backend.orders('ann', 1, signal)).toMatchObject([{ orderNumber: 'A-4' }]);
      expect(await backend.order('ann', 'A-1', signal)).toMatchObject({ status: 'pending' });
      expect(await backend.order('bob', 'A-1', signal)).toBeUndefined();
      expect(await backend.order('ann', 'A-9', signal)).toBeUndefined();
      expect(await backend.account('nobody', signal)).toBeUndefined();
    });

    can('cancel-order')('refuses what is done to an order without its customer', async () => {
      const backend = await opened();
      const cancel: CommerceWrite = { type: 'cancel-order', orderNumber: 'A-1' };
      expect(await backend.preview(cancel, visitor('v'), signal)).toMatchObject({ refusal: 'not-signed-in' });
      expect(await writer(backend)(cancel, visitor('v'))).toMatchObject({ refusal: 'not-signed-in' });
      expect(await writer(backend)(cancel, buyer('bob'))).toMatchObject({ refusal: 'no-such-order' });
      expect(await backend.order('ann', 'A-1', signal)).toEqual(COMMERCE_SHOP.orders[0]);
    });

    can('cancel-order', 'change-payment')(
      'does nothing when something else would happen than was agreed to',
      async () => {
        const backend = await opened();
        const cancel: CommerceWrite = { type: 'cancel-order', orderNumber: 'A-4' };
        const agreed = await backend.preview(cancel, ann, signal);
        if (agreed.kind !== 'allowed') throw new TypeError(agreed.kind);
        // The gift card that gets its money back is another one by then.
        await writer(backend)({ type: 'change-payment', orderNumber: 'A-4', methodId: 'ann-card' }, ann);
        const told = await backend.write(cancel, ann, {
          idempotencyKey: 'late',
          digest: agreed.digest,
          signal,
        });
        expect(told).toMatchObject({ kind: 'allowed', digest: expect.not.stringMatching(agreed.digest) });
        expect(await backend.order('ann', 'A-4', signal)).toMatchObject({ status: 'pending' });
      },
    );

    it('stops when it is told to', async () => {
      const backend = await opened();
      await expect(backend.basket(ann, AbortSignal.abort())).rejects.toThrow();
    });
  });

  describeCommerceProperties(name, open, { holdsPieces, runs });
}

export const addLine = (product: string, color: string, quantity: number): CommerceWrite => ({
  type: 'add-line',
  productId: product,
  variantId: `${product}-${color}`,
  quantity,
});

/** Writes under a key of its own each time. */
export function writer(
  backend: CommerceBackend,
): (write: CommerceWrite, who: Buyer) => Promise<WritePreview> {
  let writes = 0;
  return (write, who) => {
    writes += 1;
    return backend.write(write, who, { idempotencyKey: `write ${writes}`, signal });
  };
}
