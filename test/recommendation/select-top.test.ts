import fc from 'fast-check';
import { expect, it } from 'vitest';
import { selectTop } from '../../src/recommendation/select-top.ts';

it('gives what sorting everything gives, ties included', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 0, max: 50 }), (values, limit) => {
      const sorted = values
        .map((_, position) => position)
        .sort((left, right) => (values[right] ?? 0) - (values[left] ?? 0) || left - right);
      expect(selectTop(values.keys(), Float64Array.from(values), limit)).toEqual(sorted.slice(0, limit));
    }),
  );
});
