import { describe, expect, it } from 'vitest';
import { sayInvitations, sayWhen, tidyInvitations } from '../../../src/console/settings/invitation-words.ts';
import { changesSaid } from '../../../src/console/settings/said.ts';
import type { Market } from '../../../src/domain/market.ts';
import type { Invitation, Invitations } from '../../../src/domain/widget-settings.ts';

const RULE: Invitation = {
  id: 'lingering',
  when: { afterSeconds: 20, scrolledShare: 0.35, pages: ['/sale/*'], basketMinor: { min: 4_999 } },
  message: { en: 'May I help?' },
  perVisit: 1,
  restDays: 30,
};
const SHOP: readonly Market[] = [
  { country: 'US', currency: 'USD', languages: ['en'] },
  { country: 'JP', currency: 'JPY', languages: ['ja'] },
];
const ONE: Invitations = { minIntervalSeconds: 120, rules: [RULE] };

describe('invitations', () => {
  it('are said with all that must hold', () => {
    expect(sayWhen(RULE, SHOP.slice(0, 1))).toBe(
      'after 20 seconds on a page, 35 % of it scrolled through, with a basket of at least $49.99, on /sale/*',
    );
  });

  it('tell the value of a basket in what their markets pay in', () => {
    const said = (markets?: string[]) =>
      sayWhen({ ...RULE, when: { basketMinor: { max: 5_000 }, ...(markets && { markets }) } }, SHOP);
    expect(said()).toBe('with a basket of at most $50.00 or ¥5,000');
    expect(said(['JP'])).toBe('with a basket of at most ¥5,000, in JP');
  });

  it('that are switched off, ordered otherwise or worded otherwise are said to be', () => {
    const other = { ...RULE, id: 'leaving', when: { isLeaving: true as const } };
    const before: Invitations = { ...ONE, rules: [RULE, other] };
    const after: Invitations = {
      ...ONE,
      rules: [other, { ...RULE, isOff: true, message: { en: 'A question?' } }],
    };
    const changes = changesSaid(sayInvitations(before, SHOP), sayInvitations(after, SHOP));
    expect(changes.map(({ what }) => what)).toEqual([
      'Order',
      'lingering invites',
      'lingering says, English',
    ]);
    expect(changes[1]?.is).toMatch(/^switched off; /);
  });

  it('are sent without the lines that somebody has yet to write', () => {
    const typed = (pages: string[]) => ({ ...ONE, rules: [{ ...RULE, when: { afterSeconds: 1, pages } }] });
    expect(tidyInvitations(typed([' /a ', ''])).rules[0]?.when).toEqual({ afterSeconds: 1, pages: ['/a'] });
    expect(tidyInvitations(typed(['', ' '])).rules[0]?.when).toEqual({ afterSeconds: 1 });
  });
});
