import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasCheckDigit } from '../../src/catalog/gtin.ts';

it.each(['96385074', '036000291452', '4006381333931', '10614141000415'])('takes %s for a GTIN', (digits) => {
  expect(hasCheckDigit(digits)).toBe(true);
});

it.each(['', '4006381333932', '400638133393', '40063813339310', 'ABCDEFGH', '4006381 33931'])(
  'takes "%s" for none',
  (digits) => {
    expect(hasCheckDigit(digits)).toBe(false);
  },
);

it('notices any one digit that is wrong', () => {
  fc.assert(
    fc.property(fc.nat(12), fc.integer({ min: 1, max: 9 }), (place, off) => {
      const digits = [...'4006381333931'];
      digits[place] = String((Number(digits[place]) + off) % 10);
      expect(hasCheckDigit(digits.join(''))).toBe(false);
    }),
  );
});
