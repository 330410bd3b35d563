import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkPassword, hashPassword } from '../../../src/desk/identity/password.ts';

it('is known again, and no other one is taken for it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', minLength: 12, maxLength: 40 }),
      fc.string({ unit: 'grapheme', minLength: 12, maxLength: 40 }),
      async (password, other) => {
        const hash = await hashPassword(password);
        expect(await checkPassword(password, hash)).toBe(true);
        expect(await checkPassword(other, hash)).toBe(other.normalize('NFKC') === password.normalize('NFKC'));
      },
    ),
    { numRuns: 10 },
  );
});

it('is hashed differently every time, and never kept as it is', async () => {
  const [first, second] = await Promise.all([
    hashPassword('the same for both'),
    hashPassword('the same for both'),
  ]);
  expect(first).not.toBe(second);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toContain('same');
});

it('is refused where the kept hash is none of ours', async () => {
  for (const hash of [
    '',
    'plain',
    '$argon2i$v=19$m=1,t=1,p=1$c2FsdHNhbHQ$aGFzaA',
    '$2b$10$abcdefghijklmnopqrstuv',
  ])
    await expect(checkPassword('anything at all', hash)).rejects.toMatchObject({ code: 'DATA_CORRUPT' });
});
