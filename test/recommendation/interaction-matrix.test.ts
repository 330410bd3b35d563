import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interaction } from '../../src/domain/interaction.ts';
import { createInteractionColumns } from '../../src/recommendation/interaction-columns.ts';
import {
  buildInteractionMatrix,
  DEFAULT_MATRIX_OPTIONS,
  matrixFromHistories,
  type SparseRows,
  transpose,
} from '../../src/recommendation/interaction-matrix.ts';
import { NOW_MS } from './open-shop.ts';

const options = { ...DEFAULT_MATRIX_OPTIONS, nowMs: NOW_MS };

const columnsOf = (interactions: readonly Partial<Interaction>[]) => {
  const builder = createInteractionColumns();
  for (const interaction of interactions) {
    builder.append({
      type: 'view',
      productId: 'a',
      occurredAtMs: NOW_MS,
      receivedAtMs: NOW_MS,
      ...interaction,
    });
  }
  return builder.finish();
};

const toDense = (rows: SparseRows, width: number): number[][] =>
  Array.from({ length: rows.starts.length - 1 }, (_, row) => {
    const dense = new Array<number>(width).fill(0);
    for (let entry = rows.starts[row] ?? 0; entry < (rows.starts[row + 1] ?? 0); entry += 1) {
      dense[rows.columns[entry] ?? -1] = rows.values[entry] ?? 0;
    }
    return dense;
  });

describe('buildInteractionMatrix', () => {
  it('weighs events by type and leaves anonymous ones out', () => {
    const matrix = buildInteractionMatrix(
      columnsOf([
        { shopperId: 'ann', productId: 'a', type: 'purchase' },
        { shopperId: 'ann', productId: 'b' },
        { shopperId: 'bob', productId: 'b', type: 'add-to-cart' },
        { productId: 'a' },
      ]),
      options,
    );
    expect(toDense(matrix.byShopper, 2)).toEqual([
      [5, 1],
      [0, 3],
    ]);
  });

  it('keeps only the newest events of a busy shopper', () => {
    const events = Array.from({ length: 6 }, (_, index) => ({
      shopperId: 'crawler',
      productId: `p${index}`,
      occurredAtMs: NOW_MS - index,
    }));
    const matrix = buildInteractionMatrix(columnsOf(events), { ...options, eventsPerShopper: 2 });
    expect([...matrix.byShopper.columns]).toEqual([0, 1]);
  });

  it('drops what has faded to nothing', () => {
    const matrix = buildInteractionMatrix(columnsOf([{ shopperId: 'ann', occurredAtMs: 0 }]), {
      ...options,
      halfLifeDays: 1,
    });
    expect(matrix.byShopper.columns).toHaveLength(0);
  });
});

describe('transpose', () => {
  it('is the transposed dense matrix, and its own inverse', () => {
    const history = fc.dictionary(fc.constantFrom('0', '1', '2', '3'), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(history, { maxLength: 8 }), (histories) => {
        const { byShopper, byProduct } = matrixFromHistories(
          histories.map(
            (items) => new Map(Object.entries(items).map(([item, weight]) => [Number(item), weight])),
          ),
          ['a', 'b', 'c', 'd'],
        );
        const dense = toDense(byShopper, 4);
        expect(toDense(byProduct, histories.length)).toEqual(
          Array.from({ length: 4 }, (_, column) => dense.map((row) => row[column])),
        );
        expect(transpose(byProduct, histories.length)).toEqual(byShopper);
      }),
    );
  });
});
