import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/domain/random.ts';
import { USUAL_EXAMINATION } from '../../../src/ranking/learned/examination.ts';
import { learnRanker } from '../../../src/ranking/learned/learn-ranker.ts';
import { createLearnedRanker, type RankerModel } from '../../../src/ranking/learned/learned-ranker.ts';
import { chosenLists, type Taste } from './choices.ts';

const likesTheFit: Taste = ({ 'price-fit': fit = 0 }) => fit ** 3;
const likesAnything: Taste = () => 0.4;
/** No sum of the two tells it. */
const likesEither: Taste = ({ terms = 0, 'price-fit': fit = 0 }) => (terms > 0.5 === fit > 0.5 ? 0.02 : 0.9);

const learn = (taste: Taste, options: { lists?: number; inForce?: RankerModel } = {}) =>
  learnRanker(chosenLists(taste, options), {
    examination: USUAL_EXAMINATION,
    random: createRandom(1),
    ...(options.inForce === undefined ? {} : { inForce: options.inForce }),
  });

describe('learnRanker', () => {
  it('finds what is liked and the weights do not say, and is adopted', () => {
    const { report, model } = learn(likesTheFit);
    expect(report).toMatchObject({ adopted: true });
    expect(report.difference?.low).toBeGreaterThan(0);
    const ranker = model && createLearnedRanker(model, 1);
    const added = (value: number) =>
      ranker
        ?.partsOf([{ signal: 'price-fit', weight: 0.08, value, contribution: 0.08 * value }])
        .reduce((sum, { contribution }) => sum + contribution, 0) ?? 0;
    expect(added(0.9)).toBeGreaterThan(added(0.1) + 0.1);
  });

  it('takes trees where no sum of the features tells what is liked', () => {
    const { report } = learn(likesEither, { lists: 2_000 });
    expect(report).toMatchObject({ adopted: true, chosen: 'trees' });
  });

  it('refuses what was learned from choices made by chance', () => {
    const refused = [1, 2, 3].map((seed) => {
      const lists = chosenLists(likesAnything, { seed, lists: 700 });
      return learnRanker(lists, { examination: USUAL_EXAMINATION, random: createRandom(seed) }).report
        .adopted;
    });
    expect(refused).toEqual([false, false, false]);
  });

  it('learns nothing from fewer than 200 lists with a choice', () => {
    const { report, model } = learn(likesTheFit, { lists: 150 });
    expect(report).toMatchObject({ adopted: false, reason: expect.stringContaining('200') });
    expect(model).toBeUndefined();
  });

  it('does not replace a better one in force', () => {
    const inForce = learn(likesTheFit, { lists: 2_500 }).model;
    const { report } = learn(likesTheFit, { lists: 800, ...(inForce === undefined ? {} : { inForce }) });
    expect(report.quality?.inForce).toBeGreaterThan(report.quality?.weights ?? 1);
    expect(report.adopted).toBe(
      (report.quality?.[report.chosen ?? 'linear'] ?? 0) >= (report.quality?.inForce ?? 1),
    );
  });

  it('gives the same for the same lists in another order', () => {
    const lists = chosenLists(likesTheFit, { lists: 400 });
    const options = () => ({ examination: USUAL_EXAMINATION, random: createRandom(1) });
    expect(learnRanker(lists.toReversed(), options())).toEqual(learnRanker(lists, options()));
  });
});
