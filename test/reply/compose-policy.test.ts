import { expect, it } from 'vitest';
import type { DocumentQuote } from '../../src/domain/policy-step.ts';
import { composePolicy } from '../../src/reply/compose-policy.ts';
import { createPhrasebook } from '../../src/reply/phrasebook.ts';
import { createSpeaker } from '../../src/reply/speaker.ts';

const QUOTE: DocumentQuote = {
  documentId: 'terms/returns.md',
  passage: 2,
  text: 'Anything can be returned within 30 days.',
  language: 'en',
  title: 'Returns',
  heading: 'Period',
  updatedAtMs: Date.UTC(2026, 2, 1),
};
const say = (quotes: readonly DocumentQuote[], language = 'en') =>
  composePolicy(createSpeaker(createPhrasebook(), { language, locale: language }), {
    act: 'policy',
    topic: 'returns',
    quotes,
  });
const inGeneral = composePolicy(createSpeaker(createPhrasebook(), { language: 'en', locale: 'en' }), {
  act: 'policy',
  topic: 'returns',
  quotes: [QUOTE],
  aside: 'if it squeaks',
});
const textOf = (replies: ReturnType<typeof say>) => replies.map(({ text }) => text).join(' ');

it('quotes with the source, and proves both by the passage', () => {
  const [reply] = say([QUOTE]);
  expect(reply?.text).toContain('Returns › Period');
  expect(reply?.claims).toContainEqual({ text: QUOTE.text, evidence: 'document:terms/returns.md#2' });
});

it('says what the texts leave open before it quotes what holds in general', () => {
  expect(textOf(inGeneral)).toMatch(/“if it squeaks” .*In general .*Anything can be returned/);
  expect(inGeneral[0]?.claims).toContainEqual({ text: QUOTE.text, evidence: 'document:terms/returns.md#2' });
});

it('says the language of words that are in another', () => {
  expect(textOf(say([QUOTE], 'de'))).toContain('Englisch');
  expect(say([QUOTE])).toHaveLength(1);
});

it('names the newer of two that contradict each other', () => {
  const older = {
    ...QUOTE,
    documentId: 'help.md',
    text: 'Within 14 days.',
    updatedAtMs: Date.UTC(2023, 1, 1),
  };
  const text = textOf(say([QUOTE, older]));
  expect(text).toMatch(/newer one .*2026.*30 days.*older one .*2023.*14 days/);
});

it('says that nothing is stated, and offers a person', () => {
  expect(textOf(say([]))).toContain('do not state this');
});
