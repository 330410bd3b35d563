import { expect, it } from 'vitest';
import { serverNow, setServerClock } from '../../src/console/server-clock.ts';

const HOUR_MS = 3_600_000;
const NOON = Date.UTC(2026, 4, 4, 12);

const told = (date: string) => setServerClock({ headers: new Headers({ Date: date }) }, NOON);

it.each([
  ['behind', new Date(NOON + HOUR_MS).toUTCString(), NOON + HOUR_MS],
  ['ahead', new Date(NOON - HOUR_MS).toUTCString(), NOON - HOUR_MS],
  ['right, as far as whole seconds tell', new Date(NOON - 2_000).toUTCString(), NOON],
])('goes by the server where the clock of the machine is %s', (_, date, expected) => {
  told(date);
  expect(serverNow(NOON)).toBe(expected);
});

it('stays as it is where an answer does not tell the time', () => {
  told(new Date(NOON + HOUR_MS).toUTCString());
  told('nonsense');
  setServerClock({ headers: new Headers() }, NOON);
  expect(serverNow(NOON)).toBe(NOON + HOUR_MS);
});
