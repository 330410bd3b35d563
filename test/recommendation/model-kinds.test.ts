import { expect, it } from 'vitest';
import { createInteractionColumns } from '../../src/recommendation/interaction-columns.ts';
import { decodeModels, MODEL_KINDS, trainKind, trainPayloads } from '../../src/recommendation/model-kinds.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import { createTrainingData } from '../../src/recommendation/training-data.ts';

const MINUTE_MS = 60_000;

/** Everybody looks at a, then b, then c; d goes with e. */
function trainingData() {
  const log = createInteractionColumns();
  for (let shopper = 0; shopper < 30; shopper += 1)
    for (const [place, productId] of (shopper % 3 === 0 ? ['d', 'e'] : ['a', 'b', 'c']).entries()) {
      const atMs = (shopper * 100 + place) * MINUTE_MS;
      const shopperId = `s${shopper}`;
      log.append({ shopperId, productId, type: 'view', occurredAtMs: atMs, receivedAtMs: atMs });
    }
  return createTrainingData(log.finish(), { nowMs: 3_000 * MINUTE_MS });
}

it('keeps every kind through its stored form, and refuses one in place of another', () => {
  const data = trainingData();
  const payloads = trainPayloads(data);
  const decoded = decodeModels(payloads);
  // The factors keep their settings in 32 bits.
  for (const kind of MODEL_KINDS.filter((name) => name !== 'factors'))
    expect(decoded[kind]).toEqual(trainKind(kind, data));
  for (const kind of MODEL_KINDS) {
    const other = MODEL_KINDS.find((name) => name !== kind) ?? kind;
    expect(() => decodeModels({ [kind]: payloads[other] })).toThrow(
      expect.objectContaining({ code: 'DATA_CORRUPT' }),
    );
    expect(() => decodeModels({ [kind]: payloads[kind].subarray(0, -4) })).toThrow(
      expect.objectContaining({ code: 'DATA_CORRUPT' }),
    );
  }
});

it('proposes what follows, what visits held, and what goes together, each with its cause', () => {
  const recommender = createRecommender(decodeModels(trainPayloads(trainingData())));
  const [next] = recommender.next(
    [
      { productId: 'b', weight: 1, lastAtMs: 2 },
      { productId: 'a', weight: 9, lastAtMs: 1 },
    ],
    3,
  );
  expect(next).toMatchObject({ productId: 'c', because: [{ productId: 'b' }, { productId: 'a' }] });
  expect(recommender.session(['d'], 1)).toMatchObject([
    { productId: 'e', because: [{ productId: 'd', share: 1 }] },
  ]);
  expect(recommender.taste([{ productId: 'd', weight: 1 }], 1)).toMatchObject([{ productId: 'e' }]);
  expect(recommender.session(['unknown'], 3)).toEqual([]);
});

it('answers a visit by the blend where visits know nothing', () => {
  const { visits: _, ...others } = decodeModels(trainPayloads(trainingData()));
  expect(createRecommender(others).session(['d'], 1)).toMatchObject([{ productId: 'e' }]);
});
