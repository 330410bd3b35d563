import type { Confirmation, OrderView } from '../../src/domain/order-view.ts';

const dollars = (amountMinor: number) => ({
  amountMinor,
  currency: 'USD',
  formatted: `$${(amountMinor / 100).toFixed(2)}`,
});

/** On its way, in part. */
export const SCRIPTED_ORDER: OrderView = {
  orderNumber: '#W1001',
  status: 'shipped',
  statusLabel: 'shipped',
  placedAt: '2026-01-30T09:00:00.000Z',
  lines: [
    {
      ...{ lineId: 'l1', productId: 'scarf-1', title: 'Lambswool scarf, narrow', options: 'red, M' },
      ...{ quantity: 2, unitPrice: dollars(3_900) },
    },
    {
      ...{ lineId: 'l2', productId: 'lamp-1', title: 'Reading lamp', options: '' },
      ...{ quantity: 1, unitPrice: dollars(12_900) },
    },
  ],
  address: ['Ada Lane', '12 High Street', 'Springfield IL 62704', 'US'],
  shipments: [
    { trackingIds: ['TRACK77'], carrier: 'UPS', url: 'https://track.example/TRACK77', lineIds: ['l1'] },
    { trackingIds: ['TRACK78'], lineIds: ['l2'] },
  ],
  payments: [
    { kind: 'payment', amount: dollars(20_700) },
    { kind: 'refund', amount: dollars(1_000) },
  ],
};

export const SCRIPTED_CONFIRMATION: Confirmation = {
  proposalId: 'proposal-1',
  effects: ['Order #W1001 is cancelled', '$207.00 go back to your card'],
  confirmMessage: 'Yes, cancel it',
  cancelMessage: 'No, keep it',
};
