import { expect, it } from 'vitest';
import { readOrderRules } from '../../../../connectors/commerce-backend/read-order-rules.ts';
import type { OrderWrite } from '../../../../src/domain/commerce.ts';
import type { ShopRules, WriteRule } from '../../../../src/domain/shop-rules.ts';
import { buyer, euros } from '../../../support/commerce-shop.ts';
import { openEmbeddedCommerce } from '../../../support/open-commerce.ts';

const { signal } = new AbortController();
const DAY_MS = 86_400_000;
const ADDRESS = { line1: 'Gasse 2', city: 'Wien', postalCode: '1010', country: 'AT' };

/** The usual rules with some of one write told otherwise. */
function withRule(type: OrderWrite['type'], rule: WriteRule): ShopRules {
  const rules = readOrderRules();
  return { ...rules, writes: { ...rules.writes, [type]: { ...rules.writes[type], ...rule } } };
}

async function previewer(rules?: ShopRules) {
  const { backend, pass } = await openEmbeddedCommerce(undefined, rules === undefined ? {} : { rules });
  let writes = 0;
  return {
    pass,
    preview: (write: OrderWrite, customer = 'ann') => backend.preview(write, buyer(customer), signal),
    write: (write: OrderWrite, customer = 'ann') => {
      writes += 1;
      return backend.write(write, buyer(customer), { idempotencyKey: `${writes}`, signal });
    },
    order: (orderNumber: string) => backend.order('ann', orderNumber, signal),
  };
}

it('asks for what is missing, with what may be chosen', async () => {
  const reasons = ['no longer needed', 'ordered by mistake'];
  const { preview } = await previewer(withRule('cancel-order', { reasons }));
  const missing = async (write: OrderWrite) => {
    const told = await preview(write);
    return told.kind === 'incomplete' ? told.missing : told;
  };
  expect(await missing({ type: 'cancel-order', orderNumber: 'A-1' })).toEqual({
    field: 'reason',
    options: reasons,
  });
  expect(await missing({ type: 'return-lines', orderNumber: 'A-2' })).toMatchObject({
    field: 'lines',
    options: [{ lineId: '1' }, { lineId: '2' }],
  });
  expect(await missing({ type: 'return-lines', orderNumber: 'A-2', lineIds: ['1'] })).toMatchObject({
    field: 'method',
    options: [{ methodId: 'ann-card' }, { methodId: 'ann-gift' }],
  });
  expect(
    await missing({
      type: 'replace-lines',
      orderNumber: 'A-1',
      replacements: [{ lineId: '1', variantId: '' }],
    }),
  ).toMatchObject({
    field: 'replacement',
    line: { lineId: '1' },
    options: [{ variantId: 'scarf-blue', options: { color: 'blue' }, unitPrice: euros(25) }],
  });
  expect(await missing({ type: 'change-payment', orderNumber: 'A-1' })).toMatchObject({
    field: 'method',
    options: [{ methodId: 'ann-gift' }, { methodId: 'ann-wallet' }],
  });
  expect(await missing({ type: 'change-order-address', orderNumber: 'A-1' })).toEqual({ field: 'address' });
  expect(await missing({ type: 'change-account-address', address: { ...ADDRESS, city: ' ' } })).toEqual({
    field: 'address',
  });
});

it('takes what can only be one thing without asking', async () => {
  const { preview } = await previewer(withRule('return-lines', { methods: ['original'] }));
  expect(await preview({ type: 'return-lines', orderNumber: 'B-2' }, 'bob')).toMatchObject({
    kind: 'allowed',
    effects: [
      { kind: 'status', to: 'return-requested' },
      { kind: 'line-out', line: { variantId: 'scarf-blue' } },
      { kind: 'refund', amount: euros(25), to: { methodId: 'bob-card' }, days: { from: 5, to: 7 } },
    ],
  });
});

it('accepts a reason in any case, and writes it in the words of the shop', async () => {
  const { preview, write, order } = await previewer(
    withRule('cancel-order', { reasons: ['No longer needed'] }),
  );
  const cancel = { type: 'cancel-order', orderNumber: 'A-1' } as const;
  expect(await preview({ ...cancel, reason: 'a whim' })).toMatchObject({
    refusal: 'reason-not-accepted',
    facts: { reasons: 'No longer needed' },
  });
  await write({ ...cancel, reason: 'NO LONGER needed ' });
  expect(await order('A-1')).toMatchObject({ status: 'cancelled', cancelReason: 'No longer needed' });
  expect(await preview({ ...cancel, reason: 'no longer needed' })).toMatchObject({
    refusal: 'already-changed',
  });
});

it('refuses a return after its days, counted from delivery', async () => {
  const { preview, pass } = await previewer();
  const back = { type: 'return-lines', orderNumber: 'A-2', lineIds: ['1'], methodId: 'ann-card' } as const;
  pass(27 * DAY_MS);
  expect(await preview(back)).toMatchObject({ kind: 'allowed' });
  pass(1);
  expect(await preview(back)).toMatchObject({ refusal: 'too-late', facts: { days: 30 } });
});

