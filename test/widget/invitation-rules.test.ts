import fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import { type Invitation, invitationsSchema } from '../../src/domain/widget-settings.ts';
import {
  dueInvitation,
  type InvitationPast,
  invitationText,
  matchesPath,
  type PageFacts,
} from '../../src/widget/invitation-rules.ts';

const NOW_MS = 1_800_000_000_000;
const DAY_MS = 86_400_000;
const FACTS: PageFacts = { seconds: 0, scrolledShare: 0, isLeaving: false, path: '/', market: 'US' };
const PAST: InvitationPast = { shown: {}, isRefused: false, lastAtMsByRule: {} };

const rules = (...all: readonly Partial<Invitation>[]) =>
  invitationsSchema.parse({
    minIntervalSeconds: 60,
    rules: all.map((rule, index) => ({ id: `r${index}`, message: { en: 'Hello' }, ...rule })),
  });
const due = (when: Invitation['when'], facts: Partial<PageFacts>, past: Partial<InvitationPast> = {}) =>
  dueInvitation(rules({ when }), { ...FACTS, ...facts }, { ...PAST, ...past }, NOW_MS) !== undefined;

describe('a rule', () => {
  it('holds when all that it names does', () => {
    const when = { afterSeconds: 10, pages: ['/p/*'], markets: ['US', 'DE'] };
    expect(due(when, { seconds: 10, path: '/p/scarf' })).toBe(true);
    expect(due(when, { seconds: 9, path: '/p/scarf' })).toBe(false);
    expect(due(when, { seconds: 10, path: '/' })).toBe(false);
    expect(due(when, { seconds: 10, path: '/p/scarf', market: 'FR' })).toBe(false);
    expect(due(when, { seconds: 10, path: '/p/scarf', market: undefined })).toBe(false);
  });

  it('looks at scrolling, leaving and the basket, whose ends count', () => {
    expect(due({ scrolledShare: 0.5 }, { scrolledShare: 0.5 })).toBe(true);
    expect(due({ scrolledShare: 0.5 }, { scrolledShare: 0.49 })).toBe(false);
    expect(due({ isLeaving: true }, { isLeaving: true })).toBe(true);
    expect(due({ isLeaving: true }, {})).toBe(false);
    const basketMinor = { min: 1_000, max: 5_000 };
    expect(
      [999, 1_000, 5_000, 5_001, undefined].map((value) => due({ basketMinor }, { basketMinor: value })),
    ).toEqual([false, true, true, false, false]);
  });
});

describe('a shopper', () => {
  const when = { afterSeconds: 0 };

  it('is never asked again after a refusal', () => {
    expect(due(when, {}, { isRefused: true })).toBe(false);
  });

  it('is not asked twice within the interval, nor more often than a rule says', () => {
    expect(due(when, {}, { lastAtMs: NOW_MS - 59_000 })).toBe(false);
    expect(due(when, {}, { lastAtMs: NOW_MS - 60_000 })).toBe(true);
    expect(due(when, {}, { shown: { r0: 1 }, lastAtMs: 0 })).toBe(false);
    const two = rules({ when, perVisit: 1 }, { when });
    const past = { ...PAST, shown: { r0: 1 }, lastAtMs: 0 };
    expect(dueInvitation(two, FACTS, past, NOW_MS)?.id).toBe('r1');
  });

  it('is left in peace for days after a visit in which something could be kept', () => {
    expect(due(when, {}, { lastAtMsByRule: { r0: NOW_MS - 30 * DAY_MS + 1 } })).toBe(false);
    expect(due(when, {}, { lastAtMsByRule: { r0: NOW_MS - 30 * DAY_MS } })).toBe(true);
  });

  it('is not confused by rules that are called as objects are', () => {
    const named = rules({ id: 'constructor', when });
    expect(dueInvitation(named, FACTS, PAST, NOW_MS)?.id).toBe('constructor');
  });
});

it('matches paths as their patterns say, however many stars', () => {
  const cases: readonly [string, string, boolean][] = [
    ['/a', '/a', true],
    ['/a', '/a/b', false],
    ['/a/*', '/a/b/c', true],
    ['/a/*', '/a', false],
    ['*/sale', '/x/sale', true],
    ['/a*b*c', '/aXbXc', true],
    ['/a*b*c', '/ac', false],
    ['/ab*ba', '/aba', false],
    ['/*', '/', true],
  ];
  expect(cases.map(([pattern, path]) => matchesPath(pattern, path))).toEqual(cases.map(([, , is]) => is));
  const toExpression = (pattern: string) =>
    new RegExp(
      `^${pattern
        .split('*')
        .map((part) => part.replaceAll(/[^a-z/]/g, '\\$&'))
        .join('.*')}$`,
      's',
    );
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 12 });
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*'), maxLength: 6 });
  fc.assert(
    fc.property(pattern, text, (wanted, path) => {
      expect(matchesPath(wanted, path)).toBe(toExpression(wanted).test(path));
    }),
  );
});

it('speaks the language of the shopper, else English, else what there is', () => {
  const [both] = rules({ when: { afterSeconds: 1 }, message: { de: 'Hallo', en: 'Hello' } }).rules;
  const [one] = rules({ when: { afterSeconds: 1 }, message: { it: 'Ciao' } }).rules;
  assert(both !== undefined && one !== undefined);
  expect(invitationText(both, 'de-AT')).toEqual({ text: 'Hallo', language: 'de' });
  expect(invitationText(both, 'fr')).toEqual({ text: 'Hello', language: 'en' });
  expect(invitationText(one, 'ja')).toEqual({ text: 'Ciao', language: 'it' });
});
