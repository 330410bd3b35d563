import { expect, it } from 'vitest';
import { createVisitPace } from '../../src/recommendation/visit-pace.ts';

function pace(perMinute: number, visits = 10) {
  let nowMs = 0;
  const { isTooFast } = createVisitPace({ perMinute, visits, clock: () => nowMs });
  const many = (visit: string, times: number) =>
    Array.from({ length: times }, () => isTooFast(visit)).filter(Boolean).length;
  const wait = (ms: number) => {
    nowMs += ms;
  };
  return { many, wait };
}

it('lets a visit do as much as is allowed, and holds it for too fast beyond', () => {
  const { many } = pace(60);
  expect(many('a', 60)).toBe(0);
  expect(many('a', 5)).toBe(5);
  expect(many('b', 5)).toBe(0);
});

it('gives back what was used as time goes by', () => {
  const { many, wait } = pace(60);
  many('a', 100);
  wait(10_000);
  expect(many('a', 20)).toBe(10);
  wait(60_000);
  expect(many('a', 60)).toBe(0);
});

it('forgets the visit that was quiet for the longest when there are too many', () => {
  const { many } = pace(1, 2);
  many('a', 1);
  many('b', 1);
  many('a', 1);
  many('c', 1);
  expect([many('b', 1), many('c', 1)]).toEqual([0, 1]);
});

it('holds everything for too fast when nothing is allowed', () => {
  expect(pace(0).many('a', 3)).toBe(3);
});
