import { expect, it } from 'vitest';
import { scoreCandidates } from '../../src/ranking/score-candidates.ts';
import { list, requestOf } from './support.ts';

const interest = ({ productId }: { readonly productId: string }) => (productId === 'tent' ? 0.5 : 0);
const partOf = (scored: ReturnType<typeof scoreCandidates>, productId: string) =>
  scored
    .find((product) => product.productId === productId)
    ?.parts.find(({ signal }) => signal === 'interest');

it('adds what the shopper deals with at the moment as a part of its own, weighed by the intent', () => {
  const request = requestOf([list('popular', { tent: 1, lamp: 1 })], { interest, intent: 'recommend' });
  const scored = scoreCandidates(request);
  expect(partOf(scored, 'tent')).toEqual({
    signal: 'interest',
    weight: 0.05,
    value: 0.5,
    contribution: 0.025,
  });
  expect(partOf(scored, 'lamp')).toBeUndefined();
  expect(partOf(scoreCandidates({ ...request, intent: 'search' }), 'tent')).toBeUndefined();
});

it('counts for nothing when the words name one product', () => {
  const request = requestOf([list('terms', { lamp: 10, tent: 5 })], {
    interest,
    weights: { interest: 10 },
    coverage: new Map([
      ['lamp', 1],
      ['tent', 0.5],
    ]),
  });
  expect(partOf(scoreCandidates(request), 'tent')).toBeUndefined();
  expect(partOf(scoreCandidates({ ...request, coverage: new Map() }), 'tent')?.contribution).toBe(5);
});
