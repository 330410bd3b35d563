import { expect, it } from 'vitest';
import { AssistantError, isAssistantError } from '../../src/errors/assistant-error.ts';
import { ERROR_CODES, type ErrorCode } from '../../src/errors/error-codes.ts';

it('carries a code, its status, details, and what caused it', () => {
  const cause = new RangeError('far');
  const error = new AssistantError('MODEL_TIMEOUT', 'No answer in 8000 ms', {
    details: { timeoutMs: 8_000 },
    cause,
  });
  expect(error).toMatchObject({ code: 'MODEL_TIMEOUT', status: 504, details: { timeoutMs: 8_000 }, cause });
  expect(isAssistantError(error)).toBe(true);
});

it('has no cause and no details unless they are given', () => {
  const error = new AssistantError('INTERNAL', 'Something');
  expect([error.details, 'cause' in error]).toEqual([{}, false]);
  expect(
    [undefined, null, 'INTERNAL', new RangeError('other'), { code: 'INTERNAL' }].some(isAssistantError),
  ).toBe(false);
});

it('gives every code a status of a failure, a title and words for the shopper', () => {
  for (const code of Object.keys(ERROR_CODES) as ErrorCode[]) {
    const { status, title, reply } = ERROR_CODES[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(reply).toMatch(/^error-/);
  }
});
