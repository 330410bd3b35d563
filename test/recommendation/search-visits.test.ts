import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createVisitSearch,
  DEFAULT_VISIT_SEARCH_OPTIONS,
  type VisitSearchOptions,
} from '../../src/recommendation/search-visits.ts';
import { trainVisits } from '../../src/recommendation/train-visits.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];

const indexOf = (visits: readonly string[]) =>
  trainVisits(
    visits.map((visit) => [...visit].map((item) => IDS.indexOf(item))),
    IDS,
  );

const searchOf = (visits: readonly string[], options: Partial<VisitSearchOptions> = {}) => {
  const search = createVisitSearch(indexOf(visits), { ...DEFAULT_VISIT_SEARCH_OPTIONS, ...options });
  return (clicks: string, limit = 10) => search([...clicks], limit);
};

const scoresOf = (list: readonly { readonly productId: string; readonly score: number }[]) =>
  Object.fromEntries(list.map(({ productId, score }) => [productId, score]));

/** The formulas, written down as they stand, over all visits and products; the index is not cut. */
function formula(
  visits: readonly string[],
  visited: string,
  options: VisitSearchOptions,
): Record<string, number> {
  const clicks = visited.slice(-options.clicks);
  const different = new Set(clicks).size;
  const alike = visits
    .toReversed()
    .map((visit, age) => {
      const shared = [...new Set(clicks)].filter((item) => visit.includes(item));
      const likeness = shared.reduce((sum, item) => sum + (clicks.lastIndexOf(item) + 1) / different, 0);
      const place = clicks.length - Math.max(-1, ...shared.map((item) => clicks.lastIndexOf(item)));
      return { visit, age, likeness, fade: Math.max(0, 1 - 0.1 * place) };
    })
    .filter(({ likeness }) => likeness > 0)
    .slice(0, options.sample)
    .sort((left, right) => right.likeness - left.likeness || left.age - right.age)
    .slice(0, options.votes);
  const entries = visits.reduce((sum, visit) => sum + new Set(visit).size, 0);
  const scores = IDS.map((item): [string, number] => {
    const rarity = Math.log(entries / visits.filter((visit) => visit.includes(item)).length);
    const voters = alike.filter(({ visit }) => visit.includes(item));
    return [item, voters.reduce((sum, { fade, likeness }) => sum + fade * likeness * rarity, 0)];
  });
  return Object.fromEntries(
    scores.filter(([item, score]) => score > 0 && (options.reminders || !visited.includes(item))),
  );
}

describe('createVisitSearch', () => {
  it('scores an example worked by hand', () => {
    // Clicks a, b: places 1/2 and 2/2. Visit "abc" is alike by 1.5 and "ad" by .5; the newest shared clicks are b and a.
    const list = searchOf(['ad', 'abc'])('ab');

    expect(list.map(({ productId }) => productId)).toEqual(['c', 'd']);
    expect(list[0]?.score).toBeCloseTo(0.9 * 1.5 * Math.log(5), 12);
    expect(list[1]?.score).toBeCloseTo(0.8 * 0.5 * Math.log(5), 12);
    expect(list[0]?.because).toEqual([
      { productId: 'b', share: expect.closeTo(2 / 3, 12) },
      { productId: 'a', share: expect.closeTo(1 / 3, 12) },
    ]);
  });

  it('changes with the very next click', () => {
    const search = searchOf(['ac', 'bd']);

    expect(search('a').map(({ productId }) => productId)).toEqual(['c']);
    expect(search('ab').map(({ productId }) => productId)).toEqual(['d', 'c']);
  });

  it('leaves out what the visit has seen unless it may remind of it', () => {
    expect(Object.keys(scoresOf(searchOf(['ab'])('a')))).toEqual(['b']);
    expect(Object.keys(scoresOf(searchOf(['ab'], { reminders: true })('a'))).sort()).toEqual(['a', 'b']);
  });

  it('never counts an old click against a product, however long the visit', () => {
    const list = searchOf(['ab', 'cd', 'ef'], { clicks: 31 })(`a${'c'.repeat(15)}`);

    expect(list.map(({ productId }) => productId)).toEqual(['d']);
  });

  it('has nothing for clicks it does not know, and none for no click', () => {
    expect(searchOf(['ab'])('zy')).toEqual([]);
    expect(searchOf(['ab'])('')).toEqual([]);
    expect(searchOf([])('a')).toEqual([]);
  });

  it('equals the formulas for any visits and settings, one list after the other, with shares of the whole score', () => {
    const visit = fc
      .array(fc.constantFrom(...IDS), { minLength: 1, maxLength: 6 })
      .map((items) => items.join(''));
    const options = fc.record({
      sample: fc.integer({ min: 1, max: 8 }),
      votes: fc.integer({ min: 1, max: 8 }),
      clicks: fc.integer({ min: 1, max: 9 }),
      reminders: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 10 }), fc.array(visit), options, (visits, running, chosen) => {
        const search = searchOf(visits, chosen);
        for (const clicks of running) {
          const expected = formula(visits, clicks, chosen);
          const list = search(clicks);
          expect(Object.keys(scoresOf(list)).sort()).toEqual(Object.keys(expected).sort());
          for (const { productId, score, because } of list) {
            expect(score).toBeCloseTo(expected[productId] ?? 0, 9);
            expect((because ?? []).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
          }
        }
      }),
    );
  });

  it.each([{ sample: 0 }, { votes: 1.5 }, { clicks: 0 }, { clicks: 32 }])('refuses %j', (options) => {
    expect(() => searchOf(['ab'], options)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });
});
