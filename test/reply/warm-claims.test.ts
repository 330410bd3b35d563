import { expect, it } from 'vitest';
import { createReplier } from '../../src/reply/replier.ts';
import { warmClaims } from '../../src/reply/warm-claims.ts';

it('reads what judges the words of a model in every language', () => {
  expect(() => warmClaims(createReplier())).not.toThrow();
});
