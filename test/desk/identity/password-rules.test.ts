import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertGoodPassword, isGuessable } from '../../../src/desk/identity/password-rules.ts';

const ADA = { email: 'ada.lovelace@shop.example', firstName: 'Ada' };

describe('a password', () => {
  it.each([
    'password1234',
    'P@ssw0rd2026!',
    'passwordpassword',
    'qwertyuiop12',
    '1qaz2wsx3edc',
    'aaaaaaaaaaaa',
    'abababababab',
    '123456789012',
    'Sommer2026!!!',
    'Motdepasse2026',
    'iloveyouforever',
    'adalovelace1',
    'ada.lovelace@shop.example',
    'one two three four',
  ])('is refused when it is among the first that are tried: %s', (password) => {
    expect(() => assertGoodPassword(password, ADA)).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
  });

  it.each([
    'correct horse battery staple',
    'a long enough one',
    'kv8-Lpq2-77zr',
    'Blue kettle sings',
    'ein Hut mit drei Ecken',
    'おきゃくさまはかみさま',
  ])('needs no kinds of characters: %s', (password) => {
    expect(isGuessable(password, ADA)).toBe(false);
  });

  it('may be the name of somebody else, but not of its owner', () => {
    const owner = { email: 'kunigunde@shop.example', firstName: 'Kunigunde' };
    expect(isGuessable('kunigunde-77', owner)).toBe(true);
    expect(isGuessable('kunigunde-77', ADA)).toBe(false);
  });

  it('of random letters is never refused', () => {
    const letters = fc.array(fc.constantFrom(...'bcdfghjklmnpqrstvwxz2468'), {
      minLength: 40,
      maxLength: 60,
    });
    fc.assert(
      fc.property(letters, (password) => {
        fc.pre(new Set(password).size > 12);
        return !isGuessable(password.join(''), ADA);
      }),
    );
  });

  it('is judged in a moment, however long it is', () => {
    expect(isGuessable('qwertyuiop'.repeat(20), ADA)).toBe(true);
  });
});
