import fc from 'fast-check';

/** Any sequence of UTF-16 units: every script, controls, halves of surrogate pairs. */
export const anyText = (maxLength = 60): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.integer({ min: 32, max: 0x2ff }), fc.nat(0xffff)), { maxLength })
    .map((units) => String.fromCharCode(...units));
