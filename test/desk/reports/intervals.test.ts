import { expect, it } from 'vitest';
import { differenceOf, meanOf, shareOf } from '../../../src/desk/reports/intervals.ts';

it('gives a share the interval of Wilson', () => {
  // Newcombe 1998, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  expect(shareOf(81, 263)).toMatchObject({ low: expect.closeTo(0.2553, 4), high: expect.closeTo(0.3662, 4) });
  expect(shareOf(15, 148)).toMatchObject({ low: expect.closeTo(0.0624, 4), high: expect.closeTo(0.1605, 4) });
  expect(shareOf(0, 20)).toMatchObject({ low: expect.closeTo(0), high: expect.closeTo(0.1611, 4) });
  expect(shareOf(1, 29)).toMatchObject({ low: expect.closeTo(0.0061, 4), high: expect.closeTo(0.1718, 4) });
});

it('gives a difference of shares the interval of Newcombe', () => {
  // Newcombe 1998, table II, method 10: 56/70 - 48/80, 9/10 - 3/10, 5/56 - 0/29.
  expect(differenceOf(shareOf(56, 70), shareOf(48, 80))).toMatchObject({
    ...{ value: expect.closeTo(0.2, 4), low: expect.closeTo(0.0524, 4), high: expect.closeTo(0.3339, 4) },
  });
  expect(differenceOf(shareOf(9, 10), shareOf(3, 10))).toMatchObject({
    ...{ low: expect.closeTo(0.1705, 4), high: expect.closeTo(0.809, 4) },
  });
  expect(differenceOf(shareOf(5, 56), shareOf(0, 29))).toMatchObject({
    ...{ low: expect.closeTo(-0.0381, 4), high: expect.closeTo(0.1926, 4) },
  });
});

it('gives a mean the interval of Student', () => {
  // t of 0.975 with 9 degrees of freedom is 2.2622; the deviation of 1 to 10 is 3.0277.
  const half = (2.2622 * 3.0277) / Math.sqrt(10);
  expect(meanOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual({
    value: 5.5,
    low: expect.closeTo(5.5 - half, 2),
    high: expect.closeTo(5.5 + half, 2),
  });
});
