import { describe, expect, it } from 'vitest';
import { fillLibrary } from '../../src/assembly/open-library.ts';
import { answerPolicy, toSources, withoutPerson } from '../../src/chat/answer-policy.ts';
import type { ShopDocument } from '../../src/knowledge/shop-document.ts';
import { SCARVES } from '../support/small-shop.ts';
import { turnIn } from './turn-context.ts';

const { signal } = new AbortController();
const QUESTION = {
  about: 'ask-policy',
  topic: 'returns',
  question: 'How long can I return things?',
} as const;

const terms = (documentId: string, days: number, more: Partial<ShopDocument> = {}): ShopDocument => ({
  documentId,
  title: 'Returns',
  language: 'en',
  updatedAtMs: Date.UTC(2026, 0, days),
  url: `https://shop.example/${documentId}`,
  passages: [{ headings: ['Period'], sentences: [`Anything can be returned within ${days} days.`] }],
  ...more,
});

async function answer(documents: readonly ShopDocument[], question: string = QUESTION.question) {
  const context = await turnIn(SCARVES);
  const library = await fillLibrary(documents, signal);
  return await answerPolicy(
    { ...QUESTION, question },
    { ...context, shop: { ...context.shop, library } },
    signal,
  );
}

describe('a question about the shop', () => {
  it('is answered from its documents, with where it is from', async () => {
    const step = await answer([terms('returns', 30)]);
    expect(step).toMatchObject({
      act: 'policy',
      quotes: [{ text: 'Anything can be returned within 30 days.' }],
    });
    expect(toSources([step])).toEqual({
      sources: [
        {
          title: 'Returns',
          heading: 'Period',
          url: 'https://shop.example/returns',
          passage: 'Anything can be returned within 30 days.',
          updatedAt: '2026-01-30',
        },
      ],
    });
  });

  it('is answered in general where they say nothing about its condition', async () => {
    const asked = 'Can things be returned if the zeppelin squeaks?';
    expect(await answer([terms('returns', 30)], asked)).toMatchObject({
      quotes: [{ documentId: 'returns' }],
      aside: 'if the zeppelin squeaks',
    });
    expect(await answer([terms('returns', 30)], 'Do you sing if the zeppelin squeaks?')).toEqual({
      act: 'policy',
      topic: 'returns',
      quotes: [],
    });
  });

  it('shows two documents that contradict each other, the newer first', async () => {
    const step = await answer([terms('old', 14), terms('new', 30)]);
    expect(step).toMatchObject({ quotes: [{ documentId: 'new' }, { documentId: 'old' }] });
  });

  it('does not hold the terms of another market against those of this one', async () => {
    expect(await answer([terms('here', 14), terms('there', 30, { market: 'DE' })])).toMatchObject({
      quotes: [{ documentId: 'here' }],
    });
  });

  it('cannot be answered without documents', async () => {
    expect(await answer([])).toEqual({ act: 'cannot', about: 'ask-policy' });
    expect(toSources([await answer([])])).toEqual({});
  });
});

describe('the offer of a person', () => {
  it('goes with an answer, and stays where there is none or two', async () => {
    const { state } = await turnIn(SCARVES);
    const offering = { ...state, offer: { accepted: [{ type: 'handoff', reason: 'requested' } as const] } };
    expect(withoutPerson(offering, await answer([terms('returns', 30)]))).not.toHaveProperty('offer');
    expect(withoutPerson(offering, await answer([]))).toHaveProperty('offer');
    expect(withoutPerson(offering, await answer([terms('old', 14), terms('new', 30)]))).toHaveProperty(
      'offer',
    );
  });
});