it('offers nothing that no rule names', async () => {
  const { writes, refundDays } = readOrderRules();
  const { 'cancel-order': _, ...others } = writes;
  const { preview } = await previewer({ writes: others, refundDays });
  expect(await preview({ type: 'cancel-order', orderNumber: 'A-1' })).toMatchObject({
    refusal: 'not-offered',
  });
});

it('settles the difference of a replacement by the method that was chosen, and only once', async () => {
  const { preview, write, order } = await previewer();
  const replace = {
    type: 'replace-lines',
    orderNumber: 'A-1',
    replacements: [{ lineId: '1', variantId: 'scarf-blue' }],
    methodId: 'ann-gift',
  } as const;
  expect(await preview(replace)).toMatchObject({
    effects: [
      { kind: 'line-out', line: { variantId: 'scarf-red' } },
      { kind: 'line-in', line: { variantId: 'scarf-blue', unitPrice: euros(25) } },
      { kind: 'charge', amount: euros(5), by: { methodId: 'ann-gift' } },
      { kind: 'final' },
    ],
  });
  await write(replace);
  expect(await order('A-1')).toMatchObject({
    status: 'pending',
    replaced: true,
    lines: [{ variantId: 'scarf-blue' }, { variantId: 'mug-white' }],
    payments: [{ amount: euros(32.5) }, { kind: 'payment', amount: euros(5), methodId: 'ann-gift' }],
  });
  expect(
    await preview({ ...replace, replacements: [{ lineId: '2', variantId: 'mug-black' }] }),
  ).toMatchObject({ refusal: 'already-changed' });
  await write({ type: 'cancel-order', orderNumber: 'A-1' });
  expect((await order('A-1'))?.payments.slice(2)).toEqual([
    { kind: 'refund', amount: euros(32.5), methodId: 'ann-card' },
    { kind: 'refund', amount: euros(5), methodId: 'ann-gift' },
  ]);
});

it('lets a rule end all cancelling once lines were replaced', async () => {
  const { preview, write } = await previewer(withRule('cancel-order', { afterReplacing: false }));
  await write({
    type: 'replace-lines',
    orderNumber: 'A-1',
    replacements: [{ lineId: '1', variantId: 'scarf-blue' }],
    methodId: 'ann-card',
  });
  expect(await preview({ type: 'cancel-order', orderNumber: 'A-1' })).toMatchObject({
    refusal: 'already-changed',
  });
});

it.each([
  [
    'a line twice',
    [
      { lineId: '1', variantId: 'scarf-blue' },
      { lineId: '1', variantId: 'scarf-blue' },
    ],
    'no-such-line',
  ],
  ['a line that is not there', [{ lineId: '9', variantId: 'scarf-blue' }], 'no-such-line'],
  ['the same variant', [{ lineId: '1', variantId: 'scarf-red' }], 'same-variant'],
  ['another product', [{ lineId: '1', variantId: 'mug-white' }], 'another-product'],
  ['an unknown variant', [{ lineId: '1', variantId: 'scarf-plaid' }], 'no-such-variant'],
  ['a variant that is sold out', [{ lineId: '1', variantId: 'scarf-green' }], 'out-of-stock'],
])('refuses to replace %s', async (_, replacements, refusal) => {
  const { preview } = await previewer();
  const replace = { type: 'replace-lines', orderNumber: 'A-1', replacements, methodId: 'ann-card' } as const;
  expect(await preview(replace)).toMatchObject({ kind: 'refused', refusal });
});

it('pays with a gift card only what is on it', async () => {
  const { preview } = await previewer();
  const pay = { type: 'change-payment', orderNumber: 'B-1', methodId: 'bob-gift' } as const;
  expect(await preview(pay, 'bob')).toMatchObject({
    refusal: 'balance-too-low',
    facts: { balanceMinor: 200, neededMinor: 2_000, currency: 'EUR' },
  });
  expect(await preview({ ...pay, methodId: 'ann-gift' }, 'bob')).toMatchObject({ refusal: 'no-such-method' });
  expect(await preview({ ...pay, methodId: 'bob-card' }, 'bob')).toMatchObject({
    refusal: 'method-not-accepted',
  });
});

it('gives the same digest to the same effects, and another one to others', async () => {
  const { preview, write } = await previewer();
  const cancel = { type: 'cancel-order', orderNumber: 'A-4' } as const;
  const digest = async () => {
    const told = await preview(cancel);
    return told.kind === 'allowed' ? told.digest : told.kind;
  };
  const before = await digest();
  expect(before).toMatch(/^[0-9a-f]{64}$/);
  expect(await digest()).toBe(before);
  await write({ type: 'change-payment', orderNumber: 'A-4', methodId: 'ann-card' });
  expect(await digest()).not.toBe(before);
});
