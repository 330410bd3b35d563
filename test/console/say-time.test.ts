import { expect, it } from 'vitest';
import { sayCountdown, sayDuration } from '../../src/console/say-time.ts';

it('says a span by its largest unit, and none that is negative', () => {
  const spans = [-5, 59_999, 60_000, 3_599_999, 3_600_000, 86_400_000 * 2.5];
  expect(spans.map(sayDuration)).toEqual(['0 s', '59 s', '1 min', '59 min', '1 h', '2 d']);
});

it('counts down to zero and no further', () => {
  expect([249_001, 60_000, 1, 0, -9_000].map(sayCountdown)).toEqual(['4:10', '1:00', '0:01', '0:00', '0:00']);
});
