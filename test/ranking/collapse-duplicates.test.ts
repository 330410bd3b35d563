import { describe, expect, it } from 'vitest';
import { arrange, candidate, partOf } from './list-candidates.ts';
import { idsOf } from './support.ts';

const lamp = (id: string, score: number, brand: string, ...vector: readonly number[]) =>
  candidate(id, score, {
    titles: [['oak', 'lamp']],
    attributes: { brand: [brand] },
    vector: Float32Array.from(vector),
  });

describe('collapseDuplicates', () => {
  it('shows one of those with one title, and counts the others', () => {
    const shelf = [
      lamp('a', 1, 'ada'),
      lamp('b', 0.99, 'ada'),
      lamp('c', 0.98, 'ada'),
      candidate('other', 0.5),
    ];
    const list = arrange(shelf, { weights: { duplicates: 1 }, limit: 2 });
    expect(list.map(({ productId, alike }) => [productId, alike])).toEqual([
      ['a', 2],
      ['other', undefined],
    ]);
  });

  it('takes almost equal texts of one brand for one thing, and never two brands', () => {
    const near = Float32Array.of(0.99, Math.sqrt(1 - 0.99 ** 2));
    const shelf = [
      candidate('a', 1, { attributes: { brand: ['ada'] }, vector: Float32Array.of(1, 0) }),
      candidate('same', 0.9, { attributes: { brand: ['ada'] }, vector: near }),
      candidate('rival', 0.8, { attributes: { brand: ['bo'] }, vector: near }),
      candidate('nobody', 0.7, { vector: near }),
    ];
    const list = arrange(shelf, { weights: { duplicates: 1 } });
    expect(idsOf(list)).toEqual(['a', 'rival', 'nobody', 'same']);
    expect(list.map((product) => partOf(product, 'duplicates')?.value)).toEqual([
      undefined,
      undefined,
      undefined,
      -1,
    ]);
    expect(
      idsOf(
        arrange([lamp('a', 1, 'ada'), lamp('b', 0.9, 'bo'), candidate('c', 0.5)], {
          weights: { duplicates: 1 },
        }),
      ),
    ).toEqual(['a', 'b', 'c']);
  });
});
