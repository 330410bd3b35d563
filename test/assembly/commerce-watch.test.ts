import { expect, it } from 'vitest';
import { watchCommerce } from '../../src/assembly/commerce-watch.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { ErrorCode } from '../../src/errors/error-codes.ts';
import type { CommerceBackend } from '../../src/ports/commerce-backend.ts';

const { signal } = new AbortController();
const buyer = { shopperId: 'visitor:a', market: 'US' };

/** A backend that fails with a code, or answers with nothing in the basket. */
function backend(state: { failure: ErrorCode | undefined }): CommerceBackend {
  const answer = async <T>(value: T): Promise<T> => {
    if (state.failure !== undefined) throw new AssistantError(state.failure, 'As the test wants it');
    return value;
  };
  return {
    name: 'scripted',
    abilities: new Set(),
    basket: () => answer({ lines: [] }),
    account: () => answer(undefined),
    orders: () => answer([]),
    order: () => answer(undefined),
    preview: () => answer({ kind: 'refused', refusal: 'no-such-line' } as const),
    write: () => answer({ kind: 'refused', refusal: 'no-such-line' } as const),
    checkout: () => answer(undefined),
    close: async () => undefined,
  };
}

it('does not answer from a call that did not reach it to the next of its kind that does, and hides no failure', async () => {
  const state: { failure: ErrorCode | undefined } = { failure: undefined };
  const watched = watchCommerce(backend(state));
  expect(watched.isAvailable()).toBe(true);
  state.failure = 'COMMERCE_UNAVAILABLE';
  await expect(watched.basket(buyer, signal)).rejects.toMatchObject({ code: 'COMMERCE_UNAVAILABLE' });
  expect(watched.isAvailable()).toBe(false);
  state.failure = undefined;
  expect(await watched.orders('ada', 5, signal)).toEqual([]);
  expect(watched.isAvailable()).toBe(false);
  expect(await watched.basket(buyer, signal)).toEqual({ lines: [] });
  expect(watched.isAvailable()).toBe(true);
});

it('answers when it answers with a fault', async () => {
  const watched = watchCommerce(backend({ failure: 'COMMERCE_FAILED' }));
  await expect(watched.checkout(buyer, signal)).rejects.toMatchObject({ code: 'COMMERCE_FAILED' });
  expect(watched.isAvailable()).toBe(true);
});
