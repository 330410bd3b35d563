import { describe, expect, it } from 'vitest';
import {
  dayBefore,
  figureAddress,
  insightsAddress,
  readChoice,
} from '../../../src/console/insights/report-address.ts';

const NOON_MS = new Date(2026, 10, 23, 12).getTime();
const read = (query: string) => readChoice(new URLSearchParams(query), NOON_MS);

describe('the address of a report', () => {
  it('is of the last thirty days where it does not say', () => {
    expect(read('')).toEqual({ from: '2026-10-25', to: '2026-11-23' });
    expect(dayBefore(NOON_MS, 0)).toBe('2026-11-23');
  });

  it('is read back as it was written', () => {
    const choice = { from: '2026-11-01', to: '2026-11-02', market: 'DE', channel: 'sms' };
    expect(read(new URL(insightsAddress(choice), 'https://shop.example').search)).toEqual(choice);
  });

  it('leaves out what is no day', () => {
    expect(read('from=yesterday&to=2026-11-02&market=')).toEqual({ from: '2026-10-25', to: '2026-11-02' });
  });

  it('of a figure says the days and what the figure counts', () => {
    const choice = { from: '2026-11-01', to: '2026-11-02' };
    const figure = { metric: 'wish' as const, attribute: 'color', value: 'ne red & blue', conversations: 3 };
    expect(figureAddress(choice, figure)).toBe(
      '/desk/insights/conversations?from=2026-11-01&to=2026-11-02&metric=wish&attribute=color&value=ne+red+%26+blue',
    );
  });
});
