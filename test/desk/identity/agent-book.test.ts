import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFirstName, toFirstName } from '../../../src/desk/identity/agent-book.ts';

describe('a first name', () => {
  it('is one line without marks that hide text or reorder what stands beside it', () => {
    expect(readFirstName(' Anna\u200b \n\u202eMaria\u0007 ')).toBe('Anna Maria');
    expect(readFirstName('مريم')).toBe('مريم');
    expect(readFirstName('👩\u200d💻')).toBe('👩\u200d💻');
  });

  it('is refused when there is nothing to see', () => {
    for (const name of ['', ' ', '\u200b\u200b', '\u034f', '\u3164', '\n', '--'])
      expect(() => toFirstName(name)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });

  it('is at most 60 characters, whoever told it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (written) => {
        const name = readFirstName(written) ?? '';
        expect([...name].length).toBeLessThanOrEqual(60);
        expect(name).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });
});
