import { describe, expect, it } from 'vitest';
import { trainVisits } from '../../src/recommendation/train-visits.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];

const indexOf = (visits: readonly string[], visitsPerProduct = 500) =>
  trainVisits(
    visits.map((visit) => [...visit].map((item) => IDS.indexOf(item))),
    IDS,
    visitsPerProduct,
  );

describe('trainVisits', () => {
  it('numbers visits from the newest and holds each product of a visit once', () => {
    const { byVisit, byProduct } = indexOf(['ab', 'bcb']);

    expect([...byVisit.columns]).toEqual([1, 2, 0, 1]);
    expect([...byProduct.columns.subarray(byProduct.starts[1], byProduct.starts[2])]).toEqual([0, 1]);
  });

  it('keeps the newest visits of a product when there are more than wanted', () => {
    const { byProduct } = indexOf(['ab', 'ac', 'ad'], 2);

    expect([...byProduct.columns.subarray(byProduct.starts[0], byProduct.starts[1])]).toEqual([0, 1]);
  });

  it('gives a product nobody looked at no weight rather than an endless one', () => {
    expect([...indexOf(['ab']).rarity]).toEqual([Math.log(2), Math.log(2), 0, 0, 0, 0]);
  });

  it('refuses to keep no visit', () => {
    expect(() => indexOf(['ab'], 0)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });
});
