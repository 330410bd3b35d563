import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS, channelLimits } from '../../src/domain/channel.ts';
import type { ReplyPlan } from '../../src/domain/reply-plan.ts';
import { fitScreen, LONGEST_REPLY, shortenWords } from '../../src/reply/fit-screen.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { arbitraryPlan } from './support.ts';

const sentence = (text: string, ...claimed: string[]) => ({
  text,
  claims: claimed.map((words) => ({ text: words, evidence: 'product:p1#title' })),
});

describe('what fits on a screen', () => {
  it('is said as it is', () => {
    const sentences = [sentence('One.', 'One'), sentence('Two.')];
    expect(fitScreen(sentences)).toEqual(sentences);
  });

  it('leaves out from the end what does not fit', () => {
    const long = sentence(`${'a'.repeat(LONGEST_REPLY - 20)}.`);
    expect(fitScreen([long, sentence('There is no room for this one.')])).toEqual([long]);
  });

  it('ends a sentence that is too long at a word, with the claims that are still in it', () => {
    const [cut] = fitScreen([sentence(`Lamp ${'word '.repeat(200)}end`, 'Lamp', 'end')]);
    expect(cut?.text).toMatch(/word…$/);
    expect(cut?.text.length).toBeLessThanOrEqual(LONGEST_REPLY);
    expect(cut?.claims.map(({ text }) => text)).toEqual(['Lamp']);
  });
});

describe('sentences that are too long together', () => {
  /** Three sentences, each in a long, a middling and a short wording. */
  const WORDINGS = [
    ['The first in full length.', 'The second in full length.', 'The third in full length.'],
    ['First, less.', 'Second, less.', 'Third, less.'],
    ['1.', '2.', '3.'],
  ];
  const shortened = (longest: number) =>
    shortenWords((shorter) => (WORDINGS[Math.min(shorter, 2)] ?? []).map((text) => sentence(text)), longest)
      .map(({ text }) => text)
      .join(' ');

  it('stay as they are where they fit', () => {
    expect(shortened(100)).toBe(WORDINGS[0]?.join(' '));
  });

  it('give way from the end, each no further than it must', () => {
    expect(shortened(68)).toBe('The first in full length. The second in full length. Third, less.');
    expect(shortened(55)).toBe('The first in full length. The second in full length. 3.');
    expect(shortened(20)).toBe('First, less. 2. 3.');
  });

  it('are all in their shortest where nothing helps', () => {
    expect(shortened(3)).toBe('1. 2. 3.');
  });
});

/** Titles and values as feeds have them: up to some hundred characters. */
const lengthen = (plan: ReplyPlan, times: number): ReplyPlan => {
  const copy = structuredClone(plan);
  const visit = (holder: object): void => {
    for (const [key, value] of Object.entries(holder)) {
      if (typeof value === 'object' && value !== null) visit(value);
      else if (['title', 'label', 'passage'].includes(key) && typeof value === 'string')
        Object.assign(holder, { [key]: Array(times).fill(value).join(' ') });
    }
  };
  visit(copy);
  return copy;
};

it('never says more than its channel holds, in any language, with every claim in the text', () => {
  const replier = createReplier();
  fc.assert(
    fc.property(
      arbitraryPlan,
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(...CHANNELS),
      (plan, times, channel) => {
        const { text, claims } = replier.compose({ ...lengthen(plan, times), channel });
        expect(text.length).toBeLessThanOrEqual(channelLimits(channel).textCharacters);
        expect(claims.filter((claim) => !text.includes(claim.text))).toEqual([]);
      },
    ),
  );
});

it('says in shorter words on a narrow channel what it says at length on a wide one', () => {
  const replier = createReplier();
  const plan: ReplyPlan = {
    locale: 'en-US',
    language: 'en',
    steps: [
      { act: 'cannot', about: 'return' },
      { act: 'cannot', about: 'availability' },
      { act: 'handoff', reason: 'complaint' },
    ],
  };
  const wide = replier.compose(plan).text;
  const narrow = replier.compose({ ...plan, channel: 'sms' }).text;
  expect(wide.length).toBeGreaterThan(channelLimits('sms').textCharacters);
  expect(narrow.length).toBeLessThanOrEqual(channelLimits('sms').textCharacters);
  expect(narrow).toMatch(/return.*delivery times.*person.*\.$/u);
});

it('cuts nothing of what a yes will do, however narrow the channel', () => {
  const effects = Array.from({ length: 12 }, (_, index) => ({
    kind: 'reason' as const,
    reason: `reason number ${index}, which is told in full`,
  }));
  const { text } = createReplier().compose({
    locale: 'en-US',
    language: 'en',
    channel: 'sms',
    steps: [{ act: 'order-proposal', effects, orderNumber: '7', changed: false }],
  });
  expect(text).toContain('reason number 11');
  expect(text).toMatch(/Shall I do that\?$/u);
});
