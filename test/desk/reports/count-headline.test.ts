import { describe, expect, it } from 'vitest';
import { openReports } from '../../support/open-reports.ts';

const at = (iso: string) => ({ atMs: Date.parse(iso) });
const TWO_DAYS = { from: '2026-11-22', to: '2026-11-23' };

describe('the same of the days before', () => {
  it('is of as many days, and ends at the same time of the last one where that is not over', async () => {
    const { report } = await openReports(
      [
        at('2026-11-19T12:00:00Z'),
        at('2026-11-20T12:00:00Z'),
        { ...at('2026-11-21T10:00:00Z'), turns: [{}, {}] },
        at('2026-11-21T18:00:00Z'),
        at('2026-11-22T12:00:00Z'),
      ],
      Date.parse('2026-11-23T16:00:00Z'),
    );
    expect(await report(TWO_DAYS)).toMatchObject({
      ...{ countedAt: '2026-11-23T16:00:00.000Z', unfinishedFrom: '2026-11-23' },
      conversations: { conversations: 1 },
      before: { from: '2026-11-20', to: '2026-11-21', conversations: 2, messages: 3 },
    });
  });

  it('is of the whole days where all are over', async () => {
    const { report } = await openReports([
      at('2026-11-19T12:00:00Z'),
      at('2026-11-20T00:00:00Z'),
      at('2026-11-21T23:59:00Z'),
      at('2026-11-22T00:00:00Z'),
    ]);
    const made = await report(TWO_DAYS);
    expect(made.unfinishedFrom).toBeUndefined();
    expect(made.before?.conversations).toBe(2);
  });

  it('keeps to the clocks of the place where they were put back in between', async () => {
    const { report } = await openReports([
      at('2026-10-01T12:00:00Z'),
      at('2026-10-23T22:30:00Z'),
      at('2026-10-24T21:30:00Z'),
      at('2026-10-24T22:30:00Z'),
      at('2026-10-25T22:30:00Z'),
    ]);
    const { conversations, before } = await report({
      ...{ from: '2026-10-25', to: '2026-10-25', timeZone: 'Europe/Berlin' },
    });
    expect([conversations.conversations, before?.conversations]).toEqual([2, 2]);
  });

  it('is not told where nothing was counted yet when they began', async () => {
    const { report } = await openReports([at('2026-11-21T12:00:00Z'), at('2026-11-22T12:00:00Z')]);
    expect((await report(TWO_DAYS)).before).toBeUndefined();
  });

  it('says how surely the share without a person differs', async () => {
    const day = (iso: string, handoffs: number) => Array.from({ length: 40 }, () => at(iso)).slice(handoffs);
    const { report } = await openReports([
      at('2026-11-01T12:00:00Z'),
      ...day('2026-11-20T12:00:00Z', 0),
      ...day('2026-11-22T12:00:00Z', 20),
    ]);
    const { before, withoutPersonShare } = await report(TWO_DAYS);
    expect(withoutPersonShare).toMatchObject({ value: 1, high: 1 });
    expect(before?.withoutPersonDifference).toMatchObject({ value: 0 });
    expect(before?.withoutPersonDifference?.low).toBeLessThan(0);
  });
});
