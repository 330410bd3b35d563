import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseSet, type SetOption, withoutShared } from '../../src/recommendation/choose-set.ts';

const option = (productId: string, priceMinor: number, score: number): SetOption => ({
  productId,
  priceMinor,
  score,
});
const ids = (options: readonly SetOption[]) => options.map(({ productId }) => productId);

const SHOES = [option('shoes-good', 90, 0.9), option('shoes-plain', 40, 0.5)];
const BAGS = [option('bag-good', 60, 0.8), option('bag-plain', 30, 0.6)];

describe('the best set within a budget', () => {
  it('spends where a budget does most', () => {
    expect(ids(chooseSet([SHOES, BAGS])?.options ?? [])).toEqual(['shoes-good', 'bag-good']);
    // 90 + 30 = 120 with 1.5, 40 + 60 = 100 with 1.3.
    expect(chooseSet([SHOES, BAGS], 120)).toEqual({
      options: [SHOES[0], BAGS[1]],
      totalMinor: 120,
      score: 1_500_000,
      overMinor: 0,
    });
    expect(ids(chooseSet([SHOES, BAGS], 119)?.options ?? [])).toEqual(['shoes-plain', 'bag-good']);
  });

  it('is the cheapest one, with what it is over, when none is within', () => {
    expect(chooseSet([SHOES, BAGS], 50)).toEqual({
      options: [SHOES[1], BAGS[1]],
      totalMinor: 70,
      score: 1_100_000,
      overMinor: 20,
    });
  });

  it('is none when a part has no option', () => {
    expect(chooseSet([SHOES, []], 500)).toBeUndefined();
  });

  it('is of two alike the cheaper one, then the one of the smaller ids', () => {
    expect(
      ids(chooseSet([[option('b', 10, 1), option('a', 10, 1), option('c', 9, 0.5)]])?.options ?? []),
    ).toEqual(['a']);
    expect(ids(chooseSet([[option('a', 10, 1), option('z', 9, 1)]])?.options ?? [])).toEqual(['z']);
  });
});

const partsArbitrary = fc
  .array(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -5, max: 20 })), {
      minLength: 1,
      maxLength: 5,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) =>
    parts.map((options, part) =>
      options.map(([price, score], place) => option(`${part}-${place}`, price, score / 10)),
    ),
  );

/** Every set there is. */
const allSets = (parts: readonly (readonly SetOption[])[]): SetOption[][] =>
  parts.reduce<SetOption[][]>(
    (sets, options) => sets.flatMap((set) => options.map((next) => [...set, next])),
    [[]],
  );
const priceOf = (set: readonly SetOption[]) => set.reduce((sum, { priceMinor }) => sum + priceMinor, 0);
const stepsOf = (set: readonly SetOption[]) =>
  set.reduce((sum, { score }) => sum + Math.round(score * 1e6), 0);

it('is the best of all sets, whatever is offered and whatever the budget', () => {
  fc.assert(
    fc.property(partsArbitrary, fc.integer({ min: 0, max: 160 }), (parts, budget) => {
      const chosen = chooseSet(parts, budget);
      const within = allSets(parts).filter((set) => priceOf(set) <= budget);
      const all = within.length > 0 ? within : allSets(parts);
      const [best] = all.toSorted((left, right) =>
        within.length > 0
          ? stepsOf(right) - stepsOf(left) ||
            priceOf(left) - priceOf(right) ||
            (String(ids(left)) < String(ids(right)) ? -1 : 1)
          : priceOf(left) - priceOf(right) ||
            stepsOf(right) - stepsOf(left) ||
            (String(ids(left)) < String(ids(right)) ? -1 : 1),
      );
      expect(ids(chosen?.options ?? [])).toEqual(ids(best ?? []));
      expect(chosen?.totalMinor).toBe(priceOf(best ?? []));
      expect(chosen?.overMinor).toBe(Math.max(0, priceOf(best ?? []) - budget));
    }),
    { numRuns: 300 },
  );
});

it('keeps every product in the one part where it stands highest', () => {
  const parts = [
    [option('a', 1, 3), option('b', 1, 2), option('a', 1, 1)],
    [option('b', 1, 3), option('a', 1, 2), option('c', 1, 1)],
  ];
  expect(withoutShared(parts).map(ids)).toEqual([['a'], ['b', 'c']]);
});
