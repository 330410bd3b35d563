import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AskableFacet,
  questionWorth,
  rankQuestions,
  toPosterior,
} from '../../src/dialogue/choose-question.ts';

const evenly = (count: number) => new Float64Array(count).fill(1 / count);
const facet = (attribute: string, answersOf: readonly (readonly number[])[]): AskableFacet => ({
  attribute,
  answers: 1 + Math.max(-1, ...answersOf.flat()),
  answersOf,
});
const EVERYBODY = { screen: 8, opinionated: 1 };

const posteriors = fc
  .array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 1, maxLength: 12 })
  .map((scores) =>
    toPosterior(
      scores.toSorted((left, right) => right - left),
      0.5,
    ),
  );
const facetOver = (count: number) =>
  fc
    .array(fc.uniqueArray(fc.nat(4), { maxLength: 3 }), { minLength: count, maxLength: count })
    .map((answersOf) => facet('color', answersOf));
const cases = posteriors.chain((posterior) =>
  fc.tuple(fc.constant(posterior), facetOver(posterior.length), fc.double({ min: 0, max: 1, noNaN: true })),
);

describe('toPosterior', () => {
  it('sums to 1, and prefers the higher score the more the lower the temperature is', () => {
    const [first = 0, second = 0] = toPosterior([1, 0], 1);
    expect(first + second).toBeCloseTo(1);
    expect(first / second).toBeCloseTo(Math.E);
    expect(toPosterior([1, 0], 0.1)[0]).toBeGreaterThan(first);
    expect(toPosterior([], 1)).toHaveLength(0);
  });
});

describe('questionWorth', () => {
  it('is a bit for a half of them, less what one untrue answer in ten costs', () => {
    const { bits } = questionWorth(
      evenly(8),
      facet('color', [[0], [1], [0], [1], [0], [1], [0], [1]]),
      EVERYBODY,
    );
    // H(answer) - H(answer | wanted) with .9 for the true answer and .05 for the other and for none.
    const plogp = (share: number) => -share * Math.log2(share);
    expect(bits).toBeCloseTo(2 * plogp(0.475) + plogp(0.05) - (plogp(0.9) + 2 * plogp(0.05)), 10);
  });

  it('is never negative and never more than what is unknown', () => {
    fc.assert(
      fc.property(cases, ([posterior, asked, opinionated]) => {
        const entropy = posterior.reduce(
          (sum, share) => (share > 0 ? sum - share * Math.log2(share) : sum),
          0,
        );
        const { bits, gain } = questionWorth(posterior, asked, { screen: 8, opinionated });
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThanOrEqual(entropy + 1e-9);
        expect(gain).toBeGreaterThanOrEqual(0);
        expect(gain).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is nothing when nobody has an opinion, and grows with those who have one', () => {
    const asked = facet('color', [[0], [1], [2], [3]]);
    const worth = (opinionated: number) => questionWorth(evenly(4), asked, { screen: 1, opinionated });
    expect(worth(0).bits).toBeCloseTo(0);
    expect(worth(0).gain).toBeCloseTo(0);
    expect(worth(0.5).bits).toBeLessThan(worth(1).bits);
    expect(worth(0.5).gain).toBeLessThan(worth(1).gain);
  });

  it('is nothing where all would answer alike', () => {
    expect(questionWorth(evenly(4), facet('color', [[0], [0], [0], [0]]), EVERYBODY).bits).toBeCloseTo(0);
  });
});

describe('rankQuestions', () => {
  const thirds = facet(
    'color',
    Array.from({ length: 30 }, (_, index) => [index % 6]),
  );
  const halves = facet(
    'gender',
    Array.from({ length: 30 }, (_, index) => [index % 2]),
  );

  it('puts what parts more first, and leaves out what says less than half a bit', () => {
    const rare = facet(
      'feature',
      Array.from({ length: 30 }, (_, index) => [index === 0 ? 1 : 0]),
    );
    const ranked = rankQuestions(evenly(30), [halves, rare, thirds], { screen: 8 });
    expect(ranked.map(({ attribute }) => attribute)).toEqual(['color', 'gender']);
  });

  it('asks nothing where the right one is hardly in doubt or all are on the screen', () => {
    const sure = toPosterior(
      Array.from({ length: 30 }, (_, index) => (index === 0 ? 1 : 0)),
      0.05,
    );
    expect(rankQuestions(sure, [thirds], { screen: 8 })).toEqual([]);
    expect(rankQuestions(evenly(1), [facet('color', [[0]])], { screen: 8 })).toEqual([]);
  });

  it('prefers what shoppers know to what parts as well and is nobody’s wish', () => {
    const origin = { ...thirds, attribute: 'origin' };
    const [first] = rankQuestions(evenly(30), [origin, thirds], { screen: 8 });
    expect(first?.attribute).toBe('color');
  });
});
