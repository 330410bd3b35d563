import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReplyPlan } from '../../src/domain/reply-plan.ts';
import { fitScreen, LONGEST_REPLY } from '../../src/reply/fit-screen.ts';
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

it('never says more than a screen holds, in any language, with every claim in the text', () => {
  const replier = createReplier();
  fc.assert(
    fc.property(arbitraryPlan, fc.integer({ min: 1, max: 12 }), (plan, times) => {
      const { text, claims } = replier.compose(lengthen(plan, times));
      expect(text.length).toBeLessThanOrEqual(LONGEST_REPLY);
      expect(claims.filter((claim) => !text.includes(claim.text))).toEqual([]);
    }),
  );
});
