import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMeasures, measureTerms } from '../../src/text/measures.ts';

const firstTerms = (text: string) => findMeasures(text).map((measure) => measureTerms(measure)[0]);

describe('findMeasures', () => {
  it.each([
    ['2 in. x 4 in. x 8 ft. board', ['2in', '4in', '8ft']],
    ['2x4x8', ['2', '4', '8']],
    ['40 in. W x 63 in. L', ['40in', '63in']],
    ['a 1-1/2-inch pipe', ['1.5in']],
    ['1 1/2in', ['1.5in']],
    ['.75 x 3', ['0.75', '3']],
    ['500ml', ['500ml']],
    ['10,5 cm breit', ['10.5cm']],
    ['12-gauge', ['12ga']],
    ['1.9 cu. ft.', ['1.9cuft']],
  ])('reads "%s"', (text, terms) => {
    expect(firstTerms(text)).toEqual(terms);
  });

  it.each(['1804', 'a pack of 4', '3d', '24/7/365', 'v1.2.3', 'iphone 15', '2inchy', ''])(
    'reads no quantity in "%s"',
    (text) => {
      expect(findMeasures(text)).toEqual([]);
    },
  );

  it('keeps the whole number when nothing can be divided', () => {
    expect(firstTerms('1/0 in')).toEqual(['1in']);
  });

  it('names places in order, apart from one another and within the text, for any text', () => {
    const part = fc.constantFrom('1', '12', '1/2', '.5', ',', ' ', 'x', 'in', '"', 'cm', '-', 'a', '0', '/');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part).map((parts) => parts.join('')),
        ),
        (text) => {
          let before = 0;
          for (const { start, end, value } of findMeasures(text)) {
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(Number(value)).not.toBeNaN();
            before = end;
          }
        },
      ),
    );
  });
});
