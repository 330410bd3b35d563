import { describe, expect, it } from 'vitest';
import type { Interaction } from '../../src/domain/interaction.ts';
import { createInteractionColumns } from '../../src/recommendation/interaction-columns.ts';
import { decodePopularity, encodePopularity, trainPopularity } from '../../src/recommendation/popularity.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import { DAY_MS, NOW_MS } from './open-shop.ts';

type Event = Partial<Interaction> & { readonly productId: string };

function popular(events: readonly Event[], market?: string): string[] {
  const builder = createInteractionColumns();
  for (const event of events) {
    builder.append({ type: 'view', occurredAtMs: NOW_MS, receivedAtMs: NOW_MS, ...event });
  }
  const model = trainPopularity(builder.finish(), { nowMs: NOW_MS, halfLifeDays: 30 });
  return createRecommender({ popularity: decodePopularity(encodePopularity(model)) })
    .popular(market, 10)
    .map(({ productId }) => productId);
}

const repeat = (count: number, event: (index: number) => Event): Event[] =>
  Array.from({ length: count }, (_, index) => event(index));

describe('trainPopularity', () => {
  it('ranks what was bought above what was looked at', () => {
    const events: Event[] = [
      { productId: 'seen', shopperId: 'a' },
      { productId: 'seen', shopperId: 'b' },
      { productId: 'bought', shopperId: 'a', type: 'purchase' },
    ];
    expect(popular(events)).toEqual(['bought', 'seen']);
  });

  it('lets old favourites fade', () => {
    const old = repeat(10, (index) => ({
      productId: 'old',
      shopperId: `s${index}`,
      occurredAtMs: NOW_MS - 200 * DAY_MS,
    }));
    expect(popular([...old, { productId: 'new', shopperId: 's' }])).toEqual(['new', 'old']);
  });

  it('counts a shopper once a day, however often a page is reloaded', () => {
    const reloads = repeat(1_000, () => ({ productId: 'pushed', shopperId: 'one' }));
    const honest = repeat(2, (index) => ({ productId: 'liked', shopperId: `s${index}` }));
    expect(popular([...reloads, ...honest])).toEqual(['liked', 'pushed']);
  });

  it('tells how many shoppers dealt with a product, each once a day', () => {
    const builder = createInteractionColumns();
    for (const [shopperId, daysAgo] of [
      ['a', 0],
      ['a', 0],
      ['a', 1],
      ['b', 0],
      [undefined, 2],
      [undefined, 2],
    ] as const)
      builder.append({
        type: 'view',
        productId: 'seen',
        occurredAtMs: NOW_MS - daysAgo * DAY_MS,
        receivedAtMs: NOW_MS,
        ...(shopperId === undefined ? {} : { shopperId }),
      });
    const model = trainPopularity(builder.finish(), { nowMs: NOW_MS, halfLifeDays: 30 });
    const { interactions: _, ...uncounted } = model;
    const counted = createRecommender({ popularity: decodePopularity(encodePopularity(model)) });
    const older = createRecommender({ popularity: decodePopularity(encodePopularity(uncounted)) });
    expect([counted.interactions('seen'), counted.interactions('new')]).toEqual([4, 0]);
    expect(older.interactions('seen')).toBe(Number.POSITIVE_INFINITY);
    expect(createRecommender({}).interactions('seen')).toBe(0);
  });

  it('values a flood of anonymous views on one day as a few shoppers', () => {
    const flood = repeat(100_000, () => ({ productId: 'pushed' }));
    const honest = repeat(15, (index) => ({ productId: 'liked', shopperId: `s${index}` }));
    expect(popular([...flood, ...honest])).toEqual(['liked', 'pushed']);
  });

  it('ranks by market, and by all markets where a market is silent', () => {
    const events = [
      ...repeat(200, (index) => ({ productId: 'lederhose', shopperId: `d${index}`, market: 'DE' })),
      ...repeat(300, (index) => ({ productId: 'stetson', shopperId: `u${index}`, market: 'US' })),
    ];
    expect(popular(events, 'DE')).toEqual(['lederhose', 'stetson']);
    expect(popular(events, 'US')).toEqual(['stetson', 'lederhose']);
    expect(popular(events, 'FR')).toEqual(popular(events));
  });

  it('gives the most popular product 1 and unknown products 0', () => {
    const builder = createInteractionColumns();
    builder.append({ type: 'view', productId: 'a', occurredAtMs: NOW_MS, receivedAtMs: NOW_MS });
    const { popularity } = createRecommender({
      popularity: trainPopularity(builder.finish(), { nowMs: NOW_MS, halfLifeDays: 30 }),
    });
    expect([popularity('a', 'DE'), popularity('b', 'DE'), popularity('a', undefined)]).toEqual([1, 0, 1]);
  });
});
