import { describe, expect, it } from 'vitest';
import { storeInteractions } from '../../../src/recommendation/store-interactions.ts';
import { MORNING_MS, openReports } from '../../support/open-reports.ts';

const DAY_MS = 86_400_000;

describe('people who chatted beside others', () => {
  const act = (shopperId: string, type: 'view' | 'purchase', atMs = MORNING_MS) => ({
    ...{ interactionId: `${shopperId}-${type}`, type, productId: 'a', shopperId, market: 'DE' },
    ...{ occurredAtMs: atMs, receivedAtMs: atMs },
  });
  const people = (count: number, name: string, buyers: number) =>
    Array.from({ length: count }, (_, index) => [
      act(`visitor:${name}${index}`, 'view'),
      ...(index < buyers ? [act(`visitor:${name}${index}`, 'purchase')] : []),
    ]).flat();

  it('are compared by how many of them bought, with intervals', async () => {
    const { database, report } = await openReports(
      Array.from({ length: 20 }, (_, index) => ({ shopperId: `visitor:talks${index}` })),
    );
    await storeInteractions(database, [...people(20, 'talks', 10), ...people(100, 'other', 10)]);
    expect((await report()).shoppers).toMatchObject({
      kind: 'compared',
      chatting: { people: 20, buyers: 10, conversion: { value: 0.5, low: expect.closeTo(0.299, 3) } },
      others: { people: 100, buyers: 10, conversion: { value: 0.1 } },
      difference: { value: 0.4 },
    });
  });

  it('are told nothing of where one of the groups is small', async () => {
    const { database, report } = await openReports(
      Array.from({ length: 9 }, (_, index) => ({ shopperId: `visitor:talks${index}` })),
    );
    await storeInteractions(database, [...people(9, 'talks', 9), ...people(100, 'other', 10)]);
    expect((await report()).shoppers).toEqual({ kind: 'too-few', leastPeople: 10 });
  });

  it('leave out who did nothing in the time, and what happened before it', async () => {
    const { database, report } = await openReports(
      Array.from({ length: 12 }, (_, index) => ({ shopperId: `visitor:talks${index}` })),
    );
    const early = people(11, 'other', 11).map((done) => ({ ...done, occurredAtMs: MORNING_MS - DAY_MS }));
    await storeInteractions(database, [...people(12, 'talks', 3), ...early]);
    expect((await report()).shoppers).toEqual({ kind: 'too-few', leastPeople: 10 });
  });
});
