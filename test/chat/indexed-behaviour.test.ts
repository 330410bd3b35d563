import { expect, it } from 'vitest';
import { indexedBehaviour } from '../../src/chat/indexed-behaviour.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import { matrixFromHistories } from '../../src/recommendation/interaction-matrix.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import { trainFactors } from '../../src/recommendation/train-factors.ts';
import { trainNeighbours } from '../../src/recommendation/train-neighbours.ts';
import { product } from '../support/small-shop.ts';
import { stockedShop } from '../support/stocked-shop.ts';

const { signal } = new AbortController();
const SCOPE = { market: 'US', filters: [] };
const IDS = ['a', 'b', 'c', 'd'];
const matrix = matrixFromHistories(
  [[0, 1], [0, 1, 2], [1, 2], [3]].map((basket) => new Map(basket.map((item) => [item, 1]))),
  IDS,
);
const models = { neighbours: trainNeighbours(matrix), factors: trainFactors(matrix) };
const history = [{ productId: 'a', weight: 3 }];
const similar = { ...EMPTY_NEED, similarTo: 'b' };

async function shopWith(isBehaviourIndexed: boolean) {
  const shop = await stockedShop(IDS.map((id) => product({ id, title: `Thing ${id}` })));
  await shop.index.setBehaviour({ taste: models.factors, neighbours: models.neighbours });
  return { ...shop, recommender: createRecommender(models), isBehaviourIndexed: () => isBehaviourIndexed };
}

it('proposes from the index what this process would propose, for the same reasons', async () => {
  const shop = await shopWith(true);
  const lists = await indexedBehaviour(shop, { history, need: similar }, SCOPE, signal);
  const here = {
    factors: shop.recommender.factors(history, 10),
    neighbours: shop.recommender.goesWith('b', 10),
  };
  expect(here.factors.length).toBeGreaterThan(0);
  for (const [place, source] of (['factors', 'neighbours'] as const).entries()) {
    expect(lists[place]?.source).toBe(source);
    const close = here[source].map(({ score, ...rest }) => ({ ...rest, score: expect.closeTo(score, 5) }));
    expect(lists[place]?.candidates).toEqual(close);
  }
});

it('asks nothing where the index does not hold the models, or nothing is known of the shopper', async () => {
  expect(await indexedBehaviour(await shopWith(false), { history, need: similar }, SCOPE, signal)).toEqual(
    [],
  );
  expect(
    await indexedBehaviour(await shopWith(true), { history: [], need: EMPTY_NEED }, SCOPE, signal),
  ).toEqual([]);
});
