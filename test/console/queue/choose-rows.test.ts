import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseRows } from '../../../src/console/queue/choose-rows.ts';

it('draws what is in view, some beyond, and never more than there is', () => {
  const options = fc.record({
    rows: fc.nat(20_000),
    rowPixels: fc.integer({ min: 20, max: 100 }),
    top: fc.nat(2_000_000),
    height: fc.integer({ min: 0, max: 2_000 }),
    marginRows: fc.nat(10),
  });
  fc.assert(
    fc.property(options, (list) => {
      const { first, end } = chooseRows(list);
      const { rows, rowPixels, height, marginRows } = list;
      const top = Math.max(0, Math.min(list.top, rows * rowPixels - height));
      expect(first).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(rows);
      expect(end - first).toBeLessThanOrEqual(Math.ceil(height / rowPixels) + 1 + 2 * marginRows);
      expect(first * rowPixels).toBeLessThanOrEqual(top);
      expect(end * rowPixels).toBeGreaterThanOrEqual(Math.min(rows * rowPixels, top + height));
    }),
  );
});
