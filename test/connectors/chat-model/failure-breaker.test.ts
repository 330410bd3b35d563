import { CircuitState } from 'cockatiel';
import { expect, it } from 'vitest';
import { createFailureBreaker } from '../../../connectors/chat-model/failure-breaker.ts';

/** The place in the sequence, from 1, at which the circuit opens: "x" is a failure. */
function opensAt(calls: string): number | undefined {
  const breaker = createFailureBreaker(5);
  for (const [index, call] of [...calls].entries()) {
    if (call === '.') breaker.success(CircuitState.Closed);
    else if (breaker.failure(CircuitState.Closed)) return index + 1;
  }
  return undefined;
}

it.each([
  ['five in a row', 'xxxxx', 5],
  ['five in a row after good ones', '...xxxxx', 8],
  ['half of twenty, taken in turn', '.x'.repeat(10), 20],
  ['nine of the last twenty', `${'..'}${'.x'.repeat(9)}.`, undefined],
  ['nine of twenty, again and again', '.x.x.x.x.x.x.x.x.x..'.repeat(5), undefined],
  ['four in a row, now and then', 'xxxx......'.repeat(3), undefined],
])('%s', (_, calls, place) => {
  expect(opensAt(calls)).toBe(place);
});

it('begins its count anew after a probe that went well', () => {
  const breaker = createFailureBreaker(5);
  for (let call = 0; call < 5; call += 1) breaker.failure(CircuitState.Closed);
  breaker.success(CircuitState.HalfOpen);

  expect([1, 2, 3, 4].map(() => breaker.failure(CircuitState.Closed))).toEqual([false, false, false, false]);
});
