import { expect, it } from 'vitest';
import type { RankedProduct } from '../../src/domain/ranking.ts';
import { type ExplainContext, explainRanking } from '../../src/ranking/explain-ranking.ts';
import { factsOf, needOf } from './support.ts';

const part = (signal: string) => ({ signal, weight: 1, value: 0.8, contribution: 0.8 });

const ranked = (signal: string, share = 0.6): RankedProduct => ({
  productId: 'mat',
  score: 0.8,
  parts: [part(signal)],
  sources: [],
  because: [{ productId: 'tent', share }],
});

const context = (changes: Partial<ExplainContext> = {}): ExplainContext => ({
  need: needOf(),
  facts: factsOf('mat'),
  labels: (_, value) => value,
  titleOf: () => 'The tent',
  ...changes,
});

const own = new Set(['tent']);

it('says that the shopper looked at something only of what they dealt with themselves', () => {
  expect(explainRanking(ranked('session'), context({ own }))[0]).toEqual({
    kind: 'looked-at',
    title: 'The tent',
    share: 0.6,
  });
  expect(explainRanking(ranked('neighbours'), context())[0]).toMatchObject({ kind: 'chosen-with' });
});

it('names no cause that carries less than three tenths, and none that must not be named', () => {
  const plain = [{ kind: 'in-stock' }];
  expect(explainRanking(ranked('taste', 0.29), context({ own }))).toEqual(plain);
  expect(explainRanking(ranked('taste'), context({ own, titleOf: () => undefined }))).toEqual(plain);
});

it('says where something is popular when that place was looked at', () => {
  expect(explainRanking(ranked('popularity'), context({ country: 'DE' }))[0]).toEqual({
    kind: 'popular',
    country: 'DE',
  });
});
