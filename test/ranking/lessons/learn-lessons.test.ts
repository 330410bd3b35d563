import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/domain/random.ts';
import { type Learned, learnLessons } from '../../../src/ranking/lessons/learn-lessons.ts';
import { MOST_BY_ALL, MOST_BY_ONE } from '../../../src/ranking/lessons/settle-addition.ts';
import type { Teaching } from '../../../src/ranking/lessons/teaching.ts';
import {
  AIMLESS,
  anyStrongTeachings,
  anyTeachings,
  bans,
  many,
  PRODUCTS,
  puts,
  teaching,
} from './corrections.ts';

const AGENTS = ['anna', 'ben', 'cem', 'dora', 'eva', 'finn', 'gita', 'hugo', 'ida', 'mallory'];

const added = (learned: readonly Learned[]): Map<string, number> =>
  new Map(
    learned.flatMap((each) =>
      each.added === 0 ? [] : [[JSON.stringify([each.scope, each.productId]), each.added] as const],
    ),
  );

const moved = (teachings: readonly Teaching[]): Record<string, number> =>
  Object.fromEntries(
    learnLessons(teachings).flatMap((each) => (each.added === 0 ? [] : [[each.productId, each.added]])),
  );

/** Place of a product, from 0, in the list that all corrections are made on. */
function placeOf(productId: string, learned: Record<string, number>): number {
  const [example] = many(1, puts('p0', 0));
  const scored = example?.proposed.map((each) => ({
    ...each,
    score: each.score + (learned[each.productId] ?? 0),
  }));
  return (scored ?? [])
    .sort((left, right) => right.score - left.score)
    .findIndex((each) => each.productId === productId);
}

const byTen = (act: Parameters<typeof many>[1], each: number) =>
  AGENTS.flatMap((agent) => many(each, act, { agent }));

describe('consistent corrections', () => {
  it.each([
    ['fifty of one agent', many(50, puts('p5', 0))],
    ['five of each of ten', byTen(puts('p5', 0), 5)],
  ])('lift the product that is meant and no other: %s', (_, teachings) => {
    const learned = moved(teachings);
    expect(Object.keys(learned)).toEqual(['p5']);
    expect(learned.p5).toBeGreaterThan(0.03);
    expect(placeOf('p5', learned)).toBeLessThan(2);
  });

  it('lift no further than it was put', () => {
    expect(placeOf('p5', moved(byTen(puts('p5', 3), 50)))).toBeGreaterThan(0);
  });

  it('bring in what did not stand in the list', () => {
    expect(placeOf('p12', moved(byTen(puts('p12', 0), 10)))).toBeLessThan(8);
  });

  it('lower what is put down or banned, and lift nothing for it', () => {
    expect(moved(many(50, puts('p0', 7)))).toEqual({ p0: expect.closeTo(-0.06, 1) });
    expect(Object.keys(moved(many(50, bans('p2'))))).toEqual(['p2']);
    expect(moved(many(50, bans('p7'))).p7).toBeLessThan(-0.03);
  });

  it('count in their scope only', () => {
    const [lesson, ...others] = learnLessons(many(50, puts('p5', 0), { scope: ['rugs', 'lamps'] }));
    expect(lesson?.scope).toEqual(['lamps', 'rugs']);
    expect(others).toEqual([]);
  });

  it('never lower the product as they become more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PRODUCTS),
        fc.nat(7),
        fc.nat(40),
        fc.nat(40),
        (productId, place, few, more) => {
          fc.pre(PRODUCTS.indexOf(productId) > place);
          const before = moved(many(few, puts(productId, place)))[productId] ?? 0;
          const after = moved(many(few + more, puts(productId, place)))[productId] ?? 0;
          expect(after).toBeGreaterThanOrEqual(before - 1e-9);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of ten at most teach nothing while one agent alone made them', () => {
    for (const place of [1, 5, 12]) expect(moved(many(10, puts(`p${place}`, 0)))).toEqual({});
  });

  it('that contradict each other teach nothing', () => {
    const [up, down] = [many(50, puts('p5', 0)), many(50, puts('p5', 7), { agent: 'ben' })];
    expect(moved([...up, ...down])).toEqual({});
  });
});

describe('aimless corrections', () => {
  it.each(Object.entries(AIMLESS))('teach nothing, fifty at a time: an agent who %s', (_, act) => {
    for (let seed = 1; seed <= 8; seed += 1)
      for (const agents of [AGENTS.slice(0, 1), AGENTS]) {
        const random = createRandom(seed);
        const teachings = Array.from({ length: 50 }, (__, number) =>
          teaching(number, act, { random, agent: agents[number % agents.length] ?? '' }),
        );
        expect(moved(teachings)).toEqual({});
      }
  });
});

describe('one agent', () => {
  it('moves no product by more than the stated bound, whatever they and all others do', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyTeachings(AGENTS), anyStrongTeachings(AGENTS)),
        fc.oneof(anyTeachings(['mallory']), anyStrongTeachings(['mallory'])),
        (others, own) => {
          const honest = others.filter(({ by }) => by.agentId !== 'mallory');
          const marked = own.map((each) => ({ ...each, correctionId: `m-${each.correctionId}` }));
          const [without, all] = [added(learnLessons(honest)), added(learnLessons([...honest, ...marked]))];
          for (const key of new Set([...without.keys(), ...all.keys()]))
            expect(Math.abs((all.get(key) ?? 0) - (without.get(key) ?? 0))).toBeLessThanOrEqual(
              MOST_BY_ONE + 1e-9,
            );
        },
      ),
      { numRuns: 100 },
    );
  });

  it('who lifts one product a thousand times moves it by less than the bound, alone or among ten', () => {
    const own = many(1_000, puts('p19', 0), { agent: 'mallory' });
    expect(moved(own).p19).toBeLessThan(MOST_BY_ONE);
    const honest = AGENTS.slice(0, 9).flatMap((agent) => many(5, puts('p5', 0), { agent }));
    expect(moved([...honest, ...own]).p19 ?? 0).toBeLessThan(MOST_BY_ONE);
  });
});

describe('what is learned', () => {
  it('is bounded for all together, and the same in any order of corrections', () => {
    fc.assert(
      fc.property(
        fc
          .oneof(anyTeachings(AGENTS), anyStrongTeachings(AGENTS))
          .chain((teachings) =>
            fc.tuple(
              fc.constant(teachings),
              fc.shuffledSubarray(teachings, { minLength: teachings.length, maxLength: teachings.length }),
            ),
          ),
        ([teachings, shuffled]) => {
          const learned = learnLessons(teachings);
          expect(learnLessons(shuffled)).toEqual(learned);
          for (const each of learned) expect(Math.abs(each.added)).toBeLessThanOrEqual(MOST_BY_ALL);
        },
      ),
    );
  });

  it('leaves out what earlier lessons had added: learned again, it is the same', () => {
    const teachings = many(50, puts('p5', 0));
    const later = teachings.map((each) => ({
      ...each,
      proposed: each.proposed.map((product) => ({ ...product, score: product.score + 0.2, taught: 0.2 })),
    }));
    expect(moved(later).p5).toBeCloseTo(moved(teachings).p5 ?? 0, 9);
  });

  it('is nothing of nothing', () => {
    expect(learnLessons([])).toEqual([]);
  });
});
