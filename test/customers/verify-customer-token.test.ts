import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createCustomerVerifier } from '../../src/customers/verify-customer-token.ts';

const SECRET = 'a shared secret of more than 32 characters';
const NOW_SECONDS = 1_800_000_000;
const key = new TextEncoder().encode(SECRET);
const verify = createCustomerVerifier(SECRET, () => NOW_SECONDS * 1_000);

interface Claims {
  readonly sub?: string;
  readonly aud?: string;
  readonly exp?: number;
  readonly nbf?: number;
}

const GOOD: Claims = { sub: 'c-17', aud: 'floorwalker', exp: NOW_SECONDS + 3_600 };
const sign = (claims: Claims, alg = 'HS256', secret: Uint8Array = key) =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg }).sign(secret);

describe('createCustomerVerifier', () => {
  it('knows the customer of a token the shop signed', async () => {
    await expect(verify(await sign(GOOD))).resolves.toEqual({ customerId: 'c-17' });
  });

  const { sub: _sub, ...withoutSub } = GOOD;
  const { exp: _exp, ...withoutExp } = GOOD;
  const { aud: _aud, ...withoutAud } = GOOD;
  it.each<[string, () => Promise<string> | string]>([
    ['no token', () => ''],
    ['no JWT', () => 'a.b.c'],
    ['another key', () => sign(GOOD, 'HS256', new TextEncoder().encode('x'.repeat(40)))],
    [
      'another algorithm of the same family',
      () => sign(GOOD, 'HS512', new TextEncoder().encode(SECRET.repeat(2))),
    ],
    ['no signature', () => new UnsecuredJWT({ ...GOOD }).encode()],
    [
      'a public key algorithm',
      async () => {
        const { privateKey } = await generateKeyPair('RS256');
        return new SignJWT({ ...GOOD }).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
      },
    ],
    ['an end in the past', () => sign({ ...GOOD, exp: NOW_SECONDS - 60 })],
    ['an end more than a day ahead', () => sign({ ...GOOD, exp: NOW_SECONDS + 25 * 3_600 })],
    ['no end', () => sign(withoutExp)],
    ['a begin in the future', () => sign({ ...GOOD, nbf: NOW_SECONDS + 600 })],
    ['no audience', () => sign(withoutAud)],
    ['another audience', () => sign({ ...GOOD, aud: 'elsewhere' })],
    ['no subject', () => sign(withoutSub)],
    ['an empty subject', () => sign({ ...GOOD, sub: '' })],
    ['a subject that is no id', () => sign({ ...GOOD, sub: 'a\u0000b' })],
  ])('refuses %s with the same words', async (_name, token) => {
    await expect(verify(await token())).rejects.toMatchObject({
      code: 'IDENTITY_INVALID',
      message: 'The customer token is not valid',
    });
  });

  it.each([undefined, ''])('proves nobody without a secret (%j)', async (secret) => {
    await expect(createCustomerVerifier(secret)(await sign(GOOD))).rejects.toMatchObject({
      code: 'IDENTITY_INVALID',
    });
  });
});
