import { describe, expect, it } from 'vitest';
import { withShopTexts } from '../../src/chat/read-shop-texts.ts';
import type { Command } from '../../src/domain/command.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { Appraisal } from '../../src/knowledge/appraise.ts';
import type { ParseContext, Parser } from '../../src/understanding/parser.ts';

const { signal } = new AbortController();

const contextWith = (shown: ParseContext['state']['shown'] = []): ParseContext => ({
  language: 'en',
  locale: 'en',
  market: { country: 'US', currency: 'USD', languages: ['en'] },
  state: { turn: 0, language: 'en', need: EMPTY_NEED, shown, seen: [], handedOff: false, opened: [] },
  turn: 1,
});

const reading = (...commands: Command[]): Parser => ({
  parse: () =>
    Promise.resolve({
      language: 'en',
      commands,
      confidence: 0.5,
      by: 'embedded',
      usage: { inputTokens: 0, outputTokens: 0 },
    }),
});

const SCARF: ParseContext['state']['shown'][number] = {
  productId: 'wool-scarf',
  variantId: 'wool-scarf-red',
  title: 'Wool scarf',
  priceMinor: 2_000,
  currency: 'USD',
  attributes: {},
};

const ANSWERED: Appraisal = { excess: 2, isOnTerms: true, namesSubject: true, isSeeking: false };
const UNSTATED: Appraisal = { ...ANSWERED, excess: undefined, namesSubject: false };

async function understand(
  utterance: string,
  commands: readonly Command[],
  { appraisal = ANSWERED, isEmpty = false, context = contextWith() } = {},
) {
  const library = { isEmpty, appraise: () => Promise.resolve(appraisal) };
  const parser = withShopTexts(reading(...commands), () => library);
  return (await parser.parse(utterance, context, signal)).commands;
}

const FIND: Command = { type: 'find', query: 'wash', constraints: [] };
const asked = (question: string): Command[] => [{ type: 'ask-policy', topic: 'other', question }];

describe('a reading that gives way to a question to the documents', () => {
  it('is a search, when it asks and the documents answer it', async () => {
    expect(await understand('how do I wash wool?', [FIND])).toEqual(asked('how do I wash wool?'));
  });

  it('is a search that asks about a subject of the shop, even when the documents do not state it', async () => {
    const appraisal = { ...UNSTATED, namesSubject: true };
    expect(await understand('can I rent a drill?', [FIND], { appraisal })).toEqual(
      asked('can I rent a drill?'),
    );
  });

  it('is one that made nothing of the message, asked or not', async () => {
    const commands: Command[] = [{ type: 'out-of-scope' }];
    expect(await understand('my jumper shrank in the wash', commands)).toEqual(
      asked('my jumper shrank in the wash'),
    );
  });

  it('is a wish about orders, when it asks and no order is named', async () => {
    expect(await understand('can I return sale items?', [{ type: 'return' }])).toEqual(
      asked('can I return sale items?'),
    );
  });

  it('is taken for surer than what was read before', async () => {
    const parser = withShopTexts(reading(FIND), () => ({
      isEmpty: false,
      appraise: () => Promise.resolve(ANSWERED),
    }));
    expect((await parser.parse('how do I wash wool?', contextWith(), signal)).confidence).toBe(0.9);
  });

  it('keeps a question within bounds', async () => {
    const [command] = await understand(`how do I wash ${'very '.repeat(200)}old wool?`, [FIND]);
    expect(command?.type === 'ask-policy' && command.question.length).toBe(400);
  });
});

describe('a reading that stands', () => {
  it.each<[string, string, readonly Command[], Appraisal]>([
    ['the documents do not state it', 'how do I wash wool?', [FIND], UNSTATED],
    ['nothing is asked', 'wash wool', [FIND], ANSWERED],
    ['things are asked for', 'do you have wool?', [{ ...FIND, query: '' }], { ...ANSWERED, isSeeking: true }],
    ['an order is named', 'can I return order 1000?', [{ type: 'return', orderNumber: '1000' }], ANSWERED],
    ['a person is asked for', 'can I talk to you?', [{ type: 'handoff', reason: 'requested' }], ANSWERED],
    ['only a part of it gives way', 'thanks, how do I wash it?', [{ type: 'thank' }, FIND], ANSWERED],
  ])('when %s', async (_why, utterance, commands, appraisal) => {
    expect(await understand(utterance, commands, { appraisal })).toEqual(commands);
  });

  it('when it is on a product on the screen', async () => {
    const commands: Command[] = [
      { type: 'ask-product', reference: { kind: 'focus' }, question: 'can I wash it?' },
    ];
    const context = contextWith([SCARF]);
    expect(await understand('can I wash it?', commands, { context })).toEqual(commands);
    expect(await understand('can I wash it?', commands)).toEqual(asked('can I wash it?'));
  });

  it('when nothing of it is what terms speak of', async () => {
    const commands: Command[] = [{ type: 'out-of-scope' }];
    const appraisal = { ...ANSWERED, isOnTerms: false, namesSubject: false };
    expect(await understand('what is 2+2', commands, { appraisal })).toEqual(commands);
  });

  it('when the documents cannot be searched now', async () => {
    const appraise = () => Promise.reject(new AssistantError('INDEX_UNAVAILABLE', 'away'));
    const parser = withShopTexts(reading(FIND), () => ({ isEmpty: false, appraise }));
    expect((await parser.parse('how do I wash wool?', contextWith(), signal)).commands).toEqual([FIND]);
    const broken = () => Promise.reject(new AssistantError('DATA_CORRUPT', 'broken'));
    const failing = withShopTexts(reading(FIND), () => ({ isEmpty: false, appraise: broken }));
    await expect(failing.parse('how do I wash wool?', contextWith(), signal)).rejects.toMatchObject({
      code: 'DATA_CORRUPT',
    });
  });

  it('without weighing them, when nothing is asked of them', async () => {
    const appraise = () => expect.unreachable();
    const parser = withShopTexts(reading(FIND), () => ({ isEmpty: false, appraise }));
    expect((await parser.parse('a warm scarf', contextWith(), signal)).commands).toEqual([FIND]);
  });

  it('when there are no documents', async () => {
    expect(await understand('how do I wash wool?', [FIND], { isEmpty: true })).toEqual([FIND]);
    const parser = withShopTexts(reading(FIND), () => undefined);
    expect((await parser.parse('how do I wash wool?', contextWith(), signal)).commands).toEqual([FIND]);
  });
});
