import { expect, it } from 'vitest';
import { holdRule } from '../../../src/chat/desk/review-rule.ts';
import type { ReviewRule } from '../../../src/domain/desk/settings.ts';

const settings = (...rules: ReviewRule[]) => ({ rules, holdSeconds: 120, afterwards: 'keep' as const });

it('holds nothing where no rule fits', () => {
  expect(holdRule(settings(), { market: 'DE' })).toBeUndefined();
  expect(holdRule(settings({ market: 'FR', mode: 'review' }), { market: 'DE' })).toBeUndefined();
  expect(holdRule(settings({ channel: 'sms', mode: 'review' }), { market: 'DE' })).toBeUndefined();
});

it('takes the narrowest rule, in whichever order they stand', () => {
  const rules: ReviewRule[] = [
    { mode: 'review' },
    { market: 'DE', mode: 'watch' },
    { channel: 'sms', mode: 'review', belowConfidence: 0.5 },
    { market: 'DE', channel: 'sms', mode: 'watch' },
  ];
  for (const ordered of [rules, rules.toReversed()]) {
    expect(holdRule(settings(...ordered), { market: 'FR' })).toEqual({ holdSeconds: 120 });
    expect(holdRule(settings(...ordered), { market: 'DE' })).toBeUndefined();
    expect(holdRule(settings(...ordered), { market: 'FR', channel: 'sms' })).toEqual({
      holdSeconds: 120,
      belowConfidence: 0.5,
    });
    expect(holdRule(settings(...ordered), { market: 'DE', channel: 'sms' })).toBeUndefined();
  }
});

it('takes a conversation without a channel as one of the web', () => {
  expect(holdRule(settings({ channel: 'web', mode: 'review' }), { market: 'DE' })).toEqual({
    holdSeconds: 120,
  });
});
