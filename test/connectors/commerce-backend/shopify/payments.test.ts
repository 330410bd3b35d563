import { expect, it } from 'vitest';
import { toMethods, toPayments } from '../../../../connectors/commerce-backend/shopify/payments.ts';

const moved = (kind: string, amountMinor: number, given: object = {}) => ({
  id: 'gid://shopify/OrderTransaction/1',
  kind,
  status: 'SUCCESS',
  gateway: 'shopify_payments',
  formattedGateway: 'Shopify Payments',
  amountSet: { amountMinor, currency: 'EUR' },
  paymentDetails: { company: 'Visa', number: '•••• •••• •••• 4242' },
  ...given,
});
const giftCard = { gateway: 'gift_card', formattedGateway: 'Gift card', paymentDetails: null };

it('tells cards by their last digits, and other methods by their gateway', () => {
  expect(toMethods([moved('SALE', 100), moved('SALE', 50, giftCard), moved('REFUND', 100)])).toEqual([
    { methodId: 'shopify_payments-4242', kind: 'card', label: 'Visa •••• 4242' },
    { methodId: 'gift_card', kind: 'gift-card', label: 'Gift card' },
  ]);
});

it('counts what was captured and given back, and nothing that failed', () => {
  const payments = toPayments([
    moved('AUTHORIZATION', 100),
    moved('CAPTURE', 100),
    moved('REFUND', 30),
    moved('REFUND', 70, { status: 'FAILURE' }),
  ]);
  expect(payments.map(({ kind, amount }) => [kind, amount.amountMinor])).toEqual([
    ['payment', 100],
    ['refund', 30],
  ]);
});

it('counts what is only held as paid until it is let go', () => {
  const kinds = (...told: ReturnType<typeof moved>[]) => toPayments(told).map(({ kind }) => kind);
  expect(kinds(moved('AUTHORIZATION', 100))).toEqual(['payment']);
  expect(kinds(moved('AUTHORIZATION', 100), moved('VOID', 100))).toEqual(['payment', 'refund']);
});
