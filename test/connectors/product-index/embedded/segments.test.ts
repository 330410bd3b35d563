import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../../connectors/product-index/embedded/segment.ts';
import {
  buildSegment,
  buryAll,
  settleSegments,
} from '../../../../connectors/product-index/embedded/segments.ts';
import { document } from '../../../support/index-documents.ts';

const held = (segments: readonly Segment[]) => segments.reduce((sum, { live }) => sum + live.count, 0);

describe('segments', () => {
  it('stay few, however many small changes come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 60 }),
        async (sizes) => {
          let segments: readonly Segment[] = [];
          let products = 0;
          for (const size of sizes) {
            const recent = Array.from({ length: size }, (_, index) => document(`p${products + index}`, {}));
            products += size;
            segments = await settleSegments([...segments, await buildSegment(recent)]);
            expect(segments.length).toBeLessThanOrEqual(Math.log2(products) + 1);
            expect(held(segments)).toBe(products);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('hold no more than four products for three that live', async () => {
    let segments: readonly Segment[] = [
      await buildSegment(Array.from({ length: 100 }, (_, number) => document(`p${number}`, {}))),
    ];
    for (let number = 0; number < 100; number += 1) {
      buryAll(segments, [`p${number}`]);
      segments = await settleSegments(segments);
      const rows = segments.reduce((sum, { productIds }) => sum + productIds.length, 0);
      expect(held(segments)).toBe(99 - number);
      expect(rows * 0.75).toBeLessThanOrEqual(held(segments));
    }
  });
});
