import { expect, it } from 'vitest';
import { createInteractionColumns } from '../../src/recommendation/interaction-columns.ts';

it('keeps every row when the columns grow, with product positions in ascending order of ids', () => {
  const builder = createInteractionColumns();
  for (let row = 9_999; row >= 0; row -= 1) {
    builder.append({
      type: row % 2 === 0 ? 'view' : 'purchase',
      productId: `p${String(row % 100).padStart(2, '0')}`,
      shopperId: `s${row % 10}`,
      market: 'DE',
      occurredAtMs: row,
      receivedAtMs: row,
    });
  }
  const columns = builder.finish();

  expect(columns.length).toBe(10_000);
  expect(columns.shopperCount).toBe(10);
  expect(columns.productIds).toEqual(columns.productIds.toSorted());
  const ids = [...columns.product].map((position) => columns.productIds[position]);
  expect(ids.slice(0, 2)).toEqual(['p99', 'p98']);
  expect([...columns.occurredAtMs.slice(-2)]).toEqual([1, 0]);
});

it('ties events to the visit when no shopper is known, and to nobody without either', () => {
  const builder = createInteractionColumns();
  const event = { type: 'view', productId: 'a', occurredAtMs: 0, receivedAtMs: 0 } as const;
  builder.append({ ...event, sessionId: 'visit' });
  builder.append(event);
  expect([...builder.finish().shopper]).toEqual([0, -1]);
});
