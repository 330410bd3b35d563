import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixFromHistories } from '../../src/recommendation/interaction-matrix.ts';
import {
  DEFAULT_NEIGHBOUR_OPTIONS,
  type NeighbourModel,
  type NeighbourOptions,
  trainNeighbours,
} from '../../src/recommendation/train-neighbours.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];

const train = (baskets: readonly string[], options: Partial<NeighbourOptions> = {}) =>
  trainNeighbours(
    matrixFromHistories(
      baskets.map((basket) => new Map([...basket].map((item) => [IDS.indexOf(item), 1]))),
      IDS,
    ),
    { ...DEFAULT_NEIGHBOUR_OPTIONS, ...options },
  );

/** Weights as `from>to`. */
const weightsOf = ({ productIds, starts, neighbours, weights }: NeighbourModel): Record<string, number> =>
  Object.fromEntries(
    productIds.flatMap((from, row) =>
      [...neighbours.subarray(starts[row], starts[row + 1])].map((to, entry) => [
        `${from}>${productIds[to]}`,
        weights[(starts[row] ?? 0) + entry] ?? 0,
      ]),
    ),
  );

/** The formula, written down as it stands. */
function formula(baskets: readonly string[], { alpha, beta }: NeighbourOptions): Record<string, number> {
  const degree = (item: string) => baskets.filter((basket) => basket.includes(item)).length;
  const entries = IDS.flatMap((from) =>
    IDS.filter((to) => to !== from).map((to): [string, number] => {
      const shared = baskets.filter((basket) => basket.includes(from) && basket.includes(to));
      const sum = shared.reduce((total, basket) => total + basket.length ** -alpha, 0);
      return [`${from}>${to}`, degree(from) ** -alpha * sum * degree(to) ** -beta];
    }),
  );
  return Object.fromEntries(entries.filter(([, weight]) => weight > 0));
}

describe('trainNeighbours', () => {
  it('walks from the source: two shoppers {a,b} and {a,c} give a->b a quarter and b->a a half', () => {
    const weights = weightsOf(train(['ab', 'ac'], { alpha: 1, beta: 0 }));
    expect(weights).toEqual({ 'a>b': 0.25, 'a>c': 0.25, 'b>a': 0.5, 'c>a': 0.5 });
  });

  it('equals the formula for any shoppers', () => {
    const basket = fc.subarray(IDS, { minLength: 1 }).map((items) => items.join(''));
    fc.assert(
      fc.property(fc.array(basket, { maxLength: 10 }), (baskets) => {
        const expected = formula(baskets, DEFAULT_NEIGHBOUR_OPTIONS);
        const found = weightsOf(train(baskets));
        expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
        for (const [pair, weight] of Object.entries(expected)) expect(found[pair]).toBeCloseTo(weight, 6);
      }),
    );
  });

  it('is the same whoever comes first', () => {
    const baskets = ['abc', 'ad', 'be', 'cd', 'abcde'];
    const forward = weightsOf(train(baskets));
    for (const [pair, weight] of Object.entries(weightsOf(train(baskets.toReversed())))) {
      expect(weight).toBeCloseTo(forward[pair] ?? Number.NaN, 6);
    }
  });

  it('keeps the strongest neighbours of each source, strongest first', () => {
    const model = train(['ab', 'ab', 'ab', 'ac', 'ac', 'ad'], { neighbours: 2, beta: 0 });
    expect(Object.keys(weightsOf(model)).filter((pair) => pair.startsWith('a'))).toEqual(['a>b', 'a>c']);
  });

  it('gives an empty model for no shoppers', () => {
    expect(weightsOf(train([]))).toEqual({});
  });

  it.each([{ alpha: 0 }, { alpha: Number.NaN }, { beta: -1 }, { neighbours: 0 }, { neighbours: 1.5 }])(
    'refuses %j',
    (options) => {
      expect(() => train(['ab'], options)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
    },
  );
});
