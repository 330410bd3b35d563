import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtClaims } from '../../../src/console/conversation/cut-at-claims.ts';

describe('cutAtClaims', () => {
  it('marks each claim at its own place', () => {
    const claims = [
      { text: '$19', evidence: 'product:a#price' },
      { text: '$19', evidence: 'product:b#price' },
      { text: 'not said', evidence: 'count' },
    ];
    expect(cutAtClaims('A $19, B $19.', claims)).toEqual([
      { text: 'A ' },
      { text: '$19', evidence: 'product:a#price' },
      { text: ', B ' },
      { text: '$19', evidence: 'product:b#price' },
      { text: '.' },
    ]);
  });

  it('loses nothing of any text', () => {
    const claim = fc.record({ text: fc.string({ maxLength: 3 }), evidence: fc.string() });
    fc.assert(
      fc.property(fc.string(), fc.array(claim), (text, claims) => {
        const pieces = cutAtClaims(text, claims);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});
