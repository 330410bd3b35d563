import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import type { NeighbourModel } from '../../src/recommendation/train-neighbours.ts';
import {
  DEFAULT_TRANSITION_OPTIONS,
  type TransitionOptions,
  trainTransitions,
  weighByAge,
} from '../../src/recommendation/train-transitions.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];

const train = (histories: readonly string[], options: Partial<TransitionOptions> = {}) =>
  trainTransitions(
    histories.map((history) => [...history].map((item) => IDS.indexOf(item))),
    IDS,
    { ...DEFAULT_TRANSITION_OPTIONS, ...options },
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

/** The formula, written down as it stands: every pair of places of every history. */
function formula(histories: readonly string[], options: TransitionOptions): Record<string, number> {
  const count = (item: string) => [...histories.join('')].filter((each) => each === item).length;
  const found: Record<string, number> = {};
  for (const history of histories) {
    [...history].forEach((from, place) => {
      [...history].forEach((to, other) => {
        const gap = Math.abs(other - place);
        if (from === to || gap > options.reach) return;
        const order = other > place ? 1 : options.backward;
        const scale = count(from) ** -options.sourcePower * count(to) ** -options.targetPower;
        const pair = `${from}>${to}`;
        found[pair] = (found[pair] ?? 0) + order * options.gapDecay ** (gap - 1) * scale;
      });
    });
  }
  return Object.fromEntries(Object.entries(found).filter(([, weight]) => weight > 0));
}

const plain = { backward: 0.5, gapDecay: 0.5, sourcePower: 0, targetPower: 0 };

describe('trainTransitions', () => {
  it('gives what comes next its full weight, later things less, and what came before half', () => {
    expect(weightsOf(train(['abc'], plain))).toEqual({
      'a>b': 1,
      'a>c': 0.5,
      'b>c': 1,
      'b>a': 0.5,
      'c>b': 0.5,
      'c>a': 0.25,
    });
  });

  it('learns nothing backward when that counts nothing, and nothing beyond its reach', () => {
    expect(weightsOf(train(['abc'], { ...plain, backward: 0, reach: 1 }))).toEqual({ 'a>b': 1, 'b>c': 1 });
  });

  it('keeps histories apart that stand one after the other', () => {
    expect(Object.keys(weightsOf(train(['ab', '', 'cd'], { backward: 0 })))).toEqual(['a>b', 'c>d']);
  });

  it('leads from no product to itself, though it was taken twice', () => {
    expect(weightsOf(train(['aab'], { ...plain, backward: 0 }))).toEqual({ 'a>b': 1.5 });
  });

  it('keeps the strongest when there are more than wanted', () => {
    expect(weightsOf(train(['ab', 'ac', 'ab'], { ...plain, backward: 0, neighbours: 1 }))).toEqual({
      'a>b': 2,
    });
  });

  it('equals the formula for any histories and options', () => {
    const history = fc.array(fc.constantFrom(...IDS), { maxLength: 7 }).map((items) => items.join(''));
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const options = fc.record({
      backward: fc.constantFrom(0, 0.25, 1),
      gapDecay: fc.constantFrom(0.5, 0.9, 1),
      reach: fc.integer({ min: 1, max: 8 }),
      sourcePower: share,
      targetPower: share,
      neighbours: fc.constant(IDS.length),
    });
    fc.assert(
      fc.property(fc.array(history, { maxLength: 8 }), options, (histories, chosen) => {
        const expected = formula(histories, chosen);
        const found = weightsOf(train(histories, chosen));
        expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
        for (const [pair, weight] of Object.entries(expected)) expect(found[pair]).toBeCloseTo(weight, 5);
      }),
    );
  });

  it('does not depend on the order of the shoppers', () => {
    const histories = ['abc', 'bd', 'cab', 'ea', 'dce'];
    expect(weightsOf(train(histories.toReversed()))).toEqual(weightsOf(train(histories)));
  });

  it('has an empty model for no histories', () => {
    expect(weightsOf(train([]))).toEqual({});
  });

  it.each([
    { backward: 1.1 },
    { gapDecay: 0 },
    { gapDecay: Number.NaN },
    { reach: 0 },
    { sourcePower: -1 },
    { targetPower: Number.POSITIVE_INFINITY },
    { neighbours: 1.5 },
  ])('refuses %j', (options) => {
    expect(() => train(['ab'], options)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });
});

describe('weighByAge', () => {
  it('counts the newest 1 and every one before it less', () => {
    expect(weighByAge(['a', 'b', 'c'], 0.5)).toEqual([
      { productId: 'c', weight: 1 },
      { productId: 'b', weight: 0.5 },
      { productId: 'a', weight: 0.25 },
    ]);
  });

  it('lets a product that is there twice count where it stands last', () => {
    expect(weighByAge(['a', 'b', 'a'], 0.5)).toEqual([
      { productId: 'a', weight: 1 },
      { productId: 'b', weight: 0.5 },
    ]);
  });

  it('makes the latest step decide, with reasons whose shares are the whole score', () => {
    const recommender = createRecommender({ neighbours: train(['ad', 'be', 'ad', 'be', 'ad', 'ae']) });
    const first = (history: string[]) => recommender.taste(weighByAge(history, 0.5), 1)[0];

    expect(first(['b', 'a'])?.productId).toBe('d');
    expect(first(['a', 'b'])?.productId).toBe('e');
    const reasons = first(['a', 'b'])?.because ?? [];
    expect(reasons.map(({ productId }) => productId)).toEqual(['b', 'a']);
    expect(reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });
});
