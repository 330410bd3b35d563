import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importOrders } from '../../../connectors/commerce-backend/import-orders.ts';
import { writer } from '../../contracts/commerce-backend.contract.ts';
import { buyer, COMMERCE_SHOP, euros } from '../../support/commerce-shop.ts';
import { openEmbeddedCommerce } from '../../support/open-commerce.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const { signal } = new AbortController();

const ACCOUNT = {
  type: 'account',
  customerId: 'cy',
  name: 'Cy',
  methods: [
    { methodId: 'g', kind: 'gift-card', label: 'Gift card', balance: { amount: '12.5', currency: 'EUR' } },
  ],
};

const ORDER = {
  type: 'order',
  orderNumber: 'C-1',
  customerId: 'cy',
  placedAt: '2026-11-01T10:00:00+01:00',
  status: 'pending',
  lines: [
    {
      lineId: '1',
      productId: 'mug',
      variantId: 'mug-white',
      title: 'Mug',
      quantity: 2,
      unitPrice: { amountMinor: 1_250, currency: 'EUR' },
    },
  ],
  address: { line1: 'Ring 1', city: 'Bonn', postalCode: '53111', country: 'DE' },
  payments: [{ kind: 'payment', amount: { amount: '25.00', currency: 'EUR' }, methodId: 'g' }],
};

async function importing() {
  const { backend, database } = await openEmbeddedCommerce({ ...COMMERCE_SHOP, accounts: [], orders: [] });
  const file = join(temporaryDirectory(), 'orders.jsonl');
  return {
    backend,
    file: (...rows: readonly unknown[]) => {
      const lines = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row)));
      writeFileSync(file, lines.join('\n'));
      return importOrders({ database, file, clock: () => 1, signal });
    },
  };
}

it('takes accounts and orders over, amounts as decimals or in minor units', async () => {
  const { backend, file } = await importing();
  expect(await file(ACCOUNT, ORDER)).toEqual({
    accounts: 1,
    orders: 1,
    changed: 2,
    rejectedTotal: 0,
    rejected: [],
  });
  expect((await backend.account('cy', signal))?.methods[0]?.balance).toEqual(euros(12.5));
  expect(await backend.order('cy', 'C-1', signal)).toMatchObject({
    placedAtMs: Date.UTC(2026, 10, 1, 9),
    payments: [{ amount: euros(25) }],
    lines: [{ options: {}, quantity: 2 }],
    shipments: [],
  });
});

it('undoes nothing that was done here when the same file comes again, and takes over what the shop says anew', async () => {
  const { backend, file } = await importing();
  await file(ACCOUNT, ORDER);
  await writer(backend)({ type: 'cancel-order', orderNumber: 'C-1' }, buyer('cy'));
  expect(await file(ACCOUNT, ORDER)).toMatchObject({ orders: 1, changed: 0 });
  expect(await backend.order('cy', 'C-1', signal)).toMatchObject({ status: 'cancelled' });
  expect(await file(ACCOUNT, { ...ORDER, status: 'shipped' })).toMatchObject({ changed: 1 });
  expect(await backend.order('cy', 'C-1', signal)).toMatchObject({ status: 'shipped' });
});

it('reports a bad row with its line and what is wrong, and takes the others', async () => {
  const { backend, file } = await importing();
  const report = await file(
    ACCOUNT,
    '{',
    '',
    { ...ORDER, status: 'lost' },
    { ...ORDER, lines: [] },
    { ...ORDER, shipments: [{ lineIds: ['7'] }] },
    { ...ORDER, payments: [{ ...ORDER.payments[0], amount: { amount: '1.005', currency: 'EUR' } }] },
    { ...ORDER, payments: [{ ...ORDER.payments[0], amount: { amount: '1', currency: 'USD' } }] },
    { ...ACCOUNT, methods: [...ACCOUNT.methods, ...ACCOUNT.methods] },
    { type: 'wish' },
    'null',
    ORDER,
  );
  expect(report).toMatchObject({ accounts: 1, orders: 1, rejectedTotal: 9 });
  expect(report.rejected.map(({ line, id }) => [line, id])).toEqual([
    [2, undefined],
    [4, 'C-1'],
    [5, 'C-1'],
    [6, 'C-1'],
    [7, 'C-1'],
    [8, 'C-1'],
    [9, 'cy'],
    [10, undefined],
    [11, undefined],
  ]);
  expect(report.rejected[1]?.reason).toMatch(/^status: /);
  expect(report.rejected[3]?.reason).toContain('"7"');
  expect(report.rejected[4]?.reason).toContain('more decimals');
  expect(await backend.order('cy', 'C-1', signal)).toMatchObject({ status: 'pending' });
});

it('says so when there is no such file', async () => {
  const { database } = await openEmbeddedCommerce();
  const missing = importOrders({ database, file: '/no/such.jsonl', clock: () => 1, signal });
  await expect(missing).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
